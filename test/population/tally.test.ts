import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  compile,
  evaluate,
  isCdhtError,
  loadSet,
  parseTally,
  sets,
  tally,
  type CitizenRecord,
  type CriteriaSet,
  type PopulationRules,
  type Tally,
  type TallyData,
  type TallyOptions,
} from '../../src/index.js'
import { indicatorIds } from '../../src/model/indicator.js'
import { populationRules } from '../../src/sets/shipped/population.js'
import { recordOf } from '../support/arbitrary.js'
import { addPeople, births, on } from '../support/counted.js'
import { plainSet, plainSetIds } from '../support/plain/set.js'

/** People of every group, drawn once: units, ages and memberships vary, so that there are many cells. */
const people: CitizenRecord[] = plainSetIds().flatMap((id) => {
  const plain = plainSet(id)
  const records = fc.record({
    record: recordOf(plain, on),
    residence: fc.constantFrom('X1', 'X2', null, undefined),
    workplace: fc.constantFrom('D1', 'D2', null),
    birth: fc.constantFrom('1980', '2007-12-31', '2008', '2007', undefined),
    self: fc.constantFrom(true, false, null, undefined),
  })
  return fc.sample(records, { seed: 1, numRuns: 40 }).map(({ record, residence, workplace, birth, self }, i) => ({
    ...record,
    id: `${id}-${i}`,
    birth,
    units: { residence, workplace },
    evidence: {
      ...record.evidence,
      selfUpdatesOnline: self,
      ...(i % 4 === 0 && { digitalActivities: [], certificates: [] }),
    },
  }))
})

const text = (of: Tally): string => JSON.stringify(of)
/** Without the sets, which scores do not tell. */
const withoutSets = (of: Tally): string => JSON.stringify({ ...of.toJSON(), sets: [] })
const tallyOf = (of: readonly CitizenRecord[]): Tally => {
  const sum = tally()
  for (const person of of) sum.add(evaluate(person, { on, reasons: false }), person)
  return sum
}
let whole: string
beforeAll(() => {
  whole = text(tallyOf(people))
})

/** Numbers below `limit`, the same in every run. */
function draw(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % limit
  }
}

describe('a commutative monoid', () => {
  const [a, b, c] = [people.slice(0, 50), people.slice(50, 90), people.slice(90)] as [typeof people, typeof people, typeof people]
  test('merging is associative', () => {
    const left = tallyOf(a).merge(tallyOf(b)).merge(tallyOf(c))
    const right = tallyOf(a).merge(tallyOf(b).merge(tallyOf(c)))
    expect(text(left)).toBe(text(right))
    expect(text(left)).toBe(whole)
  })
  test('and commutative', () => {
    expect(text(tallyOf(b).merge(tallyOf(a)))).toBe(text(tallyOf(a).merge(tallyOf(b))))
  })
  test('and the empty tally changes nothing', () => {
    expect(text(tally().merge(tallyOf(a)))).toBe(text(tallyOf(a)))
    expect(text(tallyOf(a).merge(tally()))).toBe(text(tallyOf(a)))
  })
  test('a tally merged into itself counts everybody twice, and the other one stays as it was', () => {
    const [one, other] = [tallyOf(a), tallyOf(b)]
    const before = text(other)
    expect(one.merge(other).people).toBe(90)
    expect(text(other)).toBe(before)
    expect(other.merge(other).people).toBe(80)
  })
  test('100 random partitions, in random order, equal the whole', () => {
    const next = draw(7)
    for (let run = 0; run < 100; run++) {
      const parts = Array.from({ length: 1 + next(9) }, () => tally())
      const rest = [...people]
      while (rest.length > 0) {
        const [person] = rest.splice(next(rest.length), 1) as [CitizenRecord]
        parts[next(parts.length)]?.add(judged(person), person)
      }
      while (parts.length > 1) {
        const [part] = parts.splice(next(parts.length), 1) as [Tally]
        parts[next(parts.length)]?.merge(part)
      }
      expect(text(parts[0] as Tally)).toBe(whole)
    }
  })
  const kept = new Map<string, ReturnType<typeof evaluate>>()
  function judged(person: CitizenRecord) {
    const ready = kept.get(person.id) ?? evaluate(person, { on, reasons: false })
    kept.set(person.id, ready)
    return ready
  }
})

