import { leavesOf } from '../model/condition.js'
import type { IndicatorDefinition } from '../model/criteria-set.js'
import { isoDay, isoText } from '../model/day.js'
import { isInForce } from '../model/in-force.js'
import { stepOn } from '../rules/parameter.js'
import { ruleOf, type Rule } from '../rules/rule.js'
import type { Draft } from './extend.js'

/** The days on which an answer can change that was another the day before, as far as the numbers of the indicator go. */
export function daysOfChange(set: Draft, indicator: IndicatorDefinition): string[] {
  const changes = Object.values(set.parameters).flatMap(({ values }) => values.map(({ from }) => from))
  const days = [set.inForce.from, ...changes]
  // A latest day is compared with a fixed day, so what can be met depends on the year as well.
  const latest = indicator.levels
    .flatMap(({ when }) => [...leavesOf(when, set.conditions)])
    .flatMap(({ params, value }) =>
      params?.measure === 'latest' && typeof value === 'string' ? [Number(value.slice(0, 4))] : [],
    )
  if (latest.length > 0) {
    days.push(...changes.map((day) => isoText((isoDay(day) as number) - 1)))
    for (let year = Math.min(...latest); year <= Math.max(...latest) + 1; year++)
      days.push(`${String(year).padStart(4, '0')}-12-31`)
  }
  return [...new Set(days)].filter((day) => isInForce(set.inForce, day)).sort()
}

/** The conditions of an indicator's levels with the numbers of a day, fewest points first. */
export function rulesOn(set: Draft, indicator: IndicatorDefinition, on: string): Rule[] {
  const context = {
    facts: new Map(set.facts.map((fact) => [fact.id, fact])),
    conditions: set.conditions,
    valueOf: (parameter: string): number => {
      const of = set.parameters[parameter]
      return (of && stepOn(of, on)?.value) ?? NaN
    },
  }
  return indicator.levels.map(({ when }) => ruleOf(when, context))
}
