import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeLoadSet } from '../../src/index.js'
import type { Condition } from '../../src/model/condition.js'
import type { CriteriaFile } from '../../src/model/criteria-file.js'
import type { Issue } from '../../src/model/issue.js'
import { answerTo } from '../support/plain/condition.js'
import { plainDigital } from '../support/plain/digital.js'
import { criteriaJson, plainSetOf, type PlainSet } from '../support/plain/set.js'
import { atLeast, level, parameter, province, type Keys } from '../support/criteria-files.js'

type NotNested = Extract<Issue, { code: 'not_nested' }>

const counted = (fact: string, value: unknown, params: object = {}): Condition =>
  ({ fact, params: { measure: 'count', ...params }, operator: 'greaterThanInclusive', value }) as Condition

/** A province whose `reading` has these levels in the place of the farmers'. */
const withLevels = (levels: [points: number, when: unknown][], more: object = {}): object =>
  province({ ...more, indicators: { reading: { levels: levels.map(([points, when]) => level(points, when)) } } })
const plainOf = (file: object): PlainSet =>
  plainSetOf(['framework', 'groups/farmer'].map((name) => criteriaJson(name) as CriteriaFile).concat(file as CriteriaFile))

/** What the plain evaluator says of two levels for one person. */
function answersTo(
  file: object,
  { points, below }: { points: number; below: number },
  evidence: Record<string, unknown>,
  on: string,
) {
  const set = plainOf(file)
  const situation = { set, on, evidence, digitalLevel: plainDigital(evidence, set, on).level }
  const levels = set.indicators.find(({ id }) => id === 'reading')?.levels ?? []
  return [points, below].map((of) => answerTo(levels.find((one) => one.points === of)?.when as Condition, situation))
}

function expectShown(file: object, { points, below, on, counterexample }: NotNested): void {
  expect(answersTo(file, { points, below }, counterexample, on)).toEqual(['met', 'unmet'])
}

function faultOf(file: object): NotNested {
  const loaded = safeLoadSet(file)
  expect(loaded.ok).toBe(false)
  const issues = loaded.ok ? [] : loaded.issues
  expect(issues.map(({ code }) => code)).toEqual(['not_nested'])
  return issues[0] as NotNested
}

const upper: Keys = ['indicators', 'reading', 'levels', 1]
const often = atLeast('readingFrequency', 2)

