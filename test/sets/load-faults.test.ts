import { describe, expect, test } from 'vitest'
import { loadSet as loadAlone, safeLoadSet as safeLoadAlone } from '../../src/core.js'
import { farmer } from '../../src/sets/shipped/farmer.js'
import { isCdhtError, safeLoadSet, type Result } from '../../src/index.js'
import {
  atLeast,
  farmerFiles,
  level,
  occupation,
  parameter,
  province,
  provinceWith,
  withPut,
  words,
  type Keys,
} from '../support/criteria-files.js'

/** What is said of a fault: its code, the file, the place. */
type Told = [code: string, file: string | undefined, path: Keys]

function expectRefused(loaded: Result<unknown>, told: readonly Told[], details: object = {}): void {
  expect(loaded.ok).toBe(false)
  const issues = loaded.ok ? [] : loaded.issues
  expect(issues.map(({ code, file, path }) => [code, file, path])).toEqual(told)
  for (const one of issues) expect(one.severity).toBe('error')
  expect(issues[0]).toMatchObject(details)
}

const when: Keys = ['indicators', 'reading', 'levels', 0, 'when']
const books = (operator: string, value: unknown): object => ({ fact: 'booksRead', operator, value })
const counted = (fact: string, operator: string, value: unknown, params: object = {}): object => ({
  fact,
  params: { measure: 'count', ...params },
  operator,
  value,
})

test('the files without a fault load, alone and over the shipped set', () => {
  expect(safeLoadAlone(Object.values(farmerFiles())).ok).toBe(true)
  expect(safeLoadSet(provinceWith(atLeast('readingFrequency', 2))).ok).toBe(true)
})

