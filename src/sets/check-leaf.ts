import { isCustom, type Condition, type Leaf } from '../model/condition.js'
import { issue, type Issue, type Path } from '../model/issue.js'
import type { FactDefinition } from '../model/vocabulary.js'
import type { Draft } from './extend.js'

/**
 * Checks that every leaf of a compilable condition can be answered both ways, and warns of leaves against the way in which
 * their fact is better.
 */
export function checkLeaves(set: Draft, condition: Condition, path: Path, positive = true): Issue[] {
  if ('all' in condition || 'any' in condition) {
    const [key, parts] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const)
    return parts.flatMap((part, i) => checkLeaves(set, part, [...path, key, i], positive))
  }
  if ('not' in condition) return checkLeaves(set, condition.not, [...path, 'not'], !positive)
  if ('condition' in condition)
    return checkLeaves(set, set.conditions[condition.condition] as Condition, [...path, 'condition'], positive)
  const fact = set.facts.find(({ id }) => id === condition.fact) as FactDefinition
  return [...checkAnswerable(set, fact, condition, path), ...checkWay(fact, condition, path, positive)]
}

function checkAnswerable(set: Draft, fact: FactDefinition, leaf: Leaf, path: Path): Issue[] {
  if (isCustom(leaf)) return []
  const answers = boundsOf(set, leaf).map((bound) => answerOf(fact, leaf, bound))
  if (answers.includes('always')) return [issue('always_met', path, {})]
  return answers.includes('never') ? [issue('never_met', path, {})] : []
}

/** Every number that the leaf compares with, on whatever day. */
function boundsOf(set: Draft, { value }: Leaf): unknown[] {
  return typeof value === 'object' && 'fact' in value
    ? (set.parameters[value.fact]?.values ?? []).map((step) => step.value)
    : [value]
}

function answerOf(fact: FactDefinition, { operator, params }: Leaf, bound: unknown): 'always' | 'never' | 'either' {
  if (operator === 'in' && fact.type === 'code')
    return new Set(bound as string[]).size === fact.codes.length ? 'always' : 'either'
  if (typeof bound !== 'number') return 'either'
  const [least, most] = rangeOf(fact, params?.measure === 'latest')
  switch (operator) {
    case 'greaterThanInclusive':
      return bound <= least ? 'always' : bound > most ? 'never' : 'either'
    case 'greaterThan':
      return bound < least ? 'always' : bound >= most ? 'never' : 'either'
    case 'lessThanInclusive':
      return bound >= most ? 'always' : bound < least ? 'never' : 'either'
    case 'lessThan':
      return bound > most ? 'always' : bound <= least ? 'never' : 'either'
    default:
      if (bound < least || bound > most) return 'never'
      return fact.type !== 'number' && params?.measure !== 'hours' && !Number.isInteger(bound) ? 'never' : 'either'
  }
}

function rangeOf(fact: FactDefinition, latest: boolean): readonly [number, number] {
  if (latest) return [-Infinity, Infinity]
  if ('range' in fact) return fact.range
  return [0, fact.type === 'codes' ? fact.codes.length : Infinity]
}

const waysUp = ['greaterThan', 'greaterThanInclusive', 'contains']
const waysDown = ['lessThan', 'lessThanInclusive']

function checkWay(fact: FactDefinition, leaf: Leaf, path: Path, positive: boolean): Issue[] {
  const { operator, value } = leaf
  // Of an operator of the caller's nobody knows which way it goes.
  const up = waysUp.includes(operator) || (value === true && !isCustom(leaf))
  const down = waysDown.includes(operator) || (value === false && !isCustom(leaf))
  const wanted = fact.better === 'more' ? (positive ? up : down) : fact.better === 'less' ? (positive ? down : up) : false
  return wanted ? [] : [issue('against_fact_way', path, { fact: fact.id }, 'warning')]
}
