import { peopleOf } from '../../src/intake/byte-people.js'
import { ByteTable } from '../../src/intake/byte-table.js'
import { headingIndexOf } from '../../src/intake/people.js'
import type { RejectedRow } from '../../src/intake/person-row.js'
import { decodeText } from '../../src/intake/text-source.js'
import {
  CdhtError,
  compile,
  isCdhtError,
  issueText,
  sets,
  type Assessor,
  type CitizenRecord,
  type Issues,
} from '../../src/index.js'
import { issue } from '../../src/model/issue.js'
import type { Text } from '../../src/model/text.js'
import { csvLine } from '../../src/output/csv-cell.js'
import { groupNames } from '../../src/output/group-names.js'
import { rejectionHeadings, rejectionRows } from '../../src/output/rejection-table.js'
import { resultPersonReader } from '../../src/output/result-person.js'
import { headingOf, resultCell, resultColumns, tableNames } from '../../src/output/result-table.js'
import { shownRows, type FileJob, type FileNews, type FileSummary } from './file-messages.js'
import { isGroup, type Group } from './interview.js'

/** Runs beside the page, so that it stays responsive however long the file is. */
const tell = (news: FileNews): void => postMessage(news)
const textsOf = (issues: Issues): Text[] => issues.map((one) => ({ vi: issueText(one, 'vi'), en: issueText(one, 'en') }))

addEventListener('message', ({ data }: MessageEvent<FileJob>) => {
  judgeFile(data).then(
    (summary) => tell({ kind: 'done', summary }),
    (error: unknown) => tell({ kind: 'refused', texts: isCdhtError(error) ? textsOf(error.issues) : [] }),
  )
})

async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
}

/** The table in UTF-8, whatever the file is in. */
async function tableOf(file: Blob, onIgnored: (headings: string[]) => void): Promise<ByteTable> {
  const index = headingIndexOf({})
  const options = { onHeadings: ({ ignored }: { ignored: string[] }): void => onIgnored(ignored) }
  const table = await ByteTable.open(chunksOf(file), index, options)
  if (table instanceof ByteTable) return table
  const encoder = new TextEncoder()
  const encoded: Uint8Array[] = []
  for await (const text of decodeText(table.rest)) encoded.push(encoder.encode(text))
  const again = await ByteTable.open(encoded, index, { ...options, encoding: 'utf-8' })
  if (again instanceof ByteTable) return again
  // There is nothing in it.
  throw new CdhtError('record', [issue('no_headings', [], {})])
}

/** Rows after which the page hears of the progress. */
const told = 1000

async function judgeFile({ file, on, lang }: FileJob): Promise<FileSummary> {
  const columns = resultColumns(tableNames(Object.values(sets)))
  const personOf = resultPersonReader()
  const names = groupNames(Object.values(sets))
  const results = new Lines(columns.map((column) => headingOf(column, lang)))
  const rejections = new Lines(rejectionHeadings.map((column) => headingOf(column, lang)))
  const summary: Omit<FileSummary, 'results' | 'rejections'> = {
    counts: { met: 0, unmet: 0, unknown: 0 },
    rejected: 0,
    people: [],
    wrong: [],
    ignored: [],
  }
  const reject = (row: RejectedRow): void => {
    summary.rejected++
    for (const line of rejectionRows(row)) rejections.add(line)
    if (summary.wrong.length < shownRows) summary.wrong.push({ line: row.line, texts: textsOf(row.issues) })
  }
  const assessors = new Map<Group, Assessor>()
  const assess = assessWith(assessors, on)
  let rows = 0
  for await (const row of peopleOf(await tableOf(file, (headings) => (summary.ignored = headings)))) {
    if (++rows % told === 0) tell({ kind: 'progress', rows })
    if (!('record' in row)) {
      reject(row)
      continue
    }
    const assessment = assess(row.record)
    const person = personOf(row.record, assessment)
    results.add(columns.map((column) => resultCell(column, lang, assessment, person)))
    summary.counts[assessment.verdict]++
    const { id, group, verdict, score } = assessment
    if (summary.people.length < shownRows)
      summary.people.push({
        id,
        group: names.get(group) ?? { vi: group, en: group },
        verdict,
        lower: score.lower,
        upper: score.upper,
      })
  }
  return { ...summary, results: results.blob(), rejections: summary.rejected > 0 ? rejections.blob() : undefined }
}

/** A set is compiled once. Rows come well formed, with groups of the shipped sets alone. */
function assessWith(assessors: Map<Group, Assessor>, on: string): (record: CitizenRecord) => ReturnType<Assessor['assess']> {
  return (record) => {
    const { group } = record
    if (!isGroup(group)) throw new Error('a group that no set has')
    const assessor = assessors.get(group) ?? compile(sets[group], { on })
    assessors.set(group, assessor)
    return assessor.assess(record)
  }
}

/** Lines of CSV on their way into a file: with byte order mark, as spreadsheets need it. */
class Lines {
  readonly #parts: BlobPart[] = []
  #text: string

  constructor(headings: readonly string[]) {
    this.#text = `\uFEFF${csvLine(headings)}`
  }

  add(cells: readonly (string | number)[]): void {
    this.#text += csvLine(cells)
    if (this.#text.length > 1 << 20) this.#flush()
  }

  blob(): Blob {
    this.#flush()
    return new Blob(this.#parts, { type: 'text/csv;charset=utf-8' })
  }

  #flush(): void {
    this.#parts.push(new Blob([this.#text]))
    this.#text = ''
  }
}