describe('one fault in the condition of a level', () => {
  const facts = [occupation]
  const conditions = { busy: atLeast('commonActivities', 3) }
  const faults: [what: string, condition: unknown, code: string, path: Keys][] = [
    ['unknown fact', atLeast('booksReed', 1), 'unknown_fact', ['fact']],
    [
      'unknown fact inside',
      { all: [atLeast('booksRead', 1), { not: atLeast('no', 1) }] },
      'unknown_fact',
      ['all', 1, 'not', 'fact'],
    ],
    ['fact of every object', atLeast('constructor', 1), 'unknown_fact', ['fact']],
    ['unknown parameter', books('greaterThan', { fact: 'no-such' }), 'unknown_parameter', ['value', 'fact']],
    ['parameter of every object', books('greaterThan', { fact: 'to-string' }), 'unknown_parameter', ['value', 'fact']],
    ['unknown condition', { any: [{ condition: 'idle' }] }, 'unknown_condition', ['any', 0, 'condition']],
    ['condition of every object', { condition: 'toString' }, 'unknown_condition', ['condition']],
    ['unknown operator', books('atLeast', 1), 'unknown_operator', ['operator']],
    ['opposite operator', books('notEqual', 1), 'unknown_operator', ['operator']],
    ['operator of every object', books('toString', 1), 'unknown_operator', ['operator']],

    ['rank contains', { fact: 'learningPlan', operator: 'contains', value: 1 }, 'wrong_operator', ['operator']],
    ['rank in', { fact: 'learningPlan', operator: 'in', value: [1] }, 'wrong_operator', ['operator']],
    ['count in', books('in', [1, 2]), 'wrong_operator', ['operator']],
    ['number contains', { fact: 'staffTrainedPercent', operator: 'contains', value: 1 }, 'wrong_operator', ['operator']],
    ['boolean at least', atLeast('requiredLearningDone', true), 'wrong_operator', ['operator']],
    ['code at least', atLeast('occupation', 'rice'), 'wrong_operator', ['operator']],
    ['code contains', { fact: 'occupation', operator: 'contains', value: 'rice' }, 'wrong_operator', ['operator']],
    ['codes equal', { fact: 'supportActions', operator: 'equal', value: 'teach' }, 'wrong_operator', ['operator']],
    ['codes in', { fact: 'supportActions', operator: 'in', value: ['teach'] }, 'wrong_operator', ['operator']],
    ['codes at least, uncounted', atLeast('supportActions', 2), 'wrong_operator', ['operator']],
    ['counted codes contain', counted('supportActions', 'contains', 'teach'), 'wrong_operator', ['operator']],
    ['counted items contain', counted('learningActivities', 'contains', 'law'), 'wrong_operator', ['operator']],
    [
      'latest in',
      { ...counted('certificates', 'in', ['2025-01-01']), params: { measure: 'latest' } },
      'wrong_operator',
      ['operator'],
    ],

    ['rank and a word', { fact: 'learningPlan', operator: 'equal', value: 'two' }, 'wrong_value', ['value']],
    ['rank and yes', { fact: 'learningPlan', operator: 'equal', value: true }, 'wrong_value', ['value']],
    ['count and a number as text', books('equal', '7'), 'wrong_value', ['value']],
    ['count and a list', books('equal', [7]), 'wrong_value', ['value']],
    ['boolean and a number', { fact: 'requiredLearningDone', operator: 'equal', value: 1 }, 'wrong_value', ['value']],
    [
      'boolean and a parameter',
      { fact: 'requiredLearningDone', operator: 'equal', value: { fact: 'books-some' } },
      'wrong_value',
      ['value'],
    ],
    ['code and a number', { fact: 'occupation', operator: 'equal', value: 1 }, 'wrong_value', ['value']],
    ['code and a parameter', { fact: 'occupation', operator: 'equal', value: { fact: 'books-some' } }, 'wrong_value', ['value']],
    ['code in one code', { fact: 'occupation', operator: 'in', value: 'rice' }, 'wrong_value', ['value']],
    ['code in a parameter', { fact: 'occupation', operator: 'in', value: { fact: 'books-some' } }, 'wrong_value', ['value']],
    ['code in nothing', { fact: 'occupation', operator: 'in', value: [] }, 'empty_choice', ['value']],
    ['code unknown', { fact: 'occupation', operator: 'equal', value: 'wheat' }, 'unknown_code', ['value']],
    ['code in unknown', { fact: 'occupation', operator: 'in', value: ['rice', 'wheat'] }, 'unknown_code', ['value', 1]],
    ['code in a number', { fact: 'occupation', operator: 'in', value: ['rice', 3] }, 'unknown_code', ['value', 1]],
    ['codes contain a number', { fact: 'supportActions', operator: 'contains', value: 1 }, 'wrong_value', ['value']],
    ['codes contain a list', { fact: 'supportActions', operator: 'contains', value: ['teach'] }, 'wrong_value', ['value']],
    ['codes contain unknown', { fact: 'supportActions', operator: 'contains', value: 'preach' }, 'unknown_code', ['value']],
    ['counted codes and a code', counted('supportActions', 'equal', 'teach'), 'wrong_value', ['value']],
    ['latest and a number', { ...counted('certificates', 'equal', 3), params: { measure: 'latest' } }, 'wrong_value', ['value']],
    [
      'latest and no day',
      { ...counted('certificates', 'equal', '2025-02-29'), params: { measure: 'latest' } },
      'wrong_value',
      ['value'],
    ],
    [
      'latest and a parameter',
      { ...counted('certificates', 'equal', { fact: 'books-some' }), params: { measure: 'latest' } },
      'wrong_value',
      ['value'],
    ],

    ['params of a count', counted('booksRead', 'equal', 1), 'wrong_params', ['params']],
    ['params of a boolean', counted('requiredLearningDone', 'equal', true), 'wrong_params', ['params']],
    ['params of a code', counted('occupation', 'equal', 'rice'), 'wrong_params', ['params']],
    ['activities without params', atLeast('learningActivities', 1), 'wrong_params', ['params']],
    ['certificates without params', atLeast('certificates', 1), 'wrong_params', ['params']],
    [
      'hours of certificates',
      { ...counted('certificates', 'greaterThan', 1), params: { measure: 'hours' } },
      'wrong_params',
      ['params'],
    ],
    ['topics of certificates', counted('certificates', 'greaterThan', 1, { topics: ['law'] }), 'wrong_params', ['params']],
    ['certified certificates', counted('certificates', 'greaterThan', 1, { certified: true }), 'wrong_params', ['params']],
    ['kinds of codes', counted('supportActions', 'greaterThan', 1, { kinds: ['teach'] }), 'wrong_params', ['params']],
    [
      'hours of codes',
      { ...counted('supportActions', 'greaterThan', 1), params: { measure: 'hours' } },
      'wrong_params',
      ['params'],
    ],
    [
      'unknown kind',
      counted('learningActivities', 'greaterThan', 1, { kinds: ['course', 'no'] }),
      'unknown_code',
      ['params', 'kinds', 1],
    ],
    [
      'unknown topic',
      counted('learningActivities', 'greaterThan', 1, { topics: ['no'] }),
      'unknown_code',
      ['params', 'topics', 0],
    ],
    [
      'unknown kind of certificate',
      counted('certificates', 'greaterThan', 1, { kinds: ['no'] }),
      'unknown_code',
      ['params', 'kinds', 0],
    ],
    ['no kinds at all', counted('learningActivities', 'greaterThan', 1, { kinds: [] }), 'empty', ['params', 'kinds']],
    [
      'not certified',
      counted('learningActivities', 'greaterThan', 1, { certified: false }),
      'malformed',
      ['params', 'certified'],
    ],
    [
      'unknown measure',
      { ...counted('learningActivities', 'greaterThan', 1), params: { measure: 'sum' } },
      'malformed',
      ['params', 'measure'],
    ],

    ['empty all', { all: [] }, 'empty_group', ['all']],
    ['empty any', { any: [] }, 'empty_group', ['any']],
    ['empty any inside', { all: [atLeast('booksRead', 1), { any: [] }] }, 'empty_group', ['all', 1, 'any']],
    ['empty all under not', { not: { all: [] } }, 'empty_group', ['not', 'all']],

    ['a path', { ...atLeast('booksRead', 1), path: '$.x' }, 'unknown_key', ['path']],
    ['a priority inside', { any: [{ ...atLeast('booksRead', 1), priority: 2 }] }, 'unknown_key', ['any', 0, 'priority']],
    ['a name', { all: [atLeast('booksRead', 1)], name: 'x' }, 'unknown_key', ['name']],

    ['rank at least its least', atLeast('learningPlan', 0), 'always_met', []],
    ['rank at least more than its most', atLeast('learningPlan', 4), 'never_met', []],
    ['rank at most its most', { fact: 'learningPlan', operator: 'lessThanInclusive', value: 3 }, 'always_met', []],
    ['rank below its least', { fact: 'learningPlan', operator: 'lessThan', value: 0 }, 'never_met', []],
    ['rank above its most', { fact: 'learningPlan', operator: 'greaterThan', value: 3 }, 'never_met', []],
    ['half a rank', { fact: 'learningPlan', operator: 'equal', value: 1.5 }, 'never_met', []],
    ['count above its range', books('greaterThan', 200), 'never_met', []],
    ['count below its range', books('greaterThan', -1), 'always_met', []],
    ['count at most its range, under not', { not: books('lessThanInclusive', 200) }, 'always_met', ['not']],
    ['count equal beyond its range', books('equal', 201), 'never_met', []],
    ['number above its range', { fact: 'staffTrainedPercent', operator: 'greaterThan', value: 100 }, 'never_met', []],
    [
      'number below what is above its range',
      { fact: 'staffTrainedPercent', operator: 'lessThan', value: 100.5 },
      'always_met',
      [],
    ],
    ['all codes', counted('supportActions', 'greaterThanInclusive', 8), 'never_met', []],
    ['at most all codes', counted('supportActions', 'lessThanInclusive', 7), 'always_met', []],
    ['any number of codes', counted('supportActions', 'greaterThanInclusive', 0), 'always_met', []],
    ['any number of items', counted('learningActivities', 'greaterThanInclusive', 0), 'always_met', []],
    ['fewer items than none', counted('learningActivities', 'lessThan', 0), 'never_met', []],
    ['hours below nothing', { ...counted('learningActivities', 'lessThan', 0), params: { measure: 'hours' } }, 'never_met', []],
    ['one of all codes', { fact: 'occupation', operator: 'in', value: ['rice', 'salt', 'fish'] }, 'always_met', []],
    ['a parameter that leaves the range on a later day', books('greaterThan', { fact: 'rising' }), 'never_met', []],
    ['a parameter that meets all on a later day', books('greaterThanInclusive', { fact: 'falling' }), 'always_met', []],
  ]

  test.each(faults)('%s', (_, condition, code, path) => {
    const file = {
      ...provinceWith(condition),
      facts,
      conditions,
      parameters: {
        rising: parameter([
          ['2022-01-01', 2],
          ['2027-01-01', 200],
        ]),
        falling: parameter([
          ['2022-01-01', 2],
          ['2027-01-01', 0],
        ]),
      },
    }
    // A parameter's id has two words at least.
    const text = JSON.stringify(file).replaceAll('"rising"', '"books-rising"').replaceAll('"falling"', '"books-falling"')
    expectRefused(safeLoadSet(JSON.parse(text)), [[code, 'province', [...when, ...path]]])
  })
})

