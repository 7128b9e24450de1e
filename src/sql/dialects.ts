import { CdhtError, issue } from '../model/issue.js'
import type { Dialect } from './dialect.js'
import { caseText, sumText } from './query.js'

const doubled = (text: string): string => text.replaceAll("'", "''")
const call =
  (name: string) =>
  (parts: readonly string[]): string => {
    const [only] = parts
    return parts.length === 1 && only !== undefined ? only : `${name}(${parts.join(', ')})`
  }

/** Texts of digits and hyphens told apart by their form, with a function that puts 0 for every digit. */
function partialDayBy(form: (text: string) => string, number: (digits: string) => string): Dialect['partialDay'] {
  return (text) =>
    `CASE ${form(text)} WHEN '0000-00-00' THEN ${number(`replace(${text}, '-', '')`)} ` +
    `WHEN '0000-00' THEN ${number(`replace(${text}, '-', '')`)} * 100 WHEN '0000' THEN ${number(text)} * 10000 END`
}
const slices = (all: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
const translated = (text: string): string => `translate(${text}, '123456789', '000000000')`

const standard = {
  quotes: ['"', '"'],
  integer: 'integer',
  double: 'double precision',
  text: 'text',
  key: 'text',
  textConstant: (text) => `'${doubled(text)}'`,
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
  dayNumber: (column) => `CAST(to_char(${column}, 'YYYYMMDD') AS integer)`,
  partialDay: partialDayBy(translated, (digits) => `CAST(${digits} AS integer)`),
  fence: '',
} as const satisfies Partial<Dialect>

export const postgres: Dialect = {
  ...standard,
  id: 'postgres',
  longest: { size: 63, in: 'bytes' },
  // Without the E a backslash means one thing or another, by a setting of the session.
  textConstant: (text) => (text.includes('\\') ? `E'${doubled(text).replaceAll('\\', '\\\\')}'` : `'${doubled(text)}'`),
  // Ten times the speed of adding. A function takes at most 100 arguments.
  nulls: (columns) => sumText(slices(columns, 100).map((slice) => `num_nulls(${slice.join(', ')})`)),
  fence: 'OFFSET 0',
}

export const duckdb: Dialect = {
  ...standard,
  id: 'duckdb',
  longest: { size: 255, in: 'characters' },
  double: 'double',
  text: 'varchar',
  key: 'varchar',
  divide: (a, b) => `(${a}) // ${b}`,
  // A column at a time these take half of what CASE takes.
  flag: (condition) => `CAST(${condition} AS integer)`,
  lacks: (condition) => `CAST(coalesce(NOT (${condition}), true) AS integer)`,
  nulls: (columns) => sumText(columns.map((column) => `CAST(${column} IS NULL AS integer)`)),
  dayNumber: (column) => `(year(${column}) * 10000 + month(${column}) * 100 + day(${column}))`,
  partialDay: partialDayBy(translated, (digits) => `TRY_CAST(${digits} AS integer)`),
}

const digit = '[0-9]'
const [yearForm, pair] = [digit.repeat(4), digit.repeat(2)]

export const sqlite: Dialect = {
  ...standard,
  id: 'sqlite',
  longest: { size: 255, in: 'characters' },
  double: 'real',
  hasBooleans: false,
  asNumber: (column) => column,
  greatest: call('max'),
  least: call('min'),
  dayNumber: (column) => `CAST(strftime('%Y%m%d', ${column}) AS integer)`,
  partialDay: (text) => {
    const number = `CAST(replace(${text}, '-', '') AS integer)`
    return (
      `CASE WHEN ${text} GLOB '${yearForm}-${pair}-${pair}' THEN ${number} ` +
      `WHEN ${text} GLOB '${yearForm}-${pair}' THEN ${number} * 100 WHEN ${text} GLOB '${yearForm}' THEN ${number} * 10000 END`
    )
  },
  fence: 'LIMIT -1',
}

/** Engines whose text the tests run. */
export const dialects = { duckdb, postgres, sqlite } as const satisfies Record<string, Dialect>
export type DialectId = keyof typeof dialects
export const dialectIds = Object.keys(dialects) as DialectId[]

/** @throws CdhtError `options` for an engine that is not built */
export function engineOf(id: DialectId): Dialect {
  if (Object.hasOwn(dialects, id)) return dialects[id]
  throw new CdhtError('options', [issue('unknown_dialect', ['dialect'], { known: [...dialectIds] })])
}
