import { TextDecoder } from 'node:util'
import { CdhtError, issue } from '../model/issue.js'
import { detectEncoding, headBytes, isUtf8, type Encoding } from './encoding.js'
import { fromTcvn3 } from './tcvn3.js'

/** Text as a whole, or its chunks as bytes or text: a Node or web stream, or anything else that can be iterated. */
export type TextSource = string | AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

export interface DecodeOptions {
  /** How the bytes are to be read. Default: found out from the first of them, and refused where that is not certain. */
  encoding?: Encoding
  /** Called once, before any text, with the encoding of bytes. */
  onEncoding?: (encoding: Encoding) => void
}

/**
 * The text of a source, without byte order mark, every line ending in a line feed.
 *
 * @throws {CdhtError} `record`: `not_utf8`, `legacy_code`, `other_format`, or `wrong_encoding` where the bytes are not in the
 * encoding asked for. A wrong guess would turn Vietnamese letters into others without a word.
 */
export async function* decodeText(source: TextSource, options: DecodeOptions = {}): AsyncGenerator<string> {
  let isFirst = true
  let heldBack = ''
  for await (const chunk of textOf(source, options)) {
    let text = heldBack + chunk
    if (text === '') continue
    if (isFirst && text.startsWith('\uFEFF')) text = text.slice(1)
    isFirst = false
    // The line feed of a pair may be in the next chunk.
    heldBack = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - heldBack.length).replace(/\r\n?/g, '\n')
  }
  if (heldBack !== '') yield '\n'
}

async function* textOf(source: TextSource, options: DecodeOptions): AsyncGenerator<string> {
  const convert = options.encoding === 'tcvn3' ? fromTcvn3 : (text: string): string => text
  let head: Uint8Array[] | undefined = []
  let length = 0
  let decode: ((bytes?: Uint8Array) => string) | undefined
  for await (const chunk of typeof source === 'string' ? [source] : source) {
    if (typeof chunk === 'string') {
      yield convert(chunk)
      continue
    }
    if (decode) {
      yield convert(decode(chunk))
      continue
    }
    head?.push(chunk)
    length += chunk.length
    if (length < headBytes) continue
    const bytes = Buffer.concat(head ?? [])
    head = undefined
    decode = decoderOf(bytes, false, options)
    yield convert(decode(bytes))
  }
  if (head && length > 0) {
    const bytes = Buffer.concat(head)
    decode = decoderOf(bytes, true, options)
    yield convert(decode(bytes))
  }
  if (decode) yield convert(decode())
}

function decoderOf(head: Uint8Array, isWhole: boolean, options: DecodeOptions): (bytes?: Uint8Array) => string {
  const encoding = options.encoding ?? detectEncoding(head, isWhole)
  options.onEncoding?.(encoding)
  // Text of an old font is met as its own bytes and, saved again by a newer program, as Latin letters in UTF-8.
  const label = encoding !== 'tcvn3' ? encoding : isUtf8(head, isWhole) ? 'utf-8' : 'windows-1252'
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true })
  return (bytes) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      const wrong = options.encoding ? issue('wrong_encoding', [], { encoding }) : issue('not_utf8', [], {})
      throw new CdhtError('record', [wrong])
    }
  }
}
