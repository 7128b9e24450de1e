import type { Area, RowAssessor } from '../assessment/row-assessor.js'
import type { Assessment } from '../model/assessment.js'
import type { CitizenRecord } from '../model/record.js'
import { verdicts, type Verdict } from '../model/verdict.js'
import type { ByteBatch } from './byte-batch.js'
import { csvCell } from './csv-cell.js'
import { ListCell } from './list-cell.js'
import { resultPersonReader, type ResultPerson } from './result-person.js'
import { resultCell, type Reads, type ResultColumn, type Wording } from './result-table.js'

/** Columns side by side that look at the same. */
interface Piece {
  reads: Reads
  columns: ResultColumn[]
  /** What stands before it. */
  before: string
}

/** What of a line does not depend on a person's evidence, by the group and the kind of area. */
export interface Frame {
  nobody: Assessment
  /** By verdict: as results are counted. */
  counted: Record<Verdict, Pick<Assessment, 'group' | 'verdict' | 'basis'>>
  /** By verdict: the bytes of each piece; blank for those that evidence makes. */
  pieces: Record<Verdict, Uint8Array[]>
  /** Where in `points` each cell of each piece of points is; -1: the set has no such indicator. */
  ends: readonly Int32Array[]
  missing: ListCell
  unknown: ListCell
  /** Warnings, and warnings where the kind of area matters. */
  warnings: readonly [Uint8Array, Uint8Array]
}

const encoder = new TextEncoder()
/** Whole numbers below it are kept as bytes. */
const commonNumbers = 128
const isCommon = (number: number): boolean => Number.isInteger(number) && number >= 0 && number < commonNumbers

/** Makes lines of results as `writeAssessments` does, from bytes that are made once for all people who share them. */
export class ResultLines {
  /** Fields of the record that a line shows, as paths; each has a place in what `put` takes. */
  readonly fields: readonly string[]

  readonly #pieces: readonly Piece[] = []
  /** The bytes of two numbers side by side. */
  readonly #pairs: (Uint8Array | undefined)[] = Array.from({ length: commonNumbers * commonNumbers })
  readonly #skills = new WeakMap<object, Uint8Array>()
  readonly #personOf = resultPersonReader()

  constructor(
    columns: readonly ResultColumn[],
    readonly wording: Wording,
    readonly on: string,
  ) {
    const pieces: Piece[] = []
    for (const column of columns) {
      const last = pieces.at(-1)
      if (last?.reads === column.reads) last.columns.push(column)
      else pieces.push({ reads: column.reads, columns: [column], before: last ? ',' : '' })
    }
    this.#pieces = pieces
    this.fields = pieces.flatMap(({ reads }) => (typeof reads === 'object' ? [reads.field] : []))
  }

