import type { Leaf, LeafParams } from '../model/condition.js'
import type { FactDefinition } from '../model/vocabulary.js'

/**
 * One number that conditions ask about: the value of a fact, whether a code holds (0 or 1), how many codes hold,
 * or what a measure finds in a list.
 */
export type Slot =
  | { fact: FactDefinition; holds: 'value' }
  | { fact: FactDefinition; holds: 'code'; code: string }
  | { fact: FactDefinition; holds: 'count' }
  | { fact: FactDefinition; holds: 'items'; params: LeafParams }

/** The slot that a leaf of a well-formed condition reads, `code` for one of the codes in its value. */
export function slotOf(leaf: Leaf, fact: FactDefinition, code?: string): Slot {
  switch (fact.type) {
    case 'code':
    case 'codes':
      return code === undefined ? { fact, holds: 'count' } : { fact, holds: 'code', code }
    case 'activities':
    case 'certificates':
      return { fact, holds: 'items', params: leaf.params as LeafParams }
    default:
      return { fact, holds: 'value' }
  }
}

/** Numbers the slots of a program; the same question asked twice is one slot. */
export class SlotTable {
  readonly slots: Slot[] = []
  readonly #index = new Map<string, number>()

  indexOf(slot: Slot): number {
    const key = keyOf(slot)
    let index = this.#index.get(key)
    if (index === undefined) {
      index = this.slots.push(slot) - 1
      this.#index.set(key, index)
    }
    return index
  }
}

/** Equal for slots that always hold the same number. */
export function keyOf(slot: Slot): string {
  const parts: unknown[] = [slot.fact.id, slot.holds]
  if (slot.holds === 'code') parts.push(slot.code)
  if (slot.holds === 'items') {
    const { measure, kinds, topics, certified } = slot.params
    parts.push(measure, kinds && [...kinds].sort(), topics && [...topics].sort(), certified)
  }
  return JSON.stringify(parts)
}
