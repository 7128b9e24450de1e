import type { Assessment } from '../model/assessment.js'
import { weakest, type Basis } from '../model/basis.js'
import type { Verdict } from '../model/verdict.js'

export type Counts = Record<Verdict | 'rejected', number>

const none = (): Counts => ({ met: 0, unmet: 0, unknown: 0, rejected: 0 })

/** People who could be assessed: the whole of which a share is told. */
export const assessedOf = ({ met, unmet, unknown }: Counts): number => met + unmet + unknown

/** Counts results by group while they come. */
export class GroupCounts {
  readonly #byGroup = new Map<string, Counts>()
  readonly #bases = new Set<Basis>()

  add({ group, verdict, basis }: Pick<Assessment, 'group' | 'verdict' | 'basis'>): void {
    this.#of(group)[verdict]++
    this.#bases.add(basis)
  }

  /** @param group - of the row, where it could be read */
  reject(group: string | undefined): void {
    this.#of(group ?? '').rejected++
  }

  get total(): Counts & { assessed: number } {
    const sum = none()
    for (const counts of this.#byGroup.values()) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key]
    return { ...sum, assessed: assessedOf(sum) }
  }

  /** The weakest that any of the results rests on; `undefined` while there is none. */
  get basis(): Basis | undefined {
    return this.#bases.size > 0 ? weakest(this.#bases) : undefined
  }

  /**
   * @param order - groups in the order of the table; others come before them
   * @returns the last, `''`, for rows whose group could not be read
   */
  rows(order: Iterable<string>): { group: string; counts: Counts }[] {
    const known = [...order, '']
    return [...this.#byGroup]
      .sort(([a], [b]) => known.indexOf(a) - known.indexOf(b))
      .map(([group, counts]) => ({ group, counts }))
  }

  #of(group: string): Counts {
    let counts = this.#byGroup.get(group)
    if (!counts) this.#byGroup.set(group, (counts = none()))
    return counts
  }
}
