import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile, sets, type CitizenRecord } from '../../src/index.js'
import { sqlTablesSchema, toSql } from '../../src/sql.js'
import type { Database } from './databases.js'
import { expectedRow } from './expected.js'

const on = '2025-12-31'
const example = (name: string): string => readFileSync(new URL(`../../docs/examples/sql/${name}`, import.meta.url), 'utf8')

/** What the rows of the example say, as records. */
const people: CitizenRecord[] = [
  {
    id: 'NV001',
    group: 'public-employee',
    disadvantagedArea: false,
    evidence: {
      languageLevel: 3,
      learningPlan: 2,
      requiredLearningDone: true,
      improvements: 1,
      learningActivities: [
        { kind: 'short-training', topic: 'professional', from: '2025-06-02', to: '2025-06-06', certificate: true },
        { kind: 'online-course', topic: 'digital', from: '2025-09-15', certificate: false },
      ],
      certificates: [{ kind: 'it-basic', issuedOn: '2016-05-20' }],
    },
  },
  {
    id: 'NV002',
    group: 'public-employee',
    disadvantagedArea: false,
    evidence: {
      languageLevel: 0,
      learningPlan: 1,
      requiredLearningDone: true,
      improvements: 0,
      learningActivities: [
        { kind: 'seminar', from: '2024-12-20', to: '2024-12-21' },
        { kind: 'short-training', topic: 'professional', from: '2026-01-05', to: '2026-01-09' },
      ],
      certificates: [{ issuedOn: '2019-08-01' }],
    },
  },
  // Nothing of it is known: no row in a table of training is no answer, unless the mapping says that everybody is listed.
  { id: 'NV003', group: 'public-employee' },
]
const attested = { languageLevel: 'certificate', learningActivities: 'employer', certificates: 'certificate' } as const

export function testHrExample(database: () => Database): void {
  test('the example of a usual HR database gives what its rows say', async () => {
    await database().run(example('nhan-su.sql'))
    const tables = sqlTablesSchema.parse(JSON.parse(example('nhan-su.mapping.json')))
    const { dialect } = database()
    for (const accept of [undefined, ['employer', 'certificate'] as const]) {
      const options = { on, ...(accept && { accept }) }
      const assessor = compile(sets['public-employee'], options)
      const rows = await database().rows(toSql(sets['public-employee'], { ...options, dialect, tables }))
      const byId = new Map(rows.map((row) => [row['id'], row]))
      expect([...byId.keys()].sort()).toEqual(['NV001', 'NV002', 'NV003'])
      for (const record of people)
        expect(byId.get(record.id)).toEqual(expectedRow(assessor.assess({ ...record, attested }), sets['public-employee']))
    }
    const listed = structuredClone(tables)
    for (const fact of ['learningActivities', 'certificates']) Object.assign(listed.facts?.[fact] as object, { listed: 'always' })
    const [, , nobody] = people as [CitizenRecord, CitizenRecord, CitizenRecord]
    const none = { ...nobody, evidence: { learningActivities: [], certificates: [] } }
    const rows = await database().rows(toSql(sets['public-employee'], { on, dialect, tables: listed }))
    expect(rows.find(({ id }) => id === 'NV003')).toEqual(
      expectedRow(compile(sets['public-employee'], { on }).assess(none), sets['public-employee']),
    )
    await database().run('DROP TABLE nhan_su; DROP TABLE dao_tao; DROP TABLE van_bang')
  })
}