describe('addScores', () => {
  const scored = (options: TallyOptions, setOf: (group: string) => CriteriaSet, of = people): Tally => {
    const sum = tally(options)
    const out = new Float64Array(26)
    const assessors = new Map<string, ReturnType<typeof compile>>()
    for (const person of of) {
      const assessor =
        assessors.get(person.group) ?? compile(setOf(person.group), { on, ...(options.accept && { accept: options.accept }) })
      assessors.set(person.group, assessor)
      assessor.scoreInto(person, out)
      sum.addScores(out, person)
    }
    return sum
  }
  const shipped = (group: string): CriteriaSet => sets[group as keyof typeof sets]

  test('equals add, whatever is known of updating the evidence online', () => {
    const data = tallyOf(people).toJSON()
    const proficient = new Set(data.residence.flatMap(({ profiles }) => Object.keys(profiles).map((key) => key.slice(4))))
    // Skills with and without proficiency, none, and not known: in some of them the flag decides.
    expect([...proficient]).toEqual(expect.arrayContaining(['nn', 'uu', 'yn', 'yu', 'yy']))
    expect(text(scored({ on }, shipped))).toBe(withoutSets(tallyOf(people)))
  })
  test('equals add where only the evidence of some attesters is accepted', () => {
    const accept = ['branch', 'log', 'certificate'] as const
    const sum = tally()
    for (const person of people) sum.add(evaluate(person, { on, accept, reasons: false }), person)
    expect(text(sum)).not.toBe(whole)
    expect(text(scored({ on, accept }, shipped))).toBe(withoutSets(sum))
  })
  test('equals add by an overlay that asks for another level of skills', () => {
    const set = loadSet({
      id: 'farmer-other',
      extends: 'farmer',
      version: '1',
      parameters: {
        'required-digital-level': {
          unit: 'level',
          checkedOn: '2026-11-24',
          values: [{ from: '2022-07-28', value: 3, basis: 'proposed', rationale: { vi: 'Thử.', en: 'A test.' } }],
        },
      },
    })
    const farmers = people.filter(({ group }) => group === 'farmer')
    const sum = tally()
    for (const person of farmers) sum.add(evaluate(person, { on, set, reasons: false }), person)
    expect(sum.toJSON().sets).toEqual([{ id: 'farmer-other', version: '1', digest: set.digest, people: farmers.length }])
    expect(text(scored({ on, set }, () => set, farmers))).toBe(text(sum))
    expect(text(scored({ on }, () => set, farmers))).not.toBe(text(sum))
  })
  test('without a day, nobody’s age is known, and everything else is', () => {
    const without = scored({}, shipped).toJSON()
    expect([without.days, without.adultAges]).toEqual([null, []])
    for (const { profiles } of without.residence) for (const key of Object.keys(profiles)) expect(key[0]).toBe('u')
    const bare = (data: TallyData) =>
      parseTally(data)
        .rows()
        .map(({ adults, ...row }) => ({ ...row, adults: adults.met + adults.unmet + adults.unknown }))
    expect(bare(without)).toEqual(bare(JSON.parse(whole) as TallyData))
  })
  test('numbers that no scoreInto wrote are refused, and nothing is counted', () => {
    const sum = tally({ on })
    const person = people[0] as CitizenRecord
    expect(() => sum.addScores(new Float64Array(10), person)).toThrow('options: wrong_option at out')
    expect(() => sum.addScores(new Float64Array(26).fill(NaN), person)).toThrow('wrong_option')
    expect(() => sum.addScores(new Float64Array(26).fill(0.3, 0, 20), person)).toThrow('wrong_option')
    expect(text(sum)).toBe(text(tally()))
  })
})

