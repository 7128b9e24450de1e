import { partialDate } from '../model/day.js'
import { issue, type Issue, type Path, type Result } from '../model/issue.js'
import { listLimit } from '../model/record.js'
import { isNone, isNotKnown, read, refuseCell, type CellReader } from './cell.js'
import { parseJson } from './code-list-cell.js'
import type { ItemParts } from './item-parts.js'
import { isBlank } from './vietnamese.js'

/**
 * A list of dated things in one cell.
 *
 * ```
 * list  = '-' | item *( ';' item )
 * item  = part *( '|' part )          ; parts at the end may be left off
 * ```
 *
 * The parts of an activity are `kind|topic|from|to|hours|certificate`, those of a certificate `kind|level|issuedOn`.
 * A blank part, or `?`, is not known. Kinds and topics are ids or labels, days are `2026`, `2026-03` or `2026-03-14`,
 * hours take `.` or `,`, whether a certificate was given is `có` or `không`:
 *
 * ```
 * Tập huấn, bồi dưỡng ngắn ngày|Kỹ thuật sản xuất|2025-03-12|2025-03-14|16|có; course|digital|2025
 * ```
 *
 * The same list as JSON, `[{"kind":"course","from":"2025"}]`, is read as well. `-` says that there is none.
 */
export const itemListReader =
  (parts: ItemParts): CellReader =>
  (text, at) => {
    if (isNone(text)) return read([])
    const items = /^\s*\[/.test(text) ? jsonItems(text, parts, at) : compactItems(text, parts, at)
    if (!items.ok) return items
    if (items.value.length > listLimit) return refuseCell(issue('too_many', at, { limit: listLimit }))
    const wrong: Issue[] = []
    const list = items.value.map((cells, index) => readItem(cells, parts, (name) => [...at, index, name], wrong))
    const [first, ...more] = wrong
    return first ? refuseCell(first, ...more) : read(list)
  }

function compactItems(text: string, parts: ItemParts, at: Path): Result<string[][]> {
  const items = text
    .split(';')
    .filter((item) => !isBlank(item))
    .map((item) => item.split('|'))
  const long = items.findIndex((item) => item.length > parts.length)
  return long < 0 ? read(items) : refuseCell(issue('too_many_parts', [...at, long], { limit: parts.length }))
}

function jsonItems(text: string, parts: ItemParts, at: Path): Result<string[][]> {
  const list = parseJson(text)
  if (!Array.isArray(list)) return refuseCell(issue('wrong_type', at, { expected: 'list' }))
  const items: string[][] = []
  for (const [index, item] of (list as unknown[]).entries()) {
    const cells = cellsOfJson(item, parts, [...at, index])
    if (!cells.ok) return cells
    items.push(cells.value)
  }
  return read(items)
}

/** The parts of an item given as JSON, as the texts that cells would hold. */
export function cellsOfJson(item: unknown, parts: ItemParts, at: Path): Result<string[]> {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    return refuseCell(issue('wrong_type', at, { expected: 'object' }))
  const given = new Map(Object.entries(item as Record<string, unknown>))
  const cells = parts.map(([name]) => {
    const value = given.get(name) ?? ''
    given.delete(name)
    return value
  })
  if (given.size > 0) return refuseCell(issue('unknown_key', at, {}))
  const wrong = cells.findIndex((value) => !['string', 'number', 'boolean'].includes(typeof value))
  if (wrong >= 0) return refuseCell(issue('wrong_type', [...at, parts[wrong]?.[0] ?? ''], { expected: 'text' }))
  return read(cells.map(String))
}

/**
 * @param cells - in the order of the parts; a blank one, or one left off, is not known
 * @param placeOf - of a part, for issues
 * @param wrong - takes what is wrong
 */
export function readItem(
  cells: readonly (string | undefined)[],
  parts: ItemParts,
  placeOf: (name: string) => Path,
  wrong: Issue[],
): Record<string, unknown> {
  const item: Record<string, unknown> = {}
  for (const [index, [name, readPart]] of parts.entries()) {
    const cell = cells[index] ?? ''
    if (isBlank(cell) || isNotKnown(cell)) continue
    const result = readPart(cell, placeOf(name))
    if (!result.ok) wrong.push(...result.issues)
    else if (result.value !== undefined) item[name] = result.value
  }
  if (typeof item['from'] === 'string' && typeof item['to'] === 'string') {
    const [begins, ends] = [partialDate(item['from']), partialDate(item['to'])]
    if (begins && ends && ends.last < begins.first) wrong.push(issue('to_before_from', placeOf('to'), {}))
  }
  return item
}
