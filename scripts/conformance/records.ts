import { indicatorIds } from '../../src/model/indicator.js'
import type { Vector } from './vector-file.js'

/** A vector whose expectation is still to come; without a name it gets its number. */
export type Asked = Pick<Vector, 'on' | 'record' | 'accept'> & { name?: string }

export const yearEnd = '2025-12-31'

const person = (group: string, evidence: object, more: object = {}): Asked['record'] => ({
  id: 'p',
  group,
  disadvantagedArea: false,
  ...more,
  evidence,
})

const asked = (group: string, evidence: object, on = yearEnd, more: object = {}): Asked => ({
  on,
  record: person(group, evidence, more),
})

/** Every combination of yes, no and not known of three facts. */
export function truthTableRecords(): Asked[] {
  const answers = [true, false, undefined]
  return answers.flatMap((requiredLearningDone) =>
    answers.flatMap((selfUpdatesOnline) =>
      answers.map((languageNotRequired) =>
        asked('general', withoutUndefined({ requiredLearningDone, selfUpdatesOnline, languageNotRequired })),
      ),
    ),
  )
}

/** Values at, below and above what the conditions of `every-operator` ask for; a list complete, code by code, and left open. */
export function intervalRecords(): Asked[] {
  const values: Record<string, readonly unknown[]> = {
    readingFrequency: [null, 0, 1, 2, 3, 4],
    booksRead: [0, 1, 2, 4, 5, 7, 8],
    staffTrainedPercent: [39.5, 40, 40.5, 62, 62.5, 62.75],
    goodRelations: [0, 1],
    improvements: [1, 2],
    commonActivities: [2, 3],
    communitySessions: [5, 6],
    occupation: ['rice', 'salt', 'wood'],
    supportActions: [
      [],
      ['teach'],
      ['teach', 'teach', 'fund'],
      ['fund', 'assign', 'teach', 'encourage'],
      {},
      { teach: true },
      { teach: false, fund: true, assign: null },
      { fund: true, assign: true },
      { teach: true, fund: true, assign: true, encourage: true },
    ],
    informationSources: [[], ['book', 'radio-tv', 'loudspeaker', 'extension-material'], { book: true }],
  }
  const single = Object.entries(values).flatMap(([fact, all]) => all.map((value) => asked('general', { [fact]: value })))
  const steps = ['2025-12-30', '2025-12-31'].flatMap((on) =>
    [40.5, 62.75].map((staffTrainedPercent) => asked('general', { staffTrainedPercent }, on)),
  )
  const joined = [
    { improvements: 2, recordKeeping: 2 },
    { improvements: 2, recordKeeping: 1, commonActivities: 0 },
    { selfUpdatesOnline: true, goodRelations: 1 },
    { readingFrequency: 2, commonActivities: 2, communitySessions: 5 },
    { readingFrequency: 1, booksRead: 7 },
  ].map((evidence) => asked('general', evidence))
  return [...single, ...steps.filter(({ on }) => on !== yearEnd), ...joined]
}

/** Days of different precision around both ends of the window, which runs from 1 January to 30 June. */
export function dateRecords(): Asked[] {
  const on = '2025-06-30'
  const texts = [
    '2024',
    '2024-12',
    '2024-12-31',
    '2025',
    '2025-01',
    '2025-01-01',
    '2025-06',
    '2025-06-30',
    '2025-07',
    '2025-07-01',
  ]
  const item = { kind: 'club', topic: 'law', hours: 30, certificate: true }
  const activity = (days: object): Asked => asked('general', { learningActivities: [{ ...item, ...days }] }, on)
  const single = texts.flatMap((day) => [activity({ from: day }), activity({ to: day })])
  const spans = ['2024', '2024-12-31', '2025', '2025-06-30'].flatMap((from) =>
    texts
      .filter((to) => to.slice(0, 7) >= from.slice(0, 7) && to !== from && !from.startsWith(`${to}-`))
      .map((to) => activity({ from, to })),
  )
  const certificates = [...texts, undefined].map((issuedOn) =>
    asked('general', { certificates: [{ kind: 'it-basic', ...(issuedOn && { issuedOn }) }] }, on),
  )
  const incomplete = [
    [{}],
    [{ from: '2025-03' }],
    [{ ...item, from: '2025-03', kind: null }, { kind: 'course' }],
    [{ ...item, from: '2025-03', hours: null }],
    [{ ...item, from: '2025-03', certificate: null }],
    [{ ...item, from: '2025-03', certificate: false }],
    [{ ...item, from: '2025-03', topic: null }],
    [0.1, 0.2, 11.7].map((hours) => ({ ...item, from: '2025-02-03', hours })),
    [18.7, 5.1, 0.2].map((hours) => ({ ...item, kind: 'course', from: '2025-02-03', hours })),
    [
      { ...item, from: '2025-02-10' },
      { ...item, from: '2025-07-02' },
      { ...item, from: '2025-06-02' },
    ],
  ].map((learningActivities) => asked('general', { learningActivities }, on))
  const leap = ['2024-02-28', '2024-02-29'].map((from) =>
    asked('general', { learningActivities: [{ ...item, from }] }, '2024-02-28'),
  )
  return [...single, ...spans, ...certificates, ...incomplete, ...leap]
}

