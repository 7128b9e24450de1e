/** Days as texts `YYYY-MM-DD`, which sort like the calendar. */
export interface Days {
  first: string
  last: string
}

/** `2026` is 2026-01-01 to 2026-12-31, `2026-02` is the whole month, a full date is one day. */
export function daysOf(partial: string): Days {
  if (partial.length === 4) return { first: `${partial}-01-01`, last: `${partial}-12-31` }
  if (partial.length === 7) return { first: `${partial}-01`, last: `${partial}-${lastDayOfMonth(partial)}` }
  return { first: partial, last: partial }
}

function lastDayOfMonth(yearAndMonth: string): string {
  const year = Number(yearAndMonth.slice(0, 4))
  const month = Number(yearAndMonth.slice(5, 7))
  // The calendar repeats every 400 years; Date.UTC reads 0-99 as 1900-1999.
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0))
  return String(last.getUTCDate()).padStart(2, '0')
}

/** Days since 1970-01-01, for comparing the day that `latest` gives. */
export function dayCount(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000
}
