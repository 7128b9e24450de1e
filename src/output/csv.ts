import type { Writable } from 'node:stream'
import type { RejectedRow } from '../intake/person-row.js'
import type { Assessment } from '../model/assessment.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { CitizenRecord } from '../model/record.js'
import { sets as shipped } from '../sets/shipped/index.js'
import { csvWriter } from './csv-writer.js'
import { rejectionHeadings, rejectionRows } from './rejection-table.js'
import { resultPersonReader } from './result-person.js'
import { headingOf, resultCell, resultColumns, tableNames, type ResultColumn, type Wording } from './result-table.js'
import type { ByteRowWriter, RowWriter } from './row-writer.js'

export interface WriteOptions {
  /** Sets whose groups, indicators and facts may need a name. Default: all shipped sets. */
  sets?: Iterable<CriteriaSet>
  /** `id` (default): headings and codes for programs. `vi`, `en`: headings and words for people. */
  headings?: Wording
}

/**
 * Writes results as CSV, one row a person: UTF-8 with byte order mark, comma, CRLF. Text that a spreadsheet would run as a
 * formula gets a `'` before it. Given the record, a row also says what reports count people by: units, level, memberships,
 * whether registered and adult, the day of the record; without it these columns are blank.
 *
 * @example
 * const results = writeAssessments(createWriteStream('results.csv'))
 * for await (const row of readPeople(createReadStream('people.csv')))
 *   if ('record' in row) await results.write(evaluate(row.record, { on: '2025-12-31' }), row.record)
 * await results.end()
 */
export function writeAssessments(target: Writable, options: WriteOptions = {}): RowWriter<Assessment, CitizenRecord> {
  return writeResultRows(target, options)
}

/** The same, beside rows that come as the bytes of their lines. */
export function writeResultRows(target: Writable, options: WriteOptions): ByteRowWriter<Assessment, CitizenRecord> {
  const wording = options.headings ?? 'id'
  const columns = columnsOf(options)
  const personOf = resultPersonReader()
  return csvWriter(
    target,
    columns.map((column) => headingOf(column, wording)),
    (assessment: Assessment, record?: CitizenRecord) => {
      const person = record && personOf(record, assessment)
      return [columns.map((column) => resultCell(column, wording, assessment, person))]
    },
  )
}

/** The columns of results by the sets in use. */
export const columnsOf = ({ sets }: WriteOptions): ResultColumn[] => resultColumns(tableNames(sets ?? Object.values(shipped)))

/** Writes what is wrong with rejected rows, one line an issue, in the same form as results; never a value of the row. */
export function writeRejections(target: Writable, options: Pick<WriteOptions, 'headings'> = {}): RowWriter<RejectedRow> {
  const wording = options.headings ?? 'id'
  return csvWriter(
    target,
    rejectionHeadings.map((column) => headingOf(column, wording)),
    rejectionRows,
  )
}
