import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Draft } from './extend.js'

/** Parts that explain a set to people who maintain it; they change no result, and shipped sets leave them out. */
const notes: ReadonlySet<string> = new Set([
  '$schema',
  'note',
  'rationale',
  'inspiredBy',
  'usualEvidence',
  'checkedOn',
  'alignment',
])

/** A copy without the notes for maintainers. */
export function withoutNotes<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNotes) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => !notes.has(key) && part !== undefined)
      .map(([key, part]) => [key, withoutNotes(part)]),
  ) as T
}

/** SHA-256 over what decides and words a result: the same for a shipped set and for its files loaded afresh. */
export function digestOf(set: Draft): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(withoutNotes({ ...set, digest: undefined, warnings: undefined })))))
}

/** JSON with sorted keys, so that key order changes nothing. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