describe('named conditions', () => {
  const named = (conditions: object): unknown => province({ conditions })
  test('that name one another in a circle', () => {
    const told: Told[] = [
      ['cyclic_condition', 'province', ['conditions', 'a', 'not', 'condition', 'all', 0, 'condition']],
      ['cyclic_condition', 'province', ['conditions', 'b', 'all', 0, 'condition', 'not', 'condition']],
    ]
    expectRefused(safeLoadSet(named({ a: { not: { condition: 'b' } }, b: { all: [{ condition: 'a' }] } })), told)
  })
  test('that name themselves', () => {
    expectRefused(safeLoadSet(named({ a: { condition: 'a' } })), [
      ['cyclic_condition', 'province', ['conditions', 'a', 'condition']],
    ])
  })
  test('that name what is not there, though nobody uses them', () => {
    expectRefused(safeLoadSet(named({ a: { condition: 'no' } })), [
      ['unknown_condition', 'province', ['conditions', 'a', 'condition']],
    ])
    expectRefused(safeLoadSet(named({ a: { all: [] } })), [['empty_group', 'province', ['conditions', 'a', 'all']]])
  })
})

describe('points', () => {
  const pointsOf = (points: number): unknown =>
    province({ indicators: { cooperation: { levels: [level(points, atLeast('cooperationGroups', 2))] } } })
  const path: Keys = ['indicators', 'cooperation', 'levels', 0, 'points']
  test('above the maximum, none, and half', () => {
    expectRefused(safeLoadSet(pointsOf(11)), [['points_over_maximum', 'province', path]], { points: 11, max: 10 })
    expectRefused(safeLoadSet(pointsOf(0)), [['points_over_maximum', 'province', path]])
    expectRefused(safeLoadSet(pointsOf(7.5)), [['not_whole', 'province', path]])
    expectRefused(safeLoadSet(pointsOf(-5)), [['out_of_range', 'province', path]])
  })
  test('a cap above the maximum', () => {
    const file = province({ indicators: { cooperation: { grading: 'sum', cap: 11 } } })
    expectRefused(safeLoadSet(file), [['points_over_maximum', 'province', ['indicators', 'cooperation', 'cap']]], { points: 11 })
  })
  test('the same points twice in one file', () => {
    const levels = [level(5, atLeast('readingFrequency', 2)), level(5, atLeast('readingFrequency', 2))]
    expect(safeLoadSet(province({ indicators: { reading: { levels } } })).ok).toBe(false)
  })
})

