import { describe, expect, test } from 'vitest'
import { evaluate, sets, type CitizenRecord, type DigitalSkills } from '../src/index.js'
import type { Attester } from '../src/model/attester.js'

const on = '2025-12-31'
type Given = NonNullable<CitizenRecord['evidence']>
function digitalOf(
  evidence: Given,
  more: { on?: string; accept?: Attester[]; attested?: CitizenRecord['attested'] } = {},
): DigitalSkills {
  const { accept, attested } = more
  return evaluate({ id: 'p', group: 'general', evidence, attested }, { on: more.on ?? on, accept }).digital
}

/** The thirty activities and the least number of each area, as Eurostat publishes them for DSI 2.0. */
const dsi = {
  IDL: { aboveBasic: 2, activities: ['idl-goods', 'idl-health', 'idl-news', 'idl-factcheck'] },
  CC: { aboveBasic: 2, activities: ['cc-email', 'cc-calls', 'cc-messaging', 'cc-social', 'cc-civic', 'cc-vote'] },
  DCC: {
    aboveBasic: 3,
    activities: ['dcc-word', 'dcc-sheet', 'dcc-media', 'dcc-files', 'dcc-compose', 'dcc-sheetadv', 'dcc-code'],
  },
  SF: { aboveBasic: 3, activities: ['sf-site', 'sf-privacy', 'sf-location', 'sf-profile', 'sf-ads', 'sf-cookies'] },
  PS: { aboveBasic: 3, activities: ['ps-install', 'ps-settings', 'ps-buy', 'ps-sell', 'ps-learn', 'ps-bank', 'ps-job'] },
} as const
type Area = keyof typeof dsi
const areas = Object.keys(dsi) as Area[]
type Activity = (typeof dsi)[Area]['activities'][number]
const some = (area: Area, count: number): Activity[] => dsi[area].activities.slice(0, count)
/** Numbers of activities done, area by area. */
const done = (counts: Partial<Record<Area, number>>): Activity[] => areas.flatMap((area) => some(area, counts[area] ?? 0))
const everywhere = (count: (area: Area) => number): Record<Area, number> =>
  Object.fromEntries(areas.map((area) => [area, count(area)])) as Record<Area, number>
const basicEverywhere = everywhere(() => 1)
const aboveEverywhere = everywhere((area) => dsi[area].aboveBasic)

const none: Given = { digitalActivities: [], certificates: [] }

describe('an area of DSI 2.0', () => {
  test.each(areas)('%s, from no activity to all of them', (area) => {
    const { aboveBasic, activities } = dsi[area]
    for (let count = 0; count <= activities.length; count++) {
      const told = digitalOf({ digitalActivities: some(area, count) }).areas.find(({ code }) => code === area)
      const level = count === 0 ? 'none' : count < aboveBasic ? 'basic' : 'above-basic'
      expect(told, String(count)).toMatchObject({ count: { lower: count, upper: count }, level: { lower: level, upper: level } })
    }
  })
  test('counts an activity once, however often it is named, and whichever it is', () => {
    const told = digitalOf({ digitalActivities: ['dcc-code', 'dcc-code', 'dcc-code', 'cc-vote'] })
    expect(told.areas.map(({ count }) => count.lower)).toEqual([0, 1, 1, 0, 0])
    expect(told.areas.map(({ level }) => level.lower)).toEqual(['none', 'basic', 'basic', 'none', 'none'])
  })
  test('has both labels, in the order of the scale', () => {
    const told = digitalOf(none).areas
    expect(told.map(({ code }) => code)).toEqual(areas)
    for (const { label } of told) expect([label.vi, label.en].every((text) => text.length > 1)).toBe(true)
  })
})

