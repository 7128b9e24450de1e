import { expect, test } from 'vitest'
import { compile, sets, type CitizenRecord } from '../../src/index.js'
import { toSql, type SqlTables } from '../../src/sql.js'
import type { Database } from './databases.js'
import { expectedRow } from './expected.js'

const on = '2025-12-31'
const declared = Object.fromEntries(sets.farmer.indicators.map(({ id }) => [id, 7.5]))
const areas: [cell: string | null, area: Pick<CitizenRecord, 'disadvantagedArea'>][] = [
  ['co', { disadvantagedArea: true }],
  ['khong', { disadvantagedArea: false }],
  ['khong ro', { disadvantagedArea: null }],
  ['mot phan', { disadvantagedArea: null }],
  [null, {}],
]

export function testAreas(database: () => Database): void {
  test('an area that nobody filled in is ordinary, one with any other word is not known', async () => {
    const scores = Object.fromEntries(Object.keys(declared).map((id) => [id, { value: 7.5 }]))
    const area = { column: 'vung', values: { co: true, khong: false, 'khong ro': null } }
    const tables: SqlTables = { people: { table: 'vung_nguoi', id: 'id', disadvantagedArea: area }, scores }
    await database().run('CREATE TABLE vung_nguoi (id text, vung text)')
    for (const [i, [cell]] of areas.entries())
      await database().run(`INSERT INTO vung_nguoi VALUES ('p-${i}', ${cell === null ? 'NULL' : `'${cell}'`})`)
    const assessor = compile(sets.farmer, { on })
    const rowsOf = async (of: SqlTables): Promise<unknown[]> => {
      const rows = await database().rows(toSql(sets.farmer, { on, dialect: database().dialect, tables: of }))
      return rows.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))
    }
    const expected = (blank: Pick<CitizenRecord, 'disadvantagedArea'>): unknown[] =>
      areas.map(([cell, area], i) => {
        const record = { id: `p-${i}`, group: 'farmer', scores: declared, ...(cell === null ? blank : area) }
        return expectedRow(assessor.assess(record as CitizenRecord), sets.farmer)
      })
    expect(await rowsOf(tables)).toEqual(expected({}))
    tables.people.blankArea = 'unknown'
    expect(await rowsOf(tables)).toEqual(expected({ disadvantagedArea: null }))
    const verdicts = expected({}).map((row) => (row as { verdict: string }).verdict)
    expect(verdicts).toEqual(['met', 'unmet', 'unknown', 'unknown', 'unmet'])
    await database().run('DROP TABLE vung_nguoi')
  })
}
