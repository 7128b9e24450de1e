import { CdhtError, issue } from '../model/issue.js'
import { readCsvRows } from './csv-rows.js'
import { isBlankRow } from './table-row.js'
import type { TextSource } from './text-source.js'
import { tidy } from './vietnamese.js'
import { WordIndex } from './word-index.js'

/** The caller's units: what each is called, and the unit above it. */
export interface UnitList {
  names: Map<string, string>
  parents: Map<string, string>
}

const headings = new WordIndex<keyof Row>()
  .add(['code', 'unit', 'id', 'mã', 'mã đơn vị', 'đơn vị'], 'code')
  .add(['name', 'tên', 'tên đơn vị', 'tên gọi'], 'name')
  .add(['parent', 'above', 'cấp trên', 'đơn vị cấp trên', 'mã đơn vị cấp trên', 'mã cấp trên', 'trực thuộc'], 'parent')
type Row = Record<'code' | 'name' | 'parent', string>

/**
 * A table of units in a CSV file: a code, and where there are such columns a name and the code of the unit above.
 *
 * @throws {CdhtError} `record`: `missing_heading`, `repeated_id`, and what any CSV file is refused for; `options`: `cyclic_unit`
 */
export async function readUnits(source: TextSource): Promise<UnitList> {
  const list: UnitList = { names: new Map(), parents: new Map() }
  let columns: Map<keyof Row, number> | undefined
  const lines = new Map<string, number>()
  for await (const { line, cells } of readCsvRows(source, { isHeading: (cell) => headings.find(cell) !== undefined })) {
    if (isBlankRow({ line, cells })) continue
    if (!columns) {
      columns = new Map(cells.flatMap((cell, at) => (headings.find(cell) ? [[headings.find(cell) as keyof Row, at]] : [])))
      if (!columns.has('code')) throw new CdhtError('record', [issue('missing_heading', [], { field: 'code' })])
      continue
    }
    const at = columns
    const cell = (name: keyof Row): string => tidy(cells[at.get(name) ?? -1] ?? '')
    const [code, name, parent] = [cell('code'), cell('name'), cell('parent')]
    const firstLine = lines.get(code)
    if (firstLine !== undefined) throw new CdhtError('record', [issue('repeated_id', [`${line}`], { firstLine })])
    lines.set(code, line)
    if (name !== '') list.names.set(code, name)
    if (parent !== '') list.parents.set(code, parent)
  }
  if (!columns) throw new CdhtError('record', [issue('no_headings', [], {})])
  for (const start of list.parents.keys()) {
    const passed = new Set<string>()
    for (let unit: string | undefined = start; unit !== undefined; unit = list.parents.get(unit)) {
      if (passed.has(unit)) throw new CdhtError('options', [issue('cyclic_unit', ['parent'], {})])
      passed.add(unit)
    }
  }
  return list
}
