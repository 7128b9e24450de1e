import { beforeAll, describe, expect, test } from 'vitest'
import { compareSets as compareInCore } from '../../src/core.js'
import {
  compareSets,
  evaluate,
  isCdhtError,
  loadSet,
  sets,
  type Assessment,
  type CitizenRecord,
  type CriteriaSet,
  type Impact,
} from '../../src/index.js'
import { atLeast, level, occupation, parameter, province } from '../support/criteria-files.js'
import { samplePeople } from '../support/sample.js'

const on = '2025-12-31'
const shipped = Object.values(sets)
let people: CitizenRecord[]
beforeAll(async () => (people = await samplePeople()))

/** Every shipped set with something of a file laid over it. */
const everywhere = (parts: object): CriteriaSet[] =>
  shipped.map(({ id }) => loadSet({ ...province(parts), id: `${id}-here`, extends: id }))
const thresholdOf = (value: number): object => ({ parameters: { 'pass-threshold': parameter([['2022-07-28', value]]) } })

/** Two separate runs, and what differs between them, written down as simply as can be. */
function byHand(before: readonly CriteriaSet[], after: readonly CriteriaSet[]) {
  const run = (of: readonly CriteriaSet[]): Map<string, Assessment> =>
    new Map(people.map((person) => [person.id, evaluate(person, { on, set: of.find(({ group }) => group === person.group) })]))
  const [was, is] = [run(before), run(after)]
  const both = [...was].map(([id, one]) => ({ id, group: one.group, was: one, is: is.get(id) as Assessment }))
  const count = (of: typeof both) => ({
    people: of.length,
    before: verdicts(of.map((one) => one.was)),
    after: verdicts(of.map((one) => one.is)),
    gained: of
      .filter((one) => one.was.verdict !== 'met' && one.is.verdict === 'met')
      .map(({ id }) => id)
      .sort(),
    lost: of
      .filter((one) => one.was.verdict === 'met' && one.is.verdict !== 'met')
      .map(({ id }) => id)
      .sort(),
  })
  const groups = [...new Set(both.map(({ group }) => group))].sort()
  return { ...count(both), groups: groups.map((group) => ({ group, ...count(both.filter((one) => one.group === group)) })) }
}

function verdicts(of: readonly Assessment[]): Record<string, number> {
  const counts = { met: 0, unmet: 0, unknown: 0 }
  for (const { verdict } of of) counts[verdict]++
  return counts
}

describe('a threshold of 75 in the place of 80, on the people of the sample', () => {
  let impact: Impact
  beforeAll(() => (impact = compareSets(people, shipped, everywhere(thresholdOf(75)), { on })))

  test('says what two separate runs say, in all and by group', () => {
    const { people: n, before, after, gained, lost, groups } = impact
    expect({ people: n, before, after, gained, lost, groups }).toEqual(byHand(shipped, everywhere(thresholdOf(75))))
    expect(n).toBe(2000)
    expect(gained.length).toBeGreaterThan(20)
    expect(lost).toEqual([])
  })
  test('whoever gains does so by the pass rule alone', () => {
    expect(impact.passRule).toEqual({ gained: impact.gained.length, lost: 0 })
    expect(impact.indicators).toHaveLength(10)
    for (const { rose, fell, gained, lost } of impact.indicators) expect([rose, fell, gained, lost]).toEqual([0, 0, 0, 0])
  })
  test('turned round, those who gained lose', () => {
    const back = compareSets(people, everywhere(thresholdOf(75)), shipped, { on })
    expect([back.gained, back.lost]).toEqual([[], impact.gained])
    expect([back.before, back.after]).toEqual([impact.after, impact.before])
    expect(back.passRule).toEqual({ gained: 0, lost: impact.gained.length })
  })
  test('the order of the people changes nothing, nor does a round trip through JSON', () => {
    expect(compareSets(people.toReversed(), shipped, everywhere(thresholdOf(75)), { on })).toEqual(impact)
    expect(JSON.parse(JSON.stringify(impact))).toEqual(impact)
  })
  test('tells the sets of both sides and what they rest on', () => {
    expect(impact.sides.before.sets.map(({ id }) => id)).toEqual(shipped.map(({ id }) => id).sort())
    expect(impact.sides.after.sets.map(({ id }) => id)).toEqual(shipped.map(({ id }) => `${id}-here`).sort())
    expect(impact.sides.before.sets[0]?.digest).toMatch(/^[0-9a-f]{64}$/)
    expect([impact.sides.before.basis, impact.sides.after.basis]).toEqual(['proposed', 'proposed'])
    expect(impact.on).toBe(on)
  })
})

