import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  collectives,
  judgeCollectives,
  populationRules,
  tally,
  type CitizenRecord,
  type Collective,
  type CollectiveResult,
  type Tally,
} from '../../src/index.js'
import { addPeople, births, on, type Answered } from '../support/counted.js'

/** Read from the file of the law, so that this test follows it. */
const file = JSON.parse(readFileSync('criteria/collectives.json', 'utf8')) as {
  collectives: { id: string; levels: { id: string; shares: { of: string; percent: { values: { value: number }[] } }[] }[] }[]
}
const percentOf = (collective: string, level: string, of: string): number =>
  file.collectives
    .find(({ id }) => id === collective)
    ?.levels.find(({ id }) => id === level)
    ?.shares.find((one) => one.of === of)?.percent.values[0]?.value as number

const unit = collectives['learning-unit-province']
const family = collectives['learning-family']
const staff: Omit<CitizenRecord, 'id'> = { group: 'civil-servant', units: { workplace: 'D1' }, unitLevel: 'province' }
const learner: Omit<CitizenRecord, 'id'> = { group: 'learner', units: { workplace: 'D1' } }
const met: Answered = { verdict: 'met' }
const unmet: Answered = { verdict: 'unmet' }
const only = (of: Tally, collective: Collective = unit, day = on): CollectiveResult => {
  const { results } = judgeCollectives(of, collective, { on: day })
  expect(results).toHaveLength(1)
  return results[0] as CollectiveResult
}
const counted = (...groups: (readonly [number, Omit<CitizenRecord, 'id'>, Answered])[]): Tally => {
  const count = tally()
  for (const [times, record, answered] of groups) addPeople(count, times, record, answered)
  return count
}

describe('a learning unit at provincial level', () => {
  test.each([
    ['level-1', 'staff'],
    ['level-2', 'staff'],
    ['level-1', 'learners'],
    ['level-2', 'learners'],
  ])('%s: exactly the share of %s is enough, one person less is not', (level, of) => {
    const percent = percentOf(unit.id, level, of)
    expect(percent).toBeGreaterThan(0)
    const at = (people: number): CollectiveResult =>
      only(
        of === 'staff'
          ? counted([people, staff, met], [100 - people, staff, unmet])
          : counted([10, staff, met], [people, learner, met], [100 - people, learner, unmet]),
      )
    const statusOf = (result: CollectiveResult) => result.levels.find(({ id }) => id === level)?.status
    expect(statusOf(at(percent))).toBe('reached')
    expect(statusOf(at(percent - 1))).toBe('not-reached')
    const share = at(percent - 1)
      .levels.find(({ id }) => id === level)
      ?.shares.find((one) => one.of === of)
    expect(share).toMatchObject({ percent, needed: { lower: 1, upper: 1 }, basis: 'single-source' })
    expect(share?.source?.number).toBe('24/2023/TT-BGDĐT')
  })
  test('the highest level reached is told, with what it rests on and what is not judged', () => {
    const [one, two] = [percentOf(unit.id, 'level-1', 'staff'), percentOf(unit.id, 'level-2', 'staff')]
    expect(only(counted([two, staff, met], [100 - two, staff, unmet])).reached).toBe('level-2')
    const result = only(counted([one, staff, met], [100 - one, staff, unmet]))
    expect(result).toMatchObject({ collective: unit.id, unit: 'D1', people: 100, reached: 'level-1', basis: 'proposed' })
    expect(result.reason).toBeUndefined()
    expect(result.note.vi).toContain('Chỉ xét tỷ lệ')
    expect(only(counted([1, staff, unmet]))).toMatchObject({ reached: null })
    expect(only(counted([1, staff, unmet])).reason).toBeUndefined()
  })
  test('learners are asked about only where there are any, and are no staff', () => {
    const school = counted([10, staff, met], [10, learner, unmet])
    expect(only(school).levels.map(({ shares }) => shares.map(({ of, status }) => [of, status]))).toEqual(
      ['level-1', 'level-2'].map(() => [
        ['staff', 'reached'],
        ['learners', 'not-reached'],
      ]),
    )
    expect(only(counted([10, staff, met])).levels.map(({ shares }) => shares.map(({ of }) => of))).toEqual([['staff'], ['staff']])
    const rules = { ...populationRules, notStaff: { ...populationRules.notStaff, groups: [] } }
    const [all] = judgeCollectives(school, unit, { on, rules }).results
    expect(all?.levels[0]?.shares.map(({ of, rate }) => [of, rate.numerator, rate.denominator])).toEqual([['staff', 10, 20]])
  })
  test('what is not known can leave it open', () => {
    const open = counted([9, staff, met], [1, staff, { verdict: 'unknown', hasSkills: 'unknown', proficient: 'unknown' }])
    expect(only(open).levels.map(({ status }) => status)).toEqual(['reached', 'cannot-be-said'])
    const wide = counted([5, staff, met], [5, staff, { verdict: 'unknown', hasSkills: 'unknown', proficient: 'unknown' }])
    expect(only(wide)).toMatchObject({ reached: null, reason: 'too-much-unknown' })
    const nobody = counted([5, { ...learner, unitLevel: 'province' }, met])
    expect(only(nobody)).toMatchObject({ reached: null, reason: 'nobody-counted' })
  })
  test('before the circular nothing is asked', () => {
    expect(only(counted([1, staff, met]), unit, '2023-12-10')).toMatchObject({
      levels: [],
      reached: null,
      reason: 'not-in-force',
    })
    expect(only(counted([1, staff, met]), unit, '2023-12-11').reached).toBe('level-2')
  })
  test('units of other levels, and people without one, are others', () => {
    const count = counted(
      [3, staff, met],
      [2, { ...staff, unitLevel: null }, met],
      [4, { ...staff, units: { workplace: 'D2' }, unitLevel: 'commune' }, met],
      [5, { ...staff, units: { workplace: 'D3' }, unitLevel: null }, met],
      [6, { ...staff, units: {} }, met],
    )
    const { results, others } = judgeCollectives(count, unit, { on })
    expect(results.map((one) => [one.unit, one.people])).toEqual([['D1', 5]])
    expect(others).toBe(15)
  })
})

