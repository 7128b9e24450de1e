/** What the format of a cell makes of its number: how much of a date it shows, or a percentage. */
export type NumberKind = 'number' | 'percent' | 'year' | 'month' | 'day' | 'day-without-year'

/** Formats that workbooks use by number alone; all that is not here is a number or a time of day. */
const builtIn: Readonly<Record<number, NumberKind>> = {
  9: 'percent',
  10: 'percent',
  14: 'day',
  15: 'day',
  16: 'day-without-year',
  17: 'month',
  22: 'day',
}

export const builtInKind = (id: number): NumberKind =>
  // Dates of East Asian calendars.
  builtIn[id] ?? ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58) ? 'day' : 'number')

/** The kind of a format that the workbook spells out, such as `dd/mm/yyyy` or `0.0%`. */
export function kindOfFormat(code: string): NumberKind {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0]
    ?.toLowerCase()
  if (bare === undefined || bare === 'general') return 'number'
  const has = (sign: string): boolean => bare.includes(sign)
  if (has('d')) return has('y') || !has('m') ? 'day' : 'day-without-year'
  if (has('y')) return has('m') ? 'month' : 'year'
  return has('%') ? 'percent' : 'number'
}
