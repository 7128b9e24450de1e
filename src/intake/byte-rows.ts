import { isUtf8 } from 'node:buffer'
import { CdhtError, issue, type Issue } from '../model/issue.js'
import { rowLimit } from './csv-top.js'
import type { TableRow } from './table-row.js'

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * The rows of a CSV file in UTF-8, found in its bytes: nothing is made of a cell before somebody asks for it. The rows, their
 * lines and what is refused are those of `readCsvRows`.
 *
 * Bytes are put in by `add` or `end`; after each, `next` is called until it says that there is no further whole row.
 */
export class ByteRows {
  /** Cell `c` of the row is `bytes[from[c]]` up to and without `bytes[to[c]]`, quotes around it left out. */
  bytes: Buffer = Buffer.allocUnsafe(0)
  from = new Int32Array(64)
  to = new Int32Array(64)
  /** Cells of the row. */
  count = 0
  /** Line on which the row begins, from 1. */
  line = 0

  /** Of a cell that is not its own bytes: it holds doubled quotes, or line ends that are to become line feeds. */
  #isMarked = new Uint8Array(64)
  #hasMarked = false
  readonly #delimiter: number
  /** 1 for bytes that end a cell without quotes, or must not be in it. */
  readonly #special = new Uint8Array(256)
  #isFirst = true
  #isLast = false
  #at = 0
  #length = 0
  /** Bytes up to here are known to be UTF-8. */
  #checked = 0
  #lines = 0

  readonly #wrongBytes: Issue

  /** @param wrongBytes - what is refused where the bytes are not UTF-8 */
  constructor(delimiter: string, wrongBytes: Issue = issue('not_utf8', [], {})) {
    this.#wrongBytes = wrongBytes
    this.#delimiter = delimiter.charCodeAt(0)
    for (const byte of [this.#delimiter, quote, lineFeed, carriageReturn]) this.#special[byte] = 1
  }

  /** @throws {CdhtError} `record`: `not_utf8`, or what the caller says in its place */
  add(chunk: Uint8Array): void {
    const held = this.#length - this.#at
    // One byte more, which ends the last cell whatever it is.
    const size = held + chunk.length + 1
    const bytes = size > this.bytes.length ? Buffer.alloc(2 * size) : this.bytes
    bytes.set(this.bytes.subarray(this.#at, this.#length), 0)
    bytes.set(chunk, held)
    this.bytes = bytes
    this.#checked -= this.#at
    this.#at = 0
    this.#length = held + chunk.length
    bytes[this.#length] = lineFeed
    this.#check()
    if (this.#isFirst && this.#length >= 3) {
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3
      this.#isFirst = false
    }
  }

  /** There are no more bytes. @throws as `add` does */
  end(): void {
    this.#isLast = true
    this.#isFirst = false
    this.#check()
  }

  /**
   * Moves on to the next row.
   *
   * @returns false where no whole row is left of the bytes that were put in
   * @throws {CdhtError} `record`: `broken_quotes`
   */
  next(): boolean {
    if (this.#isFirst) return false
    const { bytes } = this
    const special = this.#special
    const delimiter = this.#delimiter
    const length = this.#length
    let at = this.#at
    if (at >= length) return false
    let count = 0
    let inner = 0
    if (this.#hasMarked) {
      this.#isMarked.fill(0)
      this.#hasMarked = false
    }
    for (;;) {
      if (count === this.from.length) this.#widen()
      if (bytes[at] === quote) {
        const begin = at + 1
        let isMarked = false
        for (at = begin; at < length; at++) {
          const byte = bytes[at]
          if (byte === quote) {
            if (at + 1 === length && !this.#isLast) return this.#cut(count, begin)
            if (at + 1 === length || bytes[at + 1] !== quote) break
            isMarked = true
            at++
          } else if (byte === lineFeed) inner++
          else if (byte === carriageReturn) {
            isMarked = true
            if (bytes[at + 1] !== lineFeed || at + 1 === length) inner++
          }
        }
        if (at >= length) return this.#cut(count, begin)
        this.from[count] = begin
        this.to[count] = at
        if (isMarked) this.#isMarked[count] = 1
        this.#hasMarked ||= isMarked
        at++
        if (at < length && (bytes[at] === quote || special[bytes[at] as number] === 0)) throw this.#broken()
      } else {
        this.from[count] = at
        while (special[bytes[at] as number] === 0) at++
        this.to[count] = at
        if (at < length && bytes[at] === quote) throw this.#broken()
      }
      count++
      if (at >= length) {
        if (!this.#isLast) return this.#cut(count)
        break
      }
      if (bytes[at] === delimiter) {
        at++
        continue
      }
      if (bytes[at] === carriageReturn) {
        // The line feed of a pair may come with the next bytes.
        if (at + 1 === length && !this.#isLast) return this.#cut(count)
        if (at + 1 < length && bytes[at + 1] === lineFeed) at++
      }
      at++
      break
    }
    if (at - this.#at > rowLimit) this.#refuseLong(count)
    this.#at = at
    this.count = count
    this.line = this.#lines + 1
    this.#lines += inner + 1
    return true
  }

  /** Whether a cell is exactly its bytes. */
  isPlain(cell: number): boolean {
    return !this.#hasMarked || this.#isMarked[cell] === 0
  }

  text(cell: number): string {
    const text = this.bytes.toString('utf8', this.from[cell], this.to[cell])
    return this.isPlain(cell) ? text : text.replaceAll('""', '"').replace(/\r\n?/g, '\n')
  }

  /** The row as a reader of text would have it. */
  row(): TableRow {
    return { line: this.line, cells: Array.from({ length: this.count }, (_, cell) => this.text(cell)) }
  }

  /**
   * The row is not whole yet, and may never be.
   *
   * @param count - its cells so far
   * @param begin - where one more begins that is in quotes still open
   */
  #cut(count: number, begin?: number): false {
    if (this.#isLast) throw this.#broken()
    if (this.#length - this.#at <= rowLimit) return false
    if (begin === undefined) this.#refuseLong(count)
    else {
      this.from[count] = begin
      this.to[count] = this.#length
      // Whatever is doubled in it: it is measured as it stands.
      this.#isMarked[count] = 1
      this.#hasMarked = true
      this.#refuseLong(count + 1)
    }
    return false
  }

  /** A long row is measured as csv-parse does: the letters of all cells before one, and of that one its bytes but the last. */
  #refuseLong(count: number): void {
    let before = 0
    for (let cell = 0; cell < count; cell++) {
      const text = this.text(cell)
      if (before + Buffer.byteLength(text) - 1 > rowLimit) throw this.#broken()
      before += text.length
    }
  }

  #broken(): CdhtError {
    return new CdhtError('record', [issue('broken_quotes', [], { line: this.#lines + 1 })])
  }

  /** All but a last letter that may be cut. */
  #check(): void {
    let end = this.#length
    if (!this.#isLast)
      for (let back = 1; back <= 3 && end - back >= this.#checked; back++) {
        const byte = this.bytes[end - back] as number
        if (byte < 0x80) break
        if (byte < 0xc0) continue
        if (back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2)) end -= back
        break
      }
    if (!isUtf8(this.bytes.subarray(this.#checked, end))) throw new CdhtError('record', [this.#wrongBytes])
    this.#checked = end
  }

  #widen(): void {
    const grow = <T extends Int32Array | Uint8Array>(old: T, made: T): T => (made.set(old), made)
    const size = 2 * this.from.length
    this.from = grow(this.from, new Int32Array(size))
    this.to = grow(this.to, new Int32Array(size))
    this.#isMarked = grow(this.#isMarked, new Uint8Array(size))
  }
}
