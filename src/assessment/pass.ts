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
  const { threshold, disadvantagedThreshold, floor } = pass
  const needed = disadvantagedArea === true ? disadvantagedThreshold : threshold
  const other = disadvantagedArea === null ? disadvantagedThreshold : needed
  if (leastUpper < floor || upper < Math.min(needed, other)) return 'unmet'
  return leastLower >= floor && lower >= Math.max(needed, other) ? 'met' : 'unknown'
}
