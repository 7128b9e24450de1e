import { issue, type Issue, type Issues } from '../model/issue.js'
import type { Activity, Certificate } from '../model/record.js'
import { isNone, isSpreadsheetError } from './cell.js'
import type { Column, Headings } from './heading.js'
import { readItem } from './item-list-cell.js'
import type { ItemParts } from './item-parts.js'
import type { TableRow } from './table-row.js'
import { isBlank, withoutUnseen } from './vietnamese.js'

/** A dated thing of one person, from a list of its own. */
export interface AcceptedItem {
  line: number
  /** Of the person. */
  id: string
  /** The fact in whose list it belongs. */
  fact: string
  /** Absent where the row says that the person has none. */
  item?: Activity | Certificate
}

/** A row that could not be read, and why. Paths begin with the column's heading; values of the row are never among the issues. */
export interface RejectedItem {
  line: number
  /** Of the person, where it could be read. */
  id?: string
  fact: string
  issues: Issues
}

export type ItemRow = AcceptedItem | RejectedItem

/** A list of a fact, and how the parts of its items are read. */
export interface ItemList {
  fact: string
  parts: ItemParts
}

/** Every cell of a row is read, so that its mistakes are told in one go. */
export const itemRowReader =
  ({ fact, parts }: ItemList) =>
  ({ columns, width }: Headings) => {
    const columnOf = (name: string): Column | undefined => columns.find(({ path }) => path[0] === name)
    const idColumn = columnOf('id')
    const partColumns = parts.map(([name]) => columnOf(name))
    const placeOf = (name: string): string[] => [columnOf(name)?.heading ?? name]
    const idPlace = placeOf('id')
    return ({ line, cells }: TableRow): ItemRow => {
      if (cells.length > width)
        return { line, fact, issues: [issue('more_cells_than_headings', [], { cells: cells.length, headings: width })] }
      const wrong: Issue[] = []
      const textOf = (column: Column | undefined): string => {
        const cell = withoutUnseen(column ? (cells[column.index] ?? '') : '')
        if (!column || !isSpreadsheetError(cell)) return cell
        wrong.push(issue('error_cell', [column.heading], {}))
        return ''
      }
      const idText = textOf(idColumn)
      const id = isBlank(idText) ? undefined : idColumn?.read(idText, idPlace)
      if (id && !id.ok) wrong.push(...id.issues)
      else if (!id && wrong.length === 0) wrong.push(issue('missing', idPlace, {}))
      const texts = partColumns.map(textOf)
      const saysNone = isNone(texts[0] ?? '') && texts.slice(1).every(isBlank)
      const item = saysNone ? undefined : readItem(texts, parts, placeOf, wrong)
      return itemOf(line, id?.ok ? (id.value as string) : undefined, fact, item, wrong)
    }
  }

/** @param id - `undefined` only where something is wrong */
export function itemOf(
  line: number,
  id: string | undefined,
  fact: string,
  item: Record<string, unknown> | undefined,
  wrong: readonly Issue[],
): ItemRow {
  const [first, ...more] = wrong
  if (first || id === undefined)
    return { line, ...(id !== undefined && { id }), fact, issues: first ? [first, ...more] : [issue('missing', ['id'], {})] }
  return { line, id, fact, ...(item && { item }) }
}
