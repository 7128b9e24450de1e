import type { Writable } from 'node:stream'
import { csvLine } from './csv-cell.js'
import { rowWriter, type ByteRowWriter } from './row-writer.js'

/**
 * UTF-8 with byte order mark, comma, CRLF: what Excel opens with its Vietnamese letters whole.
 *
 * @param linesOf - the lines of one row
 */
export function csvWriter<T, About = undefined>(
  target: Writable,
  headings: readonly string[],
  linesOf: (row: T, about?: About) => readonly (readonly (string | number)[])[],
): ByteRowWriter<T, About> {
  return rowWriter(target, `\uFEFF${csvLine(headings)}`, (row: T, about?: About) => linesOf(row, about).map(csvLine).join(''))
}
