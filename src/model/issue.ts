/** Keys and positions from the outermost value to the place meant. */
export type Path = readonly (string | number)[]

/** What each code carries beside its path. Values of a person are never among it. */
export interface IssueDetails {
  // records
  wrong_type: { expected: Expected }
  missing: object
  empty: object
  unknown_key: object
  out_of_range: { min?: number; max?: number }
  not_whole: object
  not_half: object
  unknown_group: object
  unknown_fact: object
  derived_fact: object
  unknown_indicator: object
  unknown_code: object
  unknown_attester: object
  impossible_day: object
  to_before_from: object
  too_many: { limit: number }
  more: { count: number }
  // files of people
  not_utf8: object
  /** `tcvn3` (ABC, .VnTime) or `vni`: letters of an old font in the place of Unicode. */
  legacy_code: { found: 'tcvn3' | 'vni' }
  wrong_encoding: { encoding: string }
  tcvn3_capitals: object
  other_format: { found: 'xlsx' | 'xls' | 'pdf' | 'html' | 'json' | 'binary' }
  broken_workbook: object
  too_large: { megabytes: number }
  other_sheets: { sheet: string; count: number }
  error_cell: object
  two_digit_year: object
  ambiguous_number: object
  digits_lost: object
  zeros_lost: object
  broken_json: object
  repeated_key: object
  unfinished_list: { line: number }
  too_long: { limit: number }
  no_headings: object
  broken_quotes: { line: number }
  /** `needed`: where the table is not one of people, the columns that it must have. */
  missing_heading: { field: string; needed?: string[] }
  repeated_heading: { columns: number[] }
  more_cells_than_headings: { cells: number; headings: number }
  too_many_parts: { limit: number }
  repeated_id: { firstLine: number }
  // lists in a file of their own
  list_given_twice: object
  unknown_person: object
  not_sorted: { line: number }
  // citizen numbers
  not_cccd: object
  zeros_added: object
  short_key: { bytes: number; least: number }
  not_results: { columns: string[] }
  // options
  wrong_option: object
  not_in_force: { on: string; from?: string; to?: string }
  group_differs: { expected: string }
  /** An assessment was made by another set; `expected` is what the set at hand says at the place of the path. */
  set_differs: { expected: string }
  record_differs: object
  not_monotone: { facts: string[] }
  cyclic_unit: object
  // SQL
  unknown_dialect: { known: string[] }
  unusable_name: { dialect: string }
  wrong_source: { type: string }
  // criteria files
  several_sets: { ids: string[] }
  too_deep: { limit: number }
  unknown_base: { base: string }
  missing_file: { id: string }
  cyclic_base: object
  duplicate_id: { id: string }
  malformed: { expected: string }
  unknown_id: { id: string }
  unknown_parameter: { parameter: string }
  unknown_condition: { condition: string }
  cyclic_condition: { condition: string }
  unknown_operator: { operator: string }
  unknown_level: { level: string }
  wrong_operator: { operator: string; type: string }
  wrong_value: { expected: string }
  wrong_params: { expected: string }
  empty_group: object
  empty_choice: object
  always_met: object
  never_met: object
  second_derived_fact: { fact: string; first: string }
  points_over_maximum: { points: number; max: number }
  parameter_order: { parameter: string; notBelow: string; on: string; value: number; least: number; files: string[] }
  parameter_gap: { parameter: string; from: string }
  overlapping_in_force: { group: string; files: string[] }
  /** `counterexample`: synthetic evidence that meets the level of `points` and not the one of `below`. */
  not_nested: { indicator: string; points: number; below: number; on: string; counterexample: Record<string, unknown> }
  nesting_not_decided: { indicator: string }
  official_without_source: object
  proposed_with_source: object
  basis_without_source: object
  proposed_without_rationale: object
  unknown_text_parameter: { parameter: string }
  against_fact_way: { fact: string }
  // warnings of the linter alone
  unreachable_level: { indicator: string; points: number; on: string }
  /** `improved`: the synthetic evidence of `counterexample` with more of `fact` (less, where less is better), which scores less. */
  score_falls: {
    indicator: string
    fact: string
    on: string
    points: number
    then: number
    counterexample: Record<string, unknown>
    improved: Record<string, unknown>
  }
  out_of_reach: { parameter: string; value: number; most: number; on: string }
  harder_where_disadvantaged: { parameter: string; value: number; ordinary: number; on: string }
  unused_fact: { fact: string }
  unused_parameter: { parameter: string }
  unused_condition: { condition: string }
  cap_without_sum: { indicator: string }
  untranslated: object
  parameter_in_one_language: { parameter: string }
  text_parameter_not_asked: { parameter: string }
  parameter_not_in_text: { parameter: string }
  checked_long_ago: { parameter: string; checkedOn: string; on: string }
  // warnings of an assessment
  after_day: object
  declared_differs: { declared: number; lower: number; upper: number }
  area_not_given: { threshold: number }
  not_fetched: { fact: string }
  fetch_failed: { fact: string; reason: 'rejected' | 'timeout' }
}