describe('a level that does not imply the one below is refused, with a person who shows it', () => {
  test.each([
    ['another fact', often, atLeast('booksRead', 4)],
    ['a smaller number', atLeast('booksRead', 4), atLeast('booksRead', 3)],
    ['strictly more and at least', { fact: 'booksRead', operator: 'greaterThan', value: 3 }, atLeast('booksRead', 3)],
    ['half of a percentage', atLeast('staffTrainedPercent', 40.25), atLeast('staffTrainedPercent', 40)],
    [
      'one way of two',
      { all: [often, atLeast('booksRead', 1)] },
      { any: [{ all: [often, atLeast('booksRead', 2)] }, atLeast('booksRead', 9)] },
    ],
    ['a code among counted ones', { fact: 'supportActions', operator: 'contains', value: 'teach' }, counted('supportActions', 6)],
    [
      'items of another kind',
      counted('learningActivities', 1, { kinds: ['club', 'course'] }),
      counted('learningActivities', 3, { kinds: ['course', 'seminar'] }),
    ],
    ['uncertified items', counted('learningActivities', 1, { certified: true }), counted('learningActivities', 2)],
    [
      'hours without items',
      counted('learningActivities', 2),
      { fact: 'learningActivities', params: { measure: 'hours' }, operator: 'greaterThanInclusive', value: 24 },
    ],
    [
      'certificates',
      counted('certificates', 1, { kinds: ['it-basic'] }),
      counted('certificates', 1, { kinds: ['it-basic', 'it-advanced'] }),
    ],
    ['the digital level', atLeast('digitalLevel', 3), atLeast('digitalLevel', 2)],
    ['the digital level beside another fact', { all: [atLeast('digitalLevel', 1), often] }, atLeast('digitalLevel', 4)],
    ['denial', { not: atLeast('booksRead', 5) }, { not: atLeast('booksRead', 6) }],
    [
      'yes and no',
      { fact: 'requiredLearningDone', operator: 'equal', value: true },
      { fact: 'requiredLearningDone', operator: 'equal', value: false },
    ],
    ['a parameter and a number', atLeast('booksRead', { fact: 'books-many' }), atLeast('booksRead', 3)],
  ])('%s', (_, below, above) => {
    const file = withLevels([
      [5, below],
      [8, above],
      [10, { all: [above, below] }],
    ])
    const fault = faultOf(file)
    expect(fault).toMatchObject({ file: 'province', path: upper, indicator: 'reading', points: 8, below: 5, on: '2022-07-28' })
    expectShown(file, fault)
  })

  test('though only from a later day on', () => {
    const parameters = {
      'books-now': parameter([
        ['2022-07-28', 3],
        ['2026-01-01', 1],
      ]),
    }
    const file = withLevels(
      [
        [5, atLeast('booksRead', 2)],
        [8, atLeast('booksRead', { fact: 'books-now' })],
        [10, atLeast('booksRead', 9)],
      ],
      { parameters },
    )
    const fault = faultOf(file)
    expect(fault.on).toBe('2026-01-01')
    expectShown(file, fault)
  })

  test.each(['learningActivities', 'certificates'])('the latest day of %s', (fact) => {
    const since = (value: string): unknown => ({ fact, params: { measure: 'latest' }, operator: 'greaterThanInclusive', value })
    const file = withLevels([
      [5, since('2025-06-01')],
      [8, since('2025-01-01')],
      [10, { all: [since('2025-06-01'), since('2025-01-01')] }],
    ])
    const fault = faultOf(file)
    expect(fault).toMatchObject({ points: 8, below: 5 })
    expectShown(file, fault)
  })

  test('between a replaced level and one that the base has', () => {
    const file = withLevels([[8, atLeast('booksRead', 4)]])
    const fault = faultOf(file)
    expect(fault).toMatchObject({ file: 'province', path: ['indicators', 'reading', 'levels', 0], points: 8, below: 5 })
    expectShown(file, fault)
    // Here the base's own level of 8 is the one that no longer implies.
    const lower = withLevels([[5, atLeast('booksRead', 4)]])
    const of = faultOf(lower)
    expect(of).toMatchObject({ file: 'farmer', points: 8, below: 5 })
    expectShown(lower, of)
  })
})

describe('levels that are nested load', () => {
  test.each([
    ['the same twice', often, often],
    ['a larger number', atLeast('booksRead', 3), atLeast('booksRead', 4)],
    ['at least and strictly more', atLeast('booksRead', 4), { fact: 'booksRead', operator: 'greaterThan', value: 3 }],
    [
      'fewer kinds',
      counted('learningActivities', 1, { kinds: ['club', 'course'] }),
      counted('learningActivities', 1, { kinds: ['club'] }),
    ],
    [
      'a code is one of the codes',
      counted('supportActions', 1),
      { fact: 'supportActions', operator: 'contains', value: 'teach' },
    ],
    ['half of a whole number', atLeast('booksRead', 3), atLeast('booksRead', 2.5)],
    [
      'case by case',
      { any: [often, atLeast('booksRead', 3)] },
      { any: [atLeast('booksRead', 3), { all: [often, atLeast('booksRead', 1)] }] },
    ],
  ])('%s', (_, below, above) => {
    const loaded = safeLoadSet(
      withLevels([
        [5, below],
        [8, above],
        [10, { all: [below, above, atLeast('improvements', 1)] }],
      ]),
    )
    expect(loaded.ok ? [] : loaded.issues).toEqual([])
  })
})

