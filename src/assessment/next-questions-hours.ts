import type { Answer } from './next-questions-world.js'

/** A list of which some items may have any number of hours. */
export interface ListState extends Answer {
  /** Bits of `FreeHours`: which slots take the items without hours. */
  free: number
}

/** A slot that adds up hours. */
export interface HoursSlot {
  /** Its position in the values of an answer. */
  at: number
  /** Hundredths of an hour from which on some comparison answers otherwise. */
  cuts: readonly number[]
}

/** Hours are added up in whole hundredths. */
export const hourParts = 100

/**
 * Gives items without hours every number of them that can be told apart. Exact where one or two slots add up hours: what both
 * can hold at the same time is settled by their cuts and the differences between these. Three or more are taken to be
 * independent, so that nothing is missed.
 */
export class FreeHours {
  readonly #slots: readonly HoursSlot[]
  readonly #isJoint: boolean
  readonly #ready = new Map<string, readonly (readonly number[])[]>()

  constructor(slots: readonly HoursSlot[]) {
    this.#slots = slots
    this.#isJoint = slots.length <= 2
  }

  /** @param isTaken - by slot, whether it takes an item without hours */
  bitOf(isTaken: readonly boolean[]): number {
    const slots = isTaken.reduce((bits, taken, s) => bits | (taken ? 1 << s : 0), 0)
    // Of two slots: the first alone, the second alone, or both.
    return this.#isJoint && slots > 0 ? 1 << (slots - 1) : slots
  }

  /** Every answer that a list can become once all its items have hours. */
  fill(state: ListState): Answer[] {
    const groups = this.#isJoint ? [this.#slots] : this.#slots.map((slot) => [slot])
    let filled: Answer[] = [{ values: state.values, level: state.level }]
    groups.forEach((group, g) => {
      const bits = this.#isJoint ? state.free : (state.free >> g) & 1
      if (bits !== 0) filled = filled.flatMap((answer) => this.#fillGroup(answer, group, bits))
    })
    return filled
  }

  #fillGroup({ values, level }: Answer, group: readonly HoursSlot[], bits: number): Answer[] {
    const base = group.map(({ at }) => Math.round((values[at] as number) * hourParts))
    const key = `${group[0]?.at} ${base.join()} ${bits}`
    const ways = this.#ready.get(key) ?? waysToAdd(group, base, bits)
    this.#ready.set(key, ways)
    return ways.map((sums) => {
      const to = [...values]
      group.forEach(({ at }, s) => (to[at] = (sums[s] as number) / hourParts))
      return { values: to, level }
    })
  }
}

/** Sums of hundredths in each slot; of those between the same cuts, one. */
function waysToAdd(group: readonly HoursSlot[], base: readonly number[], bits: number): (readonly number[])[] {
  const patterns = [
    [1, 0],
    [0, 1],
    [1, 1],
  ].filter((_, p) => (bits >> p) & 1)
  const ends = group.map(({ cuts }, s) => cuts.flatMap((cut) => [cut - 1, cut]).map((end) => end - (base[s] as number)))
  const [first = [], second = []] = ends
  const apart = first.flatMap((a) => second.map((b) => Math.abs(a - b)))
  const amounts = [...new Set([0, ...ends.flat(), ...apart])].filter((amount) => amount >= 0)
  const found = new Map<string, number[]>()
  // As many items as slots are enough to come to every corner.
  for (const one of patterns)
    for (const other of patterns)
      for (const a of amounts)
        for (const b of other === one ? [0] : amounts) {
          const sums = base.map((sum, s) => sum + a * (one[s] as number) + b * (other[s] as number))
          const between = sums.map((sum, s) => group[s]?.cuts.filter((cut) => cut <= sum).length)
          if (!found.has(between.join())) found.set(between.join(), sums)
        }
  return [...found.values()]
}
