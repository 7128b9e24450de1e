import type { Assessment } from '../model/assessment.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { CdhtError, issue, refuse, type CdhtErrorCode, type Issue, type Issues, type Result } from '../model/issue.js'
import { isObject } from '../model/record.js'
import type { CompiledAssessor } from './assessor.js'
import { chooseSet } from './choose-set.js'
import { assessorOf, type AssessOptions, type CompileOptions } from './compile.js'

export interface EvaluateOptions extends CompileOptions, AssessOptions {
  /**
   * The criteria set to judge by; of the record's own group, or the framework. Of several, such as an old and a new one, the
   * one of the record's group that is in force on the day.
   */
  set?: CriteriaSet | readonly CriteriaSet[] | undefined
}

type Judged = { ok: true; value: Assessment } | { ok: false; issues: Issues; code: CdhtErrorCode }
/** The set for a record's group, when the options name none. */
export type Choose = (group: string) => CriteriaSet | undefined

/** Assesses a record of unknown origin: whatever is wrong comes back as issues with code and path, never as a throw. */
export function safeEvaluateWith(record: unknown, options: EvaluateOptions, choose?: Choose): Result<Assessment> {
  const judged = judge(record, options, choose)
  return judged.ok ? judged : { ok: false, issues: judged.issues }
}

/** @throws CdhtError `record` or `options`, by what is wrong */
export function evaluateWith(record: unknown, options: EvaluateOptions, choose?: Choose): Assessment {
  const judged = judge(record, options, choose)
  if (judged.ok) return judged.value
  throw new CdhtError(judged.code, judged.issues)
}

function judge(record: unknown, options: EvaluateOptions, choose: Choose | undefined): Judged {
  const prepared = prepare(record, options, choose)
  return prepared.ok ? { ok: true, value: prepared.assessor.assessRead(options) } : prepared
}

/** The set that judges a record, and its assessor, which has just taken the record. */
export type Prepared =
  { ok: true; set: CriteriaSet; assessor: CompiledAssessor } | { ok: false; issues: Issues; code: CdhtErrorCode }

export function prepare(record: unknown, options: EvaluateOptions, choose: Choose | undefined): Prepared {
  if (!isObject(options)) return wrong('options', [issue('missing', ['on'], {})])
  const choice = choiceOf(record, options, choose)
  if ('unmade' in choice) return wrong(choice.code, [choice.unmade])
  const { set } = choice
  if (!isObject(set) || !Array.isArray(set.indicators) || !isObject(set.inForce))
    return wrong('options', [issue('wrong_option', ['set'], {})])
  const assessor = assessorOf(set, options)
  if (!assessor.ok) return { ...assessor, code: 'options' }
  const found = assessor.value.check(record)
  if (found.length > 0) return wrong(found[0]?.code === 'group_differs' ? 'options' : 'record', found)
  return { ok: true, set, assessor: assessor.value }
}

const wrong = (code: CdhtErrorCode, issues: readonly Issue[]): Extract<Prepared, { ok: false }> => ({ ...refuse(issues), code })

type Choice = { set: CriteriaSet } | { unmade: Issue; code: CdhtErrorCode }

function choiceOf(record: unknown, { set, on }: EvaluateOptions, choose: Choose | undefined): Choice {
  if (set !== undefined && !isList(set)) return { set }
  if (set === undefined && choose === undefined) return { unmade: issue('missing', ['set'], {}), code: 'options' }
  const group = groupOf(record)
  if (typeof group !== 'string') return { unmade: group, code: 'record' }
  if (set === undefined) {
    const one = choose?.(group)
    return one ? { set: one } : { unmade: issue('unknown_group', ['group'], {}), code: 'record' }
  }
  const chosen = chooseSet(set, group, on)
  if (chosen === undefined) return { unmade: issue('unknown_group', ['group'], {}), code: 'record' }
  return 'code' in chosen ? { unmade: chosen, code: 'options' } : { set: chosen }
}

const isList = (set: CriteriaSet | readonly CriteriaSet[]): set is readonly CriteriaSet[] => Array.isArray(set)

function groupOf(record: unknown): string | Issue {
  if (!isObject(record)) return issue('wrong_type', [], { expected: 'object' })
  const group = Object.hasOwn(record, 'group') ? record['group'] : undefined
  if (group === undefined) return issue('missing', ['group'], {})
  return typeof group === 'string' ? group : issue('wrong_type', ['group'], { expected: 'text' })
}