describe('parameters', () => {
  const parameters = (of: object): unknown => province({ parameters: of })
  test('below the one they may not fall below: both files and values are told', () => {
    const later = parameters({
      'activities-min': parameter([
        ['2022-07-28', 1],
        ['2026-01-01', 5],
      ]),
    })
    expectRefused(safeLoadSet(later), [['parameter_order', 'framework', ['parameters', 'activities-good', 'notBelow']]], {
      parameter: 'activities-good',
      notBelow: 'activities-min',
      on: '2026-01-01',
      value: 2,
      least: 5,
      files: ['framework', 'province'],
    })
    const own = parameters({ 'activities-good': parameter([['2022-07-28', 0.5]], { notBelow: 'activities-min' }) })
    expectRefused(safeLoadSet(own), [['parameter_order', 'province', ['parameters', 'activities-good', 'notBelow']]], {
      on: '2022-07-28',
      files: ['province', 'framework'],
    })
  })
  test('that may not fall below what is not there', () => {
    const file = parameters({ 'new-one': parameter([['2022-07-28', 3]], { notBelow: 'no-such' }) })
    expectRefused(safeLoadSet(file), [['unknown_parameter', 'province', ['parameters', 'new-one', 'notBelow']]])
  })
  test.each([
    ['begin after the set', [['2022-07-29', 1]]],
    [
      'are not sorted',
      [
        ['2022-07-28', 1],
        ['2026-01-01', 2],
        ['2025-01-01', 3],
      ],
    ],
    [
      'have a day twice',
      [
        ['2022-07-28', 1],
        ['2025-01-01', 2],
        ['2025-01-01', 3],
      ],
    ],
  ] as [string, [string, number][]][])('whose steps %s', (_, steps) => {
    const file = parameters({ 'hours-many': parameter(steps) })
    expectRefused(safeLoadSet(file), [['parameter_gap', 'province', ['parameters', 'hours-many', 'values']]], {
      parameter: 'hours-many',
      from: '2022-07-28',
    })
  })
  test('that begin when the set does, or before, have no gap', () => {
    for (const day of ['2022-07-28', '2020-01-01'])
      expect(safeLoadSet(parameters({ 'activities-min': parameter([[day, 1]]) })).ok).toBe(true)
  })
  test('of a base that begins later than the overlay', () => {
    const loaded = safeLoadSet(province({ inForce: { from: '2020-01-01' } }))
    expect(loaded.ok ? [] : new Set(loaded.issues.map(({ code, file }) => `${code} ${file}`))).toEqual(
      new Set(['parameter_gap framework']),
    )
  })
  test('without values, and without their day', () => {
    expectRefused(safeLoadSet(parameters({ 'new-one': parameter([]) })), [
      ['empty', 'province', ['parameters', 'new-one', 'values']],
    ])
    const file = parameters({ 'new-one': parameter([['2025-02-29', 1]]) })
    expectRefused(safeLoadSet(file), [['impossible_day', 'province', ['parameters', 'new-one', 'values', 0, 'from']]])
  })
  test('that the pass rule, the scale and the digital level name and that are not there', () => {
    const file = {
      maximum: { fact: 'no-such' },
      pass: { floor: { fact: 'no-such' } },
      digital: { required: { fact: 'no-such' } },
    }
    expectRefused(safeLoadSet(province({ pass: file.pass })), [['unknown_parameter', 'province', ['pass', 'floor', 'fact']]])
    expectRefused(safeLoadSet(province({ digital: file.digital })), [
      ['unknown_parameter', 'province', ['digital', 'required', 'fact']],
    ])
    const loaded = safeLoadSet(province({ maximum: file.maximum }))
    expect(loaded.ok ? [] : loaded.issues).toContainEqual(
      expect.objectContaining({ code: 'unknown_parameter', file: 'province', path: ['maximum', 'fact'] }),
    )
  })
})

