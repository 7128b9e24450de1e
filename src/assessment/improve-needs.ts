import { isDerived } from '../model/derived.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { isQuestion, type Question, type Rule } from '../rules/rule.js'
import { keyOf, type Slot } from '../rules/slot.js'
import { digitalFacts, type DayRules } from './day-rules.js'

/** How far a number must go: to `bound`, or past it. */
export interface Mark {
  bound: number
  strict: boolean
  /** Its place among the marks of its demand, 1 for the easiest. */
  rank: number
}

/** One number that rules ask of a fact: what a slot holds, or the level of digital skills that the fact alone shows. */
export interface Demand {
  of: { slot: Slot; at: number } | 'level'
  /** Easiest first: who meets one meets those before it. */
  marks: Mark[]
}

/** What is needed of one fact: by demand, how many of its marks. The same need has the same number; 0 needs nothing. */
export class FactNeeds {
  readonly demands: Demand[] = []
  readonly #vectors: (readonly number[])[] = []
  readonly #numbers = new Map<string, number>()
  readonly #joins = new Map<string, number>()

  /** Position among the facts that rules ask about, in the order of the vocabulary. */
  index = 0

  constructor(readonly fact: FactDefinition) {}

  /** Once all demands are known. */
  begin(index: number): void {
    this.index = index
    for (const { marks } of this.demands) {
      marks.sort((a, b) => (this.isUp ? a.bound - b.bound : b.bound - a.bound) || Number(a.strict) - Number(b.strict))
      marks.forEach((mark, i) => (mark.rank = i + 1))
    }
    this.numberOf(this.demands.map(() => 0))
  }

  get isUp(): boolean {
    return this.fact.better !== 'less'
  }

  isMet({ bound, strict }: Mark, value: number): boolean {
    if (this.isUp) return strict ? value > bound : value >= bound
    return strict ? value < bound : value <= bound
  }

  vectorOf(need: number): readonly number[] {
    return this.#vectors[need] as readonly number[]
  }

  numberOf(vector: readonly number[]): number {
    const key = vector.join()
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = this.#vectors.push(vector) - 1
      this.#numbers.set(key, number)
    }
    return number
  }

  /** The least that covers both. */
  join(a: number, b: number): number {
    if (a === b || b === 0) return a
    if (a === 0) return b
    const key = a < b ? `${a},${b}` : `${b},${a}`
    let joined = this.#joins.get(key)
    if (joined === undefined) {
      const other = this.vectorOf(b)
      joined = this.numberOf(this.vectorOf(a).map((marks, d) => Math.max(marks, other[d] as number)))
      this.#joins.set(key, joined)
    }
    return joined
  }
}

/** A rule that only more of something can meet: whatever stood under a `not` is turned into its opposite. */
export type Wish = { needs: FactNeeds; demand: number; mark: Mark } | { all: Wish[] } | { any: Wish[] }

export interface DayNeeds {
  facts: readonly FactNeeds[]
  /** By indicator the levels, fewest points first. */
  levels: readonly (readonly { points: number; wish: Wish }[])[]
}

/** @param rules - of a set without a leaf against its fact's way */
export function dayNeedsOf(rules: DayRules): DayNeeds {
  const facts = new Map<string, FactNeeds>()
  const definitions = new Map(rules.set.facts.map((fact) => [fact.id, fact]))
  const places = new Map<string, { needs: FactNeeds; demand: number }>()

  function markOf(id: string, key: string, of: Demand['of'], bound: number, strict: boolean): Wish {
    let place = places.get(key)
    if (place === undefined) {
      const needs = facts.get(id) ?? new FactNeeds(definitions.get(id) as FactDefinition)
      facts.set(id, needs)
      place = { needs, demand: needs.demands.push({ of, marks: [] }) - 1 }
      places.set(key, place)
    }
    const { marks } = place.needs.demands[place.demand] as Demand
    let mark = marks.find((one) => one.bound === bound && one.strict === strict)
    if (mark === undefined) marks.push((mark = { bound, strict, rank: 0 }))
    return { ...place, mark }
  }

  function wishOfQuestion({ slot, operator, bound }: Question, wanted: boolean): Wish {
    if (operator === 'equal') throw new Error('an exact value is no way up')
    const strict = (operator === 'greaterThan' || operator === 'lessThan') === wanted
    if (!isDerived(slot.fact)) return markOf(slot.fact.id, keyOf(slot), { slot, at: rules.slots.indexOf(slot) }, bound, strict)
    return { any: digitalFacts(rules).map((id) => markOf(id, `level ${id}`, 'level', bound, strict)) }
  }

  function wishOf(rule: Rule, wanted: boolean): Wish {
    if (isQuestion(rule)) return wishOfQuestion(rule, wanted)
    if ('not' in rule) return wishOf(rule.not, !wanted)
    const parts = ('all' in rule ? rule.all : rule.any).map((part) => wishOf(part, wanted))
    return 'all' in rule === wanted ? { all: parts } : { any: parts }
  }

  const levels = rules.indicators.map((indicator) =>
    indicator.levels.map(({ points, rule }) => ({ points, wish: wishOf(rule, true) })),
  )
  const ordered = rules.set.facts.flatMap(({ id }) => facts.get(id) ?? [])
  ordered.forEach((needs, index) => needs.begin(index))
  return { facts: ordered, levels }
}