describe('a level that is easier or harder', () => {
  const farmers = (): CitizenRecord[] => people.filter(({ group }) => group === 'farmer')
  const easier = loadSet(
    province({ indicators: { reading: { levels: { 8: null, 5: null, 10: level(10, atLeast('readingFrequency', 1)) } } } }),
  )

  test('is told at its indicator and at no other', () => {
    const impact = compareSets(farmers(), sets.farmer, easier, { on })
    const scores = (set: CriteriaSet) => farmers().map((person) => evaluate(person, { on, set }).indicators[0]!.score)
    const [was, is] = [scores(sets.farmer), scores(easier)]
    const rose = was.filter((one, i) => is[i]!.lower > one.lower || (is[i]!.lower === one.lower && is[i]!.upper > one.upper))
    const fell = was.filter((one, i) => is[i]!.lower < one.lower || (is[i]!.lower === one.lower && is[i]!.upper < one.upper))
    const [reading, ...others] = impact.indicators
    expect(reading).toEqual({
      id: 'reading',
      rose: rose.length,
      fell: fell.length,
      gained: impact.gained.length,
      lost: impact.lost.length,
    })
    expect(rose.length).toBeGreaterThan(100)
    expect(impact.gained.length).toBeGreaterThan(5)
    for (const one of others) expect([one.rose, one.fell, one.gained, one.lost]).toEqual([0, 0, 0, 0])
    expect(impact.passRule).toEqual({ gained: 0, lost: 0 })
  })
  test('a person who gains by two indicators is counted at both, and once in all', () => {
    const both = loadSet(
      province({
        indicators: {
          reading: { levels: { 5: null, 8: null, 10: level(10, atLeast('readingFrequency', 1)) } },
          cooperation: { levels: { 5: null, 8: null, 10: level(10, atLeast('cooperationGroups', 1)) } },
        },
      }),
    )
    const scores = {
      'learning-plan': 8,
      'community-learning': 8,
      'encouraging-others': 8,
      'information-technology': 8,
      'foreign-language': 8,
      'numeracy-and-improvement': 8,
      'critical-thinking': 8,
      'good-relations': 8,
    }
    const evidence = {
      readingFrequency: 1,
      informationSources: [],
      booksRead: 0,
      cooperationGroups: 1,
      commonActivities: 0,
      experienceShared: 0,
    }
    const person = { id: 'p', group: 'farmer', disadvantagedArea: false, scores, evidence } as CitizenRecord
    const impact = compareSets([person], sets.farmer, both, { on })
    expect(impact.gained).toEqual(['p'])
    expect(impact.indicators.filter(({ gained }) => gained > 0).map(({ id }) => id)).toEqual(['reading', 'cooperation'])
  })
})

describe('whose sets are compared', () => {
  test('people of a group that one side lacks are left out, and counted', () => {
    const impact = compareSets(people, shipped, sets.farmer, { on })
    const farmers = people.filter(({ group }) => group === 'farmer').length
    expect([impact.people, impact.leftOut]).toEqual([farmers, people.length - farmers])
    expect([impact.gained, impact.lost]).toEqual([[], []])
    expect(impact.before).toEqual(impact.after)
    expect(impact.groups.map(({ group }) => group)).toEqual(['farmer'])
  })
  test('the framework judges everybody', () => {
    const impact = compareSets(people, sets.general, sets.general, { on })
    expect([impact.people, impact.leftOut]).toEqual([people.length, 0])
    expect(impact.groups).toHaveLength(8)
  })
  test('nobody at all: no counts and no basis', () => {
    const impact = compareSets([], shipped, shipped, { on })
    expect(impact).toMatchObject({ people: 0, leftOut: 0, groups: [], indicators: [] })
    expect(impact.sides).toEqual({ before: { sets: [], basis: null }, after: { sets: [], basis: null } })
  })
  test('what only the new set asks about is no fault of the old one', () => {
    const after = loadSet(
      province({
        facts: [occupation],
        indicators: {
          reading: { levels: { 5: null, 8: null, 10: level(10, { fact: 'occupation', operator: 'equal', value: 'salt' }) } },
        },
      }),
    )
    const person = {
      id: 'p',
      group: 'farmer',
      evidence: { occupation: 'salt' },
      attested: { occupation: 'branch' },
    } as unknown as CitizenRecord
    const impact = compareSets([person], sets.farmer, after, { on })
    expect([impact.people, impact.indicators[0]?.rose]).toEqual([1, 1])
    expect(compareSets([person], after, sets.farmer, { on }).indicators[0]?.fell).toBe(1)
    expect(() => compareSets([person], sets.farmer, sets.farmer, { on })).toThrow('unknown_fact')
  })
  test('core compares sets that it is given', () => {
    expect(compareInCore(people.slice(0, 50), shipped, shipped, { on })).toEqual(
      compareSets(people.slice(0, 50), shipped, shipped, { on }),
    )
  })
})

describe('what cannot be compared is refused', () => {
  const issuesOf = (call: () => unknown): unknown => {
    try {
      return call()
    } catch (error) {
      return isCdhtError(error) ? [error.code, error.issues.map(({ code, path }) => `${code} ${path.join('.')}`)] : error
    }
  }
  const person: CitizenRecord = { id: 'p', group: 'farmer' }
  test('before the first person: a day that is none, a set not in force, two in force together', () => {
    const compared = (before: CriteriaSet[], after: CriteriaSet | CriteriaSet[], day: string) =>
      issuesOf(() => compareSets([], before, after, { on: day }))
    expect(compared(shipped, sets.farmer, '2025-02-30')).toEqual(['options', ['impossible_day on']])
    expect(compared(shipped, sets.farmer, '1990-12-31')).toEqual(['options', ['not_in_force on']])
    expect(compared(shipped, [sets.farmer, loadSet(province({}))], on)).toEqual(['options', ['overlapping_in_force after']])
    expect(compared([], sets.farmer, on)).toEqual(['options', ['wrong_option before']])
    for (const none of [[], [null], null, 7, ['farmer']] as never[])
      expect(compared(shipped, none, on)).toEqual(['options', ['wrong_option after']])
  })
  test('a malformed record, without counting it', () => {
    expect(issuesOf(() => compareSets([person, { ...person, evidence: { booksRead: -1 } }], shipped, shipped, { on }))).toEqual([
      'record',
      ['out_of_range evidence.booksRead'],
    ])
    expect(issuesOf(() => compareSets([{ id: 'p' } as never], shipped, shipped, { on }))).toEqual(['record', ['missing group']])
  })
})
