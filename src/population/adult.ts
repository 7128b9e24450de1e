import { dayNumber, daysInMonth, partialDate, type Day } from '../model/day.js'
import type { Verdict } from '../model/verdict.js'

/**
 * The last day of birth of people who have completed `years` on a day. Who was born on 29 February completes a year on
 * 1 March of a year without that day.
 *
 * @param on - ISO day
 */
export function lastBirthOfAge(on: string, years: number): Day {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number]
  return dayNumber(year - years, month, Math.min(day, daysInMonth(year - years, month)))
}

/** @param birth - as precise as it is known; without it nothing is sure */
export function isAdult(birth: string | null | undefined, lastBirth: Day): Verdict {
  const born = birth == null ? undefined : partialDate(birth)
  if (born === undefined) return 'unknown'
  if (born.last <= lastBirth) return 'met'
  return born.first > lastBirth ? 'unmet' : 'unknown'
}