describe('what a statement rests on', () => {
  const source = { document: 'd', number: '1', date: '2026-01-05', article: 'Điều 3', url: 'https://example.vn/1' }
  const value = (grounds: object): unknown => {
    const file = province({ parameters: { 'new-one': parameter([['2022-07-28', 3]]) } })
    return withPut(file, ['parameters', 'new-one', 'values', 0], { from: '2022-07-28', value: 3, ...grounds })
  }
  const at: Keys = ['parameters', 'new-one', 'values', 0]
  test.each([
    ['official without a source', { basis: 'official' }, 'official_without_source', []],
    ...(['number', 'date', 'article', 'url'] as const).map(
      (part) =>
        [
          `official without ${part}`,
          { basis: 'official', source: { ...source, [part]: null } },
          'official_without_source',
          [],
        ] as const,
    ),
    ['a single source that is none', { basis: 'single-source' }, 'basis_without_source', []],
    ['a standard of nobody', { basis: 'standard', rationale: words('x') }, 'basis_without_source', []],
    ['proposed with a source', { basis: 'proposed', rationale: words('x'), source }, 'proposed_with_source', ['source']],
    ['proposed without a reason', { basis: 'proposed' }, 'proposed_without_rationale', []],
    ['proposed with a reason in one language', { basis: 'proposed', rationale: { vi: 'x' } }, 'missing', ['rationale', 'en']],
    ['no basis', {}, 'missing', ['basis']],
    ['an invented basis', { basis: 'law' }, 'malformed', ['basis']],
    [
      'a source of an impossible day',
      { basis: 'official', source: { ...source, date: '2026-02-30' } },
      'impossible_day',
      ['source', 'date'],
    ],
    ['a source at no address', { basis: 'official', source: { ...source, url: 'example.vn' } }, 'malformed', ['source', 'url']],
  ] as [string, object, string, Keys][])('%s', (_, grounds, code, path) => {
    expectRefused(safeLoadSet(value(grounds)), [[code, 'province', [...at, ...path]]])
  })
  test('whole sources are taken, and what could be read of the act only elsewhere', () => {
    for (const grounds of [
      { basis: 'official', source },
      { basis: 'official', source: { ...source, article: null, via: 'a page' } },
      { basis: 'single-source', source: { ...source, number: null, date: null, article: null } },
    ])
      expect(safeLoadSet(value(grounds)).ok, grounds.basis).toBe(true)
  })
  test('of levels, competences, areas and routes too', () => {
    const files = farmerFiles()
    const refused = (id: string, path: Keys, by: unknown, told: Told): void => {
      expectRefused(safeLoadAlone(Object.values({ ...files, [id]: withPut(files[id], path, by) })), [told])
    }
    const ofLevel: Keys = ['indicators', 'reading', 'levels', 1]
    refused('farmer', [...ofLevel, 'basis'], 'official', ['official_without_source', 'farmer', ofLevel])
    refused('farmer', [...ofLevel, 'source'], source, ['proposed_with_source', 'farmer', [...ofLevel, 'source']])
    refused('framework', ['competences', 0, 'basis'], 'official', ['official_without_source', 'framework', ['competences', 0]])
    refused('digital-skills', ['areas', 2, 'source'], undefined, ['basis_without_source', 'digital-skills', ['areas', 2]])
    refused('digital-skills', ['routes', 1, 'basis'], 'official', ['official_without_source', 'digital-skills', ['routes', 1]])
    refused('digital-skills', ['routes', 1, 'rationale'], undefined, [
      'proposed_without_rationale',
      'digital-skills',
      ['routes', 1],
    ])
  })
})

