import type { Condition, Leaf } from '../../src/model/condition.js'
import type { CriteriaFile, Level } from '../../src/model/criteria-file.js'
import { entriesOf } from '../../src/sets/file-levels.js'
import { everyOperator } from '../../test/support/every-operator.js'

/**
 * Sets for vectors alone: their criteria mean nothing. Points of 1, 2 and 4 that add up tell, at either end of the range, which
 * of three conditions are met.
 */
const label = (vi: string, en: string) => ({ vi: `CHỈ ĐỂ THỬ: ${vi}`, en: `FOR TESTS ONLY: ${en}` })
const note = {
  vi: 'Bịa ra để thử cách tính; không phải tiêu chí của ai.',
  en: 'Made up to test how results are worked out; nobody’s criteria.',
}
const rationale = { vi: 'Chỉ để thử.', en: 'For tests only.' }

const level = (points: number, when: Condition): Omit<Level, 'id'> => ({
  points,
  label: label(`${points} điểm`, `${points} points`),
  when,
  basis: 'proposed',
  rationale,
})

/** The levels of the framework taken out, and three conditions in their place whose points add up. */
function apart(conditions: readonly Condition[]): NonNullable<CriteriaFile['indicators']>[string] {
  const own = conditions.map((when, i) => [['first', 'second', 'third'][i], level(2 ** i, when)] as const)
  return { grading: 'sum', levels: { '5': null, '8': null, '10': null, ...Object.fromEntries(own) } }
}

const head = (id: string, base: string) => ({
  $schema: '../../schemas/criteria.schema.json',
  id,
  extends: base,
  version: '1',
  note,
})

const isTrue = (fact: string): Leaf => ({ fact, operator: 'equal', value: true })
const [a, b, c] = [isTrue('requiredLearningDone'), isTrue('selfUpdatesOnline'), isTrue('languageNotRequired')]

/** Every way of joining conditions, over three facts that are yes, no or not known. */
const truthTables: CriteriaFile = {
  ...head('truth-tables', 'framework'),
  label: label('bảng chân trị', 'truth tables'),
  conditions: { 'both-or-third': { any: [{ all: [a, b] }, c] }, 'not-both': { not: { all: [a, b] } } },
  indicators: {
    reading: apart([{ all: [a, b] }, { any: [a, b] }, { not: a }]),
    'learning-plan': apart([{ all: [a, b, c] }, { any: [a, b, c] }, { any: [{ all: [a, b] }, { not: c }] }]),
    'community-learning': apart([
      { not: { all: [a, b, c] } },
      { not: { any: [a, { not: b }] } },
      {
        any: [{ all: [a, { not: b }] }, { all: [{ not: a }, b] }],
      },
    ]),
    'encouraging-others': apart([
      { any: [a, { not: a }] },
      { all: [b, { not: b }, c] },
      { all: [{ condition: 'both-or-third' }, { condition: 'not-both' }] },
    ]),
    'foreign-language': apart([{ fact: b.fact, operator: 'equal', value: false }, { not: { not: c } }, { all: [{ any: [a] }] }]),
  },
}

/** The conditions with which the library tests every operator, each apart from the others. */
const everyOperatorApart: CriteriaFile = {
  ...everyOperator,
  ...head('every-operator', 'framework'),
  label: label('mọi phép so sánh', 'every operator'),
  indicators: Object.fromEntries(
    Object.entries(everyOperator.indicators ?? {}).map(([id, { levels }]) => [
      id,
      apart(entriesOf(levels).flatMap(({ level }) => (level === null ? [] : [level.when]))),
    ]),
  ),
}

const parameter = (unit: string, steps: readonly (readonly [from: string, value: number])[]) => ({
  unit,
  checkedOn: '2026-11-24',
  values: steps.map(([from, value]) => ({ from, value, basis: 'proposed' as const, rationale })),
})
const atLeast = (fact: string, value: Leaf['value'], params?: Leaf['params']): Leaf => ({
  fact,
  ...(params && { params }),
  operator: 'greaterThanInclusive',
  value,
})

/** Over a group: a number with a later step, levels replaced, taken out and added, a fact, a route, a floor of its own. */
const province: CriteriaFile = {
  ...head('test-province', 'farmer'),
  label: label('tỉnh', 'a province'),
  digital: { enable: ['da-nang-2242'] },
  pass: { floor: { fact: 'test-floor' } },
  facts: [
    {
      id: 'homeStudyCorner',
      label: label('góc học tập ở nhà', 'a place to study at home'),
      type: 'boolean',
      better: 'more',
      window: 'assessment-year',
      attestedBy: ['self', 'branch'],
    },
  ],
  parameters: {
    'test-floor': parameter('points', [
      ['2022-07-28', 4],
      ['2026-01-01', 6],
    ]),
    'community-often-busy': parameter('sessions', [
      ['2022-07-28', 5],
      ['2026-01-01', 4],
    ]),
  },
  indicators: {
    reading: {
      levels: {
        '7': level(7, {
          any: [{ all: [atLeast('readingFrequency', 2), isTrue('homeStudyCorner')] }, atLeast('readingFrequency', 3)],
        }),
        '8': null,
      },
    },
    'good-relations': { levels: { '5': level(5, atLeast('goodRelations', 2)) } },
  },
}

/** Over an overlay: the same parts once more, an indicator that now adds up, another frame. */
const commune: CriteriaFile = {
  ...head('test-commune', 'test-province'),
  inForce: { from: '2024-01-01', to: '2026-12-31' },
  label: label('xã', 'a commune'),
  pass: { threshold: { fact: 'pass-threshold-disadvantaged' } },
  digital: { required: { fact: 'test-digital' } },
  parameters: {
    'test-digital': parameter('level', [['2024-01-01', 3]]),
    'community-often-busy': parameter('sessions', [['2024-01-01', 3]]),
  },
  conditions: { helpful: { any: [atLeast('goodRelations', 3), atLeast('reconciliations', 2)] } },
  indicators: {
    reading: {
      levels: {
        '7': null,
        '9': level(9, {
          all: [
            atLeast('readingFrequency', 3),
            { any: [isTrue('homeStudyCorner'), atLeast('informationSources', 2, { measure: 'count' })] },
          ],
        }),
      },
    },
    cooperation: {
      grading: 'sum',
      cap: 9,
      levels: {
        '5': level(5, atLeast('cooperationGroups', 1)),
        '8': null,
        '10': null,
        helps: level(3, { condition: 'helpful' }),
        shares: level(3, atLeast('experienceShared', 2)),
      },
    },
  },
}

/** A group that the library does not have. */
const fisher: CriteriaFile = {
  ...head('test-fisher', 'framework'),
  group: 'fisher',
  label: label('nhóm mới', 'a new group'),
  facts: [
    {
      id: 'gear',
      label: label('ngư cụ', 'gear'),
      type: 'code',
      codes: ['net', 'line', 'trap'].map((code) => ({ code, label: label(code, code) })),
      better: 'neither',
      window: 'assessment-year',
      attestedBy: ['self'],
    },
  ],
  indicators: {
    reading: {
      levels: {
        '5': level(5, { any: [{ fact: 'gear', operator: 'in', value: ['net', 'line'] }, atLeast('readingFrequency', 2)] }),
      },
    },
  },
}

/** The files, each extending a shipped set or the one before it. */
export const testSets = { truthTables, everyOperator: everyOperatorApart, province, commune, fisher }