describe('what is counted', () => {
  const count = tally()
  addPeople(
    count,
    3,
    { group: 'farmer', birth: births.met, registered: true, memberships: [] },
    { verdict: 'met', hasSkills: 'met' },
  )
  addPeople(
    count,
    2,
    { group: 'farmer', birth: births.unmet, memberships: [], scores: { reading: 7.5 } },
    { verdict: 'unknown', hasSkills: 'unknown', proficient: 'unknown' },
  )
  addPeople(
    count,
    1,
    {
      group: 'worker',
      registered: false,
      units: { residence: 'X1', workplace: 'D1' },
      unitLevel: 'commune',
      memberships: ['learning-unit', 'learning-family', 'learning-unit'],
    },
    { verdict: 'unmet' },
  )
  const rows = count.rows()

  test('everybody once by residence and once by workplace', () => {
    expect(count.people).toBe(6)
    for (const by of ['residence', 'workplace'])
      expect(rows.filter((row) => row.by === by).map(({ people }) => people)).toEqual([1, 5])
    expect(rows.map(({ by, unit, group, unitLevel, memberships }) => [by, unit, group, unitLevel, memberships])).toEqual([
      ['residence', 'X1', 'worker', null, ['learning-family', 'learning-unit']],
      ['residence', null, 'farmer', null, []],
      ['workplace', 'D1', 'worker', 'commune', ['learning-family', 'learning-unit']],
      ['workplace', null, 'farmer', null, []],
    ])
  })
  test('each answer with its unknown', () => {
    expect(rows[1]).toMatchObject({
      people: 5,
      adults: { met: 3, unmet: 2, unknown: 0 },
      registered: { met: 3, unmet: 0, unknown: 2 },
      assessed: 2,
      met: 3,
      unmet: 0,
      unknown: 2,
      hasSkills: { met: 3, unmet: 0, unknown: 2 },
      proficient: { met: 0, unmet: 3, unknown: 2 },
      digitalLevels: [{ lower: 0, upper: 4, people: 5 }],
      totals: {
        lower: [
          { points: 0, people: 3 },
          { points: 7.5, people: 2 },
        ],
        upper: [
          { points: 97.5, people: 2 },
          { points: 100, people: 3 },
        ],
      },
    })
    expect(rows[1]?.indicators[0]).toEqual({ id: 'reading', lower: 15, upper: 45 })
    expect(rows[1]?.indicators[9]).toEqual({ id: 'cooperation', lower: 0, upper: 50 })
    expect(rows[0]).toMatchObject({
      people: 1,
      adults: { met: 0, unmet: 0, unknown: 1 },
      registered: { met: 0, unmet: 1, unknown: 0 },
    })
  })
  test('with the days, the adult age and the weakest basis', () => {
    expect(count.toJSON()).toMatchObject({
      basis: 'proposed',
      days: { first: on, last: on },
      adultAges: [{ age: 18, basis: 'proposed' }],
    })
  })
  test('points that a form declares rest on the frame alone, and scores do so once they say it', () => {
    const person = { id: 'p', group: 'farmer', scores: Object.fromEntries(indicatorIds.map((id) => [id, 8])) }
    const [count, scored] = [tally(), tally({ on, basis: 'official' })]
    const out = new Float64Array(26)
    count.add(evaluate(person, { on }), person)
    compile(sets.farmer, { on }).scoreInto(person, out)
    scored.addScores(out, person)
    expect(count.toJSON().basis).toBe('official')
    expect(text(scored)).toBe(withoutSets(count))
  })
  test('answers one by one count as assessed once there is one', () => {
    const assessed = (evidence: CitizenRecord['evidence']): number | undefined => {
      const one = tally()
      const person = { id: 'p', group: 'farmer', evidence }
      one.add(evaluate(person, { on }), person)
      return one.rows()[0]?.assessed
    }
    expect(assessed({ informationSources: { book: null } })).toBe(0)
    expect(assessed({ informationSources: { book: false } })).toBe(1)
    expect(assessed({ learningActivities: [] })).toBe(1)
    expect(assessed({ booksRead: null })).toBe(0)
  })
  test('no id is kept', () => {
    for (const { id } of people) expect(whole).not.toContain(`"${id}"`)
  })
  test('an assessment of somebody else is refused', () => {
    const [one, other] = people as [CitizenRecord, CitizenRecord]
    expect(() => tally().add(evaluate(one, { on }), other)).toThrow('options: wrong_option at assessment.id')
  })
  test('units named like parts of an object are units', () => {
    const odd = tally()
    for (const residence of ['__proto__', 'constructor', ''])
      addPeople(odd, 1, { group: 'farmer', units: { residence } }, { verdict: 'met' })
    const back = parseTally(JSON.parse(text(odd)))
    expect(back.rows().flatMap(({ by, unit }) => (by === 'residence' ? [unit] : []))).toEqual(['', '__proto__', 'constructor'])
  })
})

test('another adult age is one of the rules', () => {
  const rules = structuredClone(populationRules)
  const [step] = rules.adultAge.values as [PopulationRules['adultAge']['values'][number]]
  step.value = 16
  const count = tally({ rules })
  addPeople(count, 1, { group: 'farmer', birth: '2009' }, { verdict: 'met' })
  expect(count.rows()[0]?.adults.met).toBe(1)
  expect(count.toJSON().adultAges).toEqual([{ age: 16, basis: 'proposed' }])
})

test.each<[TallyOptions, string]>([
  [{ on: '2025-02-30' }, 'impossible_day at on'],
  [{ accept: ['nobody'] as never }, 'unknown_attester at accept'],
  [{ set: {} as never }, 'wrong_option at set'],
  [{ on: '2001-01-01' }, 'not_in_force at on'],
])('options %j are refused', (options, message) => {
  expect(() => tally(options)).toThrow(`options: ${message}`)
})

