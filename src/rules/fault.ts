import { isoDay, readPartialDate, type DayRange } from '../model/day.js'
import { issue, type Expected, type Issue, type IssueCode } from '../model/issue.js'
import { isObject, listLimit } from '../model/record.js'

/**
 * What is wrong with one value of a record, its place left to the caller; `undefined` when nothing is. Every check takes `null`
 * and `undefined` as well, which both say "not known".
 */
export type Fault = Issue | undefined

/** Codes that carry nothing beside their place. */
type Plain = Extract<
  IssueCode,
  | 'missing'
  | 'empty'
  | 'impossible_day'
  | 'to_before_from'
  | 'not_whole'
  | 'not_half'
  | 'unknown_key'
  | 'unknown_fact'
  | 'derived_fact'
  | 'unknown_indicator'
  | 'unknown_code'
  | 'unknown_attester'
>

export const plainFault = (code: Plain): Issue => issue(code, [], {})
export const wrongType = (expected: Expected): Issue => issue('wrong_type', [], { expected })

export const isGiven = (value: unknown): boolean => value !== null && value !== undefined

export const textFault = (value: unknown): Fault => (typeof value === 'string' || !isGiven(value) ? undefined : wrongType('text'))
export const objectFault = (value: unknown): Fault => (isObject(value) || !isGiven(value) ? undefined : wrongType('object'))

export const booleanFault = (value: unknown): Fault =>
  typeof value === 'boolean' || !isGiven(value) ? undefined : wrongType('boolean')

export function numberFault(value: unknown, min: number, max: number, whole?: boolean): Fault {
  if (!isGiven(value)) return undefined
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType('number')
  if (whole && !Number.isInteger(value)) return plainFault('not_whole')
  return value < min || value > max ? issue('out_of_range', [], { min, max }) : undefined
}

/** @param into - takes the days that the date may mean */
export function dateFault(value: unknown, into: DayRange): Fault {
  if (typeof value !== 'string') return textFault(value)
  return readPartialDate(value, into) ? undefined : plainFault('impossible_day')
}

/** A whole day. */
export const dayFault = (value: unknown): Fault =>
  typeof value === 'string' && isoDay(value) === undefined ? plainFault('impossible_day') : textFault(value)

export function codeFault(
  value: unknown,
  codes: { has(code: string): boolean },
  unknown: 'unknown_code' | 'unknown_attester' = 'unknown_code',
): Fault {
  if (!isGiven(value)) return undefined
  return typeof value === 'string' && !codes.has(value) ? plainFault(unknown) : textFault(value)
}

/** A list, with what is wrong with its length. */
export function listFault(value: unknown): Fault {
  if (!Array.isArray(value)) return isGiven(value) ? wrongType('list') : undefined
  return value.length > listLimit ? issue('too_many', [], { limit: listLimit }) : undefined
}
