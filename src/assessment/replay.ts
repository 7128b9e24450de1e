import type { Assessment } from '../model/assessment.js'
import type { Attester } from '../model/attester.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { issue, refuse, safeKey, type CdhtErrorCode, type Issue, type Issues, type Path } from '../model/issue.js'
import { isObject } from '../model/record.js'
import { prepare } from './evaluate.js'

/** A place where an assessment says something else than its record gives. */
export interface Difference {
  path: Path
  /** What the assessment says, and what the record gives; only points, levels and verdicts, never evidence or texts. */
  told?: number | string
  found?: number | string
}

export type Replay =
  { ok: true; assessment: Assessment; differences: Difference[] } | { ok: false; code: CdhtErrorCode; issues: Issues }

/**
 * Assesses a record again, by the set that an assessment names, and compares the two to the last part.
 *
 * An assessment made without reasons (`missing` and `unknown` empty) is compared without them.
 *
 * @param told - the assessment, or any value: parsed JSON of unknown origin
 * @param accept - as the assessment was made with; it does not say
 * @returns no difference: the record gives exactly this assessment. Not `ok` when that cannot be told: another set, a malformed
 *   record
 */
export function replay(
  told: unknown,
  record: unknown,
  { set, accept }: { set: CriteriaSet; accept?: readonly Attester[] | undefined },
): Replay {
  const wrong = issuesOfAssessment(told, set)
  if (wrong.length > 0) return { ...refuse(wrong), code: 'options' }
  const { on, missing, unknown } = told as Partial<Assessment> & { on: string }
  const prepared = prepare(record, { on, set, accept }, undefined)
  if (!prepared.ok) return prepared
  const isEmpty = (list: unknown): boolean => Array.isArray(list) && list.length === 0
  const reasons = !(isEmpty(missing) && isEmpty(unknown))
  const assessment = prepared.assessor.assessRead({ reasons })
  const differences: Difference[] = []
  compare(told, assessment, [], differences)
  return { ok: true, assessment, differences }
}

/** What keeps a value from being an assessment by this very set. */
export function issuesOfAssessment(told: unknown, set: CriteriaSet): Issue[] {
  if (!isObject(told) || told['schema'] !== 1 || typeof told['on'] !== 'string' || !isObject(told['set']))
    return [issue('wrong_option', ['assessment'], {})]
  const by = told['set']
  return (['id', 'version', 'digest'] as const)
    .filter((part) => by[part] !== set[part])
    .map((part) => issue('set_differs', ['set', part], { expected: set[part] }))
}

function compare(told: unknown, found: unknown, path: Path, into: Difference[]): void {
  if (Object.is(told, found)) return
  if (Array.isArray(told) && Array.isArray(found)) {
    if (told.length !== found.length) into.push({ path, ...(isShown(path) && { told: told.length, found: found.length }) })
    else found.forEach((item, i) => compare(told[i], item, [...path, nameOf(item, i)], into))
  } else if (isObject(told) && isObject(found)) {
    for (const key of new Set([...Object.keys(found), ...Object.keys(told)]))
      compare(ownOf(told, key), ownOf(found, key), [...path, safeKey(key)], into)
  } else into.push({ path, ...shown('told', told, path), ...shown('found', found, path) })
}

const ownOf = (of: object, key: string): unknown => (Object.hasOwn(of, key) ? (of as Record<string, unknown>)[key] : undefined)

/** Items are told by their own names where they have one. */
function nameOf(item: unknown, i: number): string | number {
  const { id, indicator, code, route } = (isObject(item) ? item : {}) as Record<string, unknown>
  const name = [id, indicator, route, code].find((one) => typeof one === 'string')
  return name === undefined ? i : safeKey(name as string)
}

const shownParts: readonly unknown[] = ['verdict', 'basis', 'score', 'competences', 'indicators', 'digital']
const hiddenParts: readonly unknown[] = ['areas', 'needs']
/** Codes of results: nothing that a record holds is among them. */
const shownCodes: readonly unknown[] = [
  'met',
  'unmet',
  'unknown',
  'evidence',
  'declared',
  'proposed',
  'single-source',
  'standard',
].concat('official', 'none', 'emerging', 'basic', 'proficient', 'advanced', 'not-assessed')

const isShown = (path: Path): boolean => shownParts.includes(path[0]) && !path.some((part) => hiddenParts.includes(part))

function shown(name: 'told' | 'found', value: unknown, path: Path): Partial<Difference> {
  return isShown(path) && (typeof value === 'number' || shownCodes.includes(value)) ? { [name]: value as number | string } : {}
}
