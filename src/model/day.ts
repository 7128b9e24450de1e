import * as z from 'zod/mini'
import { schema } from './schema.js'

/** Days are whole numbers inside: day 0 is 1970-01-01 (proleptic Gregorian, no time zone). */
export type Day = number

/** The first and the last day that a partial date may mean: `2026` is [2026-01-01, 2026-12-31]. */
export interface DayRange {
  first: Day
  last: Day
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (lengths[month - 1] as number)
}

/** Day number of a calendar date that exists; `year` and `month` from 1. */
export function dayNumber(year: number, month: number, day: number): Day {
  // Years are counted from 1 March, so that the leap day comes last. None is negative: `| 0` rounds down, in whole numbers only.
  const y = month > 2 ? year : year - 1
  const leapDays = ((y / 4) | 0) - ((y / 100) | 0) + ((y / 400) | 0)
  const dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0) + day - 1
  return 365 * y + leapDays + dayOfYear - 719468
}

/** Two decimal digits as a number; negative when they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -10_000
}

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` into `into`.
 *
 * @returns false, with `into` untouched, for every other text and for days that no calendar has (`2026-02-30`)
 */
export function readPartialDate(text: string, into: DayRange): boolean {
  const length = text.length
  if (length !== 4 && length !== 7 && length !== 10) return false
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  if (!(year >= 1)) return false
  if (length === 4) {
    into.first = dayNumber(year, 1, 1)
    into.last = dayNumber(year, 12, 31)
    return true
  }
  const month = twoDigits(text, 5)
  if (text.charCodeAt(4) !== 45 || !(month >= 1 && month <= 12)) return false
  if (length === 7) {
    into.first = dayNumber(year, month, 1)
    into.last = into.first + daysInMonth(year, month) - 1
    return true
  }
  const day = twoDigits(text, 8)
  if (text.charCodeAt(7) !== 45 || !(day >= 1 && day <= daysInMonth(year, month))) return false
  into.first = into.last = dayNumber(year, month, day)
  return true
}

/** @returns the days that a partial date may mean, or `undefined` when it is none */
export function partialDate(text: string): DayRange | undefined {
  const range = { first: 0, last: 0 }
  return readPartialDate(text, range) ? range : undefined
}

/** @returns the day of `YYYY-MM-DD`, or `undefined` for anything else, impossible days included */
export function isoDay(text: string): Day | undefined {
  return text.length === 10 ? partialDate(text)?.first : undefined
}

/** `YYYY-MM-DD` of a day; the opposite of {@link isoDay}. */
export function isoText(day: Day): string {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const parts = [String(year).padStart(4, '0'), month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

/** A day as a number that people can read. @param iso - `2025-12-31` @returns 20251231 */
export const dayCode = (iso: string): number => Number(iso.replaceAll('-', ''))

/** A day `YYYY-MM-DD` that the calendar has. */
export const isoDaySchema = /* @__PURE__ */ schema(() =>
  z.string().check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'impossible_day', abort: true }),
    z.refine((text) => isoDay(text) !== undefined, 'impossible_day'),
  ),
)

/** `1970`, `1970-05` or `1970-05-17`: the precision that is known, and nothing invented. */
export const partialDateSchema = /* @__PURE__ */ schema(() =>
  z.string().check(
    z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'impossible_day', abort: true }),
    z.refine((text) => partialDate(text) !== undefined, 'impossible_day'),
  ),
)
