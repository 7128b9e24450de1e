import { TextDecoder } from 'node:util'
import { CdhtError, issue, type Issue } from '../model/issue.js'
import { legacyCodeOf, onlyReading } from './legacy-text.js'
import { fromTcvn3 } from './tcvn3.js'
import { fromVni } from './vni.js'

/** How the letters of a text file are written as bytes. `tcvn3` is the code of the “ABC” fonts such as .VnTime. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3'] as const
export type Encoding = (typeof encodings)[number]

/** Bytes that are looked at. */
export const headBytes = 65536

const refuseFile = (one: Issue): CdhtError => new CdhtError('record', [one])

/**
 * The encoding of a file by its first bytes: by the byte order mark, else UTF-16 by where its zero bytes are, UTF-8 where
 * the bytes are well formed, Windows-1258 where only that makes Vietnamese of them.
 *
 * @param isWhole - whether `head` is all of the file; otherwise its last letter may be cut
 * @throws {CdhtError} `record`: `other_format` for a workbook, a PDF document or another file that is not text, `legacy_code` for TCVN3
 * and VNI, `not_utf8` where nothing is certain
 */
export function detectEncoding(head: Uint8Array, isWhole: boolean): Encoding {
  const [a, b, c, d] = head
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) throw refuseFile(issue('other_format', [], { found: 'xlsx' }))
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) throw refuseFile(issue('other_format', [], { found: 'xls' }))
  if (a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46) throw refuseFile(issue('other_format', [], { found: 'pdf' }))
  if (head.includes(0)) {
    const wide = wideEncoding(head)
    if (wide) return wide
    throw refuseFile(issue('other_format', [], { found: 'binary' }))
  }
  if (isUtf8(head, isWhole)) return 'utf-8'
  const text = decodeWhole(head, 'windows-1252')
  const found = onlyReading({
    'windows-1258': decodeWhole(head, 'windows-1258').normalize('NFC'),
    tcvn3: fromTcvn3(text),
    vni: fromVni(text),
  })
  if (found === 'windows-1258') return found
  throw refuseFile(found ? issue('legacy_code', [], { found }) : issue('not_utf8', [], {}))
}

export function isUtf8(head: Uint8Array, isWhole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !isWhole })
    return true
  } catch {
    return false
  }
}

/**
 * Refuses text of another kind than a table: pages that systems hand out under the name of a workbook, and records in JSON.
 *
 * @throws {CdhtError} `record`: `other_format`
 */
export function refuseOtherText(head: string): void {
  if (/^\s*<[!?a-z]/i.test(head)) throw refuseFile(issue('other_format', [], { found: 'html' }))
  if (/^\s*(?:\[\s*)?\{\s*"/.test(head)) throw refuseFile(issue('other_format', [], { found: 'json' }))
}

/** Refuses a text whose letters are those of an old font, which no heading or word would match. */
export function refuseLegacyCode(text: string): void {
  const found = legacyCodeOf(text)
  if (found) throw refuseFile(issue('legacy_code', [], { found }))
}

/** UTF-16 without its mark, where there is no doubt: Latin text has zeros in one half of its bytes, and no control codes. */
function wideEncoding(head: Uint8Array): Encoding | undefined {
  const zeros: [number, number] = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2 === 0 ? 0 : 1]++
  const [even, odd] = zeros
  // A combining accent has the zero in its other byte. Letters of Vietnamese have none, but part of any table is ASCII.
  if (Math.max(even, odd) < Math.max(head.length / 8, 4 * Math.min(even, odd))) return undefined
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(head.subarray(0, head.length - (head.length % 2)))
    return /^[\t\n\r\x20-\x7e\xa0-\u1fff\u200b-\u2122]*$/.test(text) ? encoding : undefined
  } catch {
    return undefined
  }
}

const decodeWhole = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes)
