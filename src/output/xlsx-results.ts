import type { Writable } from 'node:stream'
import type { RejectedRow } from '../intake/person-row.js'
import type { Assessment } from '../model/assessment.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { CdhtError, isCdhtError } from '../model/issue.js'
import type { CitizenRecord } from '../model/record.js'
import { sets as shipped } from '../sets/shipped/index.js'
import { GroupCounts } from './group-counts.js'
import { PackedLines } from './packed-lines.js'
import { rejectionHeadings, rejectionRows } from './rejection-table.js'
import { resultPersonReader } from './result-person.js'
import { headingOf, resultCell, resultColumns, tableNames, type ResultColumn, type Wording } from './result-table.js'
import type { RowWriter } from './row-writer.js'
import { legendSheet, type UsedSet } from './xlsx-legend.js'
import { XlsxPackage } from './xlsx-package.js'
import { SheetRows } from './xlsx-rows.js'
import { cellLimit, type Cell } from './xlsx-sheet.js'
import type { StyleName } from './xlsx-styles.js'
import { summarySheet } from './xlsx-summary.js'
import { workbookWords } from './xlsx-words.js'

export interface WriteOptions {
  /** Sets whose groups, indicators, facts and levels may need a name. Default: all shipped sets. */
  sets?: Iterable<CriteriaSet>
  /** `vi` (default), `en`: headings and words for people. `id`: headings and codes for programs, the other sheets in Vietnamese. */
  headings?: Wording
  /** Rows of one sheet, headings among them; more go on on a further sheet. Default, and at most: 1,048,576, all that a sheet can hold. */
  rowsPerSheet?: number
}

/** Writes a workbook of results. */
export interface ResultWriter extends RowWriter<Assessment, CitizenRecord> {
  /** Lists what is wrong with a rejected row on a sheet of its own, never a value of it, and counts it in the summary. */
  reject(row: RejectedRow): Promise<void>
  /** Rows rejected so far. */
  readonly rejected: number
}

/**
 * Writes results as a workbook (.xlsx): a sheet of results, one row a person, as in CSV; a sheet of counts by group; where rows
 * were rejected, a sheet that says why; and a legend of the words, of every level that was used, its basis and sources. Texts
 * are always texts, so that none can become a formula; days are texts such as `2025-12-31`, without any time zone.
 *
 * Memory does not grow with the rows, but for some bytes a rejected one. The same results give the same bytes.
 *
 * @throws CdhtError `record` while writing: `too_long` for an id or a unit of more than 32,767 characters, which no cell can
 * hold; the row is not written, and further ones can be
 *
 * @example
 * const results = writeAssessments(createWriteStream('ket-qua.xlsx'))
 * for await (const row of readPeople(createReadStream('people.xlsx')))
 *   if ('record' in row) await results.write(evaluate(row.record, { on: '2025-12-31' }), row.record)
 *   else await results.reject(row)
 * await results.end()
 */
export function writeAssessments(target: Writable, options: WriteOptions = {}): ResultWriter {
  return new ResultBook(target, options)
}

class ResultBook implements ResultWriter {
  readonly #book: XlsxPackage
  readonly #sets: CriteriaSet[]
  readonly #wording: Wording
  readonly #columns: ResultColumn[]
  readonly #names: ReturnType<typeof tableNames>
  readonly #personOf = resultPersonReader()
  readonly #results: SheetRows
  readonly #rejections = new PackedLines()
  readonly #counts = new GroupCounts()
  readonly #used = new Map<string, UsedSet>()
  readonly #limit: { limit?: number }
  rows = 0
  rejected = 0

  constructor(target: Writable, { sets, headings = 'vi', rowsPerSheet }: WriteOptions) {
    this.#sets = [...(sets ?? Object.values(shipped))]
    this.#wording = headings
    this.#names = tableNames(this.#sets)
    this.#columns = resultColumns(this.#names)
    this.#limit = rowsPerSheet === undefined ? {} : { limit: rowsPerSheet }
    this.#book = new XlsxPackage(target)
    this.#results = new SheetRows(this.#book, {
      name: workbookWords.results[this.#lang],
      columns: this.#columns.map(({ id }) => ({ width: widthOf(id) })),
      headings: this.#columns.map((column) => ({ value: headingOf(column, headings), style: 'heading' })),
      headingHeight: headings === 'id' ? 48 : 108,
      ...this.#limit,
    })
  }

  get #lang() {
    return this.#wording === 'id' ? 'vi' : this.#wording
  }

  async write(assessment: Assessment, record?: CitizenRecord): Promise<void> {
    const person = record && this.#personOf(record, assessment)
    const cells = this.#columns.map((column): Cell => {
      const value = resultCell(column, this.#wording, assessment, person)
      return value === '' ? undefined : { value, style: styleOf(column.id, value, assessment) }
    })
    await this.#results.write(cells).catch((error: unknown) => {
      throw this.#withHeading(error)
    })
    this.rows++
    this.#counts.add(assessment)
    const { set, on } = assessment
    const key = `${set.digest} ${on}`
    if (!this.#used.has(key)) {
      const { id, version, digest } = set
      this.#used.set(key, { id, version, digest, on, set: this.#sets.find((one) => one.digest === digest) })
    }
  }

  async reject(row: RejectedRow): Promise<void> {
    for (const cells of rejectionRows(row)) await this.#rejections.add(cells)
    this.rejected++
    this.#counts.reject(row.group)
  }

  async end(): Promise<void> {
    await this.#results.end()
    const used = [...this.#used.values()]
    const days = [...new Set(used.map(({ on }) => on))].sort()
    this.#book.addSheet(summarySheet(this.#counts, days, this.#names.groups, this.#lang))
    if (this.rejected > 0) await this.#writeRejections()
    this.#book.addSheet(legendSheet(used, this.#lang))
    await this.#book.end()
  }

  async #writeRejections(): Promise<void> {
    const sheet = new SheetRows(this.#book, {
      name: workbookWords.rejected[this.#lang],
      columns: [9, 34, 14, 22, 70, 70].map((width) => ({ width })),
      headings: rejectionHeadings.map((column) => ({ value: headingOf(column, this.#wording), style: 'heading' })),
      headingHeight: 32,
      ...this.#limit,
    })
    for await (const cells of this.#rejections.read())
      await sheet.write(
        cells.map((value): Cell =>
          typeof value === 'number'
            ? { value, style: 'whole' }
            : // A heading of the file may be longer than any cell.
              { value: value.slice(0, cellLimit), style: 'wrapped' },
        ),
      )
    await sheet.end()
  }

  /** Says by its heading, and not by its number, in which column a text is too long. */
  #withHeading(error: unknown): unknown {
    if (!isCdhtError(error)) return error
    const [first, ...rest] = error.issues
    const column = this.#columns[Number(first.path[0]) - 1]
    return column ? new CdhtError(error.code, [{ ...first, path: [headingOf(column, this.#wording)] }, ...rest]) : error
  }
}

const widths: Readonly<Record<string, number>> = {
  id: 18,
  group: 38,
  residence: 20,
  workplace: 20,
  memberships: 34,
  verdict: 16,
  basis: 28,
  digital_code: 16,
  missing: 60,
  unknown: 60,
  warnings: 60,
}
const widthOf = (id: string): number => widths[id] ?? 13

function styleOf(id: string, value: string | number, { verdict }: Assessment): StyleName {
  if (id === 'verdict') return verdict
  if (typeof value === 'string') return 'text'
  return id.startsWith('digital_') ? 'whole' : 'points'
}
