import type { Writable } from 'node:stream'
import type { Lang } from '../model/text.js'
import type { UnitTableRow } from '../population/unit-table.js'
import type { Wording } from './result-table.js'
import { unitTableLines, type UnitTableNames } from './unit-table-csv.js'
import { XlsxPackage } from './xlsx-package.js'
import type { Cell, SheetColumn } from './xlsx-sheet.js'
import { workbookWords } from './xlsx-words.js'
import { columnLetters } from './xlsx-xml.js'

/** What stands on the second sheet: a title, and sentences on how the table is to be read. */
export interface UnitTableNotes {
  title: string
  lines: readonly string[]
}

/** A table of units and groups as a workbook: the cells of the CSV file, and a sheet that says how they are to be read. */
export async function writeUnitTable(
  target: Writable,
  rows: readonly UnitTableRow[],
  names: UnitTableNames,
  { headings, lang, notes }: { headings: Wording; lang: Lang; notes: UnitTableNotes },
): Promise<void> {
  const [head = [], ...lines] = unitTableLines(rows, names, headings)
  const workbook = new XlsxPackage(target)
  workbook.addSheet({
    name: workbookWords.unitTable[lang],
    columns: head.map((_, c): SheetColumn => ({ width: widthOf(lines.map((line) => line[c] ?? '')) })),
    frozen: { rows: 1, columns: 4 },
    filterRow: 1,
    filtered: `A1:${columnLetters(head.length)}${lines.length + 1}`,
    printedOnEveryPage: '1:1',
    fitsPage: true,
    rows: [
      head.map((value): Cell => ({ value, style: 'heading' })),
      ...lines.map((line) => line.map((value): Cell => (value === '' ? undefined : cellOf(value)))),
    ],
  })
  workbook.addSheet({
    name: workbookWords.notes[lang],
    columns: [{ width: 110 }],
    fitsPage: true,
    rows: [[{ value: notes.title, style: 'title' }], [], ...notes.lines.map((value): Cell[] => [{ value, style: 'wrapped' }])],
  })
  await workbook.end()
}

const cellOf = (value: string | number): Cell => {
  if (typeof value === 'string') return { value, style: 'tableText' }
  return { value, style: Number.isInteger(value) ? 'tableWhole' : 'tableNumber' }
}

/** In characters: as wide as its longest cell, within reason; headings are wrapped. */
const widthOf = (cells: readonly (string | number)[]): number =>
  Math.min(
    40,
    cells.reduce((most: number, cell) => Math.max(most, String(cell).length + 2), 12),
  )
