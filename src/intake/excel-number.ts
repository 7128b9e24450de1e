import { isoText } from '../model/day.js'
import type { NumberKind } from './number-format.js'

/** 1 January 1970 as a serial number of Excel. */
const serialOfDay0 = 25569
/** How far the other calendar of workbooks, that of old Macintoshes, lies behind. */
const from1904 = 1462
/** 31 December 9999. */
const lastSerial = 2_958_465

/**
 * The number of a cell as text, as precise as its format shows it: a cell that shows month and year has no day.
 *
 * @returns a partial date such as `1970-05`, a percentage such as `85.5%`, or a decimal number
 */
export function numberText(number: number, kind: NumberKind, is1904: boolean): string {
  if (kind === 'percent') return `${decimal(number * 100)}%`
  if (kind === 'number') return decimal(number)
  return dateOfSerial(number + (is1904 ? from1904 : 0), kind) ?? decimal(number)
}

/**
 * A serial number of Excel as a date, worked out in whole days, without a clock or a time zone.
 *
 * @returns `undefined` for a number that stands for no day
 */
export function dateOfSerial(serial: number, kind: Exclude<NumberKind, 'number' | 'percent'> = 'day'): string | undefined {
  const day = Math.floor(serial)
  if (!(day >= 1 && day <= lastSerial)) return undefined
  // Excel counts a 29 February 1900, which no calendar has.
  if (day === 60) return '1900-02-29'
  const iso = isoText(day - serialOfDay0 + (day < 60 ? 1 : 0))
  if (kind === 'year') return iso.slice(0, 4)
  if (kind === 'month') return iso.slice(0, 7)
  // The year was never shown to whoever typed the cell: Excel put in that of the day.
  return kind === 'day-without-year' ? `${iso.slice(8)}/${iso.slice(5, 7)}/?` : iso
}

/**
 * Fifteen digits, as Excel keeps them; never three decimals alone, which could be read as thousands. A longer number has lost
 * digits, and shows it as a spreadsheet does: `1.23456789012346e+17`.
 */
function decimal(number: number): string {
  if (Math.abs(number) >= 1e15) return number.toExponential(14)
  const text = String(Number(number.toPrecision(15)))
  return /\.\d{3}$/.test(text) ? `${text}0` : text
}
