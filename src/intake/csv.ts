import { CdhtError, issue } from '../model/issue.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { sets as shipped } from '../sets/shipped/index.js'
import { readCsvRows } from './csv-rows.js'
import { HeadingIndex, readHeadings, type Headings } from './heading.js'
import { readPersonRow, type PersonRow } from './person-row.js'
import type { TextSource } from './text-source.js'
import { vocabularyOf } from './vocabulary.js'

export interface ReadPeopleOptions {
  /** Sets whose facts, groups and indicators the file may name. Default: all shipped sets. */
  sets?: Iterable<CriteriaSet>
  /**
   * Called once, before the first row, with the headings that were found and those that no field answers to: their
   * columns are not read, and whoever calls should say so.
   */
  onHeadings?: (headings: { read: string[]; ignored: string[] }) => void
}

/**
 * The people of a CSV file, in order and one at a time: every row that holds any text comes out exactly once, as a
 * well-formed record or as a rejection. Memory grows only with the ids seen.
 *
 * UTF-8 with or without byte order mark; cells parted by comma, semicolon or tab; quotes, and line breaks in quotes, as in
 * RFC 4180. Headings are ids or Vietnamese or English labels, in any case, with or without Vietnamese marks.
 * A blank cell is not known; `-` or `không` says none; `?` says asked and not known.
 *
 * @throws {CdhtError} `record`, while iterating: `not_utf8`, `no_headings`, `missing_heading`, `repeated_heading`, `broken_quotes`
 *
 * @example
 * for await (const row of readPeople(createReadStream('people.csv')))
 *   if ('record' in row) console.log(row.line, evaluate(row.record, { on: '2025-12-31' }).verdict)
 *   else console.log(row.line, row.issues.map((issue) => issueText(issue, 'vi')))
 */
export async function* readPeople(source: TextSource, options: ReadPeopleOptions = {}): AsyncGenerator<PersonRow> {
  const index = new HeadingIndex(vocabularyOf(options.sets ?? Object.values(shipped)))
  let headings: Headings | undefined
  const firstLines = new Map<string, number>()
  for await (const row of readCsvRows(source)) {
    if (headings === undefined) {
      const found = readHeadings(row.cells, index)
      if (!found.ok) throw new CdhtError('record', found.issues)
      headings = found.value
      options.onHeadings?.({ read: headings.columns.map(({ heading }) => heading), ignored: headings.ignored })
      continue
    }
    const person = readPersonRow(row, headings)
    if ('record' in person) {
      const { id, group } = person.record
      const firstLine = firstLines.get(id)
      if (firstLine !== undefined) {
        const heading = headings.columns.find(({ path }) => path[0] === 'id')?.heading ?? 'id'
        yield { line: row.line, id, group, issues: [issue('repeated_id', [heading], { firstLine })] }
        continue
      }
      firstLines.set(id, row.line)
    }
    yield person
  }
  if (headings === undefined) throw new CdhtError('record', [issue('no_headings', [], {})])
}
