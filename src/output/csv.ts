import type { Writable } from 'node:stream'
import type { RejectedRow } from '../intake/person-row.js'
import type { Assessment } from '../model/assessment.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { Path } from '../model/issue.js'
import { issueText } from '../model/issue-text.js'
import type { CitizenRecord } from '../model/record.js'
import type { Text } from '../model/text.js'
import { sets as shipped } from '../sets/shipped/index.js'
import { csvWriter } from './csv-writer.js'
import { resultPersonReader } from './result-person.js'
import { headingOf, resultCell, resultColumns, tableNames, type Wording } from './result-table.js'
import type { RowWriter } from './row-writer.js'

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
  const wording = options.headings ?? 'id'
  const columns = resultColumns(tableNames(options.sets ?? Object.values(shipped)))
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

const rejectionHeadings: readonly { id: string; label: Text }[] = [
  { id: 'line', label: { vi: 'Dòng', en: 'Line' } },
  { id: 'field', label: { vi: 'Cột', en: 'Column' } },
  { id: 'item', label: { vi: 'Mục trong ô', en: 'Item of the cell' } },
  { id: 'code', label: { vi: 'Mã lỗi', en: 'Code' } },
  { id: 'message_vi', label: { vi: 'Nội dung', en: 'Message in Vietnamese' } },
  { id: 'message_en', label: { vi: 'Nội dung bằng tiếng Anh', en: 'Message' } },
]

/** Writes what is wrong with rejected rows, one line an issue, in the same form as results; never a value of the row. */
export function writeRejections(target: Writable, options: Pick<WriteOptions, 'headings'> = {}): RowWriter<RejectedRow> {
  const wording = options.headings ?? 'id'
  return csvWriter(
    target,
    rejectionHeadings.map(({ id, label }) => (wording === 'id' ? id : label[wording])),
    ({ line, issues }) =>
      issues.map((issue) => {
        // The place has columns of its own.
        const bare = { ...issue, path: [] }
        return [line, ...placeCells(issue.path), issue.code, issueText(bare, 'vi'), issueText(bare, 'en')]
      }),
  )
}

/** Column, and position in it from 1 as people count. */
function placeCells([column, ...rest]: Path): [string, string] {
  return [String(column ?? ''), rest.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' ')]
}
