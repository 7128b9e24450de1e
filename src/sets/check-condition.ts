import { isCustom, type Condition, type Leaf } from '../model/condition.js'
import { isoDay } from '../model/day.js'
import { issue, type Issue, type Path } from '../model/issue.js'
import type { FactDefinition } from '../model/vocabulary.js'
import type { Draft } from './extend.js'

type Type = FactDefinition['type'] | 'count of codes' | 'latest day'

const comparisons = ['equal', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']
const operatorsOf: Record<Type, readonly string[]> = {
  rank: comparisons,
  count: comparisons,
  number: comparisons,
  boolean: ['equal'],
  code: ['equal', 'in'],
  codes: ['contains'],
  activities: comparisons,
  certificates: comparisons,
  'count of codes': comparisons,
  'latest day': comparisons,
}

/**
 * Checks that a condition can be compiled: everything it names exists and fits. Whether it makes sense is `check-leaf.ts`.
 *
 * @param operators - the caller's own, of which only the name is known
 * @param within - names of the conditions around it
 */
export function checkCondition(
  set: Draft,
  condition: Condition,
  path: Path,
  operators: readonly string[],
  within: readonly string[] = [],
): Issue[] {
  if ('all' in condition || 'any' in condition) {
    const [key, parts] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const)
    if (parts.length === 0) return [issue('empty_group', [...path, key], {})]
    return parts.flatMap((part, i) => checkCondition(set, part, [...path, key, i], operators, within))
  }
  if ('not' in condition) return checkCondition(set, condition.not, [...path, 'not'], operators, within)
  if ('condition' in condition) {
    const name = condition.condition
    const at = [...path, 'condition']
    if (within.includes(name)) return [issue('cyclic_condition', at, { condition: name })]
    const named = Object.hasOwn(set.conditions, name) ? set.conditions[name] : undefined
    if (named === undefined) return [issue('unknown_condition', at, { condition: name })]
    return checkCondition(set, named, at, operators, [...within, name])
  }
  return checkLeaf(set, condition, path, operators)
}

function checkLeaf(set: Draft, leaf: Leaf, path: Path, operators: readonly string[]): Issue[] {
  const fact = set.facts.find(({ id }) => id === leaf.fact)
  if (fact === undefined) return [issue('unknown_fact', [...path, 'fact'], {})]
  if (isCustom(leaf) && !operators.includes(leaf.operator))
    return [issue('unknown_operator', [...path, 'operator'], { operator: leaf.operator })]
  // An operator of the caller's may look at a whole list.
  const params = isCustom(leaf) && !leaf.params ? [] : checkParams(fact, leaf, [...path, 'params'])
  if (params.length > 0) return params
  const type = typeOf(fact, leaf)
  if (isCustom(leaf)) return checkCustom(set, type, leaf, path)
  if (!operatorsOf[type].includes(leaf.operator))
    return [issue('wrong_operator', [...path, 'operator'], { operator: leaf.operator, type })]
  return checkValue(set, fact, type, leaf, [...path, 'value'])
}

/** What the operator makes of the value is its own affair; a parameter must exist, and days are not handed to it. */
function checkCustom(set: Draft, type: Type, { operator, value }: Leaf, path: Path): Issue[] {
  if (type === 'latest day') return [issue('wrong_operator', [...path, 'operator'], { operator, type })]
  return typeof value === 'object' && !Array.isArray(value) ? checkParameter(set, value.fact, [...path, 'value', 'fact']) : []
}

function checkParameter(set: Draft, parameter: string, path: Path): Issue[] {
  return Object.hasOwn(set.parameters, parameter) ? [] : [issue('unknown_parameter', path, { parameter })]
}

function typeOf(fact: FactDefinition, leaf: Leaf): Type {
  if (fact.type === 'codes' && leaf.params) return 'count of codes'
  return leaf.params?.measure === 'latest' ? 'latest day' : fact.type
}

function checkParams(fact: FactDefinition, { params }: Leaf, path: Path): Issue[] {
  const wrong = (expected: string): Issue[] => [issue('wrong_params', path, { expected })]
  switch (fact.type) {
    case 'activities':
      if (!params) return wrong('measure')
      return [
        ...checkCodes(params.kinds, fact.kinds, [...path, 'kinds']),
        ...checkCodes(params.topics, fact.topics, [...path, 'topics']),
      ]
    case 'certificates':
      if (!params || params.measure === 'hours') return wrong('measure: count | latest')
      if (params.topics || params.certified) return wrong('kinds')
      return checkCodes(params.kinds, fact.kinds, [...path, 'kinds'])
    case 'codes':
      if (!params) return []
      return params.measure !== 'count' || params.kinds || params.topics || params.certified ? wrong('measure: count') : []
    default:
      return params ? wrong('none') : []
  }
}

function checkCodes(wanted: readonly string[] | undefined, known: readonly { code: string }[], path: Path): Issue[] {
  return (wanted ?? []).flatMap((code, i) =>
    known.some((one) => one.code === code) ? [] : [issue('unknown_code', [...path, i], {})],
  )
}

function checkValue(set: Draft, fact: FactDefinition, type: Type, { operator, value }: Leaf, path: Path): Issue[] {
  const wrong = (expected: string): Issue[] => [issue('wrong_value', path, { expected })]
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong('true | false')
    case 'code':
    case 'codes': {
      const known = 'codes' in fact ? fact.codes : []
      if (operator !== 'in')
        return typeof value === 'string' ? checkCodes([value], known, path).map((one) => ({ ...one, path })) : wrong('code')
      if (!Array.isArray(value)) return wrong('codes')
      return value.length === 0 ? [issue('empty_choice', path, {})] : checkCodes(value.map(String), known, path)
    }
    case 'latest day':
      return typeof value === 'string' && isoDay(value) !== undefined ? [] : wrong('YYYY-MM-DD')
    default:
      if (typeof value === 'number') return []
      if (typeof value !== 'object' || Array.isArray(value)) return wrong('number | parameter')
      return checkParameter(set, value.fact, [...path, 'fact'])
  }
}
