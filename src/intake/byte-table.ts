import { CdhtError, issue } from '../model/issue.js'
import { refused, byteCellReader, type ByteCellReader } from './byte-cells.js'
import { ByteRows } from './byte-rows.js'
import { topOf } from './csv-top.js'
import { delimiterOf } from './delimiter.js'
import { detectEncoding, headBytes, isUtf8, refuseOtherText, type Encoding } from './encoding.js'
import type { FileFindings, RowCounts } from './file-findings.js'
import type { Column, HeadingIndex, Headings } from './heading.js'
import { firstRowsOf, idHeading, readTop, type TableOptions } from './people.js'
import { acceptedRow, putValue, readCell, readPersonRow, type PersonRow } from './person-row.js'
import { isBlankRow, type TableRow } from './table-row.js'
import type { TextSource } from './text-source.js'

export interface ByteTableOptions extends TableOptions {
  encoding?: Encoding
}

interface Reader {
  index: number
  read: ByteCellReader
  /** What a row says that ends before this column. */
  absent: unknown
}

/**
 * The rows of people in the bytes of a UTF-8 file: `next` for each row that has come, `more` for the next bytes. Of a row,
 * `read` tells the values of its columns, and where that is refused, `person` tells what is wrong with it.
 */
export class ByteTable {
  readonly headings: Headings
  /** How ids are called in this file. */
  readonly idHeading: string
  /** Of the columns, after `read`. */
  readonly values: unknown[]
  readonly counts: RowCounts = { rows: 0, blank: 0 }

  readonly #rows: ByteRows
  readonly #chunks: Chunks
  readonly #readers: readonly Reader[]
  /** Rows that were looked at to find the headings, the next one last. */
  readonly #top: TableRow[]
  #row: TableRow | undefined