describe('from JSON', () => {
  test('comes the same tally, and it counts on', () => {
    const back = parseTally(JSON.parse(whole))
    expect(text(back)).toBe(whole)
    expect(back.rows()).toEqual(tallyOf(people).rows())
    expect(text(back.merge(tally()))).toBe(whole)
    expect(back.people).toBe(people.length)
  })
  test('comes that of the first form, which had no findings, and it merges with others', () => {
    const { findings, sets, ...data } = JSON.parse(whole) as TallyData
    expect([findings.length > 5, sets.length]).toEqual([true, 8])
    const first = parseTally({ ...data, schema: 1 })
    expect(first.rows()).toEqual(parseTally(JSON.parse(whole)).rows())
    expect(first.toJSON()).toMatchObject({ schema: 2, findings: [], sets: [] })
    const [a, b] = [parseTally(first.toJSON()).merge(tallyOf(people)), tallyOf(people).merge(first)]
    expect(text(a)).toBe(text(b))
    expect(a.toJSON().findings).toEqual(findings)
  })
  type Cells = TallyData & {
    residence: [TallyData['residence'][number]]
    findings: [TallyData['findings'][number]]
    sets: [TallyData['sets'][number]]
  }
  test.each<[string, (data: Cells) => unknown, (string | number)[]]>([
    ['no object', () => 'tally', []],
    ['another schema', (data) => ({ ...data, schema: 3 }), ['schema']],
    ['the first schema with what only the second has', (data) => ({ ...data, schema: 1 }), ['schema']],
    ['something more', (data) => ({ ...data, extra: 1 }), ['extra']],
    [
      'a fraction of a person',
      (data) => ((data.residence[0].profiles = { ynnnnn: 1.5 }), data),
      ['residence', 0, 'profiles', 'ynnnnn'],
    ],
    ['nobody', (data) => ((data.residence[0].profiles = { ynnnnn: 0 }), data), ['residence', 0, 'profiles', 'ynnnnn']],
    ['no such profile', (data) => ((data.residence[0].profiles = { zzzzzz: 1 }), data), ['residence', 0, 'profiles', 'zzzzzz']],
    ['proficient without skills', (data) => ((data.residence[0].profiles = { ynnnny: 2 }), data), ['residence', 0, 'profiles']],
    ['people missing at work', (data) => ((data.workplace = []), data), ['workplace']],
    [
      'people missing in a histogram',
      (data) => ((data.residence[0].totals.upper = {}), data),
      ['residence', 0, 'totals', 'upper'],
    ],
    ['points that do not add up', (data) => ((data.residence[0].halves.lower[3] = 9), data), ['residence', 0, 'halves', 'lower']],
    ['a level at home', (data) => ((data.residence[0].unitLevel = 'commune'), data), ['residence', 0, 'unitLevel']],
    [
      'a membership twice',
      (data) => ((data.residence[0].memberships = ['learning-clan', 'learning-clan']), data),
      ['residence', 0, 'memberships'],
    ],
    ['a cell twice', (data) => (data.residence.push(data.residence[0]), data), ['residence', 1]],
    ['more people found than there are', (data) => ((data.findings[0].people = 3), data), ['findings', 0, 'people']],
    ['findings of nobody', (data) => ((data.findings[0].group = 'worker'), data), ['findings', 0, 'people']],
    ['people without a threshold', (data) => ((data.findings[0].thresholds = { 80: 1 }), data), ['findings', 0, 'thresholds']],
    ['more attested than given', (data) => ((data.findings[0].evidence.self = 9), data), ['findings', 0, 'evidence']],
    ['more who lack than people', (data) => ((data.findings[0].missing.floor[2] = 3), data), ['findings', 0, 'missing']],
    ['more who lack a fact', (data) => ((data.findings[0].missing.facts = { booksRead: 3 }), data), ['findings', 0, 'missing']],
    ['more people by sets than there are', (data) => ((data.sets[0].people = 3), data), ['sets']],
    ['an impossible day', (data) => ((data.days = { first: '2025-02-30', last: on }), data), ['days', 'first']],
  ])('%s is refused', (_, spoil, path) => {
    const count = tally()
    addPeople(count, 2, { group: 'farmer' }, { verdict: 'met' })
    const good = count.toJSON() as Cells
    expect(text(parseTally(good))).toBe(text(count))
    let thrown: unknown
    try {
      parseTally(spoil(good))
    } catch (error) {
      thrown = error
    }
    expect(isCdhtError(thrown)).toBe(true)
    if (isCdhtError(thrown)) {
      expect(thrown.code).toBe('options')
      expect(thrown.issues.map((one) => one.path)).toContainEqual(path)
    }
  })
})
