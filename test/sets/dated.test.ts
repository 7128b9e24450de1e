import { describe, expect, test } from 'vitest'
import { safeEvaluate as safeEvaluateInCore } from '../../src/core.js'
import {
  compareSets,
  compile,
  evaluate,
  formsOn,
  isCdhtError,
  loadSet,
  safeEvaluate,
  safeLoadSet,
  sets,
  type CitizenRecord,
  type CriteriaSet,
} from '../../src/index.js'
import { atLeast, level, parameter, province } from '../support/criteria-files.js'

const person: CitizenRecord = {
  id: 'p',
  group: 'farmer',
  evidence: { readingFrequency: 3, informationSources: ['book'], booksRead: 0 },
}
const reading = (of: object | object[]) => ({ indicators: { reading: { levels: of } } })

/** The old text until the end of 2026, and a new one from 2027 that asks something else and another total. */
const old = loadSet(province({ inForce: { from: '2022-07-28', to: '2026-12-31' } }))
const next = loadSet({
  ...province({
    inForce: { from: '2027-01-01' },
    ...reading({ 5: null, 8: null, 10: level(10, atLeast('readingFrequency', 3)) }),
    parameters: { 'pass-threshold': parameter([['2027-01-01', 85]]) },
  }),
  id: 'province-2027',
})
const both = [next, old]

describe('a set of 2022 and one in force from 2027', () => {
  test.each([
    ['2022-07-28', 'province', 5, 80],
    ['2026-12-31', 'province', 5, 80],
    ['2027-01-01', 'province-2027', 10, 85],
    ['2030-12-31', 'province-2027', 10, 85],
  ] as [string, string, number, number][])('on %s %s decides', (on, id, points, threshold) => {
    const found = evaluate(person, { on, set: both })
    expect([found.set.id, found.indicators[0]?.score.lower, found.score.threshold]).toEqual([id, points, threshold])
    const alone = evaluate(person, { on, set: id === 'province' ? old : next })
    expect(found).toEqual(alone)
    expect(evaluate(person, { on, set: both.toReversed() })).toEqual(found)
    expect(safeEvaluateInCore(person, { on, set: both })).toEqual({ ok: true, value: found })
  })
  test('each result names the files of its own year', () => {
    const files = (on: string) => evaluate(person, { on, set: both })
    expect(files('2026-12-31').set.files).not.toContain('province-2027')
    expect(files('2027-12-31').indicators[0]?.files).toEqual(['province-2027'])
    expect(files('2027-12-31').score.files).toEqual(['framework', 'province-2027'])
  })
  test('neither answers for the other’s years', () => {
    const refused = (set: CriteriaSet | CriteriaSet[], on: string) => {
      const found = safeEvaluate(person, { on, set })
      return found.ok ? found.value.set.id : found.issues
    }
    expect(refused(old, '2027-01-01')).toMatchObject([
      { code: 'not_in_force', path: ['on'], from: '2022-07-28', to: '2026-12-31' },
    ])
    expect(refused(next, '2026-12-31')).toMatchObject([{ code: 'not_in_force', path: ['on'], from: '2027-01-01' }])
    expect(refused(both, '2022-07-27')).toMatchObject([{ code: 'not_in_force', path: ['on'] }])
    expect(() => compile(old, { on: '2027-01-01' })).toThrow('not_in_force')
  })
  test('the same people before and after the change', () => {
    const impact = compareSets([person], [old], [old], { on: '2026-12-31' })
    expect(impact.sides.after.sets.map(({ id }) => id)).toEqual(['province'])
    const later = compareSets([person], both, sets.farmer, { on: '2027-12-31' })
    expect(later.indicators[0]).toMatchObject({ id: 'reading', fell: 1 })
  })
  test('load one at a time', () => {
    const files = [
      province({ inForce: { from: '2022-07-28', to: '2026-12-31' } }),
      { ...province({ inForce: { from: '2027-01-01' } }), id: 'x' },
    ]
    const loaded = safeLoadSet(files)
    expect(loaded.ok ? [] : loaded.issues.map(({ code }) => code)).toEqual(['several_sets'])
  })
})