/** Each route of the digital scale at its borders, their join, and what half an answer leaves open. */
export function digitalRecords(group: string, areas: readonly { activities: readonly string[] }[]): Asked[] {
  const first = (counts: readonly number[]): string[] => areas.flatMap(({ activities }, a) => activities.slice(0, counts[a] ?? 0))
  const counts = [
    [0, 0, 0, 0, 0],
    [1, 0, 0, 0, 0],
    [1, 1, 0, 0, 0],
    [1, 1, 1, 0, 0],
    [1, 1, 1, 1, 0],
    [1, 1, 1, 1, 1],
    [2, 2, 2, 2, 2],
    [2, 2, 3, 3, 2],
    [1, 2, 3, 3, 3],
    [2, 2, 3, 3, 3],
    [4, 6, 7, 6, 7],
  ]
  const done = counts.map((of) => ({ digitalActivities: first(of) }))
  const every = areas.flatMap(({ activities }) => activities)
  const byCode = (yes: readonly string[], no: readonly string[]) => ({
    digitalActivities: Object.fromEntries([...yes.map((code) => [code, true]), ...no.map((code) => [code, false])]),
  })
  const open = [
    byCode([], []),
    byCode(first([1, 1, 1, 1, 1]), []),
    byCode([], areas[0]?.activities ?? []),
    byCode(
      [],
      areas.flatMap(({ activities }) => activities.slice(1)),
    ),
    byCode(first([2, 2, 3, 3, 3]), []),
    byCode(
      first([1, 1, 1, 1, 1]),
      every.filter((code) => !first([1, 1, 1, 1, 1]).includes(code)),
    ),
    byCode([], every),
  ]
  const kinds = ['digital-basic-confirmation', 'it-basic', 'it-advanced', 'vocational', undefined]
  const papers = [
    ...kinds.map((kind) => [{ ...(kind && { kind }) }]),
    ...[1, 2, 3, 4, 5, 6, 7, 8, undefined].map((level) => [{ kind: 'digital-framework', ...(level && { level }) }]),
    [{ kind: 'it-advanced', issuedOn: '2026-01-01' }],
    [{ kind: 'it-advanced', issuedOn: '2025' }, { kind: 'it-basic' }],
    [
      { kind: 'digital-framework', level: 2 },
      { kind: 'it-advanced', issuedOn: '2025-12-31' },
    ],
    [{ level: 3 }],
    [],
  ].map((certificates) => ({ certificates }))
  const scores = [0, 19.5, 20, 59.5, 60, 79.5, 80, 100].map((localDigitalScore) => ({ localDigitalScore }))
  const flags = [true, false].flatMap((selfUpdatesOnline) => [
    { selfUpdatesOnline, certificates: [{ kind: 'it-basic' }] },
    { selfUpdatesOnline, certificates: [], digitalActivities: [] },
    { selfUpdatesOnline, certificates: [{ kind: 'it-advanced' }] },
  ])
  const joined = [
    { certificates: [], digitalActivities: [] },
    { certificates: [{ kind: 'it-basic' }], digitalActivities: [] },
  ]
  return [...done, ...open, ...papers, ...scores, ...flags, ...joined].map((evidence) => asked(group, evidence))
}

/** Totals at the thresholds, indicators at the floor, kinds of area, days on which the frame's own basis changes. */
export function passRecords(): Asked[] {
  const withSum = (total: number, floor = 5): object => {
    const rest = total - floor
    const scores = indicatorIds.map((id, i) => [
      id,
      i === 0 ? floor : Math.floor((rest * 2) / 9 + (i <= (rest * 2) % 9 ? 1 : 0)) / 2,
    ])
    return { scores: Object.fromEntries(scores) }
  }
  const areas = [
    { disadvantagedArea: true },
    { disadvantagedArea: false },
    { disadvantagedArea: null },
    { disadvantagedArea: undefined },
  ]
  const totals = areas.flatMap((area) =>
    [69.5, 70, 79.5, 80].flatMap((total) => [5, 4.5].map((floor) => ({ ...withSum(total, floor), ...area }))),
  )
  const days = ['2022-07-28', '2023-10-24', '2023-10-25'].flatMap((on) =>
    [{ disadvantagedArea: false }, { disadvantagedArea: true }].map((area) =>
      asked('general', {}, on, { ...withSum(80), ...area }),
    ),
  )
  const left = (ids: readonly string[], points: number, more: object): object => ({
    scores: Object.fromEntries(indicatorIds.filter((id) => !ids.includes(id)).map((id) => [id, points])),
    ...more,
  })
  const open = areas.flatMap((area) => [
    left(['cooperation'], 8, area),
    left(['cooperation'], 7.5, area),
    left(['cooperation'], 10, area),
    left(['cooperation', 'reading'], 9, area),
    left(['cooperation'], 6.5, area),
    left(['cooperation'], 4.5, area),
    left(['reading', 'learning-plan', 'foreign-language'], 10, area),
  ])
  return [
    ...totals.map((more) => asked('general', {}, yearEnd, more)),
    ...days,
    ...open.map((more) => asked('general', { cooperationGroups: 1 }, yearEnd, more)),
    asked('general', { readingFrequency: 0 }, yearEnd, { scores: { reading: 10 } }),
    asked('general', { readingFrequency: 4, informationSources: ['book'], booksRead: 0 }, yearEnd, { scores: { reading: 0.5 } }),
  ]
}

