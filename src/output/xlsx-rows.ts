import { rowWriter, type RowWriter } from './row-writer.js'
import type { SheetEntry, XlsxPackage } from './xlsx-package.js'
import { rowLimit, rowXml, sheetHead, sheetTail, type Cell, type SheetLayout } from './xlsx-sheet.js'
import { columnLetters } from './xlsx-xml.js'

/** Characters of XML in one sheet, of three bytes at most: a part of an archive that is written while it grows may not pass 4 GB. */
const characterLimit = 1_300_000_000

export interface RowSheet extends Pick<SheetEntry, 'name'>, SheetLayout {
  headings: readonly Cell[]
  /** In points. */
  headingHeight: number
  /** Rows of one sheet, headings among them. */
  limit?: number
}

/**
 * Rows of any number on a sheet with headings. What no longer fits goes on on a further sheet of the same headings, its number
 * after the name.
 */
export class SheetRows {
  #rows: RowWriter<string> | undefined
  #entry: SheetEntry | undefined
  #sheets = 0
  #line = 0
  #characters = 0

  constructor(
    readonly workbook: XlsxPackage,
    readonly sheet: RowSheet,
  ) {}

  /** @throws CdhtError `record`, `too_long`, for a text that no cell can hold; then nothing of the row is written */
  async write(cells: readonly Cell[]): Promise<void> {
    if (!this.#rows || this.#line >= (this.sheet.limit ?? rowLimit) || this.#characters > characterLimit) await this.#next()
    const xml = rowXml(this.#line + 1, cells)
    this.#line++
    this.#characters += xml.length
    await this.#rows?.write(xml)
  }

  /** A sheet without rows has its headings alone. */
  async end(): Promise<void> {
    if (!this.#rows) await this.#next()
    await this.#rows?.end()
    if (this.#entry) this.#entry.filtered = `A1:${columnLetters(this.sheet.columns.length)}${this.#line}`
  }

  async #next(): Promise<void> {
    if (this.#rows) await this.end()
    const { name, headings, headingHeight } = this.sheet
    const layout = { ...this.sheet, frozen: { rows: 1, columns: 1 }, filterRow: 1 }
    this.#sheets++
    this.#entry = { name: this.#sheets === 1 ? name : `${name} ${this.#sheets}`, printedOnEveryPage: '1:1' }
    const head = sheetHead(layout) + rowXml(1, headings, headingHeight)
    this.#line = 1
    this.#characters = head.length
    this.#rows = rowWriter(
      this.workbook.openSheet(this.#entry),
      head,
      (xml: string) => xml,
      () => sheetTail(layout, this.#line),
    )
  }
}
