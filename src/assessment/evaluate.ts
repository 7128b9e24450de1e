import type { Assessment } from '../model/assessment.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { issue, refuse, type Result } from '../model/issue.js'
import { isObject } from '../model/record.js'
import { assessorOf, type AssessOptions, type CompileOptions } from './compile.js'

export interface EvaluateOptions extends CompileOptions, AssessOptions {
  /** The criteria set to judge by; of the record's own group, or the framework. */
  set?: CriteriaSet | undefined
}

/**
 * Assesses a record of unknown origin: whatever is wrong comes back as issues with code and path, never as a throw.
 *
 * @param choose - the set for a record's group when the options name none
 */
export function evaluateWith(
  record: unknown,
  options: EvaluateOptions,
  choose: (group: string) => CriteriaSet | undefined,
): Result<Assessment> {
  if (!isObject(options)) return refuse([issue('missing', ['on'], {})])
  let { set } = options
  if (set === undefined) {
    if (!isObject(record)) return refuse([issue('wrong_type', [], { expected: 'object' })])
    const group = Object.hasOwn(record, 'group') ? record['group'] : undefined
    if (group === undefined) return refuse([issue('missing', ['group'], {})])
    if (typeof group !== 'string') return refuse([issue('wrong_type', ['group'], { expected: 'text' })])
    set = choose(group)
    if (set === undefined) return refuse([issue('unknown_group', ['group'], {})])
  }
  if (!isObject(set) || !Array.isArray(set.indicators)) return refuse([issue('wrong_option', ['set'], {})])
  const assessor = assessorOf(set, options)
  if (!assessor.ok) return assessor
  const found = assessor.value.check(record)
  if (found.length > 0) return refuse(found)
  return { ok: true, value: assessor.value.assessRead(options) }
}
