import { describe, expect, test } from 'vitest'
import { evaluate, rollUp, tally, type Assessment, type CitizenRecord, type FindingData, type Tally } from '../../src/index.js'
import { indicatorIds } from '../../src/model/indicator.js'
import { on } from '../support/counted.js'
import { samplePeople } from '../support/sample.js'

const findingsOf = (of: Tally): FindingData[] => of.toJSON().findings
function countOf(...people: CitizenRecord[]): Tally {
  const count = tally()
  for (const person of people) count.add(evaluate(person, { on }), person)
  return count
}
const farmer = (more: Partial<CitizenRecord>): CitizenRecord => ({ id: 'p', group: 'farmer', ...more })

describe('what is counted', () => {
  test('the threshold that each person needed', () => {
    const count = countOf(farmer({}), farmer({ disadvantagedArea: true }), farmer({ disadvantagedArea: false }))
    expect(findingsOf(count).map(({ people, thresholds }) => [people, thresholds])).toEqual([[3, { 70: 1, 80: 2 }]])
  })
  test('facts given, those of the person alone, and declared scores; blanks are none', () => {
    const person = farmer({
      evidence: { booksRead: 2, readingFrequency: 3, certificates: [], digitalActivities: { 'cc-email': null } },
      attested: { readingFrequency: 'branch', booksRead: 'self' },
      scores: { reading: 7, cooperation: null },
    })
    expect(findingsOf(countOf(person))[0]?.evidence).toEqual({ given: 3, self: 2, declared: 1 })
  })
  test('what is missing, by indicator and by fact, each once a person', () => {
    const person = farmer({ scores: Object.fromEntries(indicatorIds.map((id) => [id, id === 'reading' ? 4 : 9])) })
    const assessment = evaluate(person, { on })
    expect(assessment.missing.map(({ indicator, reason }) => [indicator, reason])).toEqual([['reading', 'floor']])
    const [{ missing }] = findingsOf(countOf(person, person)) as [FindingData]
    expect([missing.people, missing.floor, missing.total]).toEqual([2, [2, ...zeros(9)], zeros(10)])
    const needs = assessment.missing[0]?.next.needs ?? []
    expect(Object.keys(missing.facts)).toEqual(
      expect.arrayContaining(needs.flatMap((need) => ('fact' in need ? [need.fact] : []))),
    )
    expect(new Set(Object.values(missing.facts))).toEqual(new Set([2]))
  })
  test('of several ways to the next level, the shortest', () => {
    const person = farmer({})
    const assessment = evaluate(person, { on })
    const need = (fact: string): Assessment['missing'][number]['next']['needs'][number] => ({
      ...{ label: { vi: fact, en: fact }, operator: 'equal', required: true, actual: null },
      fact: fact as 'booksRead',
    })
    const missing: Assessment['missing'] = [
      {
        ...{ indicator: 'reading', reason: 'floor', certain: true, gain: 5 },
        next: { points: 5, needs: [need('a'), { any: [[need('b'), need('c')], [need('d')], [need('e')]] }] },
      },
    ]
    const count = tally()
    count.add({ ...assessment, missing }, person)
    expect(findingsOf(count)[0]?.missing.facts).toEqual({ a: 1, d: 1 })
  })
  test('of somebody whose assessment tells no reasons, or who meets the criteria, nothing is missing', () => {
    const met = farmer({ scores: Object.fromEntries(indicatorIds.map((id) => [id, 9])) })
    const count = countOf(met)
    count.add(evaluate(farmer({}), { on, reasons: false }), farmer({}))
    expect(findingsOf(count)[0]).toMatchObject({ people: 2, missing: { people: 0, floor: zeros(10), facts: {} } })
  })
  test('units of residence apart, and by the unit above them once they are rolled up', () => {
    const count = countOf(...['X1', 'X2', 'X2'].map((residence) => farmer({ units: { residence } })))
    expect(findingsOf(count).map(({ unit, people }) => [unit, people])).toEqual([
      ['X1', 1],
      ['X2', 2],
    ])
    const units = { X1: { tier: 'commune', parent: 'T' }, X2: { tier: 'commune', parent: 'T' }, T: { tier: 'province' } } as const
    const [above, ...others] = findingsOf(rollUp(count, units, { to: 'province', on }).tally)
    expect(others).toEqual([])
    expect(above).toMatchObject({ unit: 'T', people: 3, missing: { people: 3 } })
  })
  test('the sets that judged, each with its people', () => {
    const count = countOf(farmer({}), farmer({}), { id: 'q', group: 'worker' })
    expect(
      count
        .toJSON()
        .sets.map(({ id, people }) => [id, people])
        .sort(),
    ).toEqual([
      ['farmer', 2],
      ['worker', 1],
    ])
  })
})

test('of the sample, sums agree with the assessments', async () => {
  const people = (await samplePeople()).slice(0, 300)
  const assessments = people.map((person) => evaluate(person, { on }))
  const findings = findingsOf(countOf(...people))
  const sum = (of: (one: FindingData) => number): number => findings.reduce((all, one) => all + of(one), 0)
  const lacking = assessments.filter(({ missing }) => missing.length > 0)
  expect(sum((one) => one.missing.people)).toBe(lacking.length)
  expect(lacking.length).toBeGreaterThan(50)
  indicatorIds.forEach((id, i) => {
    for (const reason of ['floor', 'total'] as const) {
      const found = lacking.filter(({ missing }) => missing.some((one) => one.indicator === id && one.reason === reason))
      expect(sum((one) => one.missing[reason][i] as number)).toBe(found.length)
    }
  })
})

function zeros(times: number): number[] {
  return Array.from({ length: times }, () => 0)
}
