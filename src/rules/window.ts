import { startOfYear } from 'date-fns/startOfYear'
import { dayNumber, isoDay, type Day, type DayRange } from '../model/day.js'

/** The days that dated items may touch to count for an assessment: 1 January of the year of `on`, up to `on`. */
export function assessmentWindow(on: string): DayRange {
  const begins = startOfYear(new Date(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8))))
  return {
    first: dayNumber(begins.getFullYear(), begins.getMonth() + 1, begins.getDate()),
    last: isoDay(on) as Day,
  }
}
