import { indicatorIds } from '../model/indicator.js'
import { isObject, memberships, unitLevels } from '../model/record.js'
import { profilePattern } from './profile.js'

const keys = ['unit', 'group', 'unitLevel', 'memberships', 'profiles', 'digital', 'halves', 'totals']
const levels: ReadonlySet<unknown> = new Set([null, ...unitLevels])
const kinds: ReadonlySet<unknown> = new Set(memberships)
const level = /^\d-\d$/
const number = /^\d+$/

/**
 * Whether a value is a cell of a tally as `cellSchema` has it, without a copy of it: a province has many of them. What is wrong
 * with one that is not, the schema tells.
 */
export function isCell(value: unknown): boolean {
  if (!hasKeys(value, keys)) return false
  const { unit, group, unitLevel, memberships: of, profiles, digital, halves, totals } = value
  return (
    (unit === null || typeof unit === 'string') &&
    typeof group === 'string' &&
    group !== '' &&
    levels.has(unitLevel) &&
    (of === null || (Array.isArray(of) && of.every((one) => kinds.has(one)))) &&
    areCounts(profiles, profilePattern) &&
    areCounts(digital, level) &&
    hasKeys(halves, ends) &&
    areSums(halves['lower']) &&
    areSums(halves['upper']) &&
    hasKeys(totals, ends) &&
    areCounts(totals['lower'], number) &&
    areCounts(totals['upper'], number)
  )
}

const ends = ['lower', 'upper']

function hasKeys(value: unknown, wanted: readonly string[]): value is Record<string, unknown> {
  if (!isObject(value)) return false
  const own = Object.keys(value)
  return own.length === wanted.length && wanted.every((key) => Object.hasOwn(value, key))
}

function areCounts(value: unknown, pattern: RegExp): boolean {
  if (!isObject(value)) return false
  for (const [key, people] of Object.entries(value)) if (!(pattern.test(key) && isWhole(people) && people > 0)) return false
  return true
}

const areSums = (value: unknown): boolean =>
  Array.isArray(value) && value.length === indicatorIds.length && value.every((one) => isWhole(one) && one >= 0)

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)
