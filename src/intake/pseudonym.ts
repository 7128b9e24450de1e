import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { CdhtError, issue } from '../model/issue.js'

/** Bytes of the shortest key: as many as the hash gives out, which no one can try through. */
export const leastKeyBytes = 32

/** A citizen number is twelve digits; nothing more is promised of it, no province and no check digit. */
const cccd = /^\d{12}$/
/** A citizen number that a spreadsheet took for a number, without its first zero or two; nine digits may be an old identity card. */
const withoutZeros = /^\d{10,11}$/

export interface PseudonymOptions {
  /** Secret random bytes, at least 32; the same key gives the same pseudonyms. */
  key: Uint8Array
  /**
   * Take an id of 10 or 11 digits for a citizen number whose zeros a spreadsheet dropped. Default: such a row is rejected, for
   * a wrong number would be another person.
   */
  padZeros?: boolean
}

/**
 * A citizen number as a pseudonym: HMAC-SHA-256 under the caller's key, all 64 hexadecimal digits of it, as any other program
 * works it out. Whoever has the key can find the number by trying them all, so that a pseudonym is still personal data.
 *
 * @param id - exactly twelve digits
 * @param key - secret random bytes, at least 32
 * @throws {CdhtError} `record`, `not_cccd`; `options`, `short_key`; never with a digit of the number or a byte of the key
 */
export function pseudonymise(id: string, key: Uint8Array): string {
  const keyed = keyedHash(key)
  if (!cccd.test(id)) throw new CdhtError('record', [issue('not_cccd', ['id'], {})])
  return keyed(id)
}

/** @throws {CdhtError} `options`, `short_key` */
function keyedHash(key: Uint8Array): (id: string) => string {
  if (key.length < leastKeyBytes)
    throw new CdhtError('options', [issue('short_key', ['key'], { bytes: key.length, least: leastKeyBytes })])
  const begun = hmac.create(sha256, key)
  return (id) => bytesToHex(begun.clone().update(utf8ToBytes(id)).digest())
}

/** What becomes of an id: its pseudonym, or the code for why it has none. */
export type Pseudonym = { id: string; wasPadded: boolean } | 'not_cccd' | 'zeros_lost'

/** @throws {CdhtError} `options`, `short_key` */
export function pseudonymiser({ key, padZeros = false }: PseudonymOptions): (id: string) => Pseudonym {
  const keyed = keyedHash(key)
  return (id) => {
    if (cccd.test(id)) return { id: keyed(id), wasPadded: false }
    if (!withoutZeros.test(id)) return 'not_cccd'
    return padZeros ? { id: keyed(id.padStart(12, '0')), wasPadded: true } : 'zeros_lost'
  }
}
