import type { LeafParams } from '../model/condition.js'
import type { Question } from '../rules/rule.js'
import { FreeHours, hourParts, type ListState } from './next-questions-hours.js'
import { cutsOf } from './next-questions-cuts.js'
import type { AskedFact, AskedRules, Asking } from './next-questions-world.js'

/** How items add up, as far as somebody asks. */
export class ItemSums {
  /** What each slot of the fact measures. */
  readonly slots: readonly LeafParams[]
  readonly hours: FreeHours
  /** By slot, what it is compared with. */
  readonly questions: readonly (readonly Question[])[]
  /** By slot, an amount that no comparison tells from more. */
  readonly #enough: readonly number[]

  constructor({ rules }: AskedRules, one: AskedFact, asking: Asking) {
    this.slots = one.slots.map((at) => (rules.slots.slots[at] as { params: LeafParams }).params)
    this.questions = one.slots.map((at) => asking.questions.flatMap(({ slot, question }) => (slot === at ? [question] : [])))
    const partsOf = (s: number): number => (this.slots[s]?.measure === 'hours' ? hourParts : 1)
    const cuts = this.questions.map((questions, s) => questions.flatMap((question) => cutsOf(question, partsOf(s))))
    this.#enough = cuts.map((of, s) => Math.max(0, ...of) / partsOf(s))
    this.hours = new FreeHours(this.ofHours((at) => ({ at, cuts: cuts[at] as number[] })))
  }

  /** By slot that adds up hours, what is told of it. */
  ofHours<T>(tell: (slot: number) => T): T[] {
    return this.slots.flatMap(({ measure }, s) => (measure === 'hours' ? [tell(s)] : []))
  }

  add(a: ListState, b: ListState): ListState {
    const values = a.values.map((value, s) => {
      const other = b.values[s] as number
      return this.slots[s]?.measure === 'latest' ? Math.max(value, other) : Math.min(this.#enough[s] as number, value + other)
    })
    return { values, level: Math.max(a.level, b.level), free: a.free | b.free }
  }
}

export const keyOfState = ({ values, level, free }: ListState): string => `${values.join()};${level};${free}`
