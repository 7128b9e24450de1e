import { hashOn, hashSeed } from './byte-hash.js'

/** Ids are spread over so many tables, so that one that grows never doubles them all. */
const parts = 256
const blockBytes = 1 << 20
/** Longest id that goes into a block, in letters; also the most that one byte can say. */
const longest = 255
const lineLimit = 2 ** 32
/** Records begin at even places, of which a table can name so many. */
const placeLimit = 2 ** 32 - 1
/** Bytes of a record before its id: the length and the line. */
const headBytes = 5

interface Part {
  /** Half of the place of a record, and one more; 0 where there is none. */
  places: Uint32Array
  /** Bits of the hash, which settle most comparisons. */
  marks: Uint8Array
  size: number
}

/**
 * The line on which each id came first. It holds the ids themselves, so it is exact. An id of twelve digits takes about 27
 * bytes, of which a `Map` would take 79 and hold 16 million at most.
 */
export class IdLines {
  readonly #parts: Part[] = Array.from({ length: parts }, () => ({
    places: new Uint32Array(8),
    marks: new Uint8Array(8),
    size: 0,
  }))
  readonly #blocks: Uint8Array[] = []
  #end = 0
  /** Ids with letters beyond ASCII, very long ones, and all that no longer fit. */
  readonly #others = new Map<string, number>()
  readonly #letters = new Uint8Array(longest)

  /**
   * @param line - from 1
   * @returns the line on which the id was before, if it was; otherwise this is its line from now on
   */
  add(id: string, line: number): number | undefined {
    const { length } = id
    if (length > longest) return this.#addOther(id, line)
    const letters = this.#letters
    for (let i = 0; i < length; i++) {
      const letter = id.charCodeAt(i)
      if (letter > 0x7f) return this.#addOther(id, line)
      letters[i] = letter
    }
    return this.#addLetters(length, line, () => id)
  }

  /** The same of an id in ASCII, which the bytes hold. */
  addBytes(bytes: Uint8Array, from: number, to: number, line: number): number | undefined {
    const length = to - from
    const text = (): string => String.fromCharCode(...bytes.subarray(from, to))
    if (length > longest) return this.#addOther(text(), line)
    for (let i = 0; i < length; i++) this.#letters[i] = bytes[from + i] as number
    return this.#addLetters(length, line, text)
  }

  /** @param text - the same as `letters`, where it is needed */
  #addLetters(length: number, line: number, text: () => string): number | undefined {
    const hash = hashOf(this.#letters, 0, length)
    const part = this.#parts[hash & (parts - 1)] as Part
    const mark = (hash >>> 8) & 0xff
    const mask = part.places.length - 1
    let slot = (hash >>> 16) & mask
    for (; part.places[slot] !== 0; slot = (slot + 1) & mask) {
      if (part.marks[slot] !== mark) continue
      const found = this.#lineAt(2 * ((part.places[slot] as number) - 1), length)
      if (found !== undefined) return found
    }
    const known = this.#others.size > 0 ? this.#others.get(text()) : undefined
    if (known !== undefined) return known
    const place = line < lineLimit ? this.#put(length, line) : undefined
    if (place === undefined) return this.#addOther(text(), line)
    part.places[slot] = place / 2 + 1
    part.marks[slot] = mark
    if (++part.size * 4 > part.places.length * 3) this.#grow(part)
    return undefined
  }

  #addOther(id: string, line: number): number | undefined {
    const before = this.#others.get(id)
    if (before === undefined) this.#others.set(id, line)
    return before
  }

  /** @returns the line of the record at a place, where its id is that of `letters` */
  #lineAt(place: number, length: number): number | undefined {
    const block = this.#blocks[Math.floor(place / blockBytes)] as Uint8Array
    const at = place % blockBytes
    if (block[at] !== length) return undefined
    for (let i = 0; i < length; i++) if (block[at + headBytes + i] !== this.#letters[i]) return undefined
    let line = 0
    for (let byte = 4; byte > 0; byte--) line = line * 256 + (block[at + byte] as number)
    return line
  }

  /** @returns the place of a new record; `undefined` where no table could name it */
  #put(length: number, line: number): number | undefined {
    let place = this.#end
    const size = headBytes + length
    if ((place % blockBytes) + size > blockBytes) place = Math.ceil(place / blockBytes) * blockBytes
    if (place / 2 + 1 > placeLimit) return undefined
    const number = place / blockBytes
    if (Math.floor(number) === this.#blocks.length) this.#blocks.push(new Uint8Array(blockBytes))
    const block = this.#blocks[Math.floor(number)] as Uint8Array
    const at = place % blockBytes
    block[at] = length
    for (let byte = 1, rest = line; byte <= 4; byte++, rest = Math.floor(rest / 256)) block[at + byte] = rest % 256
    block.set(this.#letters.subarray(0, length), at + headBytes)
    this.#end = place + size + (size % 2)
    return place
  }

  #grow(part: Part): void {
    const { places } = part
    part.places = new Uint32Array(2 * places.length)
    part.marks = new Uint8Array(2 * places.length)
    part.size = 0
    for (const place of places) if (place !== 0) this.#putBack(part, place)
  }

  #putBack(part: Part, place: number): void {
    const at = 2 * (place - 1)
    const block = this.#blocks[Math.floor(at / blockBytes)] as Uint8Array
    const from = (at % blockBytes) + headBytes
    const hash = hashOf(block, from, from + (block[at % blockBytes] as number))
    const mask = part.places.length - 1
    let slot = (hash >>> 16) & mask
    while (part.places[slot] !== 0) slot = (slot + 1) & mask
    part.places[slot] = place
    part.marks[slot] = (hash >>> 8) & 0xff
    part.size++
  }
}

function hashOf(letters: Uint8Array, from: number, to: number): number {
  let hash = hashSeed
  for (let at = from; at < to; at++) hash = hashOn(hash, letters[at] as number)
  // The last letters alone would not reach all of the bits.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return hash ^ (hash >>> 15)
}