describe('the overall result of DSI 2.0, on our scale of five', () => {
  const without = (...left: Area[]): Record<Area, number> => everywhere((area) => (left.includes(area) ? 0 : 6))
  const rows: [string, Partial<Record<Area, number>>, number, string][] = [
    ['above basic: in all five areas', aboveEverywhere, 3, 'proficient'],
    ['above basic: everything there is', everywhere((area) => dsi[area].activities.length), 3, 'proficient'],
    ...areas.map((area): [string, Record<Area, number>, number, string] => [
      `basic: one short of above basic in ${area}`,
      { ...aboveEverywhere, [area]: dsi[area].aboveBasic - 1 },
      2,
      'basic',
    ]),
    ['basic: one activity in each of five', basicEverywhere, 2, 'basic'],
    ...areas.map((area): [string, Record<Area, number>, number, string] => [
      `low: all areas but ${area}`,
      without(area),
      1,
      'emerging',
    ]),
    ['low: one activity in each of four', { ...basicEverywhere, SF: 0 }, 1, 'emerging'],
    ['narrow: three areas', without('IDL', 'SF'), 1, 'emerging'],
    ['limited: two areas', { CC: 1, PS: 1 }, 1, 'emerging'],
    ['no skills: one area alone', { CC: 6 }, 0, 'none'],
    ['no skills: none', {}, 0, 'none'],
  ]
  test.each(rows)('%s', (_, counts, level, code) => {
    const told = digitalOf({ ...none, digitalActivities: done(counts) })
    expect(told).toMatchObject({ level: { lower: level, upper: level }, code })
    expect(told.because.map(({ route }) => route)).toEqual(level > 0 ? ['dsi-2.0'] : [])
  })
  test('in every combination of five levels', () => {
    const kinds = [0, 1, 2] as const
    const expected = (levels: number[]): number => {
      const basic = levels.filter((level) => level >= 1).length
      if (levels.every((level) => level === 2)) return 3
      return basic === 5 ? 2 : basic >= 2 ? 1 : 0
    }
    for (const a of kinds)
      for (const b of kinds)
        for (const c of kinds)
          for (const d of kinds)
            for (const e of kinds) {
              const levels = [a, b, c, d, e]
              const counts = Object.fromEntries(areas.map((area, i) => [area, [0, 1, dsi[area].aboveBasic][levels[i] as number]]))
              expect(digitalOf({ ...none, digitalActivities: done(counts) }).level.lower, levels.join()).toBe(expected(levels))
            }
  })
})

describe('activities answered one by one', () => {
  test('what was not asked may still be done', () => {
    const told = digitalOf({ certificates: [], digitalActivities: { 'idl-goods': true, 'idl-health': false, 'cc-email': true } })
    const [idl, cc, dcc] = told.areas
    expect(idl).toMatchObject({ count: { lower: 1, upper: 3 }, level: { lower: 'basic', upper: 'above-basic' } })
    expect(cc).toMatchObject({ count: { lower: 1, upper: 6 } })
    expect(dcc).toMatchObject({ count: { lower: 0, upper: 7 }, level: { lower: 'none', upper: 'above-basic' } })
    expect(told).toMatchObject({ level: { lower: 1, upper: 3 }, code: 'emerging', hasSkills: 'unknown' })
  })
  test('a whole area of no leaves four at most', () => {
    const no = Object.fromEntries(dsi.SF.activities.map((code) => [code, false]))
    expect(digitalOf({ certificates: [], digitalActivities: no }).level).toEqual({ lower: 0, upper: 1 })
  })
  test('null and undefined are as if not asked', () => {
    const asked = digitalOf({ digitalActivities: { 'cc-email': true } })
    expect(digitalOf({ digitalActivities: { 'cc-email': true, 'cc-calls': null, 'cc-vote': undefined } })).toEqual(asked)
  })
  test('thirty answers say what a list says', () => {
    const yes = new Set<string>(done(basicEverywhere))
    const answers = Object.fromEntries(areas.flatMap((area) => dsi[area].activities.map((code) => [code, yes.has(code)])))
    expect(digitalOf({ digitalActivities: answers })).toEqual(digitalOf({ digitalActivities: done(basicEverywhere) }))
  })
})

