import type { Leaf } from '../../src/model/condition.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import { parameterOn, type PlainSet } from '../../test/support/plain/set.js'

/** What must hold of a leaf: at least so many, so high; 1 for a yes or a code that must be there, 0 for nothing at all. */
export interface Need {
  leaf: Leaf
  least: number
}

export function factOf(leaf: Leaf, set: PlainSet): FactDefinition {
  const fact = set.facts.find(({ id }) => id === leaf.fact)
  if (!fact) throw new Error(`no fact ${leaf.fact}`)
  return fact
}

/** A leaf that is met by a yes or a code, not by a number. */
export const isYesOrNo = (leaf: Leaf): boolean => leaf.operator === 'contains' || leaf.value === true

/**
 * The number at which a leaf is just met.
 *
 * @throws for a question of another form than "at least", "yes" and "contains": a case below it would have to be made otherwise
 */
export function needOf(leaf: Leaf, set: PlainSet, on: string): Need {
  if (leaf.operator === 'contains' || (leaf.operator === 'equal' && leaf.value === true)) return { leaf, least: 1 }
  const value = typeof leaf.value === 'object' && 'fact' in leaf.value ? parameterOn(set, leaf.value.fact, on) : leaf.value
  if (typeof value === 'number' && leaf.operator === 'greaterThanInclusive' && leaf.params?.measure !== 'latest')
    return { leaf, least: value }
  throw new Error(`no boundary case is known for ${leaf.fact} ${leaf.operator}`)
}

/** A leaf in words for the name of a case, without its number. */
export function wordsOf({ fact, params, operator, value }: Leaf): string {
  if (operator === 'contains') return `${fact} ${String(value)}`
  const parts = [
    fact,
    params?.measure === 'hours' && 'hours',
    params?.certified && 'certified',
    params?.kinds?.join('/'),
    params?.topics?.join('/'),
  ]
  return parts.filter(Boolean).join(' ')
}
