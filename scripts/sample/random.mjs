/**
 * A small seeded generator (mulberry32). Only whole-number steps and the four operations of arithmetic are used, here and
 * by its callers, so that every machine and every version of Node draws the same people.
 */
export class Random {
  /** @param {number} seed - a whole number */
  constructor(seed) {
    this.state = seed >>> 0
  }

  /** @returns {number} from 0 inclusive to 1 exclusive */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** @param {number} probability @returns {boolean} */
  chance(probability) {
    return this.next() < probability
  }

  /** @param {number} from @param {number} to @returns {number} whole, both ends inclusive */
  whole(from, to) {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  /** @template T @param {readonly T[]} list - not empty @returns {T} */
  pick(list) {
    return /** @type {T} */ (list[this.whole(0, list.length - 1)])
  }

  /** @template T @param {readonly (readonly [T, number])[]} weighted @returns {T} */
  pickWeighted(weighted) {
    let left = this.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of weighted) if ((left -= weight) < 0) return value
    return /** @type {readonly [T, number]} */ (weighted[weighted.length - 1])[0]
  }

  /** Successes among so many tries. @param {number} tries @param {number} probability @returns {number} */
  binomial(tries, probability) {
    let successes = 0
    for (let i = 0; i < tries; i++) if (this.chance(probability)) successes++
    return successes
  }

  /** Close to the standard normal distribution. @returns {number} */
  normal() {
    let sum = -6
    for (let i = 0; i < 12; i++) sum += this.next()
    return sum
  }
}
