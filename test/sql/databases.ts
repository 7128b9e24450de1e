import { PGlite } from '@electric-sql/pglite'
import { DuckDBInstance } from '@duckdb/node-api'
import type { SqlDialect } from '../../src/sql.js'

export type ResultRow = Record<string, unknown>

/** A database engine that runs inside of the test. */
export interface Database {
  dialect: SqlDialect
  /** The dialect of the statements that `run` takes: of an engine that reads files, that of the one which writes them. */
  loading: SqlDialect
  /** Several statements. */
  run(sql: string): Promise<void>
  rows(sql: string): Promise<ResultRow[]>
  close(): Promise<void>
}

export async function openDuckDb(): Promise<Database> {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  return {
    dialect: 'duckdb',
    loading: 'duckdb',
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => {
      const found = await connection.runAndReadAll(sql)
      return found.getRowObjectsJS().map((row) => plainRow(row))
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
      return Promise.resolve()
    },
  }
}

export async function openPostgres(): Promise<Database> {
  const database = await PGlite.create()
  return {
    dialect: 'postgres',
    loading: 'postgres',
    run: async (sql) => void (await database.exec(sql)),
    rows: async (sql) => (await database.query<ResultRow>(sql)).rows.map(plainRow),
    close: () => database.close(),
  }
}

const plainRow = (row: ResultRow): ResultRow =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]))
