import { firstRows, headLimit } from './delimiter.js'
import { searchedRows } from './heading-rows.js'

/** Characters of one row; a longer one is almost surely a quote that is never closed. */
export const rowLimit = 1_000_000

/**
 * The rows that tell what parts the cells.
 *
 * @param head - the text from its beginning, line ends as line feeds
 * @returns also whether more of the text could not change them
 */
export function topOf(head: string): { rows: string[]; isEnough: boolean } {
  // One row more than is looked at, so that none of these is cut.
  const rows = firstRows(head.slice(0, headLimit), searchedRows + 1)
  return { rows: rows.slice(0, searchedRows), isEnough: head.length >= headLimit || rows.length > searchedRows }
}
