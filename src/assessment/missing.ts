import type { IndicatorResult, Missing, Need } from '../model/assessment.js'
import type { SlotTable } from '../rules/slot.js'
import type { DayIndicator } from './day-indicators.js'
import { needsOf } from './need.js'
import { needRuleOf, type NeedRule } from './need-rule.js'

/** The levels of one indicator, fewest points first, prepared for telling needs. */
export interface NeedLevels {
  grading: 'highest' | 'sum'
  /** The most that the indicator can give. */
  cap: number
  levels: readonly { points: number; rule: NeedRule }[]
}

export const needLevelsOf = (indicators: readonly DayIndicator[], slots: SlotTable): NeedLevels[] =>
  indicators.map(({ grading, cap, levels }) => ({
    grading,
    cap,
    levels: levels.map(({ points, rule }) => ({ points, rule: needRuleOf(rule, slots) })),
  }))

/**
 * What an assessment that is not met lacks: every indicator below its floor, then, only while the total is short, every other
 * one with room. Sorted: floor before total, fewer needs, larger gain, order of the indicators.
 *
 * @param needsFor - tells what a rule lacks
 */
export function missingOf(
  indicators: readonly Pick<IndicatorResult, 'id' | 'score' | 'floor'>[],
  rules: readonly NeedLevels[],
  totalLower: number,
  totalUpper: number,
  threshold: number,
  S: Float64Array,
  needsFor = needsOf,
): Missing[] {
  const found: Found[] = []
  for (let i = 0; i < indicators.length; i++) {
    const { id, score, floor } = indicators[i] as (typeof indicators)[number]
    const reason = score.lower < floor ? 'floor' : 'total'
    if (reason === 'total' && (totalLower >= threshold || score.lower >= score.max)) continue
    // Where no level is left, a floor that is not reached is still told.
    const next = nextOf(rules[i] as NeedLevels, score.lower, S, needsFor) ?? { points: score.lower, needs: [] }
    if (reason === 'total' && next.points <= score.lower) continue
    const certain = reason === 'floor' ? score.upper < floor : totalUpper < threshold
    const missing: Missing = { indicator: id, reason, certain, gain: next.points - score.lower, next }
    insert(found, { missing, needs: countNeeds(next.needs) })
  }
  return found.map(({ missing }) => missing)
}

interface Found {
  missing: Missing
  needs: number
}

/** Puts one in its place; equals stay in the order in which they come. Of so few, that is much quicker than sorting. */
function insert(found: Found[], one: Found): void {
  let at = found.length
  for (; at > 0 && comesBefore(one, found[at - 1] as Found); at--) found[at] = found[at - 1] as Found
  found[at] = one
}

function comesBefore(a: Found, b: Found): boolean {
  if (a.missing.reason !== b.missing.reason) return a.missing.reason === 'floor'
  if (a.needs !== b.needs) return a.needs < b.needs
  return a.missing.gain > b.missing.gain
}

/** The lowest level above `lower`; of a sum, what its cheapest level still to be met would make of it. */
function nextOf(
  { grading, levels, cap }: NeedLevels,
  lower: number,
  S: Float64Array,
  needsFor: typeof needsOf,
): { points: number; needs: Need[] } | undefined {
  if (grading === 'highest') {
    const level = levels.find(({ points }) => points > lower)
    return level && { points: level.points, needs: needsFor(level.rule, S) }
  }
  for (const level of levels) {
    const needs = needsFor(level.rule, S)
    if (needs.length > 0) return { points: Math.min(cap, lower + level.points), needs }
  }
  return undefined
}

/** Facts to close: of several ways the shortest. */
export function countNeeds(needs: readonly Need[]): number {
  let count = 0
  for (const need of needs) count += 'any' in need ? fewest(need.any) : 1
  return count
}

function fewest(ways: readonly (readonly Need[])[]): number {
  let least = Infinity
  for (const way of ways) least = Math.min(least, countNeeds(way))
  return least
}
