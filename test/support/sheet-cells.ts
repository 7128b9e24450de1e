import { readWorkbook } from '../../src/intake/xlsx-workbook.js'
import { readXlsxRows } from '../../src/intake/xlsx-rows.js'
import { Zip } from '../../src/intake/zip.js'

export interface SheetCells {
  name: string
  isHidden: boolean
  rows: string[][]
}

/** All cells of a workbook as the text that they hold; numbers as our reader reads them. */
export async function sheetCells(bytes: Uint8Array): Promise<SheetCells[]> {
  const zip = await Zip.open(Buffer.from(bytes))
  const workbook = await readWorkbook(zip)
  const sheets: SheetCells[] = []
  for (const sheet of workbook.sheets) {
    const rows: string[][] = []
    for await (const { line, cells } of readXlsxRows(zip, workbook, sheet)) {
      while (rows.length < line - 1) rows.push([])
      rows.push(cells)
    }
    sheets.push({ name: sheet.name, isHidden: sheet.isHidden, rows })
  }
  return sheets
}

/** The parts of a workbook as text. */
export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  let text = ''
  for await (const piece of (await Zip.open(Buffer.from(bytes))).text(name)) text += piece
  return text
}
