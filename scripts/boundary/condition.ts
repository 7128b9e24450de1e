import type { Condition, Leaf } from '../../src/model/condition.js'

/** The condition with every named condition put in place; every leaf is an object of its own, so that it can be told apart. */
export function inlined(condition: Condition, named: Readonly<Record<string, Condition>>): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => inlined(part, named)) }
  if ('any' in condition) return { any: condition.any.map((part) => inlined(part, named)) }
  if ('not' in condition) return { not: inlined(condition.not, named) }
  if ('condition' in condition) {
    const of = named[condition.condition]
    if (!of) throw new Error(`no condition ${condition.condition}`)
    return inlined(of, named)
  }
  return { ...condition }
}

/** The leaves of an inlined condition, in order. */
export function leavesIn(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesIn)
  if ('any' in condition) return condition.any.flatMap(leavesIn)
  if ('not' in condition) return leavesIn(condition.not)
  return [condition as Leaf]
}

/** The condition with another in the place of one leaf, told by identity. */
export function withInPlaceOf(condition: Condition, leaf: Leaf, other: Condition): Condition {
  if (condition === leaf) return other
  if ('all' in condition) return { all: condition.all.map((part) => withInPlaceOf(part, leaf, other)) }
  if ('any' in condition) return { any: condition.any.map((part) => withInPlaceOf(part, leaf, other)) }
  if ('not' in condition) return { not: withInPlaceOf(condition.not, leaf, other) }
  return condition
}

/** Met, and unmet, by every record that answers the leaf. */
export const alwaysMet = (leaf: Leaf): Condition => ({ any: [leaf, { not: leaf }] })
export const neverMet = (leaf: Leaf): Condition => ({ all: [leaf, { not: leaf }] })

/**
 * Every way of meeting a condition: leaves that are enough together.
 *
 * @throws for `not`: its ways are not made of leaves that are met
 */
export function waysOf(condition: Condition): Leaf[][] {
  if ('any' in condition) return condition.any.flatMap(waysOf)
  if ('all' in condition)
    return condition.all
      .map(waysOf)
      .reduce<Leaf[][]>((ways, more) => ways.flatMap((way) => more.map((one) => [...way, ...one])), [[]])
  if ('not' in condition) throw new Error('no boundary case is known for a condition with not')
  return [[condition as Leaf]]
}
