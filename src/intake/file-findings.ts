import type { Issue } from '../model/issue.js'
import type { Delimiter } from './delimiter.js'
import type { Encoding } from './encoding.js'

/** What was made out of a file of people before its first person. */
export interface FileFindings {
  /** How the bytes of a text file are written; absent for text that came decoded, and for workbooks. */
  encoding?: Encoding
  /** What parts the cells of a CSV file. */
  delimiter?: Delimiter
  /** The sheet of a workbook that is read, and those that are not. */
  sheet?: { name: string; others: { name: string; isHidden: boolean }[] }
  /** Lines (rows of the sheet) that hold the headings; none where none were found. */
  headingLines: number[]
  /** Rows of text above the headings: a title, the name of the unit. */
  titleRows: number
  /** Columns that are read. */
  columns: FoundColumn[]
  /** Headings that no field answers to; their columns are not read. */
  ignored: string[]
  /** The first rows as shapes, `Xxxxxx 99/99/9999`: enough to see what stands where, and nobody's value. */
  sample: { line: number; shapes: string[] }[]
  /** Worth knowing; no reason to refuse the file. */
  notes: Issue[]
}

export interface FoundColumn {
  /** From 1. */
  position: number
  heading: string
  /** What it fills in: a field of the record (`birth`, `units.residence`), `evidence.<fact>`, `scores.<indicator>`. */
  field: string
}

/** Rows of a table below its headings. `rows` came out, as records or rejections; `blank` hold no text. */
export interface RowCounts {
  rows: number
  blank: number
}

/** A cell with every letter as `X` or `x` and every digit as `9`, cut at 30 signs. */
export function shapeOf(cell: string): string {
  const shape = cell
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[^\P{L}X]/gu, 'x')
    .replace(/\p{N}/gu, '9')
    // eslint-disable-next-line no-control-regex
    .replace(/[\0-\x1f\x7f-\x9f]/g, '')
  return [...shape].length > 30 ? `${[...shape].slice(0, 29).join('')}…` : shape
}
