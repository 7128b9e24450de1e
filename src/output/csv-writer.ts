import type { Writable } from 'node:stream'
import { csvLine } from './csv-cell.js'
import { rowWriter, type RowWriter } from './row-writer.js'

/**
 * UTF-8 with byte order mark, comma, CRLF: what Excel opens with its Vietnamese letters whole.
 *
 * @param linesOf - the lines of one row
 */
export function csvWriter<T>(
  target: Writable,
  headings: readonly string[],
  linesOf: (row: T) => readonly (readonly (string | number)[])[],
): RowWriter<T> {
  return rowWriter(target, `\uFEFF${csvLine(headings)}`, (row) => linesOf(row).map(csvLine).join(''))
}
