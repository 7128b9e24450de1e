export type Delimiter = ',' | ';' | '\t' | '|'

/** How much of a text is looked at, in characters. */
export const headLimit = 65536

/** The first rows of a text, line breaks in quotes included; of the last one only its beginning may be there. */
export function firstRows(text: string, most: number): string[] {
  const rows: string[] = []
  let isQuoted = false
  let begin = 0
  for (let at = 0; at < text.length && rows.length < most; at++) {
    if (text[at] === '"') isQuoted = !isQuoted
    else if (text[at] === '\n' && !isQuoted) {
      if (text.slice(begin, at).trim() !== '') rows.push(text.slice(begin, at))
      begin = at + 1
    }
  }
  if (rows.length < most && begin < text.length) rows.push(text.slice(begin))
  return rows
}

/**
 * What parts the cells of a table: the sign by which the most headings of one row become known; where none does, the one
 * that occurs most in the first row. Excel writes `;` where `,` is the decimal sign, and titles above have commas of their own.
 */
export function delimiterOf(rows: readonly string[], isHeading: (cell: string) => boolean): Delimiter {
  const chances = ([',', ';', '\t', '|'] as const).map((sign) => {
    const cells = rows.map((row) => splitRow(row, sign))
    const known = Math.max(0, ...cells.map((row) => row.filter(isHeading).length))
    return { sign, known, inFirst: cells[0]?.length ?? 0 }
  })
  const [best] = chances.sort((a, b) => b.known - a.known || b.inFirst - a.inFirst)
  return best?.sign ?? ','
}

function splitRow(row: string, sign: Delimiter): string[] {
  const cells: string[] = []
  let isQuoted = false
  let begin = 0
  for (let at = 0; at <= row.length; at++) {
    if (row[at] === '"') isQuoted = !isQuoted
    else if (at === row.length || (row[at] === sign && !isQuoted)) {
      cells.push(row.slice(begin, at).trim().replace(/^"|"$/g, '').replaceAll('""', '"'))
      begin = at + 1
    }
  }
  return cells
}
