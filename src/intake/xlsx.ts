import { CdhtError, issue } from '../model/issue.js'
import type { FileFindings } from './file-findings.js'
import { headingIndexOf, readTable, type TableOptions } from './people.js'
import type { PersonRow } from './person-row.js'
import type { TableRow } from './table-row.js'
import { fromTcvn3 } from './tcvn3.js'
import { readXlsxRows } from './xlsx-rows.js'
import { readWorkbook, type Workbook, type WorkbookSheet } from './xlsx-workbook.js'
import { brokenWorkbook, tooLarge, Zip } from './zip.js'

/** The bytes of a file as a whole, or their chunks: a Node or web stream, or anything else that can be iterated. */
export type ByteSource = Uint8Array | AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export interface ReadPeopleOptions extends TableOptions {
  /** Name of the sheet to read. Default: the first that is not hidden. */
  sheet?: string
  /** `tcvn3`: the text is typed in an ABC font (.VnTime) and is converted; of its capitals, tones may be lost. */
  encoding?: 'tcvn3'
}

/** Bytes of a workbook file. */
const fileLimit = 64 * 1024 * 1024

/**
 * The people of a sheet of a workbook (.xlsx), in order and one at a time: every row below the headings that holds any text
 * comes out exactly once, as a well-formed record or as a rejection. Headings and cells are read as in CSV.
 *
 * Dates come from the number that the workbook holds, without a clock or a time zone, as precise as the cell shows them.
 * Formulas give the value last worked out; all cells of a merged block give its value; hidden rows and columns are read,
 * hidden sheets only when named. A cell that shows an error (`#N/A`) makes its row a rejection.
 *
 * Memory: the file itself, at most 64 MB, the texts that cells share, and the ids seen; the sheet is unpacked piece by piece.
 *
 * @throws {CdhtError} `record`, while iterating: `broken_workbook`, `too_large`, `other_format`, `legacy_code`,
 * `no_headings`, `missing_heading`, `repeated_heading`; `options`: `unknown_id` for a sheet or an alias that does not exist
 *
 * @example
 * for await (const row of readPeople(createReadStream('people.xlsx')))
 *   if ('record' in row) console.log(row.line, evaluate(row.record, { on: '2025-12-31' }).verdict)
 */
export async function* readPeople(source: ByteSource, options: ReadPeopleOptions = {}): AsyncGenerator<PersonRow> {
  // A wrong option is told before anything is read.
  const index = headingIndexOf(options)
  const { rows, about } = await openSheet(source, options)
  yield* readTable(rows, index, options, about, 'apart')
}

/** The rows of a sheet of people or of their items, and what was found out about the workbook. */
export async function openSheet(
  source: ByteSource,
  { encoding, sheet: name }: Pick<ReadPeopleOptions, 'encoding' | 'sheet'>,
): Promise<{ rows: AsyncIterable<TableRow>; about: () => Partial<FileFindings> }> {
  if (encoding !== undefined && encoding !== 'tcvn3') throw new CdhtError('options', [issue('wrong_option', ['encoding'], {})])
  const zip = await Zip.open(await bytesOf(source))
  const workbook = await readWorkbook(zip)
  const sheet = chooseSheet(workbook, name)
  const others = workbook.sheets.filter((one) => one !== sheet)
  const count = others.filter(({ isHidden }) => !isHidden).length
  const about: Partial<FileFindings> = {
    sheet: { name: sheet.name, others: others.map(({ name, isHidden }) => ({ name, isHidden })) },
    notes: [
      ...(encoding ? [issue('tcvn3_capitals', [], {}, 'warning')] : []),
      ...(count > 0 ? [issue('other_sheets', [], { sheet: sheet.name, count }, 'warning')] : []),
    ],
  }
  const rows = readXlsxRows(zip, workbook, sheet)
  return { rows: encoding ? convert(rows) : rows, about: () => about }
}

export async function bytesOf(source: ByteSource): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    chunks.push(chunk)
    length += chunk.length
    if (length > fileLimit) throw tooLarge(fileLimit)
  }
  const bytes = Buffer.concat(chunks)
  // Old workbooks, and new ones behind a password, come in another container.
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0xd0cf11e0)
    throw new CdhtError('record', [issue('other_format', [], { found: 'xls' })])
  return bytes
}

function chooseSheet({ sheets }: Workbook, name: string | undefined): WorkbookSheet {
  if (name !== undefined) {
    const found = sheets.find((sheet) => sheet.name.normalize('NFC') === name.normalize('NFC'))
    if (!found) throw new CdhtError('options', [issue('unknown_id', ['sheet'], { id: name })])
    return found
  }
  const first = sheets.find(({ isHidden }) => !isHidden)
  if (!first) throw brokenWorkbook()
  return first
}

async function* convert(rows: AsyncIterable<TableRow>): AsyncGenerator<TableRow> {
  for await (const { line, cells } of rows) yield { line, cells: cells.map(fromTcvn3) }
}