describe('what cannot be decided exactly is a warning, which results carry', () => {
  test.each([
    ['the digital level and what it is worked out from', { all: [atLeast('digitalLevel', 1), counted('digitalActivities', 5)] }],
    [
      'too many combinations',
      {
        all: ['booksRead', 'communitySessions', 'peopleSupported', 'opinionsGiven', 'commonActivities', 'improvements'].map(
          (fact) => ({ any: [2, 4, 6, 8, 10, 12, 14, 16, 18, 20].map((n) => atLeast(fact, n)) }),
        ),
      },
    ],
  ])('%s', (_, when) => {
    const loaded = safeLoadSet(
      withLevels([
        [5, when],
        [8, when],
        [10, when],
      ]),
    )
    expect(loaded.ok ? loaded.value.warnings : loaded.issues).toEqual([
      {
        code: 'nesting_not_decided',
        path: ['indicators', 'reading'],
        severity: 'warning',
        indicator: 'reading',
        file: 'province',
      },
    ])
  })
  test('up to a million combinations it is decided', () => {
    const facts = ['booksRead', 'communitySessions', 'peopleSupported', 'opinionsGiven', 'commonActivities']
    const all = { all: facts.map((fact) => ({ any: [2, 4, 6, 8, 10, 12].map((n) => atLeast(fact, n)) })) }
    const file = withLevels([
      [5, all],
      [8, { any: [all, atLeast('booksRead', 9)] }],
      [10, all],
    ])
    expectShown(file, faultOf(file))
  })
})

const leaves: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map((n) => atLeast('booksRead', n)),
  fc.integer({ min: 1, max: 3 }).map((n) => ({ fact: 'booksRead', operator: 'equal', value: n })),
  fc.integer({ min: 1, max: 4 }).map((n) => atLeast('readingFrequency', n)),
  fc.integer({ min: 1, max: 4 }).map((n) => counted('informationSources', n)),
  fc.constantFrom('book', 'radio-tv').map((value) => ({ fact: 'informationSources', operator: 'contains', value })),
  fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.subarray(['club', 'course', 'library'], { minLength: 1 }))
    .map(([n, kinds]) => counted('learningActivities', n, { kinds })),
  fc
    .integer({ min: 1, max: 4 })
    .map((n) => ({ fact: 'learningActivities', params: { measure: 'hours' }, operator: 'lessThan', value: n })),
)
const conditions = fc.letrec<{ condition: unknown }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    leaves,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition
const people: fc.Arbitrary<Record<string, unknown>> = fc.record({
  booksRead: fc.integer({ min: 0, max: 5 }),
  readingFrequency: fc.integer({ min: 0, max: 4 }),
  informationSources: fc.subarray(['book', 'radio-tv', 'loudspeaker', 'newspaper']),
  learningActivities: fc.array(
    fc.record({
      kind: fc.constantFrom('club', 'course', 'library'),
      from: fc.constant('2025-03'),
      hours: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 3 },
  ),
})

test('whatever the conditions: a refusal shows a person, and no person belies what loads', () => {
  const seen = { refused: 0, loaded: 0 }
  fc.assert(
    fc.property(conditions, conditions, fc.array(people, { minLength: 40, maxLength: 40 }), (below, above, tried) => {
      const file = withLevels([
        [5, below],
        [8, above],
        [10, { all: [below, above, atLeast('improvements', 1)] }],
      ])
      const loaded = safeLoadSet(file)
      if (loaded.ok) {
        seen.loaded++
        if (loaded.value.warnings.some(({ code }) => code === 'nesting_not_decided')) return
        for (const evidence of tried)
          expect(answersTo(file, { points: 8, below: 5 }, evidence, '2025-12-31')).not.toEqual(['met', 'unmet'])
      } else {
        seen.refused++
        expectShown(file, loaded.issues[0] as NotNested)
      }
    }),
    { numRuns: 150, seed: 8 },
  )
  expect(seen.refused).toBeGreaterThan(30)
  expect(seen.loaded).toBeGreaterThan(10)
})
