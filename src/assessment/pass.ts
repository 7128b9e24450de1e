import type { CriteriaSet } from '../model/criteria-set.js'
import type { Verdict } from '../model/verdict.js'

/** The pass rule of one day, in points. */
export interface PassRule {
  threshold: number
  disadvantagedThreshold: number
  /** Least points of every single indicator. */
  floor: number
}

/** @param valueOf - the value of a parameter on the day */
export function passRuleOf({ pass }: CriteriaSet, valueOf: (parameter: string) => number): PassRule {
  return {
    threshold: valueOf(pass.threshold.fact),
    disadvantagedThreshold: valueOf(pass.disadvantagedThreshold.fact),
    floor: valueOf(pass.floor.fact),
  }
}

/** The total that is needed; of an area that is not known, that of an ordinary one. */
export function thresholdOf(pass: PassRule, disadvantagedArea: boolean | null | undefined): number {
  return disadvantagedArea === true ? pass.disadvantagedThreshold : pass.threshold
}

/** The totals that may be needed: both, of an area that was asked and is not known. */
export const thresholdsOf = (pass: PassRule, disadvantagedArea: boolean | null | undefined): number[] =>
  (disadvantagedArea === null ? [false, true] : [disadvantagedArea]).map((area) => thresholdOf(pass, area))

/**
 * Met: the total reaches the threshold and every indicator the floor, even at their lower ends. Unmet: not even their upper
 * ends do. An area that was asked and is not known is judged both ways; where the two differ nothing is sure.
 *
 * @param leastLower - smallest lower end of all indicators; `leastUpper` likewise
 */
export function passVerdict(
  pass: PassRule,
  disadvantagedArea: boolean | null | undefined,
  lower: number,
  upper: number,
  leastLower: number,
  leastUpper: number,
): Verdict {
  const needed = thresholdOf(pass, disadvantagedArea)
  const other = disadvantagedArea === null ? thresholdOf(pass, true) : needed
  if (leastUpper < pass.floor || upper < Math.min(needed, other)) return 'unmet'
  return leastLower >= pass.floor && lower >= Math.max(needed, other) ? 'met' : 'unknown'
}

/**
 * Adds up the points of all indicators, and says how they pass.
 *
 * @param points - all `n` lower ends, all upper ends, and room for the ends of the total behind them
 */
export function passTotal(
  pass: PassRule,
  disadvantagedArea: boolean | null | undefined,
  points: Float64Array,
  n: number,
): Verdict {
  let [lower, upper, leastLower, leastUpper] = [0, 0, Infinity, Infinity]
  for (let i = 0; i < n; i++) {
    const low = points[i] as number
    const high = points[n + i] as number
    lower += low
    upper += high
    leastLower = Math.min(leastLower, low)
    leastUpper = Math.min(leastUpper, high)
  }
  points[2 * n] = lower
  points[2 * n + 1] = upper
  return passVerdict(pass, disadvantagedArea, lower, upper, leastLower, leastUpper)
}
