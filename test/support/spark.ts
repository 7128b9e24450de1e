import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openDuckDb, type Database, type ResultRow } from '../sql/databases.js'

const script = new URL('run-spark.py', import.meta.url).pathname

/** Apache Spark with two threads of work over Parquet that DuckDB wrote: statements go to DuckDB, queries to Spark. */
export async function openSpark(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'cdht-spark-'))
  const duckDb = await openDuckDb()
  const worker = spawn('python3', [script, folder], { stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = once(worker, 'exit')
  let told = ''
  worker.stderr.setEncoding('utf8').on('data', (text: string) => (told = (told + text).slice(-4000)))
  const answers = createInterface({ input: worker.stdout })[Symbol.asyncIterator]()
  const writeTables = async (): Promise<[name: string, file: string][]> => {
    const tables = await duckDb.rows('SELECT table_name AS name FROM duckdb_tables()')
    return Promise.all(
      tables.map(async ({ name }, i): Promise<[string, string]> => {
        const file = join(folder, `${i}-${Date.now()}.parquet`)
        await duckDb.run(`COPY "${String(name).replaceAll('"', '""')}" TO '${file}' (FORMAT parquet)`)
        return [String(name), file]
      }),
    )
  }
  let views: [name: string, file: string][] | undefined
  return {
    dialect: 'spark',
    loading: 'duckdb',
    run: (sql) => {
      views = undefined
      return duckDb.run(sql)
    },
    rows: async (sql) => {
      views ??= await writeTables()
      worker.stdin.write(`${JSON.stringify({ views, sql })}\n`)
      const { value: file, done } = await answers.next()
      if (done === true) throw new Error(`Spark: needs pyspark 4.3.0, e.g. from pip, and Java 17\n${told}`)
      const answer = JSON.parse(readFileSync(file, 'utf8')) as { error?: string; rows: ResultRow[] }
      if (answer.error !== undefined) throw new Error(answer.error)
      return answer.rows
    },
    close: async () => {
      worker.stdin.end()
      await ended
      await duckDb.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
