/** How one database engine writes what all of them can do. Expressions go in and come out as text. */
export interface Dialect {
  id: string
  /** Quotes around a name, the second one doubled where it stands inside. */
  quotes: readonly [open: string, close: string]
  /** Longest name, and what is counted. Longer ones some engines cut off without a word. */
  longest: { size: number; in: 'bytes' | 'characters' }
  /** What no name may have in it. */
  unusable?: RegExp
  /** Types of a whole number, of a floating-point number and of a text, as `CAST` takes them. */
  integer: string
  double: string
  text: string
  /** Types of columns; `key`: of a text that a key may hold. */
  stored: { integer: string; double: string; text: string; key: string }
  /** A text as a constant, whatever is in it. */
  textConstant: (text: string) => string
  /** Whether there is a type of yes and no; without it 1 and 0 stand in their place. */
  hasBooleans: boolean
  /** A yes or no of a column as 1 or 0. */
  asNumber: (column: string) => string
  /** Whole numbers divided, the rest left out. */
  divide: (a: string, b: number) => string
  modulo: (a: string, b: number) => string
  /** 1 where a condition holds, 0 where it does not. @param condition - one that is never NULL */
  flag: (condition: string) => string
  /** 0 where a condition holds, 1 where it does not or is NULL. */
  lacks: (condition: string) => string
  /** How many columns are NULL. */
  nulls: (columns: readonly string[]) => string
  greatest: (parts: readonly string[]) => string
  least: (parts: readonly string[]) => string
  join: (parts: readonly string[]) => string
  /** A text from one of its characters on, counted from 1. */
  from: (text: string, start: number) => string
  /** A column of days as a number such as 20251231. */
  dayNumber: (column: string) => string
  /** A text `2025`, `2025-03` or `2025-03-14` as 20250000, 20250300 or 20250314; NULL for any other text. */
  partialDay: (text: string) => string
  /** Stands after a query that must be worked out by itself, since its columns are read more than once. */
  fence: string
}
