import { isBlank } from './vietnamese.js'

/** One row of a table of people, whatever kind of file it stands in. */
export interface TableRow {
  /** Line of the file, or row of the sheet, on which it begins, from 1. */
  line: number
  cells: string[]
}

export const isBlankRow = ({ cells }: TableRow): boolean => cells.every(isBlank)