  private constructor(rows: ByteRows, chunks: Chunks, headings: Headings, below: readonly TableRow[]) {
    this.#rows = rows
    this.#chunks = chunks
    this.headings = headings
    this.idHeading = idHeading(headings)
    this.#top = below.toReversed()
    this.#readers = headings.columns.map((column) => ({
      index: column.index,
      read: byteCellReader(column),
      absent: readCell('', column).ok ? undefined : refused,
    }))
    this.values = headings.columns.map(() => undefined)
  }

  /**
   * @returns the source again where it is not bytes in UTF-8
   * @throws what `readPeople` throws before the first row
   */
  static async open(
    source: TextSource,
    index: HeadingIndex,
    options: ByteTableOptions,
  ): Promise<ByteTable | { rest: TextSource }> {
    if (typeof source === 'string' || (options.encoding ?? 'utf-8') !== 'utf-8') return { rest: source }
    const chunks = new Chunks(source)
    try {
      const isWhole = !(await chunks.hold(headBytes))
      const head = chunks.held
      if (!head?.length || (options.encoding ?? detectEncoding(head, isWhole)) !== 'utf-8') return { rest: chunks.again() }
      return (await ByteTable.#openUtf8(chunks, index, options)) ?? { rest: chunks.again() }
    } catch (error) {
      await chunks.close()
      throw error
    }
  }

  /** @returns `undefined` where text comes among the bytes */
  static async #openUtf8(chunks: Chunks, index: HeadingIndex, options: ByteTableOptions): Promise<ByteTable | undefined> {
    const about: Partial<FileFindings> = { encoding: 'utf-8' }
    const wrong = options.encoding ? issue('wrong_encoding', [], { encoding: 'utf-8' }) : issue('not_utf8', [], {})
    const isHeading = (cell: string): boolean => index.find(cell) !== undefined
    for (let size = headBytes; ; size *= 2) {
      const isWhole = !(await chunks.hold(size))
      const { held } = chunks
      if (held === undefined) return undefined
      if (!isUtf8(held, isWhole)) throw new CdhtError('record', [wrong])
      const head = new TextDecoder().decode(held).replace(/\r\n?/g, '\n')
      const top = topOf(head)
      if (!top.isEnough && !isWhole) continue
      refuseOtherText(head)
      about.delimiter = delimiterOf(top.rows, isHeading)
      break
    }
    const rows = new ByteRows(about.delimiter as string, wrong)
    const top = await firstRowsOf(async () => {
      while (!rows.next()) if (!(await chunks.moveTo(rows))) return undefined
      return rows.row()
    })
    const { headings, below } = readTop(top, index, options, () => about)
    return new ByteTable(rows, chunks, headings, below)
  }

  /** Moves on to the next row that holds any text. @returns false where `more` has to be asked */
  next(): boolean {
    for (;;) {
      this.#row = this.#top.pop()
      if (this.#row === undefined && !this.#rows.next()) return false
      if (this.#isSolid()) {
        this.counts.rows++
        return true
      }
      this.counts.blank++
    }
  }

  /** @returns false at the end of the file */
  more(): Promise<boolean> {
    return this.#chunks.moveTo(this.#rows)
  }

  close(): Promise<void> {
    return this.#chunks.close()
  }

  get line(): number {
    return this.#row?.line ?? this.#rows.line
  }

  /** The cells of the row; `undefined` where it is to be read by `person`. */
  get cells(): ByteRows | undefined {
    return this.#row !== undefined || this.#rows.count > this.headings.width ? undefined : this.#rows
  }

  /** Puts the value of every column into `values`. @returns false where a cell, or the row, is refused: then they say nothing */
  read(): boolean {
    const rows = this.cells
    if (rows === undefined) return false
    const { values } = this
    const readers = this.#readers
    for (let c = 0; c < readers.length; c++) {
      const { index, read, absent } = readers[c] as Reader
      const value = index < rows.count ? read(rows, index) : absent
      if (value === refused) return false
      values[c] = value
    }
    return true
  }

  /** The row as a record, or what is wrong with it. */
  person(): PersonRow {
    if (!this.read()) return readPersonRow(this.#row ?? this.#rows.row(), this.headings)
    const record: Record<string, unknown> = {}
    const { columns } = this.headings
    for (let c = 0; c < columns.length; c++) {
      const value = this.values[c]
      if (value !== undefined) putValue(record, columns[c] as Column, ownCopy(value))
    }
    return acceptedRow(this.line, record, columns)
  }

  #isSolid(): boolean {
    if (this.#row !== undefined) return !isBlankRow(this.#row)
    const { bytes, from, to, count } = this.#rows
    for (let cell = 0; cell < count; cell++) {
      if (from[cell] === to[cell]) continue
      const first = bytes[from[cell] as number] as number
      // White space of other kinds than the plain one begins above it.
      return (first > 0x20 && first < 0x80) || !isBlankRow(this.#rows.row())
    }
    return false
  }
}

/** Lists and answers of a record are its own; a code given twice is one. */
function ownCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (!Array.isArray(value)) return { ...value }
  return typeof value[0] === 'object' ? value.map((item: object) => ({ ...item })) : [...new Set(value as string[])]
}

/** The chunks of a source, some of them looked at before they are used. */
class Chunks {
  readonly #iterator: AsyncIterator<string | Uint8Array> | Iterator<string | Uint8Array>
  #ahead: (string | Uint8Array)[] = []
  #length = 0
  #isAtEnd = false
  #hasEnded = false

  constructor(source: Exclude<TextSource, string>) {
    this.#iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  }

  /** Reads on until so many bytes have come. @returns false where the source has no more */
  async hold(size: number): Promise<boolean> {
    while (!this.#isAtEnd && this.#length < size) {
      const next = await this.#iterator.next()
      if (next.done) this.#isAtEnd = true
      else {
        this.#ahead.push(next.value)
        this.#length += next.value.length
        if (typeof next.value === 'string') break
      }
    }
    return !this.#isAtEnd
  }

  /** What has been read of the source and not been used; `undefined` where it is not bytes. */
  get held(): Buffer | undefined {
    const bytes = this.#ahead.filter((chunk) => typeof chunk !== 'string')
    return bytes.length < this.#ahead.length ? undefined : Buffer.concat(bytes)
  }

  /** The source from its beginning, as long as nothing has been used. */
  async *again(): AsyncGenerator<string | Uint8Array> {
    try {
      yield* this.#ahead
      for (let next = await this.#next(); next !== undefined; next = await this.#next()) yield next
    } finally {
      await this.close()
    }
  }

  async #next(): Promise<string | Uint8Array | undefined> {
    const next = this.#isAtEnd ? undefined : await this.#iterator.next()
    if (!next?.done && next) return next.value
    this.#isAtEnd = true
    return undefined
  }

  /** @returns false after the last bytes */
  async moveTo(rows: ByteRows): Promise<boolean> {
    const chunk = this.#ahead.shift() ?? (await this.#next())
    if (chunk !== undefined) rows.add(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    else if (this.#hasEnded) return false
    else {
      this.#hasEnded = true
      rows.end()
    }
    return true
  }

  async close(): Promise<void> {
    if (!this.#isAtEnd) await this.#iterator.return?.()
    this.#isAtEnd = true
  }
}
