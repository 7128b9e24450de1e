import type { Area, RowAssessor } from '../assessment/row-assessor.js'
import type { ByteRows } from '../intake/byte-rows.js'
import { byteCellReader, isPlainId, refused, type ByteCellReader } from '../intake/byte-cells.js'
import { CellMemo } from '../intake/cell-memo.js'
import type { Column } from '../intake/heading.js'
import { readCell } from '../intake/person-row.js'
import type { CitizenRecord } from '../index.js'
import type { Effect } from '../rules/effect.js'
import { isAnswer } from '../population/is-assessed.js'
import type { FactReader } from '../rules/fact-reader.js'

/** Who judges the people of a group. */
export interface GroupJudge {
  /** From 0, in the order in which groups came. */
  at: number
  group: string
  assessor: RowAssessor
}

/** What a cell says that may come again. */
interface Cell {
  value: unknown
  /** By the place of a judge: what it does to a reading, `null` for nothing; whether it is taken at all. */
  effects: (Effect | null | false | undefined)[]
  taken: (boolean | undefined)[]
  /** Whether it answers anything. */
  answers: boolean
  /** What a line of results shows of it. */
  bytes: Uint8Array | undefined
}

/** Of births and units there are more than of steps and counts. */
const mostOfFields = 1 << 13

interface QuickColumn {
  kind: 'id' | 'area' | 'fact' | 'list' | 'field'
  column: Column
  memo: CellMemo<Cell | undefined>
  /** Of lists. */
  read: ByteCellReader
  /** By the place of a judge: how it reads the fact; `null`: it has none. */
  readers: (FactReader | null | undefined)[]
  /** Place in `fields`; -1: a line does not show it. */
  place: number
}

/** What a line of results shows of one field of a record. */
export interface FieldLines {
  readonly fields: readonly string[]
  fieldBytes(at: number, record: CitizenRecord): Uint8Array
}

/** Reads rows of people from the bytes of their cells: each cell that was met before costs finding it again. */
export class QuickColumns<Judge extends GroupJudge> {
  /** Of the row that was read: what a line of results shows of each field. */
  readonly fields: Uint8Array[]
  area: Area
  /** Cell of the id. */
  idAt = -1

  readonly #columns: readonly QuickColumn[]
  readonly #group: QuickColumn['column']
  readonly #judges: CellMemo<Judge | undefined>
  readonly #blank: readonly Uint8Array[]
  /** Place in `fields` of whether there is evidence, and what stands there if so. */
  readonly #evidence: number
  readonly #evidenceGiven: Uint8Array | undefined

  constructor(
    columns: readonly Column[],
    readonly lines: FieldLines,
    judgeOf: (group: string) => Judge | undefined,
  ) {
    this.#group = columns.find(({ path }) => path[0] === 'group') as Column
    this.#judges = new CellMemo((text) => {
      const group = readCell(text, this.#group)
      return group.ok ? judgeOf(group.value as string) : undefined
    })
    this.#columns = columns.filter((column) => column !== this.#group).map((column) => this.#quickColumn(column))
    this.#blank = lines.fields.map((_, at) => lines.fieldBytes(at, nobody))
    this.fields = this.#blank.slice()
    this.#evidence = lines.fields.indexOf('evidence')
    if (this.#evidence >= 0) this.#evidenceGiven = lines.fieldBytes(this.#evidence, withEvidence)
  }

