import { safeEvaluateWith, type EvaluateOptions } from './assessment/evaluate.js'
import { formSchemaWith, type FormSchema, type FormSchemaOptions } from './assessment/form-schema.js'
import { improveWith, type ImproveOptions, type ImprovementPlan } from './assessment/improve.js'
import { nextQuestionsWith, type NextQuestionsOptions } from './assessment/next-questions.js'
import type { Assessment } from './model/assessment.js'
import type { CriteriaSet } from './model/criteria-set.js'
import type { Result } from './model/issue.js'
import type { CitizenRecord, FactId } from './model/record.js'

export * from './shared-exports.js'
export { lintSet } from './sets/lint.js'
export { loadSet, safeLoadSet } from './sets/load.js'

/**
 * Assesses a record of unknown origin; nothing is thrown for what is wrong with it or with the options.
 *
 * @param record - parsed JSON, or any value
 * @param options - `set` is needed here, since this entry carries none
 */
export function safeEvaluate(
  record: unknown,
  options: EvaluateOptions & { set: CriteriaSet | readonly CriteriaSet[] },
): Result<Assessment> {
  return safeEvaluateWith(record, options)
}

/**
 * A Standard Schema of one record, for form libraries, with messages in one language.
 *
 * @param options - `set` is needed here, since this entry carries none
 */
export function formSchema(options: FormSchemaOptions & { set: CriteriaSet | readonly CriteriaSet[] }): FormSchema {
  return formSchemaWith(options)
}

/**
 * The least effort from a record to the verdict `met`.
 *
 * @param options - `set` is needed here, since this entry carries none
 * @throws CdhtError `record` or `options`
 */
export function improve(record: CitizenRecord, options: ImproveOptions & { set: CriteriaSet }): ImprovementPlan {
  return improveWith(record, options)
}

/**
 * The facts whose answers can still change the verdict, the most decisive first.
 *
 * @param options - `set` is needed here, since this entry carries none
 * @throws CdhtError `record` or `options`
 */
export function nextQuestions(record: CitizenRecord, options: NextQuestionsOptions & { set: CriteriaSet }): FactId[] {
  return nextQuestionsWith(record, options)
}
