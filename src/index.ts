import { evaluateWith, safeEvaluateWith, type EvaluateOptions } from './assessment/evaluate.js'
import { formSchemaWith, type FormSchema, type FormSchemaOptions } from './assessment/form-schema.js'
import { improveWith, type ImproveOptions, type ImprovementPlan } from './assessment/improve.js'
import { nextQuestionsWith, type NextQuestionsOptions } from './assessment/next-questions.js'
import type { Assessment } from './model/assessment.js'
import type { CriteriaSet } from './model/criteria-set.js'
import type { Issue, Result } from './model/issue.js'
import type { CitizenRecord, FactId } from './model/record.js'
import { lintWith, type LintOptions } from './sets/lint.js'
import * as load from './sets/load.js'
import { sets } from './sets/shipped/index.js'

export * from './shared-exports.js'
export { sets } from './sets/shipped/index.js'
export { formsOn, type FormInForce } from './sets/shipped/forms.js'
export { targets } from './sets/shipped/targets.js'

const shipped: Readonly<Record<string, CriteriaSet>> = sets
const choose = (group: string): CriteriaSet | undefined => (Object.hasOwn(shipped, group) ? shipped[group] : undefined)

/**
 * Assesses one person by the criteria of their group.
 *
 * @param options - `on`: the day, `YYYY-MM-DD`; `set`: another set than the shipped one of the group, or several, of which
 *   the one of the group that is in force on the day decides
 * @throws CdhtError `record` when the record is malformed, `options` when the day is none or the set is not in force
 *
 * @example
 * evaluate({ id: 'P1', group: 'farmer', evidence: { booksRead: 2 } }, { on: '2025-12-31' }).verdict // 'unknown'
 */
export function evaluate(record: CitizenRecord, options: EvaluateOptions): Assessment {
  return evaluateWith(record, options, choose)
}

/** Assesses a record of unknown origin; nothing is thrown for what is wrong with it or with the options. */
export function safeEvaluate(record: unknown, options: EvaluateOptions): Result<Assessment> {
  return safeEvaluateWith(record, options, choose)
}

/**
 * A Standard Schema of one record, for form libraries: unlike `recordSchema` it knows the facts, codes and ranges of the
 * group's criteria, and its messages are ready to be shown beside their fields, in the language asked for.
 *
 * @param options - `on` and `set` as for {@link evaluate}; `lang`: the language of the messages
 *
 * @example
 * formSchema({ on: '2025-12-31', lang: 'vi' })['~standard'].validate({ id: 'P1', group: 'farmer' }) // { value: … }
 */
export function formSchema(options: FormSchemaOptions): FormSchema {
  return formSchemaWith(options, choose)
}

/**
 * The least effort from a record to the verdict `met`: exact, over facts that several indicators share.
 *
 * @param options - `on`: the day; `set`: another set than the shipped one of the group; `effort`: the caller's own weights
 * @throws CdhtError `record` or `options`; a set in which more of a fact may lower a score is refused as `not_monotone`
 *
 * @example
 * improve({ id: 'P1', group: 'farmer', evidence: { booksRead: 2 } }, { on: '2025-12-31' }).effort // points of effort
 */
export function improve(record: CitizenRecord, options: ImproveOptions): ImprovementPlan {
  return improveWith(record, options, choose)
}

/**
 * The facts whose answers can still change the verdict, the most decisive first; empty when it is settled. A fact that is
 * known in part is among them as long as the rest of it matters. An area that is not known is told by `unknown` of an
 * assessment.
 *
 * Exact: a fact is named if and only if there are answers to all that is open with which changing this one changes the verdict.
 * Where trying them would take too long (lists that a set of one's own asks about in very many ways), every open fact that may
 * matter is named, so none is missed. A call takes about a millisecond, the first for a set and a day some tens of them.
 *
 * @throws CdhtError `record` or `options`
 *
 * @example
 * nextQuestions({ id: 'P1', group: 'farmer' }, { on: '2025-12-31' })[0] // the first question of an interview
 */
export function nextQuestions(record: CitizenRecord, options: NextQuestionsOptions): FactId[] {
  return nextQuestionsWith(record, options, choose)
}

/**
 * Makes one criteria set of its files; a file that extends a shipped set finds it by itself.
 *
 * @throws CdhtError `criteria` with every fault found, each with file and path
 */
export function loadSet(json: unknown, options: load.LoadOptions = {}): CriteriaSet {
  return load.loadSet(json, withBase(json, options))
}

/** As {@link loadSet}, with the faults as a value. */
export function safeLoadSet(json: unknown, options: load.LoadOptions = {}): Result<CriteriaSet> {
  return load.safeLoadSet(json, withBase(json, options))
}

/**
 * Everything that is wrong with criteria files, and everything that looks like a slip: `severity` tells one from the other.
 * A file may extend a shipped set. Several sets may be given together; two of one group must then not be in force on one day.
 *
 * @param json - one parsed criteria file or several, in any order
 * @returns empty when there is nothing to say
 * @throws CdhtError `options` when `on` is no day
 *
 * @example
 * lintSet(JSON.parse(text), { on: '2026-11-24' }).map((issue) => issueText(issue, 'vi'))
 */
export function lintSet(json: unknown, options: LintOptions = {}): Issue[] {
  return lintWith(json, options, [...(options.base ? [options.base] : []), ...Object.values(shipped)])
}

/** The shipped set that one of the files extends, unless the files bring it or the caller names another. */
function withBase(json: unknown, options: load.LoadOptions): load.LoadOptions {
  if (options.base) return options
  const files = (Array.isArray(json) ? json : [json]) as ({ id?: unknown; extends?: unknown } | null | undefined)[]
  const wanted = files.map((file) => file?.extends).filter((id) => !files.some((file) => file?.id === id))
  const base = Object.values(shipped).find(({ id }) => wanted.includes(id))
  return base ? { ...options, base } : options
}
