import type { Need } from '../model/assessment.js'
import { verdictOf, type Asked, type NeedRule } from './need-rule.js'

/** What is missing for the rule to be met for certain; empty when it is. */
export function needsOf(rule: NeedRule, S: Float64Array): Need[] {
  const needs: Need[] = []
  addNeeds(rule, S, true, needs)
  return needs
}

/** @param wanted - the answer that the rule should have */
function addNeeds(rule: NeedRule, S: Float64Array, wanted: boolean, into: Need[]): void {
  if ('slot' in rule) {
    if (verdictOf(rule, S) !== (wanted ? 'met' : 'unmet')) into.push(needOf(rule, S, wanted))
  } else if ('not' in rule) addNeeds(rule.not, S, !wanted, into)
  else if ('all' in rule === wanted) for (const part of 'all' in rule ? rule.all : rule.any) addNeeds(part, S, wanted, into)
  else addWays('all' in rule ? rule.all : rule.any, S, wanted, into)
}

/** One of the parts is enough. */
function addWays(parts: readonly NeedRule[], S: Float64Array, wanted: boolean, into: Need[]): void {
  const ways: Need[][] = []
  for (const part of parts) {
    const way: Need[] = []
    addNeeds(part, S, wanted, way)
    if (way.length === 0) return
    ways.push(way)
  }
  if (ways.length > 1) into.push({ any: ways })
  else for (const way of ways) into.push(...way)
}

function needOf(asked: Asked, S: Float64Array, wanted: boolean): Need {
  const template = wanted ? asked.yes : asked.no
  const { fact, label, operator, required } = template
  const { slot: of, bound } = asked.question
  const lower = S[2 * asked.slot] as number
  const upper = S[2 * asked.slot + 1] as number
  // Of a list that leaves something out the lower end is what is shown for certain.
  const known = lower === upper || (of.holds !== 'value' && of.holds !== 'code')
  if (!known || lower === -Infinity) return { fact, label, operator, required, actual: null }
  if (of.holds === 'code' || of.fact.type === 'boolean') return { fact, label, operator, required, actual: lower === 1 }
  if (of.holds === 'items' && of.params.measure === 'latest') return { fact, label, operator, required, actual: null }
  if (of.fact.type === 'rank' || operator === 'equal' || operator === 'notEqual')
    return { fact, label, operator, required, actual: lower }
  const strict = (operator === 'greaterThan' || operator === 'lessThan') && of.fact.type !== 'number' ? 1 : 0
  return { fact, label, operator, required, actual: lower, gap: Math.abs(bound - lower) + strict }
}
