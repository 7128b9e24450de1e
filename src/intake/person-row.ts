import { issue, type Issue, type Issues } from '../model/issue.js'
import type { CitizenRecord } from '../model/record.js'
import { isNotKnown, isSpreadsheetError, lacksZeros } from './cell.js'
import type { Headings } from './heading.js'
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

/** Every cell is read, so that a row's mistakes are told in one go. */
export function readPersonRow({ line, cells }: TableRow, { columns, width }: Headings): PersonRow {
  const record: Record<string, unknown> = {}
  const wrong: Issue[] = []
  // Cells in excess mean that some cell was split in two, so that none after it is where it belongs.
  if (cells.length > width)
    return { line, issues: [issue('more_cells_than_headings', [], { cells: cells.length, headings: width })] }
  for (const { heading, index, path, read } of columns) {
    const cell = withoutUnseen(cells[index] ?? '')
    const [field, key] = path
    if (isBlank(cell)) {
      if ((requiredFields as readonly string[]).includes(field)) wrong.push(issue('missing', [heading], {}))
      continue
    }
    if (isNotKnown(cell)) {
      if (field === 'disadvantagedArea') record[field] = null
      else if ((requiredFields as readonly string[]).includes(field)) wrong.push(issue('missing', [heading], {}))
      continue
    }
    if (isSpreadsheetError(cell)) {
      wrong.push(issue('error_cell', [heading], {}))
      continue
    }
    const result = read(cell, [heading])
    if (!result.ok) wrong.push(...result.issues)
    else if (result.value === undefined) continue
    else if (key === undefined) record[field] = result.value
    else ((record[field] ??= {}) as Record<string, unknown>)[key] = result.value
  }
  const [first, ...more] = wrong
  if (!first) {
    const id = columns.find(({ path }) => path[0] === 'id')
    const warnings: Issues | undefined =
      id && lacksZeros(record['id'] as string) ? [issue('zeros_lost', [id.heading], {}, 'warning')] : undefined
    return { line, record: record as unknown as CitizenRecord, ...(warnings && { warnings }) }
  }
  return {
    line,
    ...(typeof record['id'] === 'string' && { id: record['id'] }),
    ...(typeof record['group'] === 'string' && { group: record['group'] }),
    issues: [first, ...more],
  }
}
