import { CdhtError, isCdhtError, issue } from '../model/issue.js'
import { peopleOf } from './byte-people.js'
import { ByteTable } from './byte-table.js'
import { readCsvRows } from './csv-rows.js'
import { encodings, type Encoding } from './encoding.js'
import type { FileFindings } from './file-findings.js'
import type { HeadingFinder } from './heading.js'
import { headingIndexOf, readTable, type TableOptions } from './people.js'
import type { PersonRow } from './person-row.js'
import type { QuickRowsOf } from './quick-rows.js'
import { RepeatedIds } from './repeated-id.js'
import { repeatedMarks } from './repeated-marks.js'
import type { TableRow } from './table-row.js'
import type { TextSource } from './text-source.js'

export interface ReadPeopleOptions extends TableOptions {
  /**
   * How the bytes are to be read. Default: found out, and refused where it is not certain. `tcvn3` converts text of the ABC
   * fonts; of its capitals, tones may be lost (a note of `onFile` says so).
   */
  encoding?: Encoding
}

/**
 * The people of a CSV file, in order and one at a time: every row below the headings that holds any text comes out exactly
 * once, as a well-formed record or as a rejection. Memory grows only with the ids seen.
 *
 * UTF-8 and UTF-16 with or without byte order mark, or Windows-1258; cells parted by comma, semicolon, tab or `|`; quotes, and
 * line breaks in quotes, as in RFC 4180. Headings are ids or Vietnamese or English labels, in any case, with or without
 * Vietnamese marks, in one row or two; titles may stand above them. A blank cell is not known; `-` or `không` says none;
 * `?` says asked and not known.
 *
 * @throws {CdhtError} `record`, while iterating: `not_utf8`, `wrong_encoding`, `legacy_code` (TCVN3, VNI), `other_format`,
 * `no_headings`, `missing_heading`, `repeated_heading`, `broken_quotes`; `options`: an unknown encoding or alias
 *
 * @example
 * for await (const row of readPeople(createReadStream('people.csv')))
 *   if ('record' in row) console.log(row.line, evaluate(row.record, { on: '2025-12-31' }).verdict)
 *   else console.log(row.line, row.issues.map((issue) => issueText(issue, 'vi')))
 */
export function readPeople(source: TextSource, options: ReadPeopleOptions = {}): AsyncGenerator<PersonRow> {
  return readPeopleBeside(source, options)
}

/**
 * As `readPeople`, beside somebody who takes most rows without a record.
 *
 * @param quickRowsOf - is asked where the file is bytes in UTF-8; rows that it takes do not come out
 * @param mayRepeat - see `RepeatedIds`
 */
export async function* readPeopleBeside(
  source: TextSource,
  options: ReadPeopleOptions,
  { quickRowsOf, mayRepeat }: { quickRowsOf?: QuickRowsOf | undefined; mayRepeat?: ReadonlySet<number> | undefined } = {},
): AsyncGenerator<PersonRow> {
  const index = headingIndexOf(options)
  refuseOtherOption(options)
  const table = await ByteTable.open(source, index, options)
  if (table instanceof ByteTable) {
    yield* peopleOf(table, quickRowsOf?.(table), new RepeatedIds(mayRepeat))
    options.onEnd?.(table.counts)
    return
  }
  const { rows, about } = openCsv(table.rest, index, options)
  yield* readTable(rows, index, options, about)
}

/** The `mayRepeat` of a file that is read twice; `undefined` where it has to be found out while it is read. */
export async function mayRepeatIn(
  source: TextSource,
  options: Pick<ReadPeopleOptions, 'encoding' | 'sets' | 'aliases'>,
  makeFolder: () => string,
): Promise<ReadonlySet<number> | undefined> {
  try {
    return await repeatedMarks(source, headingIndexOf(options), options, makeFolder)
  } catch (error) {
    // What is wrong with the file is told when it is read.
    if (isCdhtError(error)) return undefined
    throw error
  }
}

function refuseOtherOption({ encoding }: Pick<ReadPeopleOptions, 'encoding'>): void {
  if (encoding !== undefined && !encodings.includes(encoding))
    throw new CdhtError('options', [issue('wrong_option', ['encoding'], {})])
}

/** The rows of a CSV file of people or of their items, and what was found out about the file once they come. */
export function openCsv(
  source: TextSource,
  index: HeadingFinder,
  options: Pick<ReadPeopleOptions, 'encoding'>,
): { rows: AsyncGenerator<TableRow>; about: () => Partial<FileFindings> } {
  refuseOtherOption(options)
  const { encoding } = options
  const about: Partial<FileFindings> = encoding === 'tcvn3' ? { notes: [issue('tcvn3_capitals', [], {}, 'warning')] } : {}
  const rows = readCsvRows(source, {
    ...(encoding && { encoding }),
    isHeading: (cell) => index.find(cell) !== undefined,
    onEncoding: (found) => (about.encoding = found),
    onDelimiter: (found) => (about.delimiter = found),
  })
  return { rows, about: () => about }
}
