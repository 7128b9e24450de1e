import type { Assessment, IndicatorResult } from '../model/assessment.js'
import { isDerived } from '../model/derived.js'
import type { FactDefinition } from '../model/vocabulary.js'
import type { Reading } from '../rules/reading.js'
import type { NeedLevels } from './missing.js'
import { verdictOf, type NeedRule } from './need-rule.js'
import { thresholdsOf, type PassRule } from './pass.js'

/** Adds the facts at undecided leaves; a part that is decided can no longer matter, whatever is unknown inside it. */
function addOpenFacts(rule: NeedRule, S: Float64Array, into: Set<string>): void {
  if (verdictOf(rule, S) !== 'unknown') return
  if ('slot' in rule) into.add(rule.question.slot.fact.id)
  else if ('not' in rule) addOpenFacts(rule.not, S, into)
  else for (const part of 'all' in rule ? rule.all : rule.any) addOpenFacts(part, S, into)
}

/** What has come out so far, as far as it says which evidence can still matter. */
interface Standing {
  indicators: readonly Pick<IndicatorResult, 'score'>[]
  needs: readonly NeedLevels[]
  reading: Reading
  facts: readonly FactDefinition[]
  pass: PassRule
  area: boolean | null | undefined
  /** Ends of the total. */
  lower: number
  upper: number
}

/**
 * Facts at undecided leaves of levels that could still be reached, of indicators that could still change the verdict, in the
 * order of the vocabulary; and the kind of area where knowing it could still decide.
 */
export function unknownOf(standing: Standing): Assessment['unknown'] {
  const { indicators, needs, reading, facts, pass, area, lower, upper } = standing
  const open = new Set<string>()
  const tried = thresholdsOf(pass, area)
  const totalOpen = tried.some((threshold) => lower < threshold && upper >= threshold)
  indicators.forEach(({ score }, i) => {
    const floorOpen = score.lower < pass.floor && score.upper >= pass.floor
    if (score.lower === score.upper || !(floorOpen || totalOpen)) return
    const { grading, levels } = needs[i] as NeedLevels
    for (const { points, rule } of levels) if (points > score.lower || grading === 'sum') addOpenFacts(rule, reading.S, open)
  })
  openDerived(open, reading, facts)
  const found: string[] = []
  for (const { id } of facts) if (open.has(id)) found.push(id)
  const decides = area === null && upper >= Math.min(...tried) && lower < Math.max(...tried)
  if (decides && indicators.every(({ score }) => score.upper >= pass.floor)) found.push('disadvantagedArea')
  return found as Assessment['unknown']
}

/** The level of digital skills is never asked; what could still raise it is. */
function openDerived(open: Set<string>, { routeLevel, digital, digitalLower }: Reading, facts: readonly FactDefinition[]): void {
  for (const fact of facts) {
    if (!isDerived(fact) || !open.delete(fact.id)) continue
    digital.routes.forEach((route, r) => {
      const upper = routeLevel[2 * r + 1] as number
      if (upper > (routeLevel[2 * r] as number) && upper > digitalLower) open.add(route.fact)
    })
  }
}