describe('each route', () => {
  const routes: [string, Given, number, string, string][] = [
    ['dsi-2.0', { digitalActivities: done(basicEverywhere) }, 2, 'standard', 'isoc_sk_dskl_i21'],
    ['qd-757', { certificates: [{ kind: 'digital-basic-confirmation' }] }, 2, 'official', '757/QĐ-BKHCN'],
    ['it-basic', { certificates: [{ kind: 'it-basic' }] }, 2, 'official', '03/2014/TT-BTTTT'],
    ['it-advanced', { certificates: [{ kind: 'it-advanced' }] }, 3, 'official', '17/2016/TTLT-BGDĐT-BTTTT'],
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((step): [string, Given, number, string, string] => [
      'tt-02-2025',
      { certificates: [{ kind: 'digital-framework', level: step }] },
      [1, 2, 3, 3, 4, 4, 4, 4][step - 1] as number,
      'official',
      '02/2025/TT-BGDĐT',
    ]),
  ]
  test.each(routes)('%s %j shows level %i', (route, evidence, level, basis, number) => {
    const told = digitalOf({ ...none, ...evidence })
    expect(told.level).toEqual({ lower: level, upper: level })
    expect(told.because).toHaveLength(1)
    const [because] = told.because
    expect(because).toMatchObject({ route, level: { lower: level, upper: level }, basis: 'proposed', evidence: { basis } })
    expect(because?.evidence.source.map((source) => source.number)).toEqual([number])
    expect(because?.rule.vi).not.toBe('')
    expect(because?.rule.en).not.toBe('')
    // The step from evidence to our level is ours: never more than a proposal.
    expect(because && 'source' in because).toBe(false)
  })
  test('the highest wins, all are told, the highest first; having no certificate takes nothing away', () => {
    const told = digitalOf({
      digitalActivities: done({ CC: 1, PS: 1 }),
      certificates: [{ kind: 'it-basic' }, { kind: 'digital-framework', level: 5 }, { kind: 'vocational' }],
    })
    expect(told).toMatchObject({ level: { lower: 4, upper: 4 }, code: 'advanced' })
    expect(told.because.map(({ route, level }) => [route, level.lower])).toEqual([
      ['tt-02-2025', 4],
      ['it-basic', 2],
      ['dsi-2.0', 1],
    ])
    expect(digitalOf({ certificates: [], digitalActivities: done(aboveEverywhere) }).level).toEqual({ lower: 3, upper: 3 })
  })
  test('two steps of one framework: the higher', () => {
    const certificates = [6, 2].map((level) => ({ kind: 'digital-framework' as const, level }))
    expect(digitalOf({ digitalActivities: [], certificates }).level).toEqual({ lower: 4, upper: 4 })
  })
  test('a certificate without its step or kind leaves open what it might show', () => {
    expect(digitalOf({ digitalActivities: [], certificates: [{ kind: 'digital-framework' }] }).level).toEqual({
      lower: 0,
      upper: 4,
    })
    expect(digitalOf({ digitalActivities: [], certificates: [{}] }).level).toEqual({ lower: 0, upper: 4 })
    expect(digitalOf({ digitalActivities: [], certificates: [{ kind: 'vocational' }] }).level).toEqual({ lower: 0, upper: 0 })
  })
})

describe('the day of a certificate', () => {
  const held = (issuedOn: string | null, day = on) => {
    const record: CitizenRecord = {
      id: 'p',
      group: 'general',
      evidence: { digitalActivities: [], certificates: [{ kind: 'it-basic', issuedOn }] },
    }
    const { digital, warnings } = evaluate(record, { on: day })
    return {
      level: digital.level,
      late: warnings.filter(({ code }) => code === 'after_day').map(({ path, severity }) => [path.join('.'), severity]),
    }
  }
  const shown = { lower: 2, upper: 2 }
  test('up to the day of the assessment it counts, also from years before, and without a day', () => {
    for (const issued of ['2025-12-31', '2025', '2025-12', '2011-05-05', null])
      expect(held(issued)).toEqual({ level: shown, late: [] })
  })
  test('after it, it is ignored with a warning', () => {
    for (const issued of ['2026-01-01', '2026', '2026-01'])
      expect(held(issued)).toEqual({ level: { lower: 0, upper: 0 }, late: [['evidence.certificates.0', 'warning']] })
  })
  test('perhaps after it, it may count', () => {
    for (const issued of ['2025', '2025-06'])
      expect(held(issued, '2025-06-15')).toEqual({ level: { lower: 0, upper: 2 }, late: [] })
  })
})

describe('not assessed', () => {
  test('no evidence on any route: everything is open, and it is not called level 0', () => {
    for (const evidence of [
      {},
      { digitalActivities: null, certificates: null },
      { booksRead: 3 },
      { localDigitalScore: 90 },
    ] as Given[])
      expect(digitalOf(evidence)).toMatchObject({
        code: 'not-assessed',
        label: { vi: 'Chưa đánh giá', en: 'Not assessed' },
        level: { lower: 0, upper: 4 },
        hasSkills: 'unknown',
        proficient: 'unknown',
        because: [],
      })
  })
  test('an empty list of activities says none', () => {
    expect(digitalOf({ digitalActivities: [] })).toMatchObject({ code: 'none', level: { lower: 0, upper: 4 } })
    expect(digitalOf({ digitalActivities: [], certificates: [] })).toMatchObject({
      code: 'none',
      label: { vi: 'Chưa có kỹ năng số', en: 'No digital skills' },
      level: { lower: 0, upper: 0 },
      hasSkills: 'unmet',
      proficient: 'unmet',
    })
  })
})

