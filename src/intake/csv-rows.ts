import { Readable, pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { CdhtError, issue } from '../model/issue.js'
import { delimiterOf, firstRow } from './delimiter.js'
import { decodeText, type TextSource } from './text-source.js'

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  line: number
  cells: string[]
}

/** Characters of one row; a longer one is almost surely a quote that is never closed. */
const rowLimit = 1_000_000

/**
 * The rows of a CSV file, read as they are needed. Rows without any text are left out.
 *
 * @throws {CdhtError} `record`: `not_utf8`, or `broken_quotes` with the line where the broken row begins. After a quote
 * out of place no later row can be trusted, so nothing is guessed.
 */
export async function* readCsvRows(source: TextSource): AsyncGenerator<CsvRow> {
  const text = decodeText(source)
  let head = ''
  let row: string | undefined
  while (row === undefined) {
    const next = await text.next()
    if (next.done) row = head
    else row = firstRow((head += next.value).trimStart())
  }
  let lines = 0
  const parser = parse({
    delimiter: delimiterOf(row),
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
    for await (const read of parser as AsyncIterable<CsvRow>) if (read.cells.some((cell) => cell.trim() !== '')) yield read
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
