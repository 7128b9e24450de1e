import { Readable, pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { CdhtError, issue } from '../model/issue.js'
import { rowLimit, topOf } from './csv-top.js'
import { delimiterOf, type Delimiter } from './delimiter.js'
import { refuseOtherText } from './encoding.js'
import type { TableRow } from './table-row.js'
import { decodeText, type DecodeOptions, type TextSource } from './text-source.js'

export interface CsvRowsOptions extends DecodeOptions {
  /** Whether a cell is a heading that a table of people may have; tells what parts the cells. */
  isHeading: (cell: string) => boolean
  /** Called once, before the first row. */
  onDelimiter?: (delimiter: Delimiter) => void
}

/**
 * The rows of a CSV file, read as they are needed, blank ones among them.
 *
 * @throws {CdhtError} `record`: what `decodeText` throws, or `broken_quotes` with the line where the broken row begins.
 * After a quote out of place no later row can be trusted, so nothing is guessed.
 */
export async function* readCsvRows(source: TextSource, options: CsvRowsOptions): AsyncGenerator<TableRow> {
  const text = decodeText(source, options)
  let head = ''
  let top = topOf(head)
  while (!top.isEnough) {
    const next = await text.next()
    if (next.done) break
    top = topOf((head += next.value))
  }
  refuseOtherText(head)
  const delimiter = delimiterOf(top.rows, options.isHeading)
  options.onDelimiter?.(delimiter)
  let lines = 0
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    max_record_size: rowLimit,
    on_record: (cells, context) => {
      const line = lines + 1
      lines = context.lines
      // The parser hands on whatever this returns; its types expect the cells themselves.
      return { line, cells } as never
    },
  })
  // Errors of either stream end the other and reach the loop below; this callback only takes the second report.
  pipeline(Readable.from(join(head, text)), parser, () => {})
  try {
    yield* parser as AsyncIterable<TableRow>
  } catch (error) {
    // The error of the parser repeats a piece of the row.
    if (error instanceof CsvError) throw new CdhtError('record', [issue('broken_quotes', [], { line: lines + 1 })])
    throw error
  }
}

async function* join(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  if (head !== '') yield head
  yield* rest
}
