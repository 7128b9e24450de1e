import type { Dialect } from './dialect.js'
import { sumText } from './query.js'
import { call, digitsOf, partialDayBy, partialDayLike, standard, translated } from './standard-dialect.js'

export const duckdb: Dialect = {
  ...standard,
  id: 'duckdb',
  longest: { size: 255, in: 'characters' },
  double: 'double',
  text: 'varchar',
  stored: { integer: 'integer', double: 'double', text: 'varchar', key: 'varchar' },
  divide: (a, b) => `(${a}) // ${b}`,
  // A column at a time these take half of what CASE takes.
  flag: (condition) => `CAST(${condition} AS integer)`,
  lacks: (condition) => `CAST(coalesce(NOT (${condition}), true) AS integer)`,
  nulls: (columns) => sumText(columns.map((column) => `CAST(${column} IS NULL AS integer)`)),
  dayNumber: (column) => `(year(${column}) * 10000 + month(${column}) * 100 + day(${column}))`,
  partialDay: partialDayBy(translated, (digits) => `TRY_CAST(${digits} AS integer)`),
}

export const sqlite: Dialect = {
  ...standard,
  id: 'sqlite',
  longest: { size: 255, in: 'characters' },
  double: 'real',
  stored: { integer: 'integer', double: 'real', text: 'text', key: 'text' },
  hasBooleans: false,
  asNumber: (column) => column,
  greatest: call('max'),
  least: call('min'),
  dayNumber: (column) => `CAST(strftime('%Y%m%d', ${column}) AS integer)`,
  partialDay: partialDayLike(
    (text, form) => `${text} GLOB '${digitsOf(form)}'`,
    (digits) => `CAST(${digits} AS integer)`,
  ),
  fence: 'LIMIT -1',
}