describe('a learning family', () => {
  const grown: Omit<CitizenRecord, 'id'> = { group: 'farmer', birth: births.met, units: { residence: 'family-1' } }
  const percent = percentOf(family.id, 'recognised', 'adults')
  test('asks its adults, and no children', () => {
    expect(percent).toBe(100)
    const child = { ...grown, birth: births.unmet }
    expect(only(counted([2, grown, met], [3, child, unmet]), family)).toMatchObject({ reached: 'recognised', people: 5 })
    expect(only(counted([2, grown, met], [1, grown, unmet]), family)).toMatchObject({ reached: null })
    const ageless = { ...grown, birth: births.unknown }
    expect(only(counted([2, grown, met], [1, ageless, unmet]), family)).toMatchObject({ reason: 'too-much-unknown' })
  })
  test('another share is a copy of the shipped data with another number', () => {
    const own = structuredClone(family)
    const step = own.levels[0]?.shares[0]?.percent.values[0]
    if (step) Object.assign(step, { value: 50, basis: 'proposed' })
    expect(only(counted([1, grown, met], [1, grown, unmet]), own)).toMatchObject({ reached: 'recognised', basis: 'proposed' })
  })
})

test.each(['learning-clan', 'learning-community', 'learning-unit-commune', 'learning-unit-district'] as const)(
  'of %s no share was found, and none is made up',
  (id) => {
    const level = id.startsWith('learning-unit') ? ({ unitLevel: id.slice(14) } as { unitLevel: 'commune' | 'district' }) : {}
    const record = { group: 'worker', units: { residence: 'X1', workplace: 'D1' }, ...level }
    const result = only(counted([9, record, met]), collectives[id])
    expect(result).toMatchObject({ levels: [], reached: null, reason: 'no-share-found', basis: null, people: 9 })
    expect(result.note.vi).toMatch(/^(Thông tư|Chưa tìm thấy|Bộ tiêu chí).*Chỉ xét tỷ lệ/)
  },
)

test('a day that is none is refused', () => {
  expect(() => judgeCollectives(tally(), unit, { on: '2025-02-30' })).toThrow('options: impossible_day at on')
})
