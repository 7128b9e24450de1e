/** Widest line of an emitted module. */
export const lineWidth = 130

/**
 * What may not stand in a string literal as it is: what ends a line, what cannot be seen, what turns the direction of the text
 * around it, halves of a character, and the beginnings of `</script>` and `<!--`.
 */
// eslint-disable-next-line no-control-regex
const unsafe = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}|<(?=[/!])/gu

/** A text of a criteria file as a string literal, which nothing in it can leave. */
export function stringText(text: string): string {
  const quote = text.split("'").length > text.split('"').length ? '"' : "'"
  const inside = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replace(unsafe, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `${quote}${inside}${quote}`
}

/** A number as it stands in code. */
export const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

/**
 * Plain data as a literal.
 *
 * @param indent - of the line on which it begins
 * @param around - width of what else stands on that line
 */
export function dataText(value: unknown, indent = '', around = indent.length): string {
  const flat = flatText(value)
  const breaks = Array.isArray(value) ? isTable(value) : false
  if (typeof value !== 'object' || value === null || (!breaks && around + flat.length <= lineWidth)) return flat
  const inner = `${indent}  `
  if (Array.isArray(value))
    return `[\n${value.map((one) => `${inner}${dataText(one, inner, inner.length + 1)},\n`).join('')}${indent}]`
  const lines = Object.entries(value).map(([key, one]) => {
    const start = `${inner}${keyText(key)}: `
    return `${start}${dataText(one, inner, start.length + 1)},\n`
  })
  return `{\n${lines.join('')}${indent}}`
}

function flatText(value: unknown): string {
  if (typeof value === 'string') return stringText(value)
  if (typeof value === 'number') return numberText(value)
  if (Array.isArray(value)) return `[${value.map(flatText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(([key, one]) => `${keyText(key)}: ${flatText(one)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/** Lists of objects, or of lists, stand one a line. */
function isTable(list: readonly unknown[]): boolean {
  const isWide = (one: unknown): boolean => typeof one === 'object' && one !== null && Object.keys(one).length > 1
  return list.length > 1 && list.every(isWide)
}

/** `__proto__` names no property unless it is computed. */
function keyText(key: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(key) && key !== '__proto__') return key
  return key === '__proto__' ? `[${stringText(key)}]` : stringText(key)
}

/** A word for a comment: ids and bases as they are in a checked set; whatever else somebody put in their place stays out. */
export const commentWord = (word: string): string => (/^[A-Za-z0-9][\w.-]{0,79}$/.test(word) ? word : '…')

/** What a number of the rules is called, and what it rests on. */
export const numberComment = (parameter: string, { value, basis }: { value: number; basis: string }): string =>
  `${commentWord(parameter)} = ${numberText(value)}: ${commentWord(basis)}`