  frameOf(assessor: RowAssessor, group: string, area: Area): Frame {
    const nobody = assessor.nobody(group, area)
    const count = nobody.indicators.length
    // Each end as its own place.
    const indicators = nobody.indicators.map((one, i) => ({ ...one, score: { ...one.score, lower: i, upper: count + i } }))
    const ofVerdict = (verdict: Verdict): Uint8Array[] =>
      this.#pieces.map((piece) =>
        piece.reads === 'frame' || piece.reads === 'verdict' ? this.#bytesOf(piece, { ...nobody, verdict }) : nothing,
      )
    const warned = this.#pieces.find(({ reads }) => reads === 'warnings')
    const warnings = (...more: Assessment['warnings']): Uint8Array =>
      warned ? this.#bytesOf(warned, { ...nobody, warnings: [...nobody.warnings, ...more] }) : nothing
    return {
      nobody,
      counted: byVerdict((verdict) => ({ group, verdict, basis: nobody.basis })),
      pieces: byVerdict(ofVerdict),
      ends: this.#pieces.map(({ reads, columns }) =>
        Int32Array.from(reads === 'points' ? columns : [], ({ cell }) => {
          const end = cell({ ...nobody, indicators })
          return typeof end === 'number' ? end : -1
        }),
      ),
      missing: this.#listOf('missing', (ids) => ({
        ...nobody,
        missing: ids.map((indicator) => ({ indicator })) as Assessment['missing'],
      })),
      unknown: this.#listOf('unknown', (ids) => ({ ...nobody, unknown: ids as Assessment['unknown'] })),
      warnings: [warnings(), warnings(assessor.areaWarning)],
    }
  }

  /** What one field of a record makes of its place in a line. @param record - says nothing else that a line shows */
  fieldBytes(at: number, record: CitizenRecord): Uint8Array {
    const piece = this.#pieces.filter(({ reads }) => typeof reads === 'object')[at] as Piece
    // The cell of a field looks at no result.
    return this.#bytesOf(piece, {} as Assessment, this.#personOf(record, { id: record.id, on: this.on }))
  }

  /** @param id - whose bytes are to stand in the line as they are; `fields` - in the order of `this.fields` */
  put(
    batch: ByteBatch,
    id: { bytes: Uint8Array; from: number; to: number },
    fields: readonly Uint8Array[],
    frame: Frame,
    assessor: RowAssessor,
  ): void {
    const pieces = this.#pieces
    const fixed = frame.pieces[assessor.verdict]
    let field = 0
    for (let p = 0; p < pieces.length; p++) {
      const piece = pieces[p] as Piece
      const { reads } = piece
      switch (reads) {
        case 'id':
          batch.put(id.bytes, id.from, id.to)
          break
        case 'frame':
        case 'verdict':
          batch.put(fixed[p] as Uint8Array)
          break
        case 'total':
          this.#putPair(batch, assessor.lower, assessor.upper)
          break
        case 'points':
          this.#putPoints(batch, frame.ends[p] as Int32Array, assessor.points)
          break
        case 'digital':
          batch.put(this.#skills.get(assessor.digital) ?? this.#keep(piece, frame.nobody, assessor.digital))
          break
        case 'missing':
          frame.missing.put(batch, indicatorsOf(assessor.missing))
          break
        case 'unknown':
          frame.unknown.put(batch, assessor.unknown)
          break
        case 'warnings':
          batch.put(frame.warnings[assessor.areaMatters ? 1 : 0])
          break
        default:
          batch.put(fields[field++] as Uint8Array)
      }
    }
    batch.put(lineEnd)
  }

  #putPoints(batch: ByteBatch, ends: Int32Array, points: Float64Array): void {
    for (let c = 0; c < ends.length; c += 2) {
      const [lower, upper] = [ends[c] as number, ends[c + 1] as number]
      if (lower >= 0 && upper >= 0) this.#putPair(batch, points[lower] as number, points[upper] as number)
      else batch.text(',,')
    }
  }

  #putPair(batch: ByteBatch, lower: number, upper: number): void {
    const key = lower * commonNumbers + upper
    const known = this.#pairs[key]
    if (known) batch.put(known)
    else if (isCommon(lower) && isCommon(upper)) batch.put((this.#pairs[key] = encoder.encode(`,${lower},${upper}`)))
    else batch.text(`,${csvCell(lower)},${csvCell(upper)}`)
  }

  /** Equal skills are one object, and their bytes are made once. */
  #keep(piece: Piece, nobody: Assessment, digital: Assessment['digital']): Uint8Array {
    const bytes = this.#bytesOf(piece, { ...nobody, digital })
    this.#skills.set(digital, bytes)
    return bytes
  }

  #listOf(reads: Reads, of: (ids: readonly string[]) => Assessment): ListCell {
    const [column] = this.#pieces.find((piece) => piece.reads === reads)?.columns ?? []
    return new ListCell((ids) => String(column ? resultCell(column, this.wording, of(ids), undefined) : ''), ',')
  }

  #bytesOf({ columns, before }: Piece, of: Assessment, person?: ResultPerson): Uint8Array {
    return encoder.encode(before + columns.map((column) => csvCell(resultCell(column, this.wording, of, person))).join(','))
  }
}

const indicators: string[] = []

/** @returns the same list every time */
function indicatorsOf(missing: Assessment['missing']): readonly string[] {
  indicators.length = 0
  for (const { indicator } of missing) indicators.push(indicator)
  return indicators
}

const byVerdict = <T>(of: (verdict: Verdict) => T): Record<Verdict, T> =>
  Object.fromEntries(verdicts.map((verdict) => [verdict, of(verdict)])) as Record<Verdict, T>
const nothing = new Uint8Array(0)
const lineEnd = encoder.encode('\r\n')
