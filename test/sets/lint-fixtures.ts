import type { IssueCode } from '../../src/model/issue.js'
import { criteriaJson } from '../support/plain/set.js'
import {
  atLeast,
  level,
  occupation,
  parameter,
  province,
  provinceWith,
  withPut,
  words,
  type Keys,
} from '../support/criteria-files.js'

/** Codes that are not about criteria files, or that only loading one single set has. */
type Elsewhere =
  | 'not_half'
  | 'unknown_group'
  | 'derived_fact'
  | 'unknown_attester'
  | 'too_many'
  | 'more'
  | 'cyclic_unit'
  | 'unknown_dialect'
  | 'unusable_name'
  | 'wrong_source'
  | 'not_utf8'
  | 'legacy_code'
  | 'wrong_encoding'
  | 'tcvn3_capitals'
  | 'other_format'
  | 'broken_workbook'
  | 'too_large'
  | 'other_sheets'
  | 'error_cell'
  | 'two_digit_year'
  | 'ambiguous_number'
  | 'digits_lost'
  | 'zeros_lost'
  | 'broken_json'
  | 'repeated_key'
  | 'unfinished_list'
  | 'too_long'
  | 'no_headings'
  | 'broken_quotes'
  | 'missing_heading'
  | 'repeated_heading'
  | 'more_cells_than_headings'
  | 'too_many_parts'
  | 'repeated_id'
  | 'list_given_twice'
  | 'unknown_person'
  | 'not_sorted'
  | 'not_cccd'
  | 'zeros_added'
  | 'short_key'
  | 'not_results'
  | 'wrong_option'
  | 'not_in_force'
  | 'group_differs'
  | 'set_differs'
  | 'record_differs'
  | 'not_monotone'
  | 'several_sets'
  | 'after_day'
  | 'declared_differs'
  | 'area_not_given'
  | 'not_fetched'
  | 'fetch_failed'

/** Files with one thing wrong, and what is to be said of it. */
export interface Fixture {
  json: unknown
  file: string | undefined
  path: Keys
  severity: 'error' | 'warning'
  details?: object
  /** What cannot be wrong without something else being told as well, before it. */
  also?: IssueCode[]
}

const reading: Keys = ['indicators', 'reading', 'levels', 0]
const error = (json: unknown, path: Keys, details?: object, file: string | null = 'province'): Fixture => ({
  json,
  file: file ?? undefined,
  path,
  severity: 'error',
  ...(details && { details }),
})
const warning = (json: unknown, path: Keys, details?: object, file = 'province'): Fixture => ({
  ...error(json, path, details, file),
  severity: 'warning',
})

const withLevels = (levels: unknown, more: object = {}): object => province({ ...more, indicators: { reading: { levels } } })
const withParameters = (parameters: object, more: object = {}): object => province({ ...more, parameters })
const everSince = (value: number, more: object = {}) => parameter([['2022-07-28', value]], more)
const source = { document: 'd', number: '1', date: '2026-01-05', article: 'Điều 3', url: 'https://example.org/1' }
const withGrounds = (grounds: object): object => withLevels([{ ...level(5, atLeast('readingFrequency', 2)), ...grounds }])
const labelled = (vi: string, en: string, when: unknown = atLeast('readingFrequency', 2)): object =>
  withLevels([level(5, when, { label: { vi, en } })])
const rank = (more: object) => ({
  id: 'skillHere',
  label: words('Thử'),
  type: 'rank',
  range: [0, 1],
  ranks: [0, 1].map((step) => ({ rank: step, label: words('Thử') })),
  better: 'more',
  window: 'ever',
  attestedBy: ['self'],
  ...more,
})
const often = atLeast('readingFrequency', 2)
const sources = { ...atLeast('informationSources', { fact: 'sources-some' }), params: { measure: 'count' } }
const nested = (depth: number): unknown => (depth === 0 ? atLeast('readingFrequency', 2) : { not: nested(depth - 1) })
/** Enough independent questions for more combinations than are tried. */
const { codes: _, ...fact } = occupation
const manyFacts = Array.from({ length: 21 }, (_, i) => ({ ...fact, id: `yes${i}`, type: 'boolean', better: 'more' }))

