import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile } from '../../src/index.js'
import { toSql } from '../../src/sql.js'
import { testAreas } from '../sql/areas.js'
import type { Database } from '../sql/databases.js'
import { peopleOf, testEquality } from '../sql/equality.js'
import { expectedRow } from '../sql/expected.js'
import { testHostileTexts } from '../sql/hostile-texts.js'
import { testHrExample } from '../sql/hr-example.js'
import { withPeople } from '../sql/loaded.js'
import { testRefusals } from '../sql/refusals.js'
import { testTallies } from '../sql/tallies.js'
import { pairs } from '../support/judged.js'
import { openPostgresServer } from '../support/postgres-server.js'
import { openSqlite } from '../support/sqlite.js'

const on = '2025-12-31'
const drawn = 1250
/** Of each person, with ids of their own: 100,000 people over the eight sets. */
const copies = 10

/** What PGlite shows of a few in the other tests, on Debian's own server, with its plans for many rows. */
describe('a PostgreSQL server', () => {
  let database: Database
  beforeAll(() => {
    database = openPostgresServer()
  })
  afterAll(() => database.close())

  it.each(pairs)('$id: every row as in JavaScript', async ({ set, plain }) => {
    const records = peopleOf(plain, on, drawn)
    await withPeople(database, set, records, async (tables) => {
      for (const [table, id] of [
        ['people', 'id'],
        ['people_codes', 'person'],
        ['learning_activities', 'person'],
        ['certificates', 'person'],
      ])
        await database.run(
          `INSERT INTO ${table} SELECT r.* FROM ${table} t, generate_series(1, ${copies - 1}) AS n,
             jsonb_populate_record(t, jsonb_build_object('${id}', t.${id} || '-' || n)) AS r`,
        )
      await database.run('ANALYZE')
      const rows = await database.rows(toSql(set, { on, dialect: 'postgres', tables }).trim())
      const assessor = compile(set, { on })
      const expected = new Map(records.map((record) => [record.id, expectedRow(assessor.assess(record), set)]))
      expect(new Set(rows.map((row) => row['id'])).size).toBe(drawn * copies)
      for (const row of rows) {
        const id = String(row['id'])
        const [, of = ''] = /^(p-\d+)/.exec(id) ?? []
        expect(row).toEqual({ ...expected.get(of), id })
      }
    })
  })
})

/** The tests that DuckDB and PGlite take in `npm test`, on an engine that Node 20 does not bring along. */
describe('SQLite', () => {
  let database: Database
  beforeAll(async () => {
    database = await openSqlite()
  })
  afterAll(() => database.close())

  testEquality(() => database)
  testAreas(() => database)
  testRefusals(() => database)
  testTallies(() => database)
  testHrExample(() => database)
  testHostileTexts(() => database)
})
