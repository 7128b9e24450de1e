import type { Dialect } from './dialect.js'
import { caseText, sumText } from './query.js'

/** A text between quotes, which are doubled where they stand inside. */
export const inQuotes = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The bytes of a text in UTF-8. */
export const hexOf = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A function of several values; one value is itself. */
export const call =
  (name: string) =>
  (parts: readonly string[]): string => {
    const [only] = parts
    return parts.length === 1 && only !== undefined ? only : `${name}(${parts.join(', ')})`
  }

/** Texts of digits and hyphens told apart by their form, with a function that puts 0 for every digit. */
export function partialDayBy(form: (text: string) => string, number: (digits: string) => string): Dialect['partialDay'] {
  return (text) =>
    `CASE ${form(text)} WHEN '0000-00-00' THEN ${number(`replace(${text}, '-', '')`)} ` +
    `WHEN '0000-00' THEN ${number(`replace(${text}, '-', '')`)} * 100 WHEN '0000' THEN ${number(text)} * 10000 END`
}

/** The same with a condition for a form. @param number - of a text of digits */
export function partialDayLike(
  isForm: (text: string, form: readonly number[]) => string,
  number: (digits: string) => string,
): Dialect['partialDay'] {
  return (text) =>
    caseText([
      [isForm(text, [4, 2, 2]), number(`replace(${text}, '-', '')`)],
      [isForm(text, [4, 2]), `${number(`replace(${text}, '-', '')`)} * 100`],
      [isForm(text, [4]), `${number(text)} * 10000`],
    ])
}

/** `[0-9]` so many times, with a hyphen between groups. */
export const digitsOf = (form: readonly number[]): string => form.map((size) => '[0-9]'.repeat(size)).join('-')

export const translated = (text: string): string => `translate(${text}, '123456789', '000000000')`

/** What most engines write alike. */
export const standard = {
  quotes: ['"', '"'],
  integer: 'integer',
  double: 'double precision',
  text: 'text',
  stored: { integer: 'integer', double: 'double precision', text: 'text', key: 'text' },
  textConstant: inQuotes,
  hasBooleans: true,
  asNumber: (column) => `CAST(${column} AS integer)`,
  divide: (a, b) => `(${a}) / ${b}`,
  modulo: (a, b) => `(${a}) % ${b}`,
  flag: (condition) => caseText([[condition, '1']], '0'),
  lacks: (condition) => caseText([[condition, '0']], '1'),
  nulls: (columns) => sumText(columns.map((column) => caseText([[`${column} IS NULL`, '1']], '0'))),
  greatest: call('greatest'),
  least: call('least'),
  join: (parts) => parts.join(' || '),
  from: (text, start) => `substr(${text}, ${start})`,
  dayNumber: (column) => `CAST(to_char(${column}, 'YYYYMMDD') AS integer)`,
  partialDay: partialDayBy(translated, (digits) => `CAST(${digits} AS integer)`),
  fence: '',
} as const satisfies Partial<Dialect>
