import { numberText } from '../emit/literal.js'
import type { Dialect } from './dialect.js'

/** A name of a table or column in quotes, which nothing in it can leave. @param name - that {@link isUsableName} takes */
export function quoted({ quotes: [open, close] }: Dialect, name: string): string {
  return `${open}${name.replaceAll(close, close + close)}${close}`
}

/** Whether an engine can have a table or a column of this name. */
export function isUsableName({ longest, unusable }: Dialect, name: string): boolean {
  if (name === '' || !isWritable(name) || unusable?.test(name) === true) return false
  const length = longest.in === 'bytes' ? new TextEncoder().encode(name).length : name.length
  return length <= longest.size
}

/** NUL ends a text for some engines, and half a character is no text at all. */
export const isWritable = (text: string): boolean => !text.includes('\0') && !/\p{Cs}/u.test(text)

/**
 * The one place where values get into a query.
 *
 * @param value - of texts only those that {@link isWritable} takes; yes and no are 1 and 0
 */
export function constantText(dialect: Dialect, value: string | number | boolean): string {
  if (typeof value === 'string') {
    if (!isWritable(value)) throw new Error('a text that no query can hold')
    return dialect.textConstant(value)
  }
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (!Number.isFinite(value)) throw new Error('a number that no query can hold')
  return numberText(value)
}

/** Constants in brackets, for `IN`. */
export const constantList = (dialect: Dialect, values: readonly string[]): string =>
  `(${values.map((value) => constantText(dialect, value)).join(', ')})`
