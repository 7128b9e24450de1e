import type { IndicatorResult } from '../model/assessment.js'
import type { Verdict } from '../model/verdict.js'
import type { FactDefinition } from '../model/vocabulary.js'
import type { Reading } from '../rules/reading.js'
import type { NeedLevels } from './missing.js'
import type { NeedRule } from './need.js'
import type { PassRule } from './pass.js'

/** Kleene's answer of a rule over ranges. */
export function verdictOf(rule: NeedRule, S: Float64Array): Verdict {
  if ('slot' in rule) {
    const lower = S[2 * rule.slot] as number
    const upper = S[2 * rule.slot + 1] as number
    const { operator, bound } = rule.question
    switch (operator) {
      case 'greaterThanInclusive':
        return lower >= bound ? 'met' : upper < bound ? 'unmet' : 'unknown'
      case 'greaterThan':
        return lower > bound ? 'met' : upper <= bound ? 'unmet' : 'unknown'
      case 'lessThan':
        return upper < bound ? 'met' : lower >= bound ? 'unmet' : 'unknown'
      case 'lessThanInclusive':
        return upper <= bound ? 'met' : lower > bound ? 'unmet' : 'unknown'
      case 'equal':
        return lower === bound && upper === bound ? 'met' : lower > bound || upper < bound ? 'unmet' : 'unknown'
    }
  }
  if ('not' in rule) {
    const inner = verdictOf(rule.not, S)
    return inner === 'unknown' ? inner : inner === 'met' ? 'unmet' : 'met'
  }
  // One unmet settles a conjunction, one met a disjunction, whatever is missing elsewhere.
  const [parts, settles, otherwise] =
    'all' in rule ? ([rule.all, 'unmet', 'met'] as const) : ([rule.any, 'met', 'unmet'] as const)
  let unknown = false
  for (const part of parts) {
    const verdict = verdictOf(part, S)
    if (verdict === settles) return settles
    unknown ||= verdict === 'unknown'
  }
  return unknown ? 'unknown' : otherwise
}

/** Adds the facts at undecided leaves; a part that is decided can no longer matter, whatever is unknown inside it. */
function addOpenFacts(rule: NeedRule, S: Float64Array, into: Set<string>): void {
  if (verdictOf(rule, S) !== 'unknown') return
  if ('slot' in rule) into.add(rule.question.slot.fact.id)
  else if ('not' in rule) addOpenFacts(rule.not, S, into)
  else for (const part of 'all' in rule ? rule.all : rule.any) addOpenFacts(part, S, into)
}

/** What has come out so far, as far as it says which evidence can still matter. */
interface Standing {
  indicators: readonly IndicatorResult[]
  needs: readonly NeedLevels[]
  reading: Reading
  facts: readonly FactDefinition[]
  pass: PassRule
  area: boolean | null | undefined
  /** Ends of the total. */
  lower: number
  upper: number
}

/** Facts at undecided leaves of levels that could still be reached, of indicators that could still change the verdict. */
export function openFacts({ indicators, needs, reading, facts, pass, area, lower, upper }: Standing): Set<string> {
  const open = new Set<string>()
  const totalOpen = thresholdsTried(pass, area).some((threshold) => lower < threshold && upper >= threshold)
  indicators.forEach(({ score }, i) => {
    const floorOpen = score.lower < pass.floor && score.upper >= pass.floor
    if (score.lower === score.upper || !(floorOpen || totalOpen)) return
    const { grading, levels } = needs[i] as NeedLevels
    for (const { points, rule } of levels) if (points > score.lower || grading === 'sum') addOpenFacts(rule, reading.S, open)
  })
  openDerived(open, reading, facts)
  return open
}

/** Whether knowing the kind of area could still decide. */
export function doesAreaMatter(
  pass: PassRule,
  area: boolean | null | undefined,
  indicators: readonly IndicatorResult[],
  lower: number,
  upper: number,
): boolean {
  if (area !== null) return false
  const tried = thresholdsTried(pass, area)
  return indicators.every(({ score }) => score.upper >= pass.floor) && upper >= Math.min(...tried) && lower < Math.max(...tried)
}

function thresholdsTried({ threshold, disadvantagedThreshold }: PassRule, area: boolean | null | undefined): number[] {
  if (area === null) return [threshold, disadvantagedThreshold]
  return [area === true ? disadvantagedThreshold : threshold]
}

/** The level of digital skills is never asked; what could still raise it is. */
function openDerived(open: Set<string>, { routeLevel, digital, digitalLower }: Reading, facts: readonly FactDefinition[]): void {
  for (const fact of facts) {
    if (fact.type !== 'rank' || !fact.derived || !open.delete(fact.id)) continue
    digital.routes.forEach((route, r) => {
      const upper = routeLevel[2 * r + 1] as number
      if (upper > (routeLevel[2 * r] as number) && upper > digitalLower) open.add(route.fact)
    })
  }
}
