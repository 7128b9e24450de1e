import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile, type CitizenRecord } from '../../src/index.js'
import { engineOf } from '../../src/sql/dialects.js'
import { referenceTables, toSql } from '../../src/sql.js'
import { testAreas } from '../sql/areas.js'
import type { Database, ResultRow } from '../sql/databases.js'
import { peopleOf, testEquality } from '../sql/equality.js'
import { expectedRow } from '../sql/expected.js'
import { testHostileTexts } from '../sql/hostile-texts.js'
import { testHrExample } from '../sql/hr-example.js'
import { withPeople } from '../sql/loaded.js'
import { testMutants } from '../sql/mutants.js'
import { testRefusals } from '../sql/refusals.js'
import { testTallies } from '../sql/tallies.js'
import { pairs } from '../support/judged.js'
import { openMariaDbServer } from '../support/mariadb-server.js'
import { openPostgresServer } from '../support/postgres-server.js'
import { openSpark } from '../support/spark.js'
import { openSqlite } from '../support/sqlite.js'

const on = '2025-12-31'
const drawn = 1250
/** Of each person, with ids of their own: 100,000 people over the eight sets on PostgreSQL, 10,000 on the slower engines. */
const copies = 10

const drawnOf = new Map<string, { records: CitizenRecord[]; expected: Map<string, ResultRow> }>()
/** The same people for every engine. */
function peopleWithResults({ id, set, plain }: (typeof pairs)[number]) {
  const known = drawnOf.get(id)
  if (known) return known
  const records = peopleOf(plain, on, drawn)
  const assessor = compile(set, { on })
  const found = { records, expected: new Map(records.map((one) => [one.id, expectedRow(assessor.assess(one), set)])) }
  drawnOf.set(id, found)
  return found
}

/** What the engines of `npm test` show of a few, on those that it cannot have, with their plans for many rows. */
describe.each([
  ['a PostgreSQL server', () => Promise.resolve(openPostgresServer())],
  ['a MariaDB server', openMariaDbServer],
  ['SQLite', openSqlite],
  ['Spark', openSpark],
])('%s', (name, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  it.each(pairs)('$id: every row of many as in JavaScript', async (pair) => {
    const times = database.dialect === 'postgres' ? copies : 1
    const { records, expected } = peopleWithResults(pair)
    await withPeople(database, pair.set, records, async (tables) => {
      for (const statement of copying(database, referenceTables(pair.set, database.loading).ddl, times))
        await database.run(statement)
      const rows = await database.rows(toSql(pair.set, { on, dialect: database.dialect, tables }).trim())
      expect(new Set(rows.map((row) => row['id'])).size).toBe(records.length * times)
      for (const row of rows) {
        const id = String(row['id'])
        const [, of = ''] = /^(p-\d+)/.exec(id) ?? []
        expect(row).toEqual({ ...expected.get(of), id })
      }
    })
  })

  // PGlite is PostgreSQL too.
  if (name === 'a PostgreSQL server') return
  if (name === 'Spark') {
    // It takes seconds for every query, however few the rows.
    testHrExample(() => database)
    testHostileTexts(() => database)
    testMutants(() => database, 1)
    return
  }
  testEquality(() => database)
  testAreas(() => database)
  testRefusals(() => database)
  testTallies(() => database)
  testHrExample(() => database)
  testHostileTexts(() => database)
  testMutants(() => database)
})

/** Statements that put each row of the tables in again, so often, for people with ids of their own. */
function copying({ loading }: Database, ddl: string, copies: number): string[] {
  if (copies === 1) return []
  const { join, text } = engineOf(loading)
  const numbers = Array.from({ length: copies - 1 }, (_, i) => `SELECT ${i + 1} AS n`).join(' UNION ALL ')
  return [...ddl.matchAll(/CREATE TABLE (\S+) \(([^;]*)\);/g)].map(([, table = '', body = '']) => {
    const columns = [...body.matchAll(/^ {2}(["`][^"`]*["`])/gm)].map(([, column = '']) => column)
    const [id = '', ...rest] = columns
    const own = join([`t.${id}`, "'-'", `CAST(s.n AS ${text})`])
    return `INSERT INTO ${table} SELECT ${[own, ...rest.map((column) => `t.${column}`)].join(', ')} FROM ${table} t CROSS JOIN (${numbers}) s`
  })
}
