import type { Dialect } from './dialect.js'
import { caseText, type Selected } from './query.js'
import { valueText } from './source.js'
import type { Column } from './tables.js'

/** Whether a column holds days of the database's own type, and not texts that may be partial dates. */
export const isDate = (column: Column): boolean => typeof column === 'object' && 'type' in column && column.type === 'date'

/**
 * A date as a number: 20250314, 20250300 where the day is not known, 20250000 where the month is not. A text that is no date is -1.
 *
 * @param from - name of the table in the query
 */
export function partialDayText(dialect: Dialect, from: string, column: Column): string {
  const value = valueText(dialect, from, column)
  if (isDate(column)) return dialect.dayNumber(value)
  const isNone = `${value} LIKE '%-00%' OR ${value} LIKE '0000%'`
  return caseText(
    [
      [`${value} IS NULL`, 'NULL'],
      [isNone, '-1'],
    ],
    `coalesce(${dialect.partialDay(value)}, -1)`,
  )
}

/** The first and the last day that a partial date may mean. @param day - column of {@link partialDayText} */
export function dayEnds(dialect: Dialect, day: string, first: string, last: string): Selected[] {
  const isYear = `${dialect.modulo(day, 10000)} = 0`
  const isMonth = `${dialect.modulo(day, 100)} = 0`
  return [
    [
      caseText(
        [
          [isYear, `${day} + 101`],
          [isMonth, `${day} + 1`],
        ],
        day,
      ),
      first,
    ],
    [
      caseText(
        [
          [isYear, `${day} + 1231`],
          [isMonth, `${day} + ${daysInMonth(dialect, day)}`],
        ],
        day,
      ),
      last,
    ],
  ]
}

/** Whether the calendar has no such day. @param day - column of {@link partialDayText} */
export function isNoDay(dialect: Dialect, day: string): string {
  const month = dialect.modulo(dialect.divide(day, 100), 100)
  return `${day} < 0 OR ${month} > 12 OR ${dialect.modulo(day, 100)} > ${daysInMonth(dialect, day)}`
}

function daysInMonth(dialect: Dialect, day: string): string {
  const year = dialect.divide(day, 10000)
  const month = dialect.modulo(dialect.divide(day, 100), 100)
  const isLeap = `${dialect.modulo(year, 4)} = 0 AND (${dialect.modulo(year, 100)} <> 0 OR ${dialect.modulo(year, 400)} = 0)`
  return caseText(
    [
      [`${month} IN (4, 6, 9, 11)`, '30'],
      [`${month} <> 2`, '31'],
      [isLeap, '29'],
    ],
    '28',
  )
}
