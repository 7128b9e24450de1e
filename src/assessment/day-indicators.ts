import type { CriteriaSet, IndicatorDefinition } from '../model/criteria-set.js'
import { ruleOf, type Rule } from '../rules/rule.js'

/** An indicator with its conditions for one day. */
export interface DayIndicator {
  id: IndicatorDefinition['id']
  grading: 'highest' | 'sum'
  /** The most that the indicator can give. */
  cap: number
  /** Fewest points first. */
  levels: { level: IndicatorDefinition['levels'][number]; points: number; rule: Rule }[]
}

/**
 * @param valueOf - the value of a parameter on the day
 * @param max - most points of an indicator that says nothing else
 */
export function dayIndicatorsOf(set: CriteriaSet, valueOf: (parameter: string) => number, max: number): DayIndicator[] {
  const context = { facts: new Map(set.facts.map((fact) => [fact.id, fact])), conditions: set.conditions, valueOf }
  return set.indicators.map(({ id, grading, cap, levels }) => ({
    id,
    grading,
    cap: grading === 'sum' ? (cap ?? max) : max,
    levels: levels.map((level) => ({ level, points: level.points, rule: ruleOf(level.when, context) })),
  }))
}
