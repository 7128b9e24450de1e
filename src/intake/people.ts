import { CdhtError, issue } from '../model/issue.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { sets as shipped } from '../sets/shipped/index.js'
import { refuseLegacyCode } from './encoding.js'
import { shapeOf, type FileFindings, type RowCounts } from './file-findings.js'
import { findHeadings, searchedRows } from './heading-rows.js'
import { HeadingIndex, type HeadingAliases, type HeadingFinder, type Headings } from './heading.js'
import { readPersonRow, type PersonRow } from './person-row.js'
import { RepeatedIds } from './repeated-id.js'
import { isBlankRow, type TableRow } from './table-row.js'
import { vocabularyOf } from './vocabulary.js'

/** Options of every reader of people. */
export interface PeopleOptions {
  /** Sets whose facts, groups and indicators the file may name. Default: all shipped sets. */
  sets?: Iterable<CriteriaSet>
  /** Called once, after the last row. */
  onEnd?: (counts: RowCounts) => void
}

/** Options of readers of tables, which have headings. */
export interface TableOptions extends PeopleOptions {
  /** Headings of the caller's own beside those that are known: `{ birth: ['NS'], booksRead: 'Sách (quyển)' }`. */
  aliases?: HeadingAliases
  /**
   * Called once, before the first row, with the headings that were found and those that no field answers to: their
   * columns are not read, and whoever calls should say so.
   */
  onHeadings?: (headings: { read: string[]; ignored: string[] }) => void
  /** Called once, before the first row or the refusal of the file, with all that was made out of it. */
  onFile?: (found: FileFindings) => void
}

export function headingIndexOf({ sets, aliases }: TableOptions): HeadingIndex {
  return new HeadingIndex(vocabularyOf(sets ?? Object.values(shipped)), aliases)
}

/**
 * The people of a table, whatever file it is in: every row below the headings that holds any text comes out exactly once.
 *
 * @param about - what the reader of the file itself found; asked for once rows have come
 * @param cells - `split`: a sign parts the cells of a line, so that one too many puts all of them in doubt
 */
export function readTable(
  rows: AsyncIterable<TableRow>,
  index: HeadingIndex,
  options: TableOptions,
  about: () => Partial<FileFindings>,
  cells?: 'split' | 'apart',
): AsyncGenerator<PersonRow> {
  const ids = new RepeatedIds()
  const readerOf = (headings: Headings) => {
    const place = idHeading(headings)
    return (row: TableRow): PersonRow => ids.refuse(readPersonRow(row, headings), place)
  }
  return readRows(rows, index, options, about, readerOf, cells)
}

/** Any table with headings: every row below them that holds any text comes out exactly once, as its reader makes of it. */
export async function* readRows<T>(
  rows: AsyncIterable<TableRow>,
  index: HeadingFinder,
  options: TableOptions,
  about: () => Partial<FileFindings>,
  readerOf: (headings: Headings) => (row: TableRow) => T,
  cells: 'split' | 'apart' = 'split',
): AsyncGenerator<T> {
  const iterator = rows[Symbol.asyncIterator]()
  const counts = { rows: 0, blank: 0 }
  const take = (row: TableRow, read: (row: TableRow) => T): T | undefined => {
    if (isBlankRow(row)) {
      counts.blank++
      return undefined
    }
    counts.rows++
    return read(row)
  }
  const nextRow = async (): Promise<TableRow | undefined> => {
    const next = await iterator.next()
    return next.done ? undefined : next.value
  }
  try {
    const { headings: found, below } = readTop(await firstRowsOf(nextRow), index, options, about)
    const read = readerOf(cells === 'split' ? found : { ...found, width: Infinity })
    for (const row of below) {
      const one = take(row, read)
      if (one !== undefined) yield one
    }
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      const one = take(next.value, read)
      if (one !== undefined) yield one
    }
  } finally {
    await iterator.return?.()
  }
  options.onEnd?.(counts)
}

export const idHeading = ({ columns }: Headings): string => columns.find(({ path }) => path[0] === 'id')?.heading ?? 'id'

/** The rows among which the headings are to be found, blank ones beside them. @param next - `undefined` after the last */
export async function firstRowsOf(next: () => Promise<TableRow | undefined>): Promise<TableRow[]> {
  const top: TableRow[] = []
  for (let solid = 0; solid <= searchedRows;) {
    const row = await next()
    if (row === undefined) break
    top.push(row)
    if (!isBlankRow(row)) solid++
  }
  return top
}

/** Rows that `FileFindings` shows the shapes of. */
const sampleRows = 3

export function readTop(
  top: readonly TableRow[],
  index: HeadingFinder,
  options: TableOptions,
  about: () => Partial<FileFindings>,
): { headings: Headings; below: readonly TableRow[] } {
  const solid = top.filter((row) => !isBlankRow(row))
  const found = solid.length > 0 ? findHeadings(solid, index) : undefined
  const headings = found?.headings.ok ? found.headings.value : undefined
  const bounds = found && headings ? { first: found.first, end: found.end } : { first: 0, end: 0 }
  options.onFile?.({
    headingLines: solid.slice(bounds.first, bounds.end).map(({ line }) => line),
    titleRows: bounds.first,
    columns:
      headings?.columns.map(({ index: at, heading, path }) => ({ position: at + 1, heading, field: path.join('.') })) ?? [],
    ignored: headings?.ignored ?? [],
    sample: solid.slice(bounds.end, bounds.end + sampleRows).map(({ line, cells }) => ({ line, shapes: cells.map(shapeOf) })),
    notes: [],
    ...about(),
  })
  refuseLegacyCode(solid.map(({ cells }) => cells.join('\n')).join('\n'))
  if (!found) throw new CdhtError('record', [issue('no_headings', [], {})])
  if (!found.headings.ok) throw new CdhtError('record', found.headings.issues)
  const { columns, ignored } = found.headings.value
  options.onHeadings?.({ read: columns.map(({ heading }) => heading), ignored })
  const last = solid[found.end - 1]
  return { headings: found.headings.value, below: top.slice(last ? top.indexOf(last) + 1 : 0) }
}
