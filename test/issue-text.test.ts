import { describe, expect, test } from 'vitest'
import { issueText, type Issue, type IssueCode } from '../src/index.js'

type Details<C extends IssueCode> = Omit<Extract<Issue, { code: C }>, 'code' | 'path' | 'severity' | 'file'>

/** What each code may carry; a new code does not compile before it stands here. */
const details: { [C in IssueCode]: Details<C> } = {
  wrong_type: { expected: 'list' },
  missing: {},
  empty: {},
  unknown_key: {},
  out_of_range: { min: 0, max: 10 },
  not_whole: {},
  not_half: {},
  unknown_group: {},
  unknown_fact: {},
  derived_fact: {},
  unknown_indicator: {},
  unknown_code: {},
  unknown_attester: {},
  impossible_day: {},
  to_before_from: {},
  too_many: { limit: 1000 },
  more: { count: 150 },
  not_utf8: {},
  legacy_code: { found: 'tcvn3' },
  wrong_encoding: { encoding: 'utf-16le' },
  tcvn3_capitals: {},
  other_format: { found: 'xls' },
  broken_workbook: {},
  too_large: { megabytes: 64 },
  other_sheets: { sheet: 'Danh', count: 2 },
  error_cell: {},
  two_digit_year: {},
  ambiguous_number: {},
  digits_lost: {},
  zeros_lost: {},
  broken_json: {},
  repeated_key: {},
  unfinished_list: { line: 21 },
  too_long: { limit: 1000000 },
  no_headings: {},
  broken_quotes: { line: 14 },
  missing_heading: { field: 'group' },
  repeated_heading: { columns: [2, 5] },
  more_cells_than_headings: { cells: 9, headings: 7 },
  too_many_parts: { limit: 1000 },
  repeated_id: { firstLine: 12 },
  list_given_twice: {},
  unknown_person: {},
  not_sorted: { line: 14 },
  not_cccd: {},
  zeros_added: {},
  short_key: { bytes: 12, least: 32 },
  not_results: { columns: ['verdict', 'on'] },
  wrong_option: {},
  not_in_force: { on: '2026-01-01', from: '2022-07-28', to: '2030-12-31' },
  group_differs: { expected: 'YYYY-MM-DD' },
  set_differs: { expected: 'YYYY-MM-DD' },
  record_differs: {},
  several_sets: { ids: ['framework', 'province'] },
  too_deep: { limit: 1000 },
  unknown_base: { base: 'framework' },
  missing_file: { id: 'facts' },
  cyclic_base: {},
  duplicate_id: { id: 'facts' },
  malformed: { expected: 'YYYY-MM-DD' },
  unknown_id: { id: 'facts' },
  unknown_parameter: { parameter: 'books-some' },
  unknown_condition: { condition: 'busy' },
  cyclic_condition: { condition: 'busy' },
  unknown_operator: { operator: 'contains' },
  unknown_level: { level: '8' },
  wrong_operator: { operator: 'contains', type: 'rank' },
  wrong_value: { expected: 'YYYY-MM-DD' },
  wrong_params: { expected: 'YYYY-MM-DD' },
  empty_group: {},
  empty_choice: {},
  always_met: {},
  never_met: {},
  second_derived_fact: { fact: 'skillHere', first: 'digitalLevel' },
  points_over_maximum: { points: 8, max: 10 },
  parameter_order: {
    parameter: 'books-some',
    notBelow: 'books-min',
    on: '2026-01-01',
    value: 2,
    least: 5,
    files: ['framework', 'province'],
  },
  parameter_gap: { parameter: 'books-some', from: '2022-07-28' },
  overlapping_in_force: { group: 'farmer', files: ['framework', 'province'] },
  not_nested: { indicator: 'reading', points: 8, below: 5, on: '2026-01-01', counterexample: { booksRead: 3 } },
  nesting_not_decided: { indicator: 'reading' },
  official_without_source: {},
  proposed_with_source: {},
  basis_without_source: {},
  proposed_without_rationale: {},
  unknown_text_parameter: { parameter: 'books-some' },
  against_fact_way: { fact: 'booksRead' },
  unreachable_level: { indicator: 'reading', points: 8, on: '2026-01-01' },
  score_falls: {
    indicator: 'reading',
    fact: 'booksRead',
    on: '2026-01-01',
    points: 8,
    then: 5,
    counterexample: { booksRead: 3 },
    improved: { booksRead: 4 },
  },
  out_of_reach: { parameter: 'pass-threshold', value: 80, most: 75, on: '2026-01-01' },
  harder_where_disadvantaged: { parameter: 'pass-threshold-disadvantaged', value: 70, ordinary: 65, on: '2026-01-01' },
  unused_fact: { fact: 'booksRead' },
  unused_parameter: { parameter: 'books-some' },
  unused_condition: { condition: 'busy' },
  cap_without_sum: { indicator: 'reading' },
  untranslated: {},
  parameter_in_one_language: { parameter: 'books-some' },
  text_parameter_not_asked: { parameter: 'books-some' },
  parameter_not_in_text: { parameter: 'books-some' },
  checked_long_ago: { parameter: 'books-some', checkedOn: '2024-12-31', on: '2026-01-01' },
  not_monotone: { facts: ['booksRead'] },
  cyclic_unit: {},
  unknown_dialect: { known: ['duckdb', 'postgres'] },
  unusable_name: { dialect: 'postgres' },
  wrong_source: { type: 'codes' },
  after_day: {},
  declared_differs: { declared: 8, lower: 3, upper: 5 },
  area_not_given: { threshold: 70 },
  not_fetched: { fact: 'booksRead' },
  fetch_failed: { fact: 'booksRead', reason: 'rejected' },
}

