import type { Basis } from '../model/basis.js'
import type { Range, Verdict } from '../model/verdict.js'
import type { Membership, UnitLevel } from './cell.js'

/** What a written result says of one person, as far as counting needs it: no evidence, and no birth. */
export interface CountedResult {
  id: string
  group: string
  /** The day of the assessment. */
  on: string
  verdict: Verdict
  basis: Basis
  /** `null`: the record does not say. */
  residence: string | null
  workplace: string | null
  unitLevel: UnitLevel | null
  /** `[]`: of none. */
  memberships: Membership[] | null
  registered: Verdict
  adult: Verdict
  /** ISO day on which the record was made. */
  recordedOn: string | null
  /** Some evidence or a score was given; of a file that does not say it, everybody's was. */
  assessed: boolean
  digital: Range
  hasSkills: Verdict
  proficient: Verdict
  /** Of the ten indicators in their order, each in half points or whole ones. */
  indicators: Range[]
}
