import { hashOn, hashSeed } from './byte-hash.js'

/** Longer cells are hardly ever met twice. */
const longest = 64
/** Different cells that are remembered; columns of codes and counts have far fewer, and others are read anew. */
const usualMost = 1024

interface Entry<T> {
  hash: number
  /** The bytes, a letter each. */
  key: string
  value: T
}

/**
 * Remembers what the cells of a column say, by their bytes: most columns hold few different cells, and to make a text of each
 * and read it is by far the dearest part of reading a file. Its size is limited.
 */
export class CellMemo<T> {
  readonly #read: (text: string) => T
  /** By the one byte of a cell. */
  readonly #short: (Entry<T> | undefined)[] = Array.from({ length: 128 })
  #table: (Entry<T> | undefined)[] = Array.from({ length: 64 })
  #size = 0

  readonly #most: number

  /** @param read - called for cells that are not remembered; the same text must always give the same answer */
  constructor(read: (text: string) => T, most = usualMost) {
    this.#read = read
    this.#most = most
  }

  get(bytes: Buffer, from: number, to: number): T {
    let hash = hashSeed
    if (to - from > longest) return this.#read(bytes.toString('utf8', from, to))
    for (let at = from; at < to; at++) hash = hashOn(hash, bytes[at] as number)
    return this.getHashed(bytes, from, to, hash)
  }

  /** @param hash - of just these bytes */
  getHashed(bytes: Buffer, from: number, to: number, hash: number): T {
    const length = to - from
    if (length === 1) {
      const byte = bytes[from] as number
      return (this.#short[byte] ??= { hash, key: '', value: this.#read(bytes.toString('utf8', from, to)) }).value
    }
    const table = this.#table
    const mask = table.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let entry = table[slot]; entry !== undefined; entry = table[slot]) {
      if (entry.hash === hash && isSame(entry.key, bytes, from, length)) return entry.value
      slot = (slot + 1) & mask
    }
    const value = this.#read(bytes.toString('utf8', from, to))
    if (this.#size < this.#most && length <= longest) {
      this.#size++
      table[slot] = { hash, key: bytes.toString('latin1', from, to), value }
      if (this.#size * 2 > table.length) this.#grow()
    }
    return value
  }

  #grow(): void {
    const old = this.#table
    const mask = 2 * old.length - 1
    this.#table = Array.from({ length: mask + 1 })
    for (const entry of old) {
      if (!entry) continue
      let slot = (entry.hash ^ (entry.hash >>> 15)) & mask
      while (this.#table[slot]) slot = (slot + 1) & mask
      this.#table[slot] = entry
    }
  }
}

function isSame(known: string, bytes: Uint8Array, from: number, length: number): boolean {
  if (known.length !== length) return false
  for (let i = 0; i < length; i++) if (known.charCodeAt(i) !== bytes[from + i]) return false
  return true
}