describe('texts', () => {
  const labelled = (label: object): unknown =>
    province({ indicators: { reading: { levels: [level(5, atLeast('readingFrequency', 2), { label })] } } })
  const at: Keys = ['indicators', 'reading', 'levels', 0, 'label']
  test.each([
    ['an unknown parameter in Vietnamese', { vi: 'từ {no-such} lần', en: 'x' }, 'unknown_text_parameter', ['vi']],
    ['an unknown parameter in English', { vi: 'x', en: '{books-some} or {toString}' }, 'unknown_text_parameter', ['en']],
    ['English missing', { vi: 'x' }, 'missing', ['en']],
    ['Vietnamese missing', { en: 'x' }, 'missing', ['vi']],
    ['Vietnamese empty', { vi: '', en: 'x' }, 'empty', ['vi']],
    ['a third language', { vi: 'x', en: 'x', fr: 'x' }, 'unknown_key', ['fr']],
  ] as [string, object, string, Keys][])('%s', (_, label, code, path) => {
    expectRefused(safeLoadSet(labelled(label)), [[code, 'province', [...at, ...path]]])
  })
  test('of an indicator and of a competence as well', () => {
    const label = words('từ {no-such} lần')
    const told = (file: object): unknown => {
      const loaded = safeLoadSet(file)
      return loaded.ok ? 'loads' : loaded.issues.map(({ code, file, path }) => [code, file, path.at(-1)])
    }
    const twice = ['vi', 'en'].map((lang) => ['unknown_text_parameter', 'province', lang])
    expect(told(province({ indicators: { reading: { label } } }))).toEqual(twice)
    const competences = withPut(farmer.competences, [0, 'label'], label)
    expect(told(province({ competences }))).toEqual(twice)
  })
})

