import { issue, type Issue, type Issues, type Result } from '../model/issue.js'
import type { CitizenRecord } from '../model/record.js'
import { isNotKnown, isSpreadsheetError, lacksZeros, refuseCell } from './cell.js'
import type { Column, Headings } from './heading.js'
import { requiredFields } from './field.js'
import type { TableRow } from './table-row.js'
import { isBlank, withoutUnseen } from './vietnamese.js'

/** A row that became a well-formed record. */
export interface AcceptedRow {
  line: number
  record: CitizenRecord
  /** What is worth a look although the record is well formed: an id that may lack its first zeros. */
  warnings?: Issues
}

/** A row that did not, and why. Paths begin with the column's heading; values of the row are never among the issues. */
export interface RejectedRow {
  line: number
  /** The row's own id, where it could be read. */
  id?: string
  /** The row's group, where it could be read. */
  group?: string
  issues: Issues
}

export type PersonRow = AcceptedRow | RejectedRow

/** What a cell says of its column: a value for the record, `undefined` for none, or what is wrong. */
export function readCell(text: string, { heading, path: [field], read }: Column): Result<unknown> {
  const cell = withoutUnseen(text)
  const isRequired = (requiredFields as readonly string[]).includes(field)
  if (isBlank(cell) || isNotKnown(cell)) {
    if (isRequired) return refuseCell(issue('missing', [heading], {}))
    // Of the area alone a record says that it was asked and is not known.
    return { ok: true, value: field === 'disadvantagedArea' && !isBlank(cell) ? null : undefined }
  }
  return isSpreadsheetError(cell) ? refuseCell(issue('error_cell', [heading], {})) : read(cell, [heading])
}

/** @param value - not `undefined` */
export function putValue(record: Record<string, unknown>, { path: [field, key] }: Column, value: unknown): void {
  if (key === undefined) record[field] = value
  else ((record[field] ??= {}) as Record<string, unknown>)[key] = value
}

/** @param record - well formed */
export function acceptedRow(line: number, record: Record<string, unknown>, columns: readonly Column[]): AcceptedRow {
  const accepted = { line, record: record as unknown as CitizenRecord }
  const id = lacksZeros(record['id'] as string) ? columns.find(({ path }) => path[0] === 'id') : undefined
  return id ? { ...accepted, warnings: zerosLost(id) } : accepted
}

/** The warning of an id that lacks its zeros. @param column - of ids */
export const zerosLost = ({ heading }: Column): Issues => [issue('zeros_lost', [heading], {}, 'warning')]

/** Every cell is read, so that a row's mistakes are told in one go. */
export function readPersonRow({ line, cells }: TableRow, { columns, width }: Headings): PersonRow {
  const record: Record<string, unknown> = {}
  const wrong: Issue[] = []
  // Cells in excess mean that some cell was split in two, so that none after it is where it belongs.
  if (cells.length > width)
    return { line, issues: [issue('more_cells_than_headings', [], { cells: cells.length, headings: width })] }
  for (const column of columns) {
    const result = readCell(cells[column.index] ?? '', column)
    if (!result.ok) wrong.push(...result.issues)
    else if (result.value !== undefined) putValue(record, column, result.value)
  }
  const [first, ...more] = wrong
  if (!first) return acceptedRow(line, record, columns)
  return {
    line,
    ...(typeof record['id'] === 'string' && { id: record['id'] }),
    ...(typeof record['group'] === 'string' && { group: record['group'] }),
    issues: [first, ...more],
  }
}
