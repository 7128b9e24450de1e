/**
 * A small seeded generator (mulberry32). Only whole-number steps and the four operations of arithmetic are used, here and
 * by its callers, so that every machine and every version of Node draws the same people.
 */
export class Random {
  #state: number

  /** @param seed - a whole number */
  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 inclusive to 1 exclusive. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number, both ends inclusive. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  /** @param list - not empty */
  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)] as T
  }

  /** @param weighted - not empty; weights need no particular sum */
  pickWeighted<T>(weighted: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of weighted) if ((left -= weight) < 0) return value
    return (weighted[weighted.length - 1] as readonly [T, number])[0]
  }

  /** Successes among so many tries. */
  binomial(tries: number, probability: number): number {
    let successes = 0
    for (let i = 0; i < tries; i++) if (this.chance(probability)) successes++
    return successes
  }

  /** Close to the standard normal distribution. */
  normal(): number {
    let sum = -6
    for (let i = 0; i < 12; i++) sum += this.next()
    return sum
  }
}