const langs = ['vi', 'en'] as const
const issues = Object.entries(details).map(
  ([code, more]) => ({ code, path: ['evidence', 'booksRead'], severity: 'error', ...more }) as Issue,
)

describe.each(issues.map((issue) => [issue.code, issue] as const))('%s', (_, issue) => {
  const [vi, en] = langs.map((lang) => issueText(issue, lang)) as [string, string]

  test('has its own sentence in each language, after its place', () => {
    for (const text of [vi, en]) {
      expect(text).toMatch(/^evidence\.booksRead: ./)
      expect(text.endsWith('.')).toBe(true)
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\bInfinity/)
    }
    expect(vi).not.toBe(en)
    // Vietnamese is written with its marks.
    expect(vi).toMatch(/[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i)
    expect(en).not.toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i)
  })
  test('says the numbers and names it carries', () => {
    for (const [name, value] of Object.entries(details[issue.code]))
      if (typeof value === 'number' || (typeof value === 'string' && !['expected', 'field', 'reason', 'found'].includes(name)))
        for (const text of [vi, en]) expect(text, name).toContain(String(value))
  })
})

test('no two codes are worded alike', () => {
  for (const lang of langs) expect(new Set(issues.map((issue) => issueText(issue, lang))).size).toBe(issues.length)
})

test('the file is told before the place, and neither where there is none', () => {
  expect(issueText({ code: 'empty_group', path: ['when', 'all'], severity: 'error', file: 'province' }, 'en')).toMatch(
    /^province\.json › when\.all: /,
  )
  expect(issueText({ code: 'missing_file', path: [], severity: 'error', id: 'facts' }, 'en')).toMatch(/^facts\.json /)
})

test('every kind of value that may be expected has its word', () => {
  const kinds = ['object', 'list', 'text', 'number', 'boolean', 'codes', 'day', 'evidence'] as const satisfies Extract<
    Issue,
    { code: 'wrong_type' }
  >['expected'][]
  for (const lang of langs) {
    const texts = kinds.map((expected) => issueText({ code: 'wrong_type', path: [], severity: 'error', expected }, lang))
    expect(new Set(texts).size).toBe(kinds.length)
    expect(texts.filter((text) => /undefined/.test(text))).toEqual([])
  }
})

test('a bound that is not given is not told', () => {
  const bounded = (bounds: { min?: number; max?: number }): string =>
    issueText({ code: 'out_of_range', path: [], severity: 'error', ...bounds }, 'en')
  expect(
    [bounded({ min: 1 }), bounded({ max: 8 }), bounded({ min: 1, max: 8 }), bounded({})].map(
      (text) => text.match(/\d/g)?.join() ?? '',
    ),
  ).toEqual(['1', '8', '1,8', ''])
})
