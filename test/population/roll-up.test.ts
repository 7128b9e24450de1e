import { describe, expect, test } from 'vitest'
import { rollUp, tally, type UnitTable } from '../../src/index.js'
import { addPeople } from '../support/counted.js'

const units: UnitTable = {
  X1: { tier: 'commune', parent: 'H1' },
  X2: { tier: 'commune', parent: 'H1' },
  X3: { tier: 'commune', parent: 'H2' },
  H1: { tier: 'district', parent: 'T1' },
  H2: { tier: 'district', parent: 'T1' },
  T1: { tier: 'province' },
  lost: { tier: 'commune' },
}
const count = tally()
for (const [residence, workplace, times] of [
  ['X1', 'H1', 1],
  ['X2', 'X3', 2],
  ['X3', 'T1', 4],
  ['lost', 'new', 8],
  [undefined, undefined, 16],
] as const)
  addPeople(count, times, { group: 'farmer', units: { residence, workplace } }, { verdict: 'met' })

const unitsOf = (of: typeof count, by: string) =>
  Object.fromEntries(of.rows().flatMap((row) => (row.by === by ? [[String(row.unit), row.people]] : [])))

describe('units give way to the unit above them', () => {
  test('of the province', () => {
    const { tally: rolled, view, unplaced, label } = rollUp(count, units, { to: 'province', on: '2025-12-31' })
    expect(unitsOf(rolled, 'residence')).toEqual({ T1: 7, lost: 8, null: 16 })
    expect(unitsOf(rolled, 'workplace')).toEqual({ T1: 7, new: 8, null: 16 })
    expect({ view, unplaced, people: rolled.people }).toEqual({ view: 'current', unplaced: ['lost', 'new'], people: 31 })
    expect(label).toEqual({ vi: 'Theo cấp tỉnh', en: 'By provinces' })
  })
  test('of the district, while there was one', () => {
    const { tally: rolled, view, unplaced } = rollUp(count, units, { to: 'district', on: '2025-06-30' })
    expect(view).toBe('current')
    expect(unitsOf(rolled, 'residence')).toEqual({ H1: 3, H2: 4, lost: 8, null: 16 })
    expect(unitsOf(rolled, 'workplace')).toEqual({ H1: 1, H2: 2, T1: 4, new: 8, null: 16 })
    expect(unplaced).toEqual(['lost', 'new'])
  })
  test('of the former district, and the label says so', () => {
    const { view, label, tally: rolled } = rollUp(count, units, { to: 'district', on: '2025-07-01' })
    expect(view).toBe('former')
    expect(label).toEqual({
      vi: 'Theo cấp huyện cũ (không còn từ 01/07/2025)',
      en: 'By former districts (none since 2025-07-01)',
    })
    expect(unitsOf(rolled, 'residence')).toEqual({ H1: 3, H2: 4, lost: 8, null: 16 })
  })
  test('in whatever order they were merged', () => {
    const [a, b] = [tally(), tally()]
    addPeople(a, 3, { group: 'farmer', units: { residence: 'X1' } }, { verdict: 'met' })
    addPeople(b, 2, { group: 'farmer', units: { residence: 'X2' } }, { verdict: 'unmet' })
    const to = { to: 'district', on: '2025-06-30' } as const
    const after = rollUp(tally().merge(a).merge(b), units, to).tally
    const before = rollUp(b, units, to).tally.merge(rollUp(a, units, to).tally)
    expect(after.toJSON()).toEqual(before.toJSON())
    expect(unitsOf(after, 'residence')).toEqual({ H1: 5 })
  })
  test('and the tally itself stays as it was', () => {
    expect(unitsOf(count, 'residence')).toEqual({ X1: 1, X2: 2, X3: 4, lost: 8, null: 16 })
  })
})

describe('refused', () => {
  test('a circle', () => {
    const circle: UnitTable = { X1: { tier: 'commune', parent: 'X2' }, X2: { tier: 'commune', parent: 'X1' } }
    expect(() => rollUp(count, circle, { to: 'province', on: '2025-12-31' })).toThrow('options: cyclic_unit at units.X1')
  })
  test.each([
    ['2025-02-30', 'impossible_day at on'],
    ['2001-01-01', 'not_in_force at on'],
  ])('the day %s', (on, message) => {
    expect(() => rollUp(count, units, { to: 'province', on })).toThrow(message)
  })
  test('a tier that there never was', () => {
    expect(() => rollUp(count, units, { to: 'region' as never, on: '2025-12-31' })).toThrow('wrong_option at to')
  })
})
