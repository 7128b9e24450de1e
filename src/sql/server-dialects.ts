import type { Dialect } from './dialect.js'
import { sumText } from './query.js'
import { call, digitsOf, hexOf, inQuotes, partialDayLike, standard } from './standard-dialect.js'

export const postgres: Dialect = {
  ...standard,
  id: 'postgres',
  longest: { size: 63, in: 'bytes' },
  // Without the E a backslash means one thing or another, by a setting of the session.
  textConstant: (text) => (text.includes('\\') ? `E${inQuotes(text.replaceAll('\\', '\\\\'))}` : inQuotes(text)),
  // Much quicker than adding. A function takes at most 100 arguments.
  nulls: (columns) => sumText(slices(columns, 100).map((slice) => `num_nulls(${slice.join(', ')})`)),
  fence: 'OFFSET 0',
}

const slices = (all: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))

export const mariadb: Dialect = {
  ...standard,
  id: 'mariadb',
  quotes: ['`', '`'],
  longest: { size: 64, in: 'characters' },
  // Of what two units of UTF-16 write, such as most emoji, names of this engine have none, and no blank at their end.
  unusable: /[\ud800-\udfff]| $/,
  integer: 'signed',
  double: 'double',
  text: 'char',
  stored: { integer: 'int', double: 'double', text: 'text', key: 'varchar(255)' },
  // By itself the engine takes "A" for "a" and "a " for "a"; and what a backslash means is a setting, while bytes are bytes.
  textConstant: (text) =>
    text.includes('\\')
      ? `CONVERT(X'${hexOf(text)}' USING utf8mb4) COLLATE utf8mb4_nopad_bin`
      : `_utf8mb4${inQuotes(text)} COLLATE utf8mb4_nopad_bin`,
  hasBooleans: false,
  asNumber: (column) => column,
  divide: (a, b) => `(${a}) DIV ${b}`,
  join: (parts) => `concat(${parts.join(', ')})`,
  // Days that are all zeros say nothing.
  dayNumber: (column) => `nullif(CAST(date_format(${column}, '%Y%m%d') AS signed), 0)`,
  partialDay: partialDayLike(
    // The end of a pattern lets one line end through.
    (text, form) =>
      `(${text} RLIKE '^${digitsOf(form)}$' AND char_length(${text}) = ${form.reduce((sum, size) => sum + size + 1, -1)})`,
    (digits) => `CAST(${digits} AS signed)`,
  ),
  fence: 'LIMIT 18446744073709551615',
}

/** Compares as bytes, so that "A" is not taken for "a". */
const binary = 'COLLATE Latin1_General_100_BIN2'

/** From version 2022, which has GREATEST and LEAST. */
export const sqlserver: Dialect = {
  ...standard,
  id: 'sqlserver',
  quotes: ['[', ']'],
  longest: { size: 128, in: 'characters' },
  integer: 'int',
  double: 'float',
  text: 'nvarchar(4000)',
  stored: { integer: 'int', double: 'float', text: 'nvarchar(400)', key: 'nvarchar(200)' },
  textConstant: (text) => `N${inQuotes(text)} ${binary}`,
  hasBooleans: false,
  asNumber: (column) => `CAST(${column} AS int)`,
  join: call('concat'),
  from: (text, start) => `substring(${text}, ${start}, 4000)`,
  dayNumber: (column) => `CAST(convert(char(8), ${column}, 112) AS int)`,
  partialDay: partialDayLike(
    (text, form) => `${text} ${binary} LIKE '${digitsOf(form)}'`,
    (digits) => `TRY_CAST(${digits} AS int)`,
  ),
}

export const oracle: Dialect = {
  ...standard,
  id: 'oracle',
  longest: { size: 128, in: 'bytes' },
  double: 'number',
  text: 'varchar2(4000)',
  stored: { integer: 'number(10)', double: 'number', text: 'varchar2(400)', key: 'varchar2(200)' },
  hasBooleans: false,
  asNumber: (column) => column,
  divide: (a, b) => `trunc((${a}) / ${b})`,
  modulo: (a, b) => `mod(${a}, ${b})`,
  fence: 'OFFSET 0 ROWS',
}
