import { hashOn, hashSeed } from './byte-hash.js'

/** Longer cells are hardly ever met twice. */
const longest = 64
/** Different cells that are remembered; columns of codes and counts have far fewer, and others are read anew. */
const usualMost = 1024

/**
 * Remembers what the cells of a column say, by their bytes: most columns hold few different cells, and to make a text of each
 * and read it is by far the dearest part of reading a file. Its size is limited.
 */
export class CellMemo<T> {
  readonly #read: (text: string) => T
  readonly #most: number
  /** By the one byte of a cell. */
  readonly #short: { value: T }[] = []
  /** Places of cells in the lists below, and one more; 0 where there is none. */
  #table = new Int32Array(64)
  readonly #values: T[] = []
  /** Of each cell its hash, and where its bytes begin among all; one more for the end of the last. */
  #hashes = new Int32Array(32)
  #begins = new Int32Array(33)
  #keys = new Uint8Array(512)

  /** @param read - called for cells that are not remembered; the same text must always give the same answer */
  constructor(read: (text: string) => T, most = usualMost) {
    this.#read = read
    this.#most = most
  }

  get(bytes: Buffer, from: number, to: number): T {
    return this.find(bytes, from, to) ?? this.#read(bytes.toString('utf8', from, to))
  }

  /** @returns `undefined` for a cell that is not remembered, and cannot be any more */
  find(bytes: Buffer, from: number, to: number): T | undefined {
    if (to - from === 1) return this.#ofByte(bytes, from)
    if (to - from > longest) return undefined
    let hash = hashSeed
    for (let at = from; at < to; at++) hash = hashOn(hash, bytes[at] as number)
    return this.#findHashed(bytes, from, to, hash)
  }

  /** @param hash - of just these bytes */
  getHashed(bytes: Buffer, from: number, to: number, hash: number): T {
    if (to - from === 1) return this.#ofByte(bytes, from)
    return this.#findHashed(bytes, from, to, hash) ?? this.#read(bytes.toString('utf8', from, to))
  }

  #findHashed(bytes: Buffer, from: number, to: number, hash: number): T | undefined {
    const length = to - from
    const table = this.#table
    const mask = table.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let place = table[slot] as number; place !== 0; place = table[slot] as number) {
      if (this.#hashes[place - 1] === hash && this.#isSame(place - 1, bytes, from, length)) return this.#values[place - 1] as T
      slot = (slot + 1) & mask
    }
    if (this.#values.length >= this.#most || length > longest) return undefined
    const value = this.#read(bytes.toString('utf8', from, to))
    this.#add(bytes, from, to, hash, value)
    table[slot] = this.#values.length
    if (this.#values.length * 2 > table.length) this.#grow()
    return value
  }

  #ofByte(bytes: Buffer, at: number): T {
    const byte = bytes[at] as number
    return (this.#short[byte] ??= { value: this.#read(bytes.toString('utf8', at, at + 1)) }).value
  }

  #isSame(place: number, bytes: Uint8Array, from: number, length: number): boolean {
    const begin = this.#begins[place] as number
    if ((this.#begins[place + 1] as number) - begin !== length) return false
    const keys = this.#keys
    for (let i = 0; i < length; i++) if (keys[begin + i] !== bytes[from + i]) return false
    return true
  }

  #add(bytes: Uint8Array, from: number, to: number, hash: number, value: T): void {
    const place = this.#values.push(value) - 1
    if (place === this.#hashes.length) {
      this.#hashes = widen(this.#hashes, new Int32Array(2 * place))
      this.#begins = widen(this.#begins, new Int32Array(2 * place + 1))
    }
    const begin = this.#begins[place] as number
    const end = begin + to - from
    if (end > this.#keys.length) this.#keys = widen(this.#keys, new Uint8Array(2 * end))
    this.#keys.set(bytes.subarray(from, to), begin)
    this.#hashes[place] = hash
    this.#begins[place + 1] = end
  }

  #grow(): void {
    const mask = 2 * this.#table.length - 1
    this.#table = new Int32Array(mask + 1)
    for (let place = 0; place < this.#values.length; place++) {
      const hash = this.#hashes[place] as number
      let slot = (hash ^ (hash >>> 15)) & mask
      while (this.#table[slot] !== 0) slot = (slot + 1) & mask
      this.#table[slot] = place + 1
    }
  }
}

const widen = <A extends Int32Array | Uint8Array>(old: A, wider: A): A => (wider.set(old), wider)
