import { RowAssessor, type Area } from '../assessment/row-assessor.js'
import type { Wording } from '../csv.js'
import type { CriteriaSet } from '../index.js'
import type { ByteRows } from '../intake/byte-rows.js'
import type { ByteTable } from '../intake/byte-table.js'
import { lacksZeros } from '../intake/cell.js'
import type { Column } from '../intake/heading.js'
import { zerosLost } from '../intake/person-row.js'
import type { QuickRows, QuickRowsOf } from '../intake/quick-rows.js'
import type { RepeatedIds } from '../intake/repeated-id.js'
import { columnsOf } from '../output/csv.js'
import { ResultLines, type Frame } from '../output/result-line.js'
import type { Judge } from './judge.js'
import type { ByteLines } from './output.js'
import { QuickColumns, type GroupJudge } from './quick-columns.js'
import type { RowWarnings } from './row-warnings.js'
import type { Summary } from './summary.js'

/** Where assessed rows go. */
interface Targets {
  /** Absent: results are only counted. */
  results: ByteLines | undefined
  summary: Summary
  warnings: RowWarnings
  /** Called for every row that is taken. */
  onRow: () => void
}

/** A group's judge with what its lines have in common, by the kind of area. */
interface LineJudge extends GroupJudge {
  frames: Map<Area, Frame>
}

/**
 * Assesses rows of a CSV file from their bytes to the bytes of their results, without a record or an assessment between: the
 * same results that these would give. Whatever is rare about a row leaves it to them.
 *
 * @returns `undefined` where every row needs a record: its attesters decide what counts
 */
export function quickAssessing(judge: Judge, headings: Wording, targets: Targets): QuickRowsOf | undefined {
  return judge.accept === undefined ? (table) => new QuickAssessing(judge, headings, targets, table) : undefined
}

class QuickAssessing implements QuickRows {
  readonly #table: ByteTable
  readonly #targets: Targets
  readonly #lines: ResultLines
  readonly #columns: QuickColumns<LineJudge>
  readonly #idColumn: Column
  readonly #id: { bytes: Uint8Array; from: number; to: number } = { bytes: new Uint8Array(0), from: 0, to: 0 }

  constructor(judge: Judge, headings: Wording, targets: Targets, table: ByteTable) {
    this.#table = table
    this.#targets = targets
    this.#lines = new ResultLines(columnsOf(judge), headings, judge.on)
    const { columns } = table.headings
    this.#idColumn = columns.find(({ path }) => path[0] === 'id') as Column
    const assessors = new Map<CriteriaSet, RowAssessor>()
    let count = 0
    this.#columns = new QuickColumns(columns, this.#lines, (group) => {
      const set = judge.setOf(group)
      if (set === undefined) return undefined
      const assessor = assessors.get(set) ?? new RowAssessor(set, judge.on)
      assessors.set(set, assessor)
      return { at: count++, group, assessor, frames: new Map() }
    })
  }

  isDue(): boolean {
    return this.#targets.results?.isDue() ?? false
  }

  async flush(): Promise<void> {
    await this.#targets.results?.flush()
  }

  take(ids: RepeatedIds): boolean {
    const rows = this.#table.cells
    const judge = rows && this.#columns.read(rows)
    if (!judge?.assessor.assess(this.#columns.area)) return false
    const id = this.#idOf(rows as ByteRows)
    const { line } = this.#table
    if (!ids.isNew(id.bytes, id.from, id.to, line)) return false
    const { results, summary, warnings, onRow } = this.#targets
    onRow()
    // Only numbers of ten or eleven digits lack zeros.
    if (id.to - id.from <= 11 && id.to - id.from >= 10 && lacksZeros(String.fromCharCode(...id.bytes.subarray(id.from, id.to))))
      warnings.add(line, zerosLost(this.#idColumn))
    const frame = this.#frameOf(judge)
    summary.add(frame.counted[judge.assessor.verdict])
    if (results) this.#lines.put(results.nextRow(), id, this.#columns.fields, frame, judge.assessor)
    return true
  }

  #idOf({ bytes, from, to }: ByteRows): { bytes: Uint8Array; from: number; to: number } {
    const id = this.#id
    id.bytes = bytes
    id.from = from[this.#idColumn.index] as number
    id.to = to[this.#idColumn.index] as number
    return id
  }

  #frameOf({ frames, assessor, group }: LineJudge): Frame {
    const { area } = this.#columns
    let frame = frames.get(area)
    if (frame === undefined) frames.set(area, (frame = this.#lines.frameOf(assessor, group, area)))
    return frame
  }
}
