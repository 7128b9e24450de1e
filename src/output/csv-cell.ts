/** Begins a text that a spreadsheet may take for a formula. A lone `-`, which says "none", is taken for text by all of them. */
const formula = /^(?:[=+@\t\r]|-[^])/

export const isLikeFormula = (text: string): boolean => formula.test(text)

/**
 * One cell by RFC 4180. Text that a spreadsheet would run as a formula gets a `'` before it, whoever wrote it;
 * numbers are ours and stay as they are.
 */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = isLikeFormula(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}
