import type { Condition, Leaf, Operator } from '../model/condition.js'
import { isoDay } from '../model/day.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { slotOf, type Slot } from './slot.js'

/** A question with its answer rule: the number in `slot` against `bound`. */
export interface Question {
  leaf: Leaf
  slot: Slot
  operator: Extract<Operator, 'equal' | 'lessThan' | 'lessThanInclusive' | 'greaterThan' | 'greaterThanInclusive'>
  bound: number
}

/** A condition for one day: named conditions put in place, parameters looked up, every leaf a comparison of numbers. */
export type Rule = Question | { all: Rule[] } | { any: Rule[] } | { not: Rule }

export interface RuleContext {
  facts: ReadonlyMap<string, FactDefinition>
  conditions: Readonly<Record<string, Condition>>
  /** The value of a parameter on the day. */
  valueOf(parameter: string): number
}

/** @param condition - of a loaded set: every reference in it exists */
export function ruleOf(condition: Condition, context: RuleContext): Rule {
  if ('all' in condition) return { all: condition.all.map((part) => ruleOf(part, context)) }
  if ('any' in condition) return { any: condition.any.map((part) => ruleOf(part, context)) }
  if ('not' in condition) return { not: ruleOf(condition.not, context) }
  if ('condition' in condition) return ruleOf(context.conditions[condition.condition] as Condition, context)
  return questionOf(condition, context)
}

function questionOf(leaf: Leaf, context: RuleContext): Rule {
  const fact = context.facts.get(leaf.fact) as FactDefinition
  const value = typeof leaf.value === 'object' && 'fact' in leaf.value ? context.valueOf(leaf.value.fact) : leaf.value
  const holds = (code: string): Rule => ({ leaf, slot: slotOf(leaf, fact, code), operator: 'greaterThanInclusive', bound: 1 })
  if (Array.isArray(value)) return { any: value.map((code) => holds(String(code))) }
  if (fact.type === 'code' || (fact.type === 'codes' && leaf.operator === 'contains')) return holds(String(value))
  if (typeof value === 'boolean') {
    const yes: Rule = { leaf, slot: slotOf(leaf, fact), operator: 'greaterThanInclusive', bound: 1 }
    return value ? yes : { not: yes }
  }
  const bound = typeof value === 'string' ? (isoDay(value) as number) : value
  return { leaf, slot: slotOf(leaf, fact), operator: leaf.operator as Question['operator'], bound }
}

export const isQuestion = (rule: Rule): rule is Question => 'slot' in rule

/** Every question of a rule, in order. */
export function* questionsOf(rule: Rule): Generator<Question> {
  if (isQuestion(rule)) yield rule
  else if ('not' in rule) yield* questionsOf(rule.not)
  else for (const part of 'all' in rule ? rule.all : rule.any) yield* questionsOf(part)
}

/** The least and the greatest number that answers a question with yes. */
export function yesRange({ operator, bound }: Question): readonly [from: number, to: number] {
  switch (operator) {
    case 'greaterThanInclusive':
      return [bound, Infinity]
    case 'greaterThan':
      return [nextUp(bound), Infinity]
    case 'lessThan':
      return [-Infinity, -nextUp(-bound)]
    case 'lessThanInclusive':
      return [-Infinity, bound]
    case 'equal':
      return [bound, bound]
  }
}

export function holds(question: Question, number: number): boolean {
  const [from, to] = yesRange(question)
  return number >= from && number <= to
}

const bits = new DataView(new ArrayBuffer(8))

/** The next larger double, so that `x > k` is `x >= nextUp(k)`. */
export function nextUp(x: number): number {
  if (x === 0) return Number.MIN_VALUE
  bits.setFloat64(0, x)
  bits.setBigInt64(0, bits.getBigInt64(0) + (x > 0 ? 1n : -1n))
  return bits.getFloat64(0)
}
