import { poorestFirst } from './next-questions-extremes.js'
import type { Situation } from './next-questions-relevance.js'
import type { Answer, AskedFact, AskedIndicator } from './next-questions-world.js'

/**
 * Looks for people who show that a fact matters: answers to all other open facts with which one answer to it is met and another
 * is not. It goes from the best of everything downwards, fact by fact, as far as the verdict stays met. What it finds is
 * certain; finding nothing says nothing.
 */
export class WitnessSearch {
  readonly #situation: Situation
  /** By open fact its answers, the poorest first. */
  readonly #ascending: ReadonlyMap<number, readonly Answer[]>
  readonly #readers: ReadonlyMap<number, readonly number[]>
  readonly #points: number[]

  constructor(situation: Situation) {
    this.#situation = situation
    const { asked, open, indicators } = situation
    this.#ascending = new Map(open.map((one) => [one.f, poorestFirst(one.answers, asked.facts[one.f] as AskedFact)]))
    this.#readers = new Map(
      open.map(({ f }) => [f, indicators.filter((i) => (asked.indicators[i] as AskedIndicator).facts.includes(f))]),
    )
    this.#points = asked.indicators.map(() => 0)
  }

  isShown(f: number, best: Answer, worst: Answer): boolean {
    const own = this.#readers.get(f) as readonly number[]
    const others = [...this.#ascending.keys()].filter((one) => one !== f)
    const isNear = (one: number): boolean => this.#readers.get(one)?.some((i) => own.includes(i)) === true
    const near = others.filter(isNear)
    const far = others.filter((one) => !isNear(one))
    const orders = [
      [...near, ...far],
      [...far, ...near],
      [...near.toReversed(), ...far.toReversed()],
      [...far.toReversed(), ...near.toReversed()],
    ]
    const { open, world, thresholds } = this.#situation
    const found = thresholds.some((threshold) => orders.some((order) => this.#descend(f, best, worst, order, threshold)))
    for (const one of open) world.open(one.f)
    return found
  }

  #descend(f: number, best: Answer, worst: Answer, order: readonly number[], threshold: number): boolean {
    const { world, indicators } = this.#situation
    for (const [one, answers] of this.#ascending) world.answer(one, one === f ? best : (answers.at(-1) as Answer))
    for (const i of indicators) this.#points[i] = world.pointsOf(i)[0]
    if (!this.#isMet(threshold)) return false
    for (const one of order)
      for (const answer of this.#ascending.get(one) as readonly Answer[]) if (this.#change(one, answer, threshold)) break
    return !this.#change(f, worst, threshold)
  }

  /** Gives a fact another answer; @returns whether the verdict is still met. Where it is not, the points stay as they were. */
  #change(f: number, answer: Answer, threshold: number): boolean {
    const { world } = this.#situation
    const readers = this.#readers.get(f) as readonly number[]
    const before = readers.map((i) => this.#points[i] as number)
    world.answer(f, answer)
    for (const i of readers) this.#points[i] = world.pointsOf(i)[0]
    if (this.#isMet(threshold)) return true
    readers.forEach((i, at) => (this.#points[i] = before[at] as number))
    return false
  }

  #isMet(threshold: number): boolean {
    const { indicators, floor } = this.#situation
    let total = 0
    for (const i of indicators) {
      const points = this.#points[i] as number
      if (points < floor) return false
      total += points
    }
    return total >= threshold
  }
}
