import type { Verdict } from '../model/verdict.js'
import type { NeedRule } from './need.js'

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
export function addOpenFacts(rule: NeedRule, S: Float64Array, into: Set<string>): void {
  if (verdictOf(rule, S) !== 'unknown') return
  if ('slot' in rule) into.add(rule.question.slot.fact.id)
  else if ('not' in rule) addOpenFacts(rule.not, S, into)
  else for (const part of 'all' in rule ? rule.all : rule.any) addOpenFacts(part, S, into)
}
