import type { Condition, Leaf } from '../../src/model/condition.js'
import { alwaysMet, inlined, leavesIn, neverMet, withInPlaceOf } from '../../scripts/boundary/condition.js'
import { parameterOn, type PlainIndicator, type PlainSet } from './plain/set.js'

/** An indicator with one thing wrong in one leaf. */
export interface Mutant {
  /** The level, the leaf and the change, for a message. */
  name: string
  points: number
  indicator: PlainIndicator
}

/** Every leaf of every level asked one higher and one lower; a leaf without a number always and never met. */
export function mutantsOf(set: PlainSet, indicator: PlainIndicator, on: string): Mutant[] {
  const levels = indicator.levels.map((level) => ({ ...level, when: inlined(level.when, set.conditions) }))
  return levels.flatMap((level) =>
    leavesIn(level.when).flatMap((leaf) =>
      wrongsOf(leaf, set, on).map(([how, wrong]) => ({
        name: `${set.id}: ${indicator.id} ${level.points}: ${JSON.stringify(leaf)} ${how}`,
        points: level.points,
        indicator: {
          ...indicator,
          levels: levels.map((one) => (one === level ? { ...one, when: withInPlaceOf(one.when, leaf, wrong) } : one)),
        },
      })),
    ),
  )
}

function wrongsOf(leaf: Leaf, set: PlainSet, on: string): [string, Condition][] {
  const value = typeof leaf.value === 'object' && 'fact' in leaf.value ? parameterOn(set, leaf.value.fact, on) : leaf.value
  if (typeof value !== 'number')
    return [
      ['always met', alwaysMet(leaf)],
      ['never met', neverMet(leaf)],
    ]
  return [1, -1].map((step) => [step > 0 ? 'one higher' : 'one lower', { ...leaf, value: value + step }])
}
