import type { Dialect } from './dialect.js'
import { hexOf, partialDayBy, standard, translated } from './standard-dialect.js'

export const spark: Dialect = {
  ...standard,
  id: 'spark',
  quotes: ['`', '`'],
  longest: { size: 255, in: 'characters' },
  integer: 'int',
  double: 'double',
  text: 'string',
  stored: { integer: 'int', double: 'double', text: 'string', key: 'string' },
  // What stands in ${} Spark puts the settings of the session in, within quotes too.
  unusable: /\$\{/,
  // What a backslash or a doubled quote means is a setting; bytes are bytes.
  textConstant: (text) => (/['"\\$]/.test(text) ? `CAST(X'${hexOf(text)}' AS string)` : `'${text}'`),
  asNumber: (column) => `CAST(${column} AS int)`,
  divide: (a, b) => `(${a}) DIV ${b}`,
  join: (parts) => `concat(${parts.join(', ')})`,
  dayNumber: (column) => `CAST(date_format(${column}, 'yyyyMMdd') AS int)`,
  partialDay: partialDayBy(translated, (digits) => `CAST(${digits} AS int)`),
}
