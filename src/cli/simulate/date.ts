import type { Random } from './random.js'

/**
 * A partial date of a year.
 *
 * @param shares - of dates that name the year only, and of those that name year and month; the rest are whole days
 */
export function sampleDate(random: Random, year: number, [yearOnly, yearAndMonth]: readonly [number, number]): string {
  const precision = random.next()
  const month = twoDigits(random.whole(1, 12))
  const day = twoDigits(random.whole(1, 28))
  if (precision < yearOnly) return String(year)
  return precision < yearOnly + yearAndMonth ? `${year}-${month}` : `${year}-${month}-${day}`
}

export const twoDigits = (number: number): string => String(number).padStart(2, '0')
