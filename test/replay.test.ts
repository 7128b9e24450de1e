import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replay } from '../src/assessment/replay.js'
import { evaluate, loadSet, sets, type Assessment, type CitizenRecord } from '../src/index.js'
import { attesters } from '../src/model/attester.js'
import { placesIn, province, valueAt, withPut } from './support/criteria-files.js'
import { check, judgedIn, pairs, searches } from './support/judged.js'
import { secrets } from './support/mangle.js'

const on = '2025-12-31'
const record: CitizenRecord = {
  id: 'P-000417',
  group: 'farmer',
  evidence: { readingFrequency: 3, informationSources: ['book', 'radio-tv'], booksRead: 1, digitalActivities: ['cc-email'] },
  scores: { cooperation: 7.5 },
}
// A text that stands in two places is one object until it is written and read again.
const assessment = JSON.parse(JSON.stringify(evaluate(record, { on }))) as Assessment
const set = sets.farmer
const differencesOf = (told: unknown, of: unknown = record): unknown => {
  const replayed = replay(told, of, { set })
  return replayed.ok ? replayed.differences : replayed.issues.map(({ code, path }) => [code, path.join('.')])
}

const accepts = fc.option(fc.subarray([...attesters], { minLength: 1 }), { nil: undefined, freq: 2 })

describe.each(pairs)('$id, any record', ({ set, plain }) => {
  test.each(searches)('its own assessment is proved, written and read again, with or without reasons (seed $seed)', (search) => {
    const judged = fc.tuple(judgedIn(plain), accepts, fc.boolean())
    check({ ...search, numRuns: Math.ceil(search.numRuns / 10) }, judged, ([{ on, record }, accept, reasons]) => {
      const told = JSON.parse(JSON.stringify(evaluate(record, { on, set, accept, reasons }))) as unknown
      expect(replay(told, record, { set, accept })).toMatchObject({ ok: true, differences: [] })
    })
  })
})

describe('whatever is changed in an assessment', () => {
  const leaves = [...placesIn(assessment)].filter((path) => {
    const value = valueAt(assessment, path)
    return (typeof value !== 'object' || value === null) && !['schema', 'on', 'set'].includes(String(path[0]))
  })
  test('there is much to change', () => expect(leaves.length).toBeGreaterThan(300))
  test('is found, at its place', () => {
    for (const path of leaves) {
      const replayed = replay(withPut(assessment, path, 'Nguyễn Văn A'), record, { set })
      expect(replayed.ok && replayed.differences.length, path.join('.')).toBe(1)
      expect(JSON.stringify(replayed.ok && replayed.differences)).not.toContain('Nguyễn')
    }
  })
  test('points and verdicts are told on both sides, by the names of the indicators', () => {
    expect(differencesOf(withPut(assessment, ['indicators', 0, 'score', 'lower'], 10))).toEqual([
      { path: ['indicators', 'reading', 'score', 'lower'], told: 10, found: 8 },
    ])
    expect(differencesOf({ ...assessment, verdict: 'met' })).toEqual([{ path: ['verdict'], told: 'met', found: 'unknown' }])
    expect(differencesOf({ ...assessment, score: undefined })).toEqual([{ path: ['score'] }])
  })
  test('a name as a key is not repeated', () => {
    expect(differencesOf({ ...assessment, 'Nguyễn Văn A': 1 })).toEqual([{ path: ['?'] }])
    const polluted = JSON.parse(`{"__proto__":{"verdict":"met"},${JSON.stringify(assessment).slice(1)}`) as unknown
    expect(differencesOf(polluted)).toEqual([{ path: ['__proto__'] }])
  })
  test('without its reasons it is compared without them, half of them is a difference', () => {
    expect(differencesOf({ ...assessment, missing: [], unknown: [] })).toEqual([])
    expect(differencesOf({ ...assessment, unknown: [] })).toEqual([{ path: ['unknown'] }])
  })
})

test('another record: what it changes is told, what it says is not', () => {
  const other = { ...record, evidence: { ...record.evidence, booksRead: 197 } }
  const told = JSON.stringify(differencesOf(assessment, other))
  expect(told).toContain('"path":["indicators","reading","score","upper"]')
  expect(told).not.toContain('197')
})

describe('what cannot be compared', () => {
  test('another set: the parts that differ', () => {
    const by = (part: object): unknown => differencesOf({ ...assessment, set: { ...assessment.set, ...part } })
    expect(by({ id: 'farmer-2' })).toEqual([['set_differs', 'set.id']])
    expect(by({ version: '1' })).toEqual([['set_differs', 'set.version']])
    expect(by({ digest: '0'.repeat(64) })).toEqual([['set_differs', 'set.digest']])
    const own = loadSet(province({}))
    expect(replay(evaluate(record, { on, set: own }), record, { set: own })).toMatchObject({ ok: true, differences: [] })
  })
  test.each([null, 7, 'met', [], {}, { schema: 1 }, { ...assessment, schema: 2 }, { ...assessment, on: 5 }])(
    'what is no assessment: %#',
    (told) => expect(differencesOf(told)).toEqual([['wrong_option', 'assessment']]),
  )
  test('a day that is none, or on which the set is not in force', () => {
    expect(differencesOf({ ...assessment, on: '2025-02-30' })).toEqual([['impossible_day', 'on']])
    expect(differencesOf({ ...assessment, on: '1999-01-01' })).toEqual([['not_in_force', 'on']])
  })
  test('a malformed record', () => {
    expect(differencesOf(assessment, { ...record, evidence: { booksRead: secrets[0] } })).toEqual([
      ['wrong_type', 'evidence.booksRead'],
    ])
    expect(differencesOf(assessment, null)).toEqual([['wrong_type', '']])
  })
})
