import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { onlyOnce, readResults, type CountedResult, type Place, type Placed, type ResultRow, type SamePerson } from '../csv.js'
import { isCdhtError, parseTally, type Issue, type Tally } from '../index.js'
import * as ndjson from '../ndjson.js'
import { ResultTally } from '../population/result-tally.js'
import * as xlsx from '../xlsx.js'
import { Refusal } from './io.js'
import { readJsonFile } from './json-file.js'
import { temporaryFolder } from './leftovers.js'
import { chunksOf } from './chunks.js'
import { reportText as words } from './report-text.js'
import { text } from './text.js'
import { withIssues } from './with-issues.js'

/** What came of the files of a report. */
export interface ReportInput {
  tally: Tally
  tallies: { files: number; people: number }
  /** Rows of results: read in all, of people counted, that repeat another, that differ from the one that counts, unreadable. */
  rows: { read: number; counted: number; repeats: number; differing: number; unread: number }
  /** The first few rows that cannot be read. */
  unread: (Place & { issue: Issue })[]
}

const listed = 5

const isTally = (path: string): boolean => extname(path).toLowerCase() === '.json'

/**
 * Reads results and tallies into one tally, everybody of the results once.
 *
 * @param onConflict - called for everybody whose results differ
 * @throws {Refusal} when a file cannot be read or used
 */
export async function readReportInput(paths: readonly string[], onConflict: (found: SamePerson) => void): Promise<ReportInput> {
  let whole: Tally | undefined
  const tallies = { files: 0, people: 0 }
  const seen = new Map<string, string>()
  const results: string[] = []
  const hasMany = paths.filter(isTally).length > 1
  for (const path of paths) {
    if (!isTally(path)) {
      results.push(path)
      continue
    }
    const one = await readTallyFile(path)
    // One alone may be that of a whole province, and equals no other.
    if (hasMany) {
      const same = createHash('sha256').update(JSON.stringify(one)).digest('hex')
      const other = seen.get(same)
      if (other !== undefined && one.people > 0) throw new Refusal(words.equalTallies(other, path))
      seen.set(same, path)
    }
    tallies.files++
    tallies.people += one.people
    whole = whole ? whole.merge(one) : one
  }
  const rows = { read: 0, counted: 0, repeats: 0, differing: 0, unread: 0 }
  const unread: ReportInput['unread'] = []
  async function* placed(): AsyncGenerator<Placed<CountedResult>> {
    for (const file of results)
      for await (const row of resultsOf(file)) {
        rows.read++
        if ('result' in row) yield { file, line: row.line, value: row.result }
        else {
          rows.unread++
          if (unread.length < listed) unread.push({ file, line: row.line, issue: row.issues[0] })
        }
      }
  }
  const counted = new ResultTally()
  const people = onlyOnce(placed(), {
    temporaryFolder,
    keyOf: ({ id, recordedOn, residence, workplace }) => ({ id, recordedOn, unit: residence ?? workplace }),
    onRepeat: () => void rows.repeats++,
    onConflict: (found) => {
      rows.differing += found.others.length
      onConflict(found)
    },
  })
  for await (const { value } of people) {
    rows.counted++
    counted.add(value)
  }
  if (rows.read !== rows.counted + rows.repeats + rows.differing + rows.unread) throw new Error('rows were lost or counted twice')
  return { tally: whole && rows.counted > 0 ? whole.merge(counted.tally()) : (whole ?? counted.tally()), tallies, rows, unread }
}

async function readTallyFile(path: string): Promise<Tally> {
  const json = await readJsonFile(path)
  try {
    return parseTally(json)
  } catch (error) {
    if (isCdhtError(error)) throw new Refusal(words.noTally(path))
    throw error
  }
}

/** The results of a file, whichever kind it is. */
async function* resultsOf(path: string): AsyncGenerator<ResultRow> {
  const source = chunksOf(path)
  const ending = extname(path).toLowerCase()
  try {
    if (ending === '.xlsx') yield* xlsx.readResults(source)
    else if (ending === '.ndjson' || ending === '.jsonl') yield* ndjson.readResults(source)
    else yield* readResults(source)
  } catch (error) {
    if (!isCdhtError(error)) throw error
    throw new Refusal(withIssues(text.unusable(path), error.issues))
  }
}
