import type { Verdict } from '../model/verdict.js'
import type { CellKey, Membership } from './cell.js'
import { profileOf, type Profile } from './profile.js'
import type { RateCounts } from './rate.js'
import type { CellData } from './tally-json.js'

/** Whether a person belongs to a denominator, and whether, if so, to the numerator. */
export interface Belonging<Key = CellKey> {
  belongs: (profile: Profile, key: Key) => Verdict
  counts: (profile: Profile) => Verdict
}

/** The people of some cells as a rate counts them. */
export function countPeople<Cell extends Pick<CellData, 'profiles'>>(
  cells: readonly Cell[],
  { belongs, counts }: Belonging<Cell>,
): RateCounts {
  const sure: Record<Verdict, number> = { met: 0, unmet: 0, unknown: 0 }
  const perhaps = { ...sure }
  for (const cell of cells)
    for (const [key, people] of Object.entries(cell.profiles)) {
      const profile = profileOf(key)
      const belonging = belongs(profile, cell)
      if (belonging !== 'unmet') (belonging === 'met' ? sure : perhaps)[counts(profile)] += people
    }
  return { ...sure, perhaps }
}

/** Whether somebody is of one of these; of no list nothing is known. */
export const isOf = ({ memberships }: CellKey, any: readonly Membership[]): Verdict =>
  memberships === null ? 'unknown' : any.some((one) => memberships.includes(one)) ? 'met' : 'unmet'
