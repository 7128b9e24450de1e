/** A text of the criteria as Markdown that shows it as it is, also in a cell of a table. */
export const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>|#~]/g, (sign) => `\\${sign}`).replace(/\s*\n\s*/g, ' ')

/** @param head - headings; `rows` as many cells each, Markdown already */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.some((row) => row.length !== head.length)) throw new Error('a row of a table is too short or too long')
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')

/** Blocks with an empty line between them; what is empty is left out. */
export const blocks = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join('\n\n')

/** Where a link to a heading leads, as TypeDoc names it. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
