import type { Result } from '../model/issue.js'
import { isComplete, readHeadings, type HeadingFinder, type Headings } from './heading.js'
import type { TableRow } from './table-row.js'
import { isBlank, tidy } from './vietnamese.js'

/** The rows of a table that say what its columns are. */
export interface HeadingRows {
  headings: Result<Headings>
  /** Position of the first of them; the rows above are titles. */
  first: number
  /** Position of the first person's row. */
  end: number
}

/** Rows without text left out, the headings are among so many rows from the top. */
export const searchedRows = 30

/**
 * The row of headings, or the two rows: the first from which `id` and `group` can be read, and of these the one that makes
 * most of the columns known. Two rows of headings are one over the other, the upper naming a group of columns.
 *
 * @param rows - from the top of the table, at least one, none blank
 * @returns where no row will do, what is missing of the row that comes nearest
 */
export function findHeadings(rows: readonly TableRow[], index: HeadingFinder): HeadingRows {
  let best: (HeadingRows & { score: number }) | undefined
  for (const [first, row] of rows.entries()) {
    const one = tryHeadings([row], first, index)
    const lower = rows[first + 1]
    const two = lower && tryHeadings([row, lower], first, index)
    const alone = lower ? tryHeadings([lower], first, index).score : 0
    for (const found of [one, ...(two && two.score > alone && isSecondRow(two, row, lower) ? [two] : [])])
      if (!best || found.score > best.score) best = found
  }
  if (!best) throw new Error('a table without rows')
  const below = rows[best.end]
  return { ...best, end: below && isNumbering(below.cells) ? best.end + 1 : best.end }
}

function tryHeadings(rows: readonly TableRow[], first: number, index: HeadingFinder): HeadingRows & { score: number } {
  const [upper = [], lower] = rows.map(({ cells }) => cells)
  const headings = readHeadings(lower ? joinRows(upper, lower) : upper.map((cell) => [cell]), index)
  const { columns } = headings
  // A row that names both columns nobody can do without comes before any other.
  const score = columns.length + (isComplete(columns, index) ? 100_000 : 0)
  return { headings: headings.result, first, end: first + rows.length, score }
}

/** What a column may be called that has a heading over another, the likeliest first. */
function joinRows(upper: readonly string[], lower: readonly string[]): string[][] {
  let over = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const own = tidy(upper[at] ?? '')
    const under = tidy(lower[at] ?? '')
    // The heading of a group stands over the first of its columns alone.
    if (own !== '') over = own
    if (under === '' || under === own) return [own]
    return [`${over}: ${under}`, `${over} ${under}`, under, ...(own === '' ? [] : [own])]
  })
}

/** A person's row has an id under the heading of ids; a second row of headings has none, or the heading itself. */
function isSecondRow({ headings }: HeadingRows, upper: TableRow, lower: TableRow): boolean {
  if (!headings.ok) return false
  const id = headings.value.columns.find(({ path }) => path[0] === 'id')
  if (!id) return false
  const [above, below] = [upper, lower].map(({ cells }) => tidy(cells[id.index] ?? ''))
  return below === '' || below === above || id.heading === below || id.heading.endsWith(` ${below}`)
}

/** `(1) (2) (3)`, as forms number their columns below the headings: no person's row, for no group is called so. */
function isNumbering(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => !isBlank(cell)).map((cell) => /^\s*\(?(\d{1,3})\)?\s*$/.exec(cell)?.[1])
  return numbers.length > 2 && numbers.every((number, at) => Number(number) === at + 1)
}
