import type { Condition, Leaf } from '../../src/model/condition.js'
import type { CriteriaFile } from '../../src/model/criteria-file.js'
import { indicatorIds } from '../../src/model/indicator.js'

const leaf = (fact: string, operator: string, value: Leaf['value'], params?: Leaf['params']): Leaf => ({
  fact,
  operator,
  value,
  ...(params && { params }),
})
const text = (words: string) => ({ vi: words, en: words })

/** Three conditions for each indicator; together they use every operator, measure and filter that the format has. */
const conditions: Condition[][] = [
  [
    leaf('readingFrequency', 'equal', 3),
    { not: leaf('booksRead', 'greaterThan', 4) },
    { any: [leaf('booksRead', 'lessThan', 2), leaf('readingFrequency', 'lessThanInclusive', 1), leaf('booksRead', 'equal', 7)] },
  ],
  [
    leaf('learningActivities', 'greaterThanInclusive', 2, { measure: 'count' }),
    leaf('learningActivities', 'greaterThan', 20.5, { measure: 'hours', kinds: ['course', 'seminar', 'self-study'] }),
    leaf('learningActivities', 'greaterThanInclusive', 1, { measure: 'count', certified: true }),
  ],
  [
    leaf('learningActivities', 'greaterThanInclusive', '2025-06-01', { measure: 'latest' }),
    leaf('learningActivities', 'lessThan', '2025-11-15', { measure: 'latest', kinds: ['club', 'library', 'course'] }),
    leaf('learningActivities', 'equal', '2025-12-31', { measure: 'latest', topics: ['law', 'digital'], certified: true }),
  ],
  [
    leaf('certificates', 'greaterThanInclusive', 2, { measure: 'count' }),
    leaf('certificates', 'equal', 1, { measure: 'count', kinds: ['it-basic', 'it-advanced'] }),
    leaf('certificates', 'lessThanInclusive', '2025-06-15', { measure: 'latest', kinds: ['digital-framework', 'it-basic'] }),
  ],
  [
    leaf('digitalLevel', 'greaterThanInclusive', { fact: 'required-digital-level' }),
    leaf('digitalLevel', 'equal', 3),
    { any: [leaf('digitalLevel', 'lessThan', 1), leaf('digitalActivities', 'greaterThanInclusive', 12, { measure: 'count' })] },
  ],
  [
    leaf('supportActions', 'contains', 'teach'),
    { not: { all: [leaf('supportActions', 'contains', 'fund'), leaf('supportActions', 'contains', 'assign')] } },
    leaf('supportActions', 'lessThanInclusive', 3, { measure: 'count' }),
  ],
  [
    leaf('occupation', 'equal', 'salt'),
    leaf('occupation', 'in', ['rice', 'fish']),
    { not: leaf('occupation', 'in', ['rice', 'salt', 'fish']) },
  ],
  [
    { condition: 'reads-and-learns' },
    { not: { condition: 'reads-and-learns' } },
    leaf('staffTrainedPercent', 'greaterThan', { fact: 'staff-half' }),
  ],
  [
    leaf('requiredLearningDone', 'equal', true),
    leaf('requiredLearningDone', 'equal', false),
    { all: [{ not: { not: leaf('selfUpdatesOnline', 'equal', true) } }, leaf('goodRelations', 'greaterThanInclusive', 1)] },
  ],
  [
    { any: [{ all: [leaf('improvements', 'greaterThan', 1), leaf('recordKeeping', 'greaterThan', 1)] }, { condition: 'busy' }] },
    leaf('learningActivities', 'lessThanInclusive', 12, { measure: 'hours' }),
    { all: [{ condition: 'busy' }, leaf('informationSources', 'equal', 4, { measure: 'count' })] },
  ],
]

/** A file over the framework for tests alone: its criteria mean nothing, its shapes are all that the format allows. */
export const everyOperator: CriteriaFile = {
  id: 'every-operator',
  extends: 'framework',
  version: '1',
  label: text('Every operator'),
  digital: { enable: ['da-nang-2242'] },
  facts: [
    {
      id: 'occupation',
      label: text('Occupation'),
      better: 'neither',
      window: 'assessment-year',
      attestedBy: ['self'],
      type: 'code',
      codes: ['rice', 'salt', 'fish', 'wood', 'other'].map((code) => ({ code, label: text(code) })),
    },
  ],
  parameters: {
    'staff-half': {
      unit: 'percent',
      checkedOn: '2026-11-24',
      values: [
        { from: '2022-07-28', value: 40, basis: 'proposed', rationale: text('A test.') },
        { from: '2025-12-31', value: 62.5, basis: 'proposed', rationale: text('A test.') },
      ],
    },
  },
  conditions: {
    busy: { any: [leaf('commonActivities', 'greaterThanInclusive', 3), leaf('communitySessions', 'greaterThan', 5)] },
    'reads-and-learns': { all: [leaf('readingFrequency', 'greaterThanInclusive', 2), { not: { condition: 'busy' } }] },
  },
  // Added up, so that no level has to imply another.
  indicators: Object.fromEntries(
    indicatorIds.map((id, i) => [
      id,
      {
        grading: 'sum' as const,
        cap: 9,
        levels: [5, 8, 10].map((points, n) => ({
          points,
          label: text(`${id} ${n}`),
          when: (conditions[i] as Condition[])[n] as Condition,
          basis: 'proposed' as const,
          rationale: text('A test.'),
        })),
      },
    ]),
  ),
}
