import type { Answer } from './kleene.js'

/** The true number is nowhere below `lo` and nowhere above `hi`. */
export interface Interval {
  lo: number
  hi: number
}

export const anything: Interval = { lo: -Infinity, hi: Infinity }

export function exactly(value: number): Interval {
  return { lo: value, hi: value }
}

export function isAtLeast(x: Interval, k: number): Answer {
  if (x.lo >= k) return 'met'
  if (x.hi < k) return 'unmet'
  return 'unknown'
}

export function isMoreThan(x: Interval, k: number): Answer {
  if (x.lo > k) return 'met'
  if (x.hi <= k) return 'unmet'
  return 'unknown'
}

export function isOneOf(x: Interval, values: number[]): Answer {
  if (x.lo === x.hi) return values.includes(x.lo) ? 'met' : 'unmet'
  const possible = values.filter((value) => x.lo <= value && value <= x.hi)
  return possible.length === 0 ? 'unmet' : 'unknown'
}
