/** A file as it comes from offices, schools and old computers, with everybody in it invented. */
export interface AwkwardFile {
  name: string
  bytes: Uint8Array
  /** Rows below its headings, blank ones among them, counted while the file was put together and not by reading it. */
  rows: number
  /** What the command is told beside the file and the day. */
  options?: readonly string[]
}

interface TextParts {
  /** Titles and headings, a line each. */
  top: readonly string[]
  /** One row each; a row may hold line breaks in quotes. */
  below: readonly string[]
  lineEnd?: string
  encode?: (text: string) => Uint8Array
  options?: readonly string[]
}

export function textFile(name: string, parts: TextParts): AwkwardFile {
  const { top, below, lineEnd = '\r\n', encode = Buffer.from, options } = parts
  const text = [...top, ...below].map((line) => `${line}${lineEnd}`).join('')
  return { name, bytes: encode(text), rows: below.length, ...(options && { options }) }
}

/** A file of which no row can be trusted or found. */
export const uselessFile = (name: string, content: string | Uint8Array, options?: readonly string[]): AwkwardFile => ({
  name,
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  rows: 0,
  ...(options && { options }),
})
