/** Columns that a text takes in a terminal: Vietnamese letters in composed form take one each. */
const width = (text: string): number => [...text].length

/**
 * Breaks a text between words into lines of at most `limit` columns; a longer word stays whole. Lines after the first are
 * indented, so that they are not read as rows of their own.
 */
function wrap(text: string, limit: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1]
    if (last !== undefined && width(last) + 1 + width(word) <= limit) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(last === undefined ? word : `  ${word}`)
  }
  return lines
}

export interface TableColumn {
  /** Numbers stand to the right. */
  align: 'left' | 'right'
  /** Widest that the column may get before its words go to a next line. */
  limit?: number
}

/**
 * Text in columns, two spaces between them.
 *
 * @param rows - headings first; each as many cells as there are columns
 */
export function formatTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const wrapped = rows.map((row) => row.map((cell, c) => wrap(cell.normalize('NFC'), columns[c]?.limit ?? Infinity)))
  const widths = columns.map((_, c) => Math.max(...wrapped.map((row) => Math.max(...(row[c] ?? ['']).map(width)))))
  const lines = wrapped.flatMap((row) =>
    Array.from({ length: Math.max(...row.map((cell) => cell.length)) }, (_, l) =>
      row
        .map((cell, c) => {
          const text = cell[l] ?? ''
          const space = ' '.repeat((widths[c] ?? 0) - width(text))
          return columns[c]?.align === 'right' ? space + text : text + space
        })
        .join('  ')
        .trimEnd(),
    ),
  )
  const headings = Math.max(...(wrapped[0] ?? []).map((cell) => cell.length))
  lines.splice(headings, 0, widths.map((w) => '-'.repeat(w)).join('  '))
  return `${lines.join('\n')}\n`
}