export const fixtures: Record<Exclude<IssueCode, Elsewhere>, Fixture> = {
  // the form of a file
  wrong_type: error(province({ version: 3 }), ['version']),
  missing: error(withPut(provinceWith(atLeast('readingFrequency', 2)), [...reading, 'label'], undefined), [...reading, 'label']),
  unknown_key: error(province({ versoin: '1' }), ['versoin']),
  out_of_range: error(withLevels([level(-5, atLeast('readingFrequency', 2))]), [...reading, 'points']),
  not_whole: error(withLevels([level(7.5, atLeast('readingFrequency', 2))]), [...reading, 'points']),
  malformed: error(province({ group: 'Nông dân' }), ['group']),
  impossible_day: error(province({ inForce: { from: '2026-02-30' } }), ['inForce', 'from']),
  too_deep: error(provinceWith(nested(5000)), ['indicators']),

  // what a file must get right by itself
  to_before_from: error(province({ inForce: { from: '2026-01-01', to: '2025-12-31' } }), ['inForce', 'to']),
  official_without_source: error(withGrounds({ basis: 'official', source: { ...source, number: null } }), reading),
  proposed_with_source: error(withGrounds({ source }), [...reading, 'source']),
  basis_without_source: error(withGrounds({ basis: 'single-source' }), reading),
  proposed_without_rationale: error(
    withPut(withParameters({ 'hours-many': everSince(24) }), ['parameters', 'hours-many', 'values', 0, 'rationale'], undefined),
    ['parameters', 'hours-many', 'values', 0],
  ),
  duplicate_id: error(province({ facts: [{ ...occupation, codes: [...occupation.codes, occupation.codes[0]] }] }), [
    'facts',
    0,
    'codes',
    3,
  ]),

  // how files fit together
  unknown_base: error({ ...province({}), extends: 'fermer' }, ['extends'], { base: 'fermer' }),
  cyclic_base: error(
    [province({ extends: 'commune' }), { ...province({}), id: 'commune', extends: 'province' }],
    ['extends'],
    undefined,
    'commune',
  ),
  missing_file: error([criteriaJson('framework'), criteriaJson('facts')], [], { id: 'digital-skills' }, null),
  unknown_level: error(withLevels({ 7: null }), ['indicators', 'reading', 'levels', '7'], { level: '7' }),
  overlapping_in_force: error(
    [province({ id: 'old', inForce: { from: '2022-07-28', to: '2027-01-01' } }), province({ inForce: { from: '2027-01-01' } })],
    ['inForce'],
    { group: 'farmer', files: ['old', 'province'] },
  ),
  second_derived_fact: error(province({ facts: [rank({ derived: true })] }), ['facts'], { first: 'digitalLevel' }),

  // what is named must be there
  unknown_fact: error(provinceWith(atLeast('booksReed', 1)), [...reading, 'when', 'fact']),
  unknown_parameter: error(provinceWith(atLeast('booksRead', { fact: 'books-sone' })), [...reading, 'when', 'value', 'fact'], {
    parameter: 'books-sone',
  }),
  unknown_condition: error(provinceWith({ condition: 'busy' }), [...reading, 'when', 'condition']),
  cyclic_condition: error(province({ conditions: { busy: { not: { condition: 'busy' } } } }), [
    'conditions',
    'busy',
    'not',
    'condition',
  ]),
  unknown_operator: error(provinceWith({ fact: 'booksRead', operator: 'atLeast', value: 1 }), [...reading, 'when', 'operator']),
  unknown_code: error(provinceWith({ fact: 'supportActions', operator: 'contains', value: 'preach' }), [
    ...reading,
    'when',
    'value',
  ]),
  unknown_id: error(province({ digital: { enable: ['da-nang'] } }), ['digital', 'enable', 0], { id: 'da-nang' }),
  unknown_indicator: error(
    province({ indicators: { singing: { label: words('Hát'), levels: [level(5, atLeast('booksRead', 1))] } } }),
    ['indicators', 'singing'],
  ),
  unknown_text_parameter: error(labelled('từ {books-sone} cuốn', 'x'), [...reading, 'label', 'vi'], { parameter: 'books-sone' }),

  // what a condition may say
  wrong_operator: error(provinceWith({ fact: 'learningPlan', operator: 'contains', value: 1 }), [...reading, 'when', 'operator']),
  wrong_value: error(provinceWith(atLeast('booksRead', 'two')), [...reading, 'when', 'value']),
  wrong_params: error(provinceWith({ ...atLeast('booksRead', 1), params: { measure: 'count' } }), [...reading, 'when', 'params']),
  empty_group: error(provinceWith({ all: [] }), [...reading, 'when', 'all']),
  empty_choice: error({ ...provinceWith({ fact: 'occupation', operator: 'in', value: [] }), facts: [occupation] }, [
    ...reading,
    'when',
    'value',
  ]),
  always_met: error(provinceWith(atLeast('booksRead', 0)), [...reading, 'when']),
  never_met: error(provinceWith(atLeast('readingFrequency', 9)), [...reading, 'when']),
  points_over_maximum: error(withLevels([level(11, atLeast('readingFrequency', 4))]), [...reading, 'points'], { max: 10 }),
  parameter_order: error(
    withParameters({ 'activities-good': everSince(0.5, { notBelow: 'activities-min' }) }),
    ['parameters', 'activities-good', 'notBelow'],
    { value: 0.5, least: 1, files: ['province', 'framework'] },
  ),
  parameter_gap: error(withParameters({ 'hours-many': parameter([['2022-07-29', 24]]) }), ['parameters', 'hours-many', 'values']),
  not_nested: error(provinceWith(atLeast('booksRead', 40)), ['indicators', 'reading', 'levels', '8 points'], undefined, 'farmer'),

  // slips
  empty: warning(province({ note: { vi: 'Ghi chú', en: ' ' } }), ['note', 'en']),
  untranslated: warning(province({ note: { vi: 'Ghi chú của tỉnh', en: 'Ghi chú của tỉnh' } }), ['note', 'en']),
  nesting_not_decided: warning(
    province({
      facts: manyFacts,
      indicators: {
        reading: {
          levels: {
            5: null,
            8: null,
            10: { ...level(10, { all: manyFacts.map(({ id }) => ({ fact: id, operator: 'equal', value: true })) }) },
          },
        },
      },
    }),
    ['indicators', 'reading'],
  ),
  against_fact_way: warning(
    withLevels({
      5: null,
      8: null,
      10: level(10, { any: [often, { all: [often, { fact: 'booksRead', operator: 'lessThan', value: 3 }] }] }),
    }),
    ['indicators', 'reading', 'levels', '10', 'when', 'any', 1, 'all', 1],
    { fact: 'booksRead' },
  ),
  score_falls: {
    ...warning(withLevels({ 5: null, 8: null, 10: level(10, { not: atLeast('booksRead', 3) }) }), ['indicators', 'reading'], {
      fact: 'booksRead',
      points: 10,
      then: 0,
      counterexample: { booksRead: 0 },
      improved: { booksRead: 3 },
    }),
    also: ['against_fact_way'],
  },
  unreachable_level: {
    ...warning(withLevels([level(10, { all: [atLeast('readingFrequency', 3), { not: often }] })]), reading, {
      points: 10,
      on: '2022-07-28',
    }),
    also: ['against_fact_way'],
  },
  out_of_reach: warning(
    { ...withLevels({ 8: null, 10: null }), parameters: { 'indicator-floor': everSince(6) } },
    ['indicators', 'reading', 'levels'],
    { parameter: 'indicator-floor', value: 6, most: 5, on: '2022-07-28' },
  ),
  harder_where_disadvantaged: warning(
    withParameters({ 'pass-threshold': everSince(65) }),
    ['parameters', 'pass-threshold-disadvantaged'],
    { value: 70, ordinary: 65, on: '2022-07-28' },
  ),
  unused_fact: warning(province({ facts: [occupation] }), ['facts', 0], { fact: 'occupation' }),
  unused_parameter: warning(withParameters({ 'books-sone': everSince(2) }), ['parameters', 'books-sone']),
  unused_condition: warning(province({ conditions: { busy: atLeast('booksRead', 1) } }), ['conditions', 'busy']),
  cap_without_sum: warning(province({ indicators: { reading: { cap: 8 } } }), ['indicators', 'reading', 'cap']),
  parameter_in_one_language: warning(
    labelled('từ {sources-some} loại nguồn', 'several kinds of source', sources),
    [...reading, 'label', 'en'],
    { parameter: 'sources-some' },
  ),
  text_parameter_not_asked: warning(labelled('từ {books-some} cuốn', '{books-some} or more books'), [...reading, 'label']),
  parameter_not_in_text: warning(labelled('Nhiều loại nguồn', 'Several kinds of source', sources), [...reading, 'label']),
  checked_long_ago: warning(
    withParameters({ 'hours-many': everSince(24, { checkedOn: '2025-11-23' }) }),
    ['parameters', 'hours-many', 'checkedOn'],
    { checkedOn: '2025-11-23', on: '2026-11-24' },
  ),
}