  /**
   * Reads a row: its evidence goes to its judge.
   *
   * @returns `undefined` where something about it is rare, or wrong: then it is to be read as a record
   */
  read(rows: ByteRows): Judge | undefined {
    const judge = this.#judgeOf(rows)
    if (judge === undefined) return undefined
    const { assessor } = judge
    assessor.clear()
    this.area = undefined
    for (let at = 0; at < this.fields.length; at++) this.fields[at] = this.#blank[at] as Uint8Array
    const columns = this.#columns
    let answered = false
    for (let c = 0; c < columns.length; c++) {
      const one = columns[c] as QuickColumn
      const cell = one.column.index
      if (cell >= rows.count) continue
      const from = rows.from[cell] as number
      const to = rows.to[cell] as number
      if (one.kind === 'id') {
        if (!isPlainId(rows.bytes, from, to) || !rows.isPlain(cell)) return undefined
        this.idAt = cell
        continue
      }
      if (from === to) continue
      let known: Cell | undefined
      if (one.kind === 'list') {
        // Short lists of codes come again.
        if (one.column.list === 'codes' && rows.isPlain(cell)) known = one.memo.find(rows.bytes, from, to)
      }
      if (one.kind === 'list' && known === undefined) {
        const value = one.read(rows, cell)
        if (value === undefined) continue
        const reader = this.#readerOf(one, judge)
        if (value === refused || reader === null) return undefined
        assessor.putValue(reader, value)
        answered ||= isAnswer(value)
        continue
      }
      if (known === undefined) {
        if (!rows.isPlain(cell)) return undefined
        known = one.memo.get(rows.bytes, from, to)
        if (known === undefined) return undefined
      }
      if (known.value === undefined) continue
      if (one.kind === 'fact' || one.kind === 'list') {
        const effect = known.effects[judge.at] ?? this.#effectOf(known, one, judge)
        if (effect === false) return undefined
        if (effect !== null) assessor.put(effect)
        answered ||= known.answers
      } else if (one.kind === 'area') this.area = known.value as Area
      else {
        if (!(known.taken[judge.at] ?? this.#isTaken(known, one, judge))) return undefined
        if (one.place >= 0) this.fields[one.place] = known.bytes as Uint8Array
      }
    }
    if (answered && this.#evidenceGiven) this.fields[this.#evidence] = this.#evidenceGiven
    return this.idAt < 0 ? undefined : judge
  }

  #judgeOf(rows: ByteRows): Judge | undefined {
    this.idAt = -1
    const { index } = this.#group
    if (index >= rows.count || !rows.isPlain(index)) return undefined
    return this.#judges.get(rows.bytes, rows.from[index] as number, rows.to[index] as number)
  }

  #quickColumn(column: Column): QuickColumn {
    const [field, key] = column.path
    const place = this.lines.fields.indexOf(column.path.join('.'))
    const kind = column.list && key !== undefined ? 'list' : kindOf(field)
    const cellOf = (text: string): Cell | undefined => {
      const result = readCell(text, column)
      if (!result.ok) return undefined
      const { value } = result
      const record = { ...nobody, [field]: key === undefined ? value : { [key]: value } }
      const bytes = place < 0 || value === undefined ? undefined : this.lines.fieldBytes(place, record)
      return { value, effects: [], taken: [], answers: isAnswer(value), bytes }
    }
    const memo = new CellMemo(cellOf, kind === 'field' ? mostOfFields : undefined)
    return { kind, column, memo, read: byteCellReader(column, true), readers: [], place }
  }

  #readerOf({ readers, column }: QuickColumn, { at, assessor }: GroupJudge): FactReader | null {
    return (readers[at] ??= assessor.readerOf(column.path[1] as string) ?? null)
  }

  #effectOf(known: Cell, one: QuickColumn, judge: GroupJudge): Effect | null | false {
    const reader = this.#readerOf(one, judge)
    const effect = reader === null ? false : known.value === null ? null : (judge.assessor.effectOf(reader, known.value) ?? false)
    return (known.effects[judge.at] = effect)
  }

  #isTaken(known: Cell, { column: { path } }: QuickColumn, { at, group, assessor }: GroupJudge): boolean {
    const [field, key] = path
    // Declared points take the place of evidence, which is for the record to say.
    return (known.taken[at] = field !== 'scores' && assessor.takes(group, field, key, known.value))
  }
}

const nobody = { id: '-', group: '-' }
const withEvidence = { ...nobody, evidence: { any: true } } as CitizenRecord

function kindOf(field: string): QuickColumn['kind'] {
  if (field === 'id') return 'id'
  if (field === 'evidence') return 'fact'
  return field === 'disadvantagedArea' ? 'area' : 'field'
}
