export type Delimiter = ',' | ';' | '\t'

/** Longest first row that is looked at, in characters. */
export const headLimit = 65536

/** The first row of a text, line breaks in quotes included; `undefined` while its end is not in sight. */
export function firstRow(text: string): string | undefined {
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted
    else if (text[at] === '\n' && !isQuoted) return text.slice(0, at)
  }
  return text.length >= headLimit ? text : undefined
}

/** What parts the cells of a row: the sign that occurs most outside quotes. Excel writes `;` where `,` is the decimal sign. */
export function delimiterOf(row: string): Delimiter {
  const counts: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 }
  let isQuoted = false
  for (const sign of row) {
    if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && sign in counts) counts[sign as Delimiter]++
  }
  const [best] = (Object.keys(counts) as Delimiter[]).sort((a, b) => counts[b] - counts[a])
  return best ?? ','
}
