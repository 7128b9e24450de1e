import { CdhtError, issue, type Issues, type Result } from '../model/issue.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { isObject } from '../model/record.js'
import { isLikeFormula } from '../output/csv-cell.js'
import { resultColumns, tableNames } from '../output/result-table.js'
import type { CountedResult } from '../population/counted-result.js'
import { sets as shipped } from '../sets/shipped/index.js'
import { readCsvRows } from './csv-rows.js'
import { jsonTexts, jsonLimit } from './json-text.js'
import { countedColumns, resultReader, type ResultReader } from './result-cells.js'
import { isBlankRow, type TableRow } from './table-row.js'
import { decodeText, type TextSource } from './text-source.js'
import { WordIndex } from './word-index.js'
import { bytesOf, type ByteSource } from './xlsx.js'
import { readXlsxRows } from './xlsx-rows.js'
import { readWorkbook } from './xlsx-workbook.js'
import { Zip } from './zip.js'

/** One row of a file of results: what counting needs of it, or what is wrong with it. */
export type ResultRow = { line: number; result: CountedResult } | { line: number; issues: Issues }

export interface ReadResultsOptions {
  /** Sets whose groups and indicators the file may name in words. Default: all shipped sets. */
  sets?: Iterable<CriteriaSet> | undefined
}

interface Reading {
  headings: WordIndex<string>
  read: ResultReader
}

function readingOf({ sets = Object.values(shipped) }: ReadResultsOptions): Reading {
  const list = [...sets]
  const headings = new WordIndex<string>()
  for (const { id, label } of resultColumns(tableNames(list))) headings.add([id, label.vi, label.en], id)
  return { headings, read: resultReader(list) }
}

/**
 * The results of a CSV file that `writeAssessments` wrote, with headings in any of its wordings, one at a time. Memory does not
 * grow; the same person may come twice (see `onlyOnce`).
 *
 * @throws {CdhtError} `record`, while iterating: `not_results` where columns that counting needs are not there,
 * `repeated_heading`, and what a file of any CSV is refused for
 *
 * @example
 * for await (const row of readResults(createReadStream('results.csv'))) if ('result' in row) console.log(row.result.verdict)
 */
export async function* readCsvResults(source: TextSource, options: ReadResultsOptions = {}): AsyncGenerator<ResultRow> {
  const reading = readingOf(options)
  const rows = readCsvRows(source, { isHeading: (cell) => reading.headings.find(cell) !== undefined })
  const missing = yield* readTable(rows, reading, withoutGuard)
  if (missing.length > 0) throw notResults(missing)
}

/** The results of a workbook that `writeAssessments` wrote, of all of its sheets that hold results. */
export async function* readXlsxResults(source: ByteSource, options: ReadResultsOptions = {}): AsyncGenerator<ResultRow> {
  const reading = readingOf(options)
  const zip = await Zip.open(await bytesOf(source))
  const workbook = await readWorkbook(zip)
  let fewest: readonly string[] = countedColumns
  for (const sheet of workbook.sheets.filter(({ isHidden }) => !isHidden)) {
    const rows = readXlsxRows(zip, workbook, sheet)
    // Sheets of summaries and explanations name no columns of results.
    const missing = yield* readTable(rows, reading, (text) => text)
    if (missing.length < fewest.length) fewest = missing
  }
  if (fewest.length > 0) throw notResults(fewest)
}

/**
 * The results of a file of JSON, one a line or in a list, that `writeAssessments` wrote.
 *
 * @throws {CdhtError} `record`, while iterating: `empty`, `unfinished_list`, and what a file of any JSON is refused for
 */
export async function* readNdjsonResults(source: TextSource, options: ReadResultsOptions = {}): AsyncGenerator<ResultRow> {
  const { read } = readingOf(options)
  for await (const { line, text } of jsonTexts(decodeText(source))) {
    if (text === undefined) yield { line, issues: [issue('too_long', [], { limit: jsonLimit })] }
    else if (text.trim() !== '') yield resultOf(line, text, read)
  }
}

