import { beforeAll, describe, expect, test } from 'vitest'
import { evaluate, tally, unitTable, type CitizenRecord, type Tally, type UnitTableRow } from '../../src/index.js'
import { addPeople, births, on } from '../support/counted.js'
import { samplePeople } from '../support/sample.js'

const rowOf = (rows: UnitTableRow[], of: UnitTableRow['of'], unit: string | null, group: string | null) =>
  rows.find((row) => row.of === of && row.unit === unit && row.group === group)

describe('of 400 people of the sample', () => {
  let people: CitizenRecord[]
  let count: Tally
  let verdicts: Map<string, string>
  beforeAll(async () => {
    people = (await samplePeople()).slice(0, 400)
    count = tally()
    const judged = people.map((person) => evaluate(person, { on, reasons: false }))
    judged.forEach((assessment, i) => count.add(assessment, people[i] as CitizenRecord))
    verdicts = new Map(judged.map(({ id, verdict }) => [id, verdict]))
  })
  test('every row counts its people, and nothing is hidden where all is to be shown', () => {
    for (const by of ['residence', 'workplace'] as const) {
      const rows = unitTable(count, { by, hide: 0 })
      expect(rows.some(({ counts }) => counts === null)).toBe(false)
      expect(rows.length).toBeGreaterThan(60)
      for (const { of, unit, group, counts } of rows) {
        const inRow = people.filter(
          (one) => (of === 'all' || (one.units?.[by] ?? null) === unit) && (group === null || one.group === group),
        )
        const number = (list: CitizenRecord[], verdict?: string) =>
          list.filter(({ id }) => verdict === undefined || verdicts.get(id) === verdict).length
        const registered = inRow.filter((one) => one.registered === true)
        expect(counts).toMatchObject({
          people: inRow.length,
          registered: registered.length,
          met: number(inRow, 'met'),
          unmet: number(inRow, 'unmet'),
          unknown: number(inRow, 'unknown'),
          ofRegistered: { numerator: number(registered, 'met'), denominator: registered.length },
        })
        expect(counts?.ofRegistered.perhaps).toBe(inRow.filter((one) => one.registered == null).length)
      }
    }
  })
  test('no small count of people, of who registered or meets the criteria is shown, nor one person less than all', () => {
    const rows = unitTable(count)
    const hidden = rows.filter(({ counts }) => counts === null).length
    expect(hidden).toBeGreaterThan(10)
    for (const { counts } of rows) {
      if (!counts) continue
      const { people: all, registered, met, unmet, ofRegistered, ofAdults } = counts
      for (const number of [all, registered, met, unmet, ofRegistered.numerator, ofAdults.numerator, ofAdults.denominator])
        expect(number === 0 || number >= 5).toBe(true)
    }
    // Of each unit and each group, one hidden place alone would be told by the total.
    for (const [key, total] of [
      ['unit', 'group'],
      ['group', 'unit'],
    ] as const)
      for (const of of new Set(rows.map((row) => row[key]))) {
        const line = rows.filter((row) => row[key] === of && (key === 'unit' || row.of !== 'above'))
        const without = line.filter((row) => row.counts === null)
        if (without.length === 1) expect(without[0]?.[total]).toBeNull()
      }
  })
})

describe('with units above units', () => {
  const count = tally()
  for (const [residence, times] of [
    ['X1', 10],
    ['X2', 20],
    ['X3', 40],
    ['H1', 80],
    [undefined, 160],
  ] as const)
    addPeople(count, times, { group: 'farmer', birth: births.met, units: { residence } }, { verdict: 'met' })
  const parents = new Map([
    ['X1', 'H1'],
    ['X2', 'H1'],
    ['X3', 'H2'],
    ['H1', 'T'],
    ['H2', 'T'],
  ])
  test('sub-totals stand beside people of the unit itself, and nobody is counted twice', () => {
    const rows = unitTable(count, { parents })
    const peopleOf = (of: UnitTableRow['of'], unit: string | null) => rowOf(rows, of, unit, null)?.counts?.people
    expect(['X1', 'X2', 'X3', 'H1', null].map((unit) => peopleOf('unit', unit))).toEqual([10, 20, 40, 80, 160])
    expect(['H1', 'H2', 'T'].map((unit) => peopleOf('above', unit))).toEqual([110, 40, 150])
    expect(peopleOf('all', null)).toBe(310)
  })
  test('a sub-total does not give a small unit away', () => {
    addPeople(count, 2, { group: 'farmer', birth: births.met, units: { residence: 'X4' } }, { verdict: 'met' })
    const rows = unitTable(count, { parents: new Map([...parents, ['X4', 'H2']]) })
    expect(rowOf(rows, 'unit', 'X4', null)?.counts).toBeNull()
    const others = [rowOf(rows, 'unit', 'X3', null), rowOf(rows, 'above', 'H2', null)]
    expect(others.some((row) => row?.counts === null)).toBe(true)
    expect(rowOf(rows, 'unit', 'X1', null)?.counts?.people).toBe(10)
  })
  test('units above each other in a circle are refused', () => {
    expect(() => unitTable(count, { parents: new Map([...parents, ['T', 'H1']]) })).toThrow('cyclic_unit')
  })
})

test('of nobody there is no row', () => {
  expect(unitTable(tally())).toEqual([])
})
