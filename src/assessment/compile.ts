import { isInForce } from '../model/in-force.js'
import { CdhtError, issue, refuse, type Issue, type Issues, type Result } from '../model/issue.js'
import { isCustom, leavesOf } from '../model/condition.js'
import { isoDay } from '../model/day.js'
import type { Assessment } from '../model/assessment.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { isObject, type CitizenRecord } from '../model/record.js'
import { areAttesters, type Attester } from '../model/attester.js'
import { CompiledAssessor } from './assessor.js'
import { Kept } from './kept.js'

export interface CompileOptions {
  /** The day as of which records are judged, `YYYY-MM-DD`. */
  on: string
  /** Only evidence attested by one of these counts; a fact that says nothing of it counts as `self`. */
  accept?: readonly Attester[] | undefined
}

export interface AssessOptions {
  /** `false` leaves `missing` and `unknown` empty, which is faster. */
  reasons?: boolean | undefined
}

/** A criteria set made ready for one day. It assesses one person at a time and keeps nothing of them. */
export interface Assessor {
  /** @throws CdhtError `record` when the record is malformed, `options` when the set is for another group */
  assess(record: CitizenRecord, options?: AssessOptions): Assessment
  /**
   * The numbers alone, for bulk work, into `out` (26 numbers): 0-9 the indicators' lower ends, 10-19 their upper ends,
   * 20 and 21 the total, 22 the threshold, 23 the verdict (1 met, 0 unmet, -1 unknown), 24 and 25 the digital-skill level.
   *
   * @throws CdhtError as `assess` does; `out` is then worth nothing
   */
  scoreInto(record: CitizenRecord, out: Float64Array): void
}

/**
 * Makes a set ready for a day: once per set and day, then any number of people.
 *
 * @throws CdhtError `options` when `on` is no day, the set is not in force on it, or it needs an operator of the caller's
 */
export function compile(set: CriteriaSet, options: CompileOptions): Assessor {
  const compiled = safeCompile(set, options)
  if (compiled.ok) return compiled.value
  throw new CdhtError('options', compiled.issues)
}

/** As {@link compile}, with what is wrong as a value. */
export function safeCompile(set: CriteriaSet, options: CompileOptions): Result<CompiledAssessor> {
  const found = checkCompilable(set, options)
  if (found.length > 0) return refuse(found)
  const custom = customOperators(set)
  if (custom.length > 0) return refuse(custom.map((operator) => issue('unknown_operator', ['set'], { operator })))
  return { ok: true, value: new CompiledAssessor(set, options.on, options.accept) }
}

/** What is wrong with the day, or with whose word counts; whether the set can be run is another question. */
export function checkCompilable(set: CriteriaSet, options: CompileOptions): Issue[] {
  if (!isObject(set) || !Array.isArray(set.indicators)) return [issue('wrong_option', ['set'], {})]
  const found = checkOptions(options)
  if (found.length > 0) return found
  const { on } = options
  const { from, to } = set.inForce
  if (isInForce(set.inForce, on)) return []
  return [issue('not_in_force', ['on'], { on, from, ...(to !== undefined && { to }) })]
}

/** Operators of the caller's that a set asks by, each once. */
export function customOperators(set: CriteriaSet): string[] {
  const leaves = set.indicators.flatMap(({ levels }) => levels.flatMap(({ when }) => [...leavesOf(when, set.conditions)]))
  return [...new Set(leaves.filter(isCustom).map(({ operator }) => operator))]
}

function checkOptions(options: CompileOptions): Issue[] {
  if (!isObject(options)) return [issue('missing', ['on'], {})]
  const { on, accept } = options as CompileOptions
  const found: Issue[] = []
  if (typeof on !== 'string' || isoDay(on) === undefined) found.push(issue('impossible_day', ['on'], {}))
  if (accept !== undefined && !areAttesters(accept)) found.push(issue('unknown_attester', ['accept'], {}))
  return found
}

const kept = /* @__PURE__ */ new Kept<CompiledAssessor>()

/** The assessor of a set and a day, compiled the first time it is asked for. */
export function assessorOf(set: CriteriaSet, options: CompileOptions): Result<CompiledAssessor> {
  const found = checkOptions(options)
  if (found.length > 0) return refuse(found)
  const key = JSON.stringify([options.on, options.accept])
  const ready = kept.get(set, key)
  if (ready) return { ok: true, value: ready }
  const compiled = safeCompile(set, options)
  if (compiled.ok) kept.put(set, key, compiled.value)
  return compiled
}

export type { Issues }
