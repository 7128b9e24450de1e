import { TextDecoder } from 'node:util'
import { CdhtError, issue } from '../model/issue.js'

/** Text as a whole, or its chunks as bytes or text: a Node or web stream, or anything else that can be iterated. */
export type TextSource = string | AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/**
 * The text of a UTF-8 source, with or without byte order mark, every line ending in a line feed.
 *
 * @throws {CdhtError} `record`, `not_utf8`: another encoding would turn Vietnamese letters into others without a word
 */
export async function* decodeText(source: TextSource): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let isFirst = true
  let heldBack = ''
  for await (const chunk of typeof source === 'string' ? [source] : source) {
    let text = heldBack + (typeof chunk === 'string' ? chunk : decode(decoder, chunk))
    if (text === '') continue
    if (isFirst && text.startsWith('\uFEFF')) text = text.slice(1)
    isFirst = false
    // The line feed of a pair may be in the next chunk.
    heldBack = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - heldBack.length).replace(/\r\n?/g, '\n')
  }
  const rest = heldBack + decode(decoder)
  if (rest !== '') yield rest.replace(/\r\n?/g, '\n')
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    throw new CdhtError('record', [issue('not_utf8', [], {})])
  }
}
