export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// Most texts have none of these, and then nothing needs replacing.
// eslint-disable-next-line no-control-regex
const special = /[&<>"\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x/
// eslint-disable-next-line no-control-regex
const unkept = /[\0-\x08\x0b-\x1f\ufffe\uffff]/g

/**
 * Text as the XML of a workbook holds it. Signs that XML cannot hold, or would not keep (a carriage return), are written
 * `_x000D_`, and what already looks so is told apart; halves of a sign that has two become U+FFFD, as in UTF-8.
 */
export function xmlText(text: string): string {
  if (!special.test(text)) return text
  return text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(unkept, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (sign) => entities[sign] as string)
}

const letters: string[] = []

/** The name of a column, from 1: `A`, `Z`, `AA`. */
export function columnLetters(column: number): string {
  const known = letters[column]
  if (known !== undefined) return known
  const last = String.fromCharCode(65 + ((column - 1) % 26))
  return (letters[column] = column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + last : last)
}