describe('of several sets', () => {
  const refused = (set: unknown, record: unknown = person, on = '2026-12-31') => {
    const found = safeEvaluate(record, { on, set: set as CriteriaSet[] })
    return found.ok ? found.value.set.id : found.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
  }
  test('the group decides first', () => {
    expect(refused([sets.worker, sets.farmer])).toBe('farmer')
    expect(refused([sets.worker])).toEqual(['unknown_group group'])
    expect(refused([sets.worker], { id: 'p' })).toEqual(['missing group'])
    expect(refused([sets.worker], { id: 'p', group: 7 })).toEqual(['wrong_type group'])
    expect(refused([sets.worker], null)).toEqual(['wrong_type '])
  })
  test('two in force on one day are refused, and named', () => {
    const found = safeEvaluate(person, { on: '2026-12-31', set: [old, sets.farmer] })
    expect(found).toMatchObject({ ok: false, issues: [{ code: 'overlapping_in_force', files: ['province', 'farmer'] }] })
  })
  test('what is none is refused', () => {
    for (const none of [[], [null], ['farmer'], [{}]]) expect(refused(none)).toEqual(['wrong_option set'])
    expect(refused(both, person, '2026-02-30')).toEqual(['impossible_day on'])
  })
})

describe('a number that changes while its set stays', () => {
  const set = loadSet(
    province({
      parameters: {
        'books-some': parameter([
          ['2022-07-28', 1],
          ['2025-01-01', 2],
          ['2027-01-01', 3],
        ]),
      },
    }),
  )
  const reader = {
    ...person,
    evidence: { readingFrequency: 3, informationSources: ['book', 'radio-tv'], booksRead: 2 },
  } as CitizenRecord
  test.each([
    ['2024-12-31', 1],
    ['2025-01-01', 2],
    ['2026-12-31', 2],
    ['2027-01-01', 3],
  ] as [string, number][])('is on %s what it was then', (on, books) => {
    const at = set.indicators[0]!.levels.find(({ points }) => points === 10)!
    expect(at.label.vi).toContain('{books-some}')
    const found = evaluate({ ...reader, evidence: { ...reader.evidence, booksRead: books } }, { on, set }).indicators[0]!
    expect(found.score.lower).toBe(10)
    expect(found.level?.vi).toContain(`${books} cuốn`)
    expect(
      evaluate({ ...reader, evidence: { ...reader.evidence, booksRead: books - 1 } }, { on, set }).indicators[0]!.score.lower,
    ).toBe(8)
  })
  test('an old year assessed today has its own threshold and basis', () => {
    const basis = (on: string) => evaluate(person, { on }).score.basis
    // The numbers of the frame are official from the decision of 2023, and had a single source before.
    expect([basis('2023-10-24'), basis('2023-10-25')]).toEqual(['single-source', 'official'])
  })
})

describe('the forms of the decisions', () => {
  const numbers = (group: string, on: string) =>
    formsOn(group, on).map(({ decision, form }) => `${decision.document.number} ${form.id}`)
  test('by group and day', () => {
    expect(numbers('farmer', '2022-07-27')).toEqual([])
    expect(numbers('farmer', '2022-07-28')).toEqual(['244/QĐ-KHVN nong-dan'])
    expect(numbers('farmer', '2023-10-24')).toEqual(['244/QĐ-KHVN nong-dan'])
    expect(numbers('farmer', '2023-10-25')).toEqual(['244/QĐ-KHVN nong-dan', '324/QĐ-KHVN nguoi-dan'])
  })
  test('learners and others had none in the decision of 2022', () => {
    for (const group of ['learner', 'general']) {
      expect(numbers(group, '2023-01-01')).toEqual([])
      expect(numbers(group, '2024-01-01')).toHaveLength(1)
    }
    expect(numbers('salt-maker', '2024-01-01')).toEqual([])
  })
  test('every shipped group has a form of 2023, and what was not found stays unknown', () => {
    for (const group of Object.keys(sets)) {
      const [form] = formsOn(group, '2023-10-25').slice(-1)
      expect(form?.decision.document.number).toBe('324/QĐ-KHVN')
      expect([form?.form.officialName, form?.decision.repealedBy, form?.form.basis]).toEqual([null, null, 'proposed'])
    }
  })
  test('a day that is none is refused', () => {
    for (const on of ['2024-02-30', '', 7 as never]) {
      let thrown: unknown
      try {
        formsOn('farmer', on)
      } catch (error) {
        thrown = error
      }
      expect(isCdhtError(thrown) && [thrown.code, thrown.issues[0].path]).toEqual(['options', ['on']])
    }
  })
})
