import type { Range } from '../model/verdict.js'
import { reaches, shortOf } from './fraction.js'
import type { Rate } from './rate.js'

/** `cannot-be-said`: what is not known could still turn the answer, or there is nothing to judge. */
export type TargetStatus = 'reached' | 'not-reached' | 'cannot-be-said'

/** How a rate stands to the percentage that is asked. */
export interface Standing {
  status: TargetStatus
  /**
   * People of the denominator who still have to come into the numerator: at least and at most so many, by what is not known.
   * `null` when nobody is counted.
   */
  needed: Range | null
}

export const nothingSaid: Standing = { status: 'cannot-be-said', needed: null }

/** @param percent - to be reached at least; `undefined` where there is none */
export function standingOf(rate: Rate, percent: number | undefined): Standing {
  if (percent === undefined || rate.interval === null) return nothingSaid
  return { status: statusOf(rate, percent), needed: neededFor(rate, percent) }
}

function statusOf({ denominator, ends }: Rate, percent: number): TargetStatus {
  // It may yet turn out that nobody belongs to the denominator.
  if (denominator === 0) return 'cannot-be-said'
  if (reaches(ends.lower, percent)) return 'reached'
  return reaches(ends.upper, percent) ? 'cannot-be-said' : 'not-reached'
}

export function neededFor({ denominator, ends }: Rate, percent: number): Range {
  return { lower: denominator === 0 ? 0 : shortOf(ends.upper, percent), upper: shortOf(ends.lower, percent) }
}
