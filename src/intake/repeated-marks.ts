import { byteCellReader, isPlainId } from './byte-cells.js'
import { ByteTable, type ByteTableOptions } from './byte-table.js'
import type { Column, HeadingIndex } from './heading.js'
import { markOf } from './id-mark.js'
import { IdMarks } from './id-marks.js'
import type { TextSource } from './text-source.js'

/**
 * The marks of the ids of a CSV file that come more than once; those of ids that look alike may be among them. Whoever knows
 * them has to remember no other id of the file.
 *
 * @param makeFolder - makes a folder for temporary files
 * @returns `undefined` for a file that is not UTF-8
 * @throws what `readPeople` throws
 */
export async function repeatedMarks(
  source: TextSource,
  index: HeadingIndex,
  options: Pick<ByteTableOptions, 'encoding' | 'sets' | 'aliases'>,
  makeFolder?: () => string,
): Promise<ReadonlySet<number> | undefined> {
  const table = await ByteTable.open(source, index, options)
  if (!(table instanceof ByteTable)) return undefined
  const marks = new IdMarks(makeFolder)
  try {
    const idOf = idReader(table)
    do
      while (table.next()) {
        const mark = idOf()
        if (mark !== undefined) marks.add(mark)
      }
    while (await table.more())
    return marks.repeated()
  } finally {
    marks.remove()
    await table.close()
  }
}

/** Of the row at hand; `undefined` where its id cannot be read. */
function idReader(table: ByteTable): () => number | undefined {
  const column = table.headings.columns.find(({ path }) => path[0] === 'id') as Column
  const read = byteCellReader(column)
  return () => {
    const rows = table.cells
    if (rows === undefined) {
      const row = table.person()
      return 'record' in row ? markOf(Buffer.from(row.record.id)) : undefined
    }
    const cell = column.index
    if (cell >= rows.count) return undefined
    const [from, to] = [rows.from[cell] as number, rows.to[cell] as number]
    if (rows.isPlain(cell) && isPlainId(rows.bytes, from, to)) return markOf(rows.bytes, from, to)
    const id = read(rows, cell)
    return typeof id === 'string' ? markOf(Buffer.from(id)) : undefined
  }
}