export type Expected = 'object' | 'list' | 'text' | 'number' | 'boolean' | 'codes' | 'day' | 'evidence'
export type IssueCode = keyof IssueDetails
export type Severity = 'error' | 'warning'

/** One thing that is wrong, or worth knowing, told by code and place (`file`: id of the criteria file); `issueText` words it. */
export type Issue = { [C in IssueCode]: { code: C; path: Path; severity: Severity; file?: string } & IssueDetails[C] }[IssueCode]

export type Issues = [Issue, ...Issue[]]
export type Result<T> = { ok: true; value: T } | { ok: false; issues: Issues }

/** At most so many issues are listed; one `more` says how many were left out. */
export const issueLimit = 100

export function issue<C extends IssueCode>(code: C, path: Path, details: IssueDetails[C], severity: Severity = 'error'): Issue {
  return { code, path, severity, ...details } as Issue
}

export const inFile = (file: string, found: readonly Issue[]): Issue[] => found.map((one) => ({ ...one, file }))

export const isError = (of: Issue): boolean => of.severity === 'error'

/** @param found - at least one issue */
export function refuse(found: readonly Issue[]): { ok: false; issues: Issues } {
  if (found.length === 0) throw new Error('no issue')
  const listed = found.slice(0, issueLimit)
  if (found.length > issueLimit) listed.push(issue('more', [], { count: found.length - issueLimit }))
  return { ok: false, issues: listed as Issues }
}

/** A key of unknown origin as it may stand in a path: a plain name as it is, anything else (a person's name, a text) as `?`. */
export function safeKey(key: PropertyKey): string | number {
  return typeof key === 'number' || (typeof key === 'string' && /^[A-Za-z_][\w-]{0,63}$/.test(key)) ? key : '?'
}

export type CdhtErrorCode = 'record' | 'criteria' | 'options'

/** The one class of errors that this library throws for its caller's input. Its message names codes and paths, never values. */
export class CdhtError extends Error {
  override readonly name = 'CdhtError'
  constructor(
    readonly code: CdhtErrorCode,
    readonly issues: Issues,
  ) {
    const list = issues.slice(0, 3).map((i) => `${i.code} at ${i.path.join('.') || '(root)'}`)
    const last = issues.at(-1)
    const rest = issues.length - list.length + (last?.code === 'more' ? last.count - 1 : 0)
    super(`${code}: ${list.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`)
  }
}

/** Tells a {@link CdhtError} apart, also one of another copy of this package (ESM beside CommonJS). */
export function isCdhtError(error: unknown): error is CdhtError {
  const { name, issues } = (error ?? {}) as Partial<CdhtError>
  return name === 'CdhtError' && Array.isArray(issues)
}
