import { notCalculated } from './cell.js'
import { columnNumber, MergedFiller, readMergedCells } from './merged-cells.js'
import type { TableRow } from './table-row.js'
import { readXml } from './xml.js'
import { numberText } from './excel-number.js'
import { TextCollector, type Workbook, type WorkbookSheet } from './xlsx-workbook.js'
import { brokenWorkbook, type Zip } from './zip.js'

/** Columns that are read; a workbook has room for 16,384, and no list of people has so many. */
const widest = 2000

/**
 * The rows of a sheet, cells as the text that they show; dates as ISO dates, as precise as they are shown. A formula gives
 * the value that was last worked out. All cells of a merged block give its value.
 *
 * @throws {CdhtError} `record`: `broken_workbook`, `too_large`
 */
export async function* readXlsxRows(zip: Zip, workbook: Workbook, sheet: WorkbookSheet): AsyncGenerator<TableRow> {
  const filler = new MergedFiller(await readMergedCells(zip.text(sheet.part)))
  const reader = new RowReader(workbook)
  for await (const _ of readXml(zip.text(sheet.part), reader)) {
    void _
    for (const row of reader.take()) {
      filler.fill(row.line, row.cells, widest)
      yield row
    }
  }
}

/** Puts together the rows of a sheet from its tags. */
class RowReader {
  #rows: TableRow[] = []
  #line = 0
  #cells: string[] = []
  #column = 0
  #type = 'n'
  #style = 0
  #value: string | undefined
  #isValue = false
  #hasFormula = false
  readonly #inline = new TextCollector()

  constructor(readonly workbook: Workbook) {}

  /** The rows that have ended since the last call. */
  take(): TableRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open = (name: string, attribute: (name: string) => string | undefined): void => {
    if (name === 'row') {
      const line = Number(attribute('r') ?? this.#line + 1)
      if (!Number.isInteger(line) || line <= this.#line) throw brokenWorkbook()
      this.#line = line
      this.#column = 0
      this.#cells = []
    } else if (name === 'c') {
      const letters = /^[A-Z]{1,3}/.exec(attribute('r') ?? '')?.[0]
      this.#column = letters === undefined ? this.#column + 1 : columnNumber(letters)
      this.#type = attribute('t') ?? 'n'
      this.#style = Number(attribute('s') ?? 0)
      this.#value = undefined
      this.#hasFormula = false
    } else if (name === 'v') this.#isValue = true
    else if (name === 'f') this.#hasFormula = true
    else this.#inline.open(name)
  }

  text = (text: string): void => {
    if (this.#isValue) this.#value = (this.#value ?? '') + text
    else this.#inline.text(text)
  }

  close = (name: string): void => {
    if (name === 'v') this.#isValue = false
    else if (name === 'c') this.#addCell()
    else if (name === 'row') this.#rows.push({ line: this.#line, cells: this.#cells })
    else this.#inline.close(name)
  }

  #addCell(): void {
    const text = this.#cellText()
    if (text === '') return
    if (this.#column > widest) throw brokenWorkbook()
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column - 1] = text
  }

  #cellText(): string {
    const inline = this.#inline.take()
    if (this.#type === 'inlineStr') return inline
    const value = this.#value
    // A program that cannot calculate may have written the formula alone.
    if (value === undefined) return this.#hasFormula ? notCalculated : ''
    const { strings, kinds, is1904 } = this.workbook
    switch (this.#type) {
      case 's': {
        const text = strings[Number(value)]
        if (text === undefined) throw brokenWorkbook()
        return text
      }
      case 'b':
        return value === '1' || value === 'true' ? 'true' : 'false'
      case 'n': {
        const number = value.trim() === '' ? Number.NaN : Number(value)
        if (!Number.isFinite(number)) throw brokenWorkbook()
        return numberText(number, kinds[this.#style] ?? 'number', is1904)
      }
      default:
        // The text of a formula, an error such as `#N/A`, an ISO date.
        return value
    }
  }
}
