import type { Condition, Leaf, LeafParams } from '../model/condition.js'
import { isDerived } from '../model/derived.js'
import type { FactDefinition } from '../model/vocabulary.js'
import type { RuleContext } from '../rules/rule.js'

/** Parameters of a fact in a rule: how a list becomes a number, and which end of what is known. */
export type RuleParams = Partial<LeafParams> & {
  /** What is not excluded; without it, what is sure. */
  end?: 'upper'
}

export interface RuleLeaf {
  fact: string
  operator: string
  /** A day `YYYY-MM-DD` where `params` ask for the latest one. */
  value: number | boolean | string | string[]
  params?: RuleParams
}

/** A condition for json-rules-engine: no `not`, no named conditions, no parameters, no `path`. */
export type RuleCondition = RuleLeaf | { all: RuleCondition[] } | { any: RuleCondition[] }

const opposite: Record<string, string> = {
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
}

/**
 * Rewrites a condition so that two-valued json-rules-engine meets it exactly where three-valued logic does: every `not` is
 * moved into the leaves, and every leaf reads the end of its fact at which the answer is sure. What is unknown then fails
 * everywhere, also where a plain `not` would have turned it into a yes.
 *
 * @param wanted - false: for the opposite of the condition
 */
export function ruleConditionOf(condition: Condition, context: RuleContext, wanted = true): RuleCondition {
  if ('not' in condition) return ruleConditionOf(condition.not, context, !wanted)
  if ('condition' in condition) return ruleConditionOf(context.conditions[condition.condition] as Condition, context, wanted)
  if ('all' in condition || 'any' in condition) {
    const parts = ('all' in condition ? condition.all : condition.any).map((part) => ruleConditionOf(part, context, wanted))
    return 'all' in condition === wanted ? { all: parts } : { any: parts }
  }
  return leafOf(condition, context, wanted)
}

/** json-rules-engine wants `all` or `any` outermost. */
export function atRoot(condition: RuleCondition): Exclude<RuleCondition, RuleLeaf> {
  return 'all' in condition || 'any' in condition ? condition : { all: [condition] }
}

function leafOf(leaf: Leaf, context: RuleContext, wanted: boolean): RuleCondition {
  const fact = context.facts.get(leaf.fact) as FactDefinition
  const value = typeof leaf.value === 'object' && 'fact' in leaf.value ? context.valueOf(leaf.value.fact) : leaf.value
  switch (fact.type) {
    case 'boolean':
      return { fact: fact.id, operator: 'equal', value: value === wanted }
    case 'code':
      return codeLeaf(fact.id, fact.codes, Array.isArray(value) ? value.map(String) : [String(value)], wanted)
    case 'codes':
      if (leaf.params) break
      return wanted
        ? { fact: fact.id, operator: 'contains', value: String(value) }
        : { fact: fact.id, operator: 'doesNotContain', value: String(value), params: { end: 'upper' } }
  }
  return comparison(leaf, fact, value as number | string, wanted)
}

function codeLeaf(fact: string, codes: readonly { code: string }[], named: readonly string[], wanted: boolean): RuleLeaf {
  const value = codes.map(({ code }) => code).filter((code) => named.includes(code) === wanted)
  return { fact, operator: 'in', value }
}

function comparison({ operator, params }: Leaf, fact: FactDefinition, value: number | string, wanted: boolean): RuleCondition {
  const isRange = params !== undefined || isDerived(fact)
  const asked = (how: string): RuleLeaf => {
    const upper = isRange && how.startsWith('lessThan')
    const all: RuleParams = { ...(params && filtersOf(params)), ...(upper && { end: 'upper' as const }) }
    return { fact: fact.id, operator: how, value, ...(Object.keys(all).length > 0 && { params: all }) }
  }
  if (operator !== 'equal') return asked(wanted ? operator : (opposite[operator] as string))
  if (!wanted) return { any: [asked('lessThan'), asked('greaterThan')] }
  return isRange ? { all: [asked('greaterThanInclusive'), asked('lessThanInclusive')] } : asked('equal')
}

/** Only what we know of, also of a set that was never loaded. */
function filtersOf({ measure, kinds, topics, certified }: LeafParams): LeafParams {
  return { measure, ...(kinds && { kinds }), ...(topics && { topics }), ...(certified && { certified }) }
}
