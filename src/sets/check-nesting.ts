import { isCustom, leavesOf } from '../model/condition.js'
import type { IndicatorDefinition } from '../model/criteria-set.js'
import { inFile, issue, type Issue } from '../model/issue.js'
import { everybodyFor, evidenceOf, firstOf } from './combinations.js'
import { daysOfChange, rulesOn } from './day-levels.js'
import type { Draft } from './extend.js'
import type { PlaceOf } from './place.js'

/**
 * Decides whether every level of an indicator that gives its best level also meets the levels below, on every day on which
 * its numbers change. Decided exactly: comparisons can change only at the numbers they name.
 */
export function checkNesting(set: Draft, indicator: IndicatorDefinition, placeOf: PlaceOf): Issue[] {
  const { id, grading, levels } = indicator
  if (grading !== 'highest') return []
  const notDecided = (file: string): Issue[] =>
    inFile(file, [issue('nesting_not_decided', ['indicators', id], { indicator: id }, 'warning')])
  // What an operator of the caller's answers is not known here.
  const custom = levels.find(({ when }) => [...leavesOf(when, set.conditions)].some(isCustom))
  if (custom) return notDecided(custom.file)
  for (const on of daysOfChange(set, indicator)) {
    const everybody = everybodyFor(rulesOn(set, indicator, on), set.digital, on)
    if (everybody === undefined) return notDecided(levels.at(-1)?.file as string)
    const { rules } = everybody
    const found = firstOf(everybody, (chosen) => {
      for (let upper = rules.length - 1; upper > 0; upper--)
        if (rules[upper]?.(chosen) && !rules[upper - 1]?.(chosen)) return { upper, chosen: [...chosen] }
      return undefined
    })
    const [upper, lower] = found ? [levels[found.upper], levels[found.upper - 1]] : []
    if (!found || !upper || !lower) continue
    const profiles = found.chosen.map((answer) => answer.profiles[0])
    const counterexample = evidenceOf(everybody, profiles, set.digital)
    const details = { indicator: id, points: upper.points, below: lower.points, on, counterexample }
    return inFile(upper.file, [issue('not_nested', placeOf(id, upper), details)])
  }
  return []
}
