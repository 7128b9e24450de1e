import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, loadSet, type CitizenRecord, type CriteriaSet } from '../../src/index.js'
import type { CriteriaFile } from '../../src/model/criteria-file.js'
import type { Attester } from '../../src/model/attester.js'
import { toSql, type SqlTables } from '../../src/sql.js'
import { recordOf } from '../support/arbitrary.js'
import { everyOperator } from '../support/every-operator.js'
import { pairs } from '../support/judged.js'
import { criteriaJson, plainSet, plainSetOf, type PlainSet } from '../support/plain/set.js'
import type { Database } from './databases.js'
import { expectedRow } from './expected.js'
import { withPeople } from './loaded.js'

const long = process.env['CDHT_LONG'] !== undefined
const number = long ? 5000 : 16

export const everySet = {
  id: 'every-operator',
  set: loadSet([...['framework', 'facts', 'digital-skills'].map(criteriaJson), everyOperator]),
  plain: plainSetOf([criteriaJson('framework') as CriteriaFile, everyOperator]),
}
/** The example overlays, with people who have the facts that these add. */
const overlays = ['vi-du-tinh', 'vi-du-phu-luc'].map((id) => {
  const file = new URL(`../../docs/examples/overlays/${id}.json`, import.meta.url)
  const set = loadSet(JSON.parse(readFileSync(file, 'utf8')))
  return { id, set, plain: { ...plainSet('farmer'), facts: set.facts } }
})
const all: { id: string; set: CriteriaSet; plain: PlainSet }[] = [...pairs, ...overlays, everySet]

const days = ['2025-12-31', '2024-02-29', '2026-06-30', '2026-12-31']
const accepts: Attester[][] = [['certificate', 'log'], ['self', 'branch'], ['employer']]

export function peopleOf(plain: PlainSet, on: string, numRuns: number): CitizenRecord[] {
  return fc.sample(recordOf(plain, on), { numRuns, seed: 7 }).map((record, i) => ({ ...record, id: `p-${i}` }))
}

/** Every person comes out of the database as out of the library, to the last column. */
export async function expectEqual(
  database: Database,
  set: CriteriaSet,
  records: readonly CitizenRecord[],
  tables: SqlTables,
  options: { on: string; accept?: Attester[] },
): Promise<void> {
  const rows = await database.rows(toSql(set, { ...options, dialect: database.dialect, tables }))
  const assessor = compile(set, options)
  const found = new Map(rows.map((row) => [row['id'], row]))
  expect(rows).toHaveLength(records.length)
  for (const record of records)
    expect(found.get(record.id), JSON.stringify(record)).toEqual(expectedRow(assessor.assess(record), set))
}

export function testEquality(database: () => Database): void {
  test.each(all)('$id: every row as in JavaScript', async ({ id, set, plain }) => {
    const at = all.findIndex((one) => one.id === id)
    const on = days.filter((day) => day >= set.inForce.from).at(at % 2) as string
    const records = peopleOf(plain, on, number)
    await withPeople(database(), set, records, async (tables) => {
      await expectEqual(database(), set, records, tables, { on })
      for (const accept of long ? accepts : accepts.filter((_, a) => at === 3 * a))
        await expectEqual(database(), set, records, tables, { on, accept })
    })
  })
}
