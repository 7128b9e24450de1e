import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compile, loadSet, type CriteriaSet } from '../../src/index.js'
import type { CriteriaFile } from '../../src/model/criteria-file.js'
import type { Attester } from '../../src/model/attester.js'
import { referenceTables, toSql } from '../../src/sql.js'
import { recordOf } from '../support/arbitrary.js'
import { everyOperator } from '../support/every-operator.js'
import { pairs } from '../support/judged.js'
import { criteriaJson, plainSetOf } from '../support/plain/set.js'
import { openDuckDb, openPostgres, type Database } from './databases.js'
import { expectedRow } from './expected.js'
import { insertsOf, rowsOf } from './people-rows.js'

const number = process.env['CDHT_LONG'] ? 5000 : 60
const all = [
  ...pairs,
  {
    id: 'every-operator',
    set: loadSet([...['framework', 'facts', 'digital-skills'].map(criteriaJson), everyOperator]),
    plain: plainSetOf([criteriaJson('framework') as CriteriaFile, everyOperator]),
  },
]
const days = ['2025-12-31', '2024-02-29', '2026-06-30']
const accepts: (Attester[] | undefined)[] = [undefined, ['certificate', 'log'], ['self', 'branch']]

describe.each([
  ['DuckDB', openDuckDb],
  ['PostgreSQL', openPostgres],
])('%s', (_, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  }, 120_000)
  afterAll(() => database.close())

  test.each(all)('$id: every row as in JavaScript', async ({ set, plain }) => {
    const { dialect } = database
    const { ddl, tables } = referenceTables(set, dialect)
    const on = days[all.findIndex(({ id }) => id === plain.id) % days.length] as string
    const records = fc.sample(recordOf(plain, on), { numRuns: number, seed: 7 }).map((record, i) => ({ ...record, id: `p-${i}` }))
    await database.run(ddl)
    for (const insert of insertsOf(rowsOf(records, tables))) await database.run(insert)
    for (const accept of accepts) {
      const options = { on, ...(accept && { accept }) }
      const assessor = compile(set, options)
      const rows = await database.rows(toSql(set, { ...options, dialect, tables }))
      const found = new Map(rows.map((row) => [row['id'], row]))
      expect(rows).toHaveLength(records.length)
      for (const record of records)
        expect(found.get(record.id), JSON.stringify(record)).toEqual(expectedRow(assessor.assess(record), set as CriteriaSet))
    }
    await database.run(ddl.replaceAll(/CREATE (TABLE "\w+") \([^;]*;/g, 'DROP $1;'))
  })
})