describe('files that do not fit together', () => {
  const files = (edit: (of: Record<string, unknown>) => object): unknown[] => Object.values(edit(farmerFiles()))
  const without = (id: string): unknown[] => files(({ [id]: _, ...rest }) => rest)
  const other = (inForce: object): object => ({ ...(farmerFiles()['farmer'] as object), id: 'farmer-2', inForce })

  test('facts.json or digital-skills.json missing', () => {
    expectRefused(safeLoadAlone(without('facts')), [['missing_file', undefined, []]], { id: 'facts' })
    expectRefused(safeLoadAlone(without('digital-skills')), [['missing_file', undefined, []]], { id: 'digital-skills' })
  })
  test('a base that is nowhere', () => {
    expectRefused(safeLoadAlone(without('framework')), [['unknown_base', 'farmer', ['extends']]], { base: 'framework' })
    expectRefused(safeLoadSet({ ...province({}), extends: 'no-such' }), [['unknown_base', 'province', ['extends']]], {
      base: 'no-such',
    })
    const misspelt = files((of) => ({ ...of, farmer: withPut(of['farmer'], ['extends'], 'frame') }))
    expectRefused(safeLoadAlone(misspelt), [['unknown_base', 'farmer', ['extends']]], { base: 'frame' })
  })
  test('sets that extend one another', () => {
    const two = files((of) => ({ ...of, framework: withPut(of['framework'], ['extends'], 'farmer') }))
    for (const circle of [two, [...two, province({})]]) {
      const loaded = safeLoadAlone(circle)
      expect(loaded.ok ? [] : loaded.issues.map(({ code }) => code)).toEqual(['cyclic_base'])
    }
  })
  test('a set that extends itself', () => {
    const self = files((of) => ({ ...of, farmer: withPut(of['farmer'], ['extends'], 'farmer') }))
    const loaded = safeLoadAlone(self)
    expect(loaded.ok ? [] : loaded.issues.map(({ code }) => code)).toEqual(['cyclic_base'])
  })
  test('two sets of one group on the same days', () => {
    const loaded = safeLoadAlone([...Object.values(farmerFiles()), other({ from: '2025-01-01' })])
    expectRefused(loaded, [['overlapping_in_force', 'farmer-2', ['inForce']]], { group: 'farmer', files: ['farmer', 'farmer-2'] })
  })
  test('two sets one after the other are still two', () => {
    const ended = files((of) => ({ ...of, farmer: withPut(of['farmer'], ['inForce', 'to'], '2024-12-31') }))
    expectRefused(safeLoadAlone([...ended, other({ from: '2025-01-01' })]), [['several_sets', undefined, []]], {
      ids: ['farmer', 'farmer-2'],
    })
    expectRefused(safeLoadAlone([...ended, other({ from: '2024-12-31' })]), [['overlapping_in_force', 'farmer-2', ['inForce']]])
  })
  test('one id twice', () => {
    for (const id of ['farmer', 'facts', 'digital-skills']) {
      const of = farmerFiles()
      const loaded = safeLoadAlone([...Object.values(of), of[id]])
      expect(loaded.ok ? id : loaded.issues.map(({ code }) => code)).toEqual(['duplicate_id'])
    }
  })
  test('one fact twice', () => {
    const loaded = safeLoadSet(province({ facts: [occupation, { ...occupation, id: 'booksRead' }] }))
    const told = loaded.ok ? [] : loaded.issues.map(({ code, file, path }) => [code, file, path[0]])
    expect(told).toEqual([['duplicate_id', 'province', 'facts']])
  })
  test('one code of a fact twice', () => {
    const loaded = safeLoadSet(province({ facts: [{ ...occupation, codes: [...occupation.codes, occupation.codes[0]] }] }))
    expect(loaded.ok).toBe(false)
  })
  test('a range that ends before it begins', () => {
    const { codes: _, ...rest } = occupation
    expect(safeLoadSet(province({ facts: [{ ...rest, type: 'count', range: [5, 0] }] })).ok).toBe(false)
  })
  test('in force until before it begins', () => {
    expect(safeLoadSet(province({ inForce: { from: '2025-01-01', to: '2024-12-31' } })).ok).toBe(false)
  })
  test('an indicator that nobody knows, and one that is gone', () => {
    const file = province({ indicators: { singing: { label: words('x'), levels: [level(5, atLeast('booksRead', 1))] } } })
    expectRefused(safeLoadSet(file), [['unknown_indicator', 'province', ['indicators', 'singing']]])
    const gone = files((of) => ({
      ...of,
      framework: withPut(of['framework'], ['indicators', 'cooperation'], undefined),
      farmer: withPut(of['farmer'], ['indicators', 'cooperation'], undefined),
    }))
    expectRefused(safeLoadAlone(gone), [['missing', undefined, ['indicators', 'cooperation']]])
  })
  test('a route of digital skills that nobody knows', () => {
    expectRefused(safeLoadSet(province({ digital: { enable: ['no-such'] } })), [
      ['unknown_id', 'province', ['digital', 'enable', 0]],
    ])
  })
  test('a scale of digital skills with a level left out', () => {
    const short = files((of) => ({ ...of, 'digital-skills': withPut(of['digital-skills'], ['levels', 2], undefined) }))
    expect(safeLoadAlone(short).ok).toBe(false)
  })
  test('nothing, and what is no file', () => {
    for (const json of [[], null, undefined, 'farmer', 3, [null], [[]]]) {
      expect(safeLoadSet(json).ok, String(json)).toBe(false)
      expect(safeLoadAlone(json, { base: farmer }).ok, String(json)).toBe(false)
    }
  })
})

test('loadSet throws what safeLoadSet tells', () => {
  let thrown: unknown
  try {
    loadAlone(provinceWith({ all: [] }), { base: farmer })
  } catch (error) {
    thrown = error
  }
  expect(isCdhtError(thrown) && thrown.code).toBe('criteria')
  expect(thrown).toMatchObject({ issues: [{ code: 'empty_group', file: 'province', path: [...when, 'all'] }] })
})