describe('the two flags', () => {
  const level = (lower: number): Given => ({
    digitalActivities: [],
    certificates: lower === 0 ? [] : [{ kind: 'digital-framework', level: [1, 2, 3, 5][lower - 1] as number }],
  })
  /** Level 1 for sure, and as far as the unasked activities go. */
  const open: Given = { certificates: [], digitalActivities: { 'cc-email': true, 'ps-buy': true } }
  test.each([
    [0, true, 'unmet', 'unmet'],
    [1, true, 'unmet', 'unmet'],
    [1, null, 'unmet', 'unmet'],
    [2, true, 'met', 'met'],
    [2, false, 'met', 'unmet'],
    [2, null, 'met', 'unknown'],
    [3, false, 'met', 'met'],
    [3, null, 'met', 'met'],
    [4, false, 'met', 'met'],
  ] as const)('level %i, updates online %s: skills %s, proficient %s', (lower, selfUpdatesOnline, hasSkills, proficient) => {
    expect(digitalOf({ ...level(lower), selfUpdatesOnline })).toMatchObject({
      level: { lower, upper: lower },
      hasSkills,
      proficient,
    })
  })
  test.each([
    [open, true, { lower: 1, upper: 3 }, 'unknown', 'unknown'],
    [open, false, { lower: 1, upper: 3 }, 'unknown', 'unknown'],
    [open, null, { lower: 1, upper: 3 }, 'unknown', 'unknown'],
    [{ digitalActivities: done(basicEverywhere) }, false, { lower: 2, upper: 4 }, 'met', 'unknown'],
    [{ digitalActivities: done(basicEverywhere) }, true, { lower: 2, upper: 4 }, 'met', 'met'],
    [{ digitalActivities: done(aboveEverywhere) }, null, { lower: 3, upper: 4 }, 'met', 'met'],
    [
      { certificates: [], digitalActivities: Object.fromEntries(dsi.SF.activities.map((code) => [code, false])) },
      true,
      { lower: 0, upper: 1 },
      'unmet',
      'unmet',
    ],
  ] as [Given, boolean | null, object, string, string][])(
    '%j, updates online %s',
    (evidence, selfUpdatesOnline, range, hasSkills, proficient) => {
      expect(digitalOf({ ...evidence, selfUpdatesOnline })).toMatchObject({ level: range, hasSkills, proficient })
    },
  )
  test('never touch the verdict', () => {
    const record = (evidence: Given): CitizenRecord => ({
      id: 'p',
      group: 'general',
      evidence,
      scores: Object.fromEntries(sets.general.indicators.map(({ id }) => [id, 9])),
    })
    for (const evidence of [level(0), level(4), {}])
      expect(evaluate(record(evidence), { on })).toMatchObject({ verdict: 'met', score: { lower: 90 } })
  })
})

describe('who attested digital evidence', () => {
  const evidence: Given = { digitalActivities: done(aboveEverywhere), certificates: [{ kind: 'it-basic' }] }
  const attested = { certificates: 'certificate', digitalActivities: 'log' } as const
  test.each([
    [undefined, { lower: 3, upper: 3 }, ['dsi-2.0', 'it-basic']],
    [['log', 'certificate'], { lower: 3, upper: 3 }, ['dsi-2.0', 'it-basic']],
    [['certificate'], { lower: 2, upper: 3 }, ['it-basic']],
    [['log'], { lower: 3, upper: 4 }, ['dsi-2.0']],
    [['self'], { lower: 0, upper: 4 }, []],
  ] as [Attester[] | undefined, object, string[]][])('accepting %j', (accept, level, routes) => {
    const told = digitalOf(evidence, { attested, ...(accept && { accept }) })
    expect(told.level).toEqual(level)
    expect(told.because.map(({ route }) => route)).toEqual(routes)
    expect(told.code === 'not-assessed').toBe(routes.length === 0)
  })
  test('what is not accepted is as if it were not given', () => {
    const told = digitalOf(evidence, { attested, accept: ['certificate'] })
    expect(told).toEqual(digitalOf({ certificates: evidence.certificates }))
    expect(digitalOf(evidence, { accept: ['self'] })).toEqual(digitalOf(evidence))
  })
})
