import type { IndicatorResult, Missing, Need } from '../model/assessment.js'
import { needsOf, type NeedRule } from './need.js'

/** The levels of one indicator, fewest points first, prepared for telling needs. */
export interface NeedLevels {
  grading: 'highest' | 'sum'
  max: number
  levels: readonly { points: number; rule: NeedRule }[]
}

/**
 * What an assessment that is not met lacks: every indicator below its floor, then, only while the total is short, every other
 * one with room. Sorted: floor before total, fewer needs, larger gain, order of the indicators.
 */
export function missingOf(
  indicators: readonly IndicatorResult[],
  rules: readonly NeedLevels[],
  totalLower: number,
  totalUpper: number,
  threshold: number,
  S: Float64Array,
): Missing[] {
  const found: { missing: Missing; needs: number }[] = []
  for (let i = 0; i < indicators.length; i++) {
    const { id, score, floor } = indicators[i] as IndicatorResult
    const reason = score.lower < floor ? 'floor' : 'total'
    if (reason === 'total' && (totalLower >= threshold || score.lower >= score.max)) continue
    // Where no level is left, a floor that is not reached is still told.
    const next = nextOf(rules[i] as NeedLevels, score.lower, S) ?? { points: score.lower, needs: [] }
    if (reason === 'total' && next.points <= score.lower) continue
    const certain = reason === 'floor' ? score.upper < floor : totalUpper < threshold
    found.push({
      missing: { indicator: id, reason, certain, gain: next.points - score.lower, next },
      needs: countNeeds(next.needs),
    })
  }
  // Array.prototype.sort is stable, so equals stay in the order of the indicators.
  found.sort(
    (a, b) =>
      Number(a.missing.reason === 'total') - Number(b.missing.reason === 'total') ||
      a.needs - b.needs ||
      b.missing.gain - a.missing.gain,
  )
  return found.map(({ missing }) => missing)
}

/** The lowest level above `lower`; of a sum, what its cheapest level still to be met would make of it. */
function nextOf(
  { grading, levels, max }: NeedLevels,
  lower: number,
  S: Float64Array,
): { points: number; needs: Need[] } | undefined {
  if (grading === 'highest') {
    const level = levels.find(({ points }) => points > lower)
    return level && { points: level.points, needs: needsOf(level.rule, S) }
  }
  for (const level of levels) {
    const needs = needsOf(level.rule, S)
    if (needs.length > 0) return { points: Math.min(max, lower + level.points), needs }
  }
  return undefined
}

/** Facts to close: of several ways the shortest. */
export function countNeeds(needs: readonly Need[]): number {
  let count = 0
  for (const need of needs) count += 'any' in need ? Math.min(...need.any.map(countNeeds)) : 1
  return count
}
