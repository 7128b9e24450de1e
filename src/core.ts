import { safeEvaluateWith, type EvaluateOptions } from './assessment/evaluate.js'
import type { Assessment } from './model/assessment.js'
import type { CriteriaSet } from './model/criteria-set.js'
import type { Result } from './model/issue.js'

export * from './shared-exports.js'
export { loadSet, safeLoadSet } from './sets/load.js'

/**
 * Assesses a record of unknown origin; nothing is thrown for what is wrong with it or with the options.
 *
 * @param record - parsed JSON, or any value
 * @param options - `set` is needed here, since this entry carries none
 */
export function safeEvaluate(record: unknown, options: EvaluateOptions & { set: CriteriaSet }): Result<Assessment> {
  return safeEvaluateWith(record, options)
}