const notResults = (columns: readonly string[]): CdhtError =>
  new CdhtError('record', [issue('not_results', [], { columns: [...columns] })])

/** Rows above the headings are titles. */
const searched = 30

/**
 * The rows below the headings.
 *
 * @param textOf - a cell as it was before it was written
 * @returns the columns that the row of headings that has most of them lacks; then no row came out
 */
async function* readTable(
  rows: AsyncIterable<TableRow>,
  { headings, read }: Reading,
  textOf: (cell: string) => string,
): AsyncGenerator<ResultRow, readonly string[]> {
  let fewest: readonly string[] = countedColumns
  let columns: ReadonlyMap<string, number> | undefined
  let passed = 0
  for await (const { line, cells } of rows) {
    if (isBlankRow({ line, cells })) continue
    if (columns) {
      const at = columns
      yield rowOf(
        line,
        read((column) => textOf(cells[at.get(column) ?? -1] ?? '')),
      )
      continue
    }
    const found = columnsIn(cells, headings)
    const missing = countedColumns.filter((column) => !found.has(column))
    if (missing.length === 0) columns = found
    if (missing.length < fewest.length) fewest = missing
    if (++passed === searched && !columns) break
  }
  return columns ? [] : fewest
}

function columnsIn(cells: readonly string[], headings: WordIndex<string>): Map<string, number> {
  const found = new Map<string, number>()
  for (const [at, cell] of cells.entries()) {
    const column = headings.find(cell)
    if (column === undefined) continue
    const first = found.get(column)
    if (first !== undefined)
      throw new CdhtError('record', [issue('repeated_heading', [column], { columns: [first + 1, at + 1] })])
    found.set(column, at)
  }
  return found
}

const rowOf = (line: number, read: Result<CountedResult>): ResultRow =>
  read.ok ? { line, result: read.value } : { line, issues: read.issues }

/** The sign by which `csvCell` keeps a spreadsheet from running a text is none of the text. */
const withoutGuard = (cell: string): string => (cell.startsWith("'") && isLikeFormula(cell.slice(1)) ? cell.slice(1) : cell)

function resultOf(line: number, text: string, read: ResultReader): ResultRow {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // The reason would repeat a piece of the text.
    return { line, issues: [issue('broken_json', [], {})] }
  }
  return rowOf(line, read(cellsOf(json)))
}

/** What a row of a table would say in its cells, of the whole result. */
function cellsOf(json: unknown): (column: string) => string {
  const at = (...path: (string | number)[]): unknown =>
    path.reduce<unknown>(
      (of, key) => (isObject(of) || Array.isArray(of) ? (of as Record<string, unknown>)[key] : undefined),
      json,
    )
  const indicators = at('indicators')
  const cells: Record<string, unknown> = {
    id: at('id'),
    group: at('group'),
    on: at('on'),
    verdict: at('verdict'),
    basis: at('basis'),
    residence: at('person', 'units', 'residence'),
    workplace: at('person', 'units', 'workplace'),
    unit_level: at('person', 'unitLevel'),
    memberships: at('person', 'memberships'),
    registered: at('person', 'registered'),
    adult: at('person', 'adult'),
    recorded_on: at('person', 'recordedOn'),
    assessed: at('person', 'assessed'),
    digital_lower: at('digital', 'level', 'lower'),
    digital_upper: at('digital', 'level', 'upper'),
    has_skills: at('digital', 'hasSkills'),
    proficient: at('digital', 'proficient'),
  }
  for (const one of Array.isArray(indicators) ? (indicators as unknown[]) : []) {
    if (!isObject(one) || !isObject(one['score'])) continue
    const column = String(one['id']).replaceAll('-', '_')
    cells[`${column}_lower`] = one['score']['lower']
    cells[`${column}_upper`] = one['score']['upper']
  }
  return (column) => textIn(cells[column])
}

function textIn(value: unknown): string {
  if (Array.isArray(value)) return value.join('; ') || '-'
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
