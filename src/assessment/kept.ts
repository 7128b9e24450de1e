import type { CriteriaSet } from '../model/criteria-set.js'

/** Most things that are kept ready per set; older ones are made again. */
const mostKept = 8

/** What was made of a set for a day, ready to be used again; it goes with the set. */
export class Kept<T> {
  readonly #ofSets = new WeakMap<CriteriaSet, Map<string, T>>()

  get(set: CriteriaSet, key: string): T | undefined {
    return this.#ofSets.get(set)?.get(key)
  }

  put(set: CriteriaSet, key: string, made: T): T {
    const ofSet = this.#ofSets.get(set) ?? new Map<string, T>()
    for (const oldest of ofSet.keys()) if (ofSet.size >= mostKept) ofSet.delete(oldest)
    this.#ofSets.set(set, ofSet.set(key, made))
    return made
  }
}
