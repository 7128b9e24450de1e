import type { Verdict } from '../model/verdict.js'
import { yesRange, type Question, type Rule } from '../rules/rule.js'
import type { SlotTable } from '../rules/slot.js'
import { templateOf, type NeedTemplate } from './need-template.js'

export interface Asked {
  slot: number
  question: Question
  /** Least and greatest number that answers it with yes. */
  from: number
  to: number
  /** Told when the question must be answered yes, and when it must be answered no. */
  yes: NeedTemplate
  no: NeedTemplate
}

/** A rule prepared for telling what it lacks. */
export type NeedRule = Asked | { all: NeedRule[] } | { any: NeedRule[] } | { not: NeedRule }

export function needRuleOf(rule: Rule, slots: SlotTable): NeedRule {
  if ('all' in rule) return { all: rule.all.map((part) => needRuleOf(part, slots)) }
  if ('any' in rule) return { any: rule.any.map((part) => needRuleOf(part, slots)) }
  if ('not' in rule) return { not: needRuleOf(rule.not, slots) }
  const [from, to] = yesRange(rule)
  return { slot: slots.indexOf(rule.slot), question: rule, from, to, yes: templateOf(rule, true), no: templateOf(rule, false) }
}

/** Kleene's answer of a rule over ranges. */
export function verdictOf(rule: NeedRule, S: Float64Array): Verdict {
  if ('slot' in rule) {
    const lower = S[2 * rule.slot] as number
    const upper = S[2 * rule.slot + 1] as number
    if (lower >= rule.from && upper <= rule.to) return 'met'
    return upper < rule.from || lower > rule.to ? 'unmet' : 'unknown'
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
