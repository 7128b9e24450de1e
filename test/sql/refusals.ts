import { expect, test } from 'vitest'
import { compile, isCdhtError, sets, type CitizenRecord } from '../../src/index.js'
import { toSql } from '../../src/sql.js'
import type { Database } from './databases.js'
import { expectedRow } from './expected.js'
import { withPeople } from './loaded.js'

type Evidence = Record<string, unknown>

const activity = (item: object): Evidence => ({ learningActivities: [{ kind: 'course', from: '2025-03' }, item] })
const certificate = (item: object): Evidence => ({ certificates: [item] })

/** Dates at the edges of the calendar, and texts that are none. */
const texts = ['1900', '2000', '2023', '2024'].flatMap((year) => [
  ...['02-28', '02-29', '02-30', '04-30', '04-31', '12-31', '12-32', '00-10', '13-01', '06-00'].map((day) => `${year}-${day}`),
  ...['01', '12', '00', '13', '1'].map((month) => `${year}-${month}`),
])
const odd = [
  '0000',
  '0001',
  '9999',
  '2025/01',
  '2025-01/01',
  '２０２５',
  ' 2025',
  '2025 ',
  '+202',
  '1e03',
  '20250101',
  '2025-01-1',
  '',
  '-',
]
const dates = [...texts, ...odd]

const broken: Evidence[] = [
  { readingFrequency: 5 },
  { readingFrequency: -1 },
  { booksRead: 201 },
  { staffTrainedPercent: 100.5 },
  { digitalActivities: { 'cc-email': true, 'no-such': true } },
  { informationSources: ['book', 'No Such'] },
  activity({ kind: 'no-such' }),
  activity({ topic: 'no-such' }),
  activity({ hours: -0.01 }),
  activity({ hours: 8784.5 }),
  activity({ from: '2025-05-02', to: '2025-05-01' }),
  activity({ from: '2025-05', to: '2025' }),
  activity({ from: '2025-06', to: '2024' }),
  { learningActivities: Array.from({ length: 1001 }, () => ({})) },
  { certificates: Array.from({ length: 1000 }, () => ({ kind: 'vocational' })) },
  certificate({ kind: 'no-such' }),
  certificate({ kind: 'digital-framework', level: 9 }),
  certificate({ kind: 'digital-framework', level: 8 }),
  certificate({ kind: 'it-basic', level: 9 }),
  certificate({ level: 0 }),
  certificate({ level: 101 }),
  ...dates.flatMap((text) => [
    activity({ from: text }),
    activity({ to: text }),
    certificate({ issuedOn: text, kind: 'it-basic' }),
  ]),
]

export function testRefusals(database: () => Database): void {
  test('values that no record can have refuse a person, and nobody else, as in JavaScript', async () => {
    const records = [
      ...broken.map((evidence) => ({ evidence })),
      ...[7.25, 10.5, -0.5, 10, 0].map((reading) => ({ scores: { reading } })),
      { attested: { booksRead: 'nobody' }, evidence: { booksRead: 2 } },
      { attested: { booksRead: 'log' }, evidence: { booksRead: 2 } },
    ].map((more, i) => ({ id: `p-${i}`, group: 'farmer', ...more }) as CitizenRecord)
    const options = { on: '2025-12-31', accept: ['self', 'log'] as ('self' | 'log')[] }
    const assessor = compile(sets.farmer, options)
    const count = { refused: 0, taken: 0 }
    await withPeople(database(), sets.farmer, records, async (tables) => {
      const rows = await database().rows(toSql(sets.farmer, { ...options, dialect: database().dialect, tables }))
      const found = new Map(rows.map((row) => [row['id'], row]))
      for (const record of records) {
        const row = found.get(record.id)
        const [field] = Object.keys(record.evidence ?? record.scores ?? {})
        try {
          expect(row, JSON.stringify(record)).toEqual(expectedRow(assessor.assess(record), sets.farmer))
          count.taken++
        } catch (error) {
          if (!isCdhtError(error)) throw error
          expect(row, JSON.stringify(record)).toMatchObject({ refused: field, verdict: null, total_lower: null, missing: null })
          count.refused++
        }
      }
    })
    expect(count.refused).toBeGreaterThan(100)
    expect(count.taken).toBeGreaterThan(40)
  })

  test('people of other groups, and of none, are left out', async () => {
    const records = ['farmer', 'worker', 'farmer'].map((group, i) => ({ id: `p-${i}`, group }))
    await withPeople(database(), sets.farmer, records, async (tables) => {
      const query = toSql(sets.farmer, { on: '2025-12-31', dialect: database().dialect, tables })
      expect((await database().rows(query)).map(({ id }) => id).sort()).toEqual(['p-0', 'p-2'])
      const everybody = toSql(sets.general, { on: '2025-12-31', dialect: database().dialect, tables })
      expect((await database().rows(everybody)).map(({ group }) => group).sort()).toEqual(['farmer', 'farmer', 'worker'])
    })
  })
}