/** Who stands behind a fact, and whose word is taken. */
export function acceptRecords(): Asked[] {
  const evidence = {
    readingFrequency: 3,
    supportActions: ['teach'],
    digitalActivities: [],
    certificates: [{ kind: 'it-advanced' }],
    learningActivities: [
      { kind: 'course', from: '2026-03' },
      { kind: 'club', from: '2025-03', hours: 4 },
    ],
    selfUpdatesOnline: true,
  }
  const attested = { readingFrequency: 'branch', certificates: 'certificate', learningActivities: 'log', selfUpdatesOnline: null }
  return [
    undefined,
    ['self'],
    ['branch'],
    ['certificate', 'log'],
    ['employer'],
    ['self', 'branch', 'employer', 'certificate', 'log'],
  ].map((accept) => ({
    name: `accept ${accept?.join() ?? 'everybody'}`,
    on: yearEnd,
    ...(accept && { accept }),
    record: person('general', evidence, { attested }),
  }))
}

/** One fault each, and several at once. */
export function refusedRecords(): Asked[] {
  const farmer = { id: 'p', group: 'farmer' }
  const withEvidence = (evidence: object): object => ({ ...farmer, evidence })
  const activity = (item: unknown): object => withEvidence({ learningActivities: [{ kind: 'course' }, item] })
  const paper = (item: unknown): object => withEvidence({ certificates: [item] })
  const bad: object[] = [
    { group: 'farmer' },
    { id: 'p' },
    { id: '', group: 'farmer' },
    { id: 7, group: 'farmer' },
    { id: null, group: 'farmer' },
    { ...farmer, name: 'x' },
    { ...farmer, birth: '1970-13' },
    { ...farmer, birth: '1970-02-30' },
    { ...farmer, birth: '17/05/1970' },
    { ...farmer, birth: 1970 },
    { ...farmer, recordedOn: '2025-12' },
    { ...farmer, disadvantagedArea: 'yes' },
    { ...farmer, registered: 1 },
    { ...farmer, unitLevel: 'village' },
    { ...farmer, memberships: 'learning-family' },
    { ...farmer, memberships: ['learning-family', 'club'] },
    { ...farmer, units: { residence: 7, village: 'x' } },
    { ...farmer, scores: { reading: 10.5 } },
    { ...farmer, scores: { reading: -1, cooperation: 7.25 } },
    { ...farmer, scores: { readings: 5 } },
    { ...farmer, scores: [5] },
    { ...farmer, attested: { booksRead: 'neighbour', books: 'self' } },
    { ...farmer, evidence: [] },
    withEvidence({ books: 2 }),
    withEvidence({ digitalLevel: 2 }),
    withEvidence({ booksRead: '2' }),
    withEvidence({ booksRead: 2.5 }),
    withEvidence({ booksRead: -1 }),
    withEvidence({ booksRead: 201 }),
    withEvidence({ readingFrequency: 5 }),
    withEvidence({ staffTrainedPercent: 100.5 }),
    withEvidence({ requiredLearningDone: 'yes' }),
    withEvidence({ supportActions: 'teach' }),
    withEvidence({ supportActions: ['teach', 'sing', 3] }),
    withEvidence({ supportActions: { teach: 'yes', sing: true } }),
    withEvidence({ learningActivities: {} }),
    activity('course'),
    activity({ kind: 'lesson', topic: 'farming' }),
    activity({ from: '2025-02-29' }),
    activity({ from: '2025-06', to: '2025-05-31' }),
    activity({ from: '2025-06-02', to: '2025-06-01' }),
    activity({ hours: -1 }),
    activity({ hours: 8785 }),
    activity({ hours: '4', certificate: 'yes' }),
    activity({ issuedOn: '2025', place: 'x' }),
    paper({ kind: 'diploma' }),
    paper({ kind: 'digital-framework', level: 9 }),
    paper({ kind: 'digital-framework', level: 0 }),
    paper({ kind: 'digital-framework', level: 2.5 }),
    paper({ from: '2025' }),
    {
      id: '',
      group: 'farmer',
      birth: 'x',
      evidence: { booksRead: -1, certificates: [{ issuedOn: '2025-00' }] },
      scores: { reading: 11 },
    },
  ]
  return bad.map((record) => ({ on: yearEnd, record: record as Asked['record'] }))
}

const withoutUndefined = (of: object): object => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined))
