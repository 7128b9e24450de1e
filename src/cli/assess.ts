import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { writeRejections, type RejectedRow, type RowCounts, type Wording, type WriteOptions } from '../csv.js'
import { isCdhtError, tally, type Assessment, type CitizenRecord, type Issues } from '../index.js'
import * as ndjson from '../ndjson.js'
import * as xlsx from '../xlsx.js'
import { writeResultRows } from '../output/csv.js'
import { groupNames } from '../output/group-names.js'
import type { Lang } from '../model/text.js'
import { onlyFile, readArguments } from './arguments.js'
import { reportOf, reportOptions } from './assess-report.js'
import { assessLines } from './assess-lines.js'
import { Refusal, speak, type ExitCode, type Io } from './io.js'
import { judgeOf, judgingOptions } from './judge.js'
import { ItemFiles, itemFileOptions } from './item-files.js'
import { openOutput, type Output, type Writer } from './output.js'
import type { OutputFile } from './output-file.js'
import { fileChoicesOf, fileOptions, readPeopleFile } from './people-file.js'
import { pseudonymOptions, pseudonymsOf } from './pseudonyms.js'
import { reportText } from './report-text.js'
import { quickAssessing } from './quick-assessing.js'
import { RowWarnings } from './row-warnings.js'
import { shippedSets } from './shipped-sets.js'
import { Summary } from './summary.js'
import { text } from './text.js'
import { writeWhole } from './write-whole.js'

const options = {
  ...judgingOptions,
  ...fileOptions,
  ...itemFileOptions,
  ...pseudonymOptions,
  ...reportOptions,
  out: { type: 'string' },
  rejects: { type: 'string' },
  headings: { type: 'string' },
  tally: { type: 'string' },
} as const

const wordings: readonly string[] = ['id', 'vi', 'en'] satisfies Wording[]

/** Options that have a meaning where lines are answered by lines. */
const linesTake: readonly string[] = [...Object.keys(judgingOptions), 'lang']

/** `cdht assess`: everybody of a file, results and rejected rows to files, a summary to the terminal. */
export async function assess(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments('assess', argv, options)
  const input = onlyFile('assess', positionals)
  const judge = await judgeOf('assess', values, io)
  if (input === '-') {
    const idle = Object.keys(values).find((option) => !linesTake.includes(option))
    if (idle !== undefined) throw new Refusal(text.notOfLines(`--${idle}`), 'assess')
    return assessLines(judge, lang, io)
  }
  const choices = fileChoicesOf('assess', values)
  const out = values.out
  // A workbook is for readers.
  const isWorkbook = out !== undefined && workbookName.test(out)
  const headings = values.headings ?? (isWorkbook ? lang : 'id')
  if (!wordings.includes(headings)) throw new Refusal(text.oneOf('--headings', wordings), 'assess')
  // A workbook has a sheet for them.
  const besides = out === undefined || isWorkbook ? undefined : out.replace(/\.(csv|ndjson|jsonl)$/i, '') + '.rejected.csv'
  const rejects = values.rejects ?? besides
  const wording = { headings: headings as Wording, sets: judge.sets }
  const lists = new ItemFiles(values, rejects, wording)
  const paths = [input, out, rejects, values.report, values.tally, values['pseudonymise-key-file'], ...lists.paths].flatMap(
    (path) => (path === undefined ? [] : [resolve(path)]),
  )
  if (new Set(paths).size < paths.length) throw new Refusal(text.sameFile, 'assess')

  const say = speak(lang)
  const pseudonyms = await pseudonymsOf('assess', values, io, say)
  const summary = new Summary()
  const warnings = new RowWarnings()
  const count = tally()
  const isCounted = values.tally !== undefined || values.report !== undefined
  const report = reportOf('assess', values, lang, judge.sets, count)
  const results = out === undefined ? undefined : openOutput(out, (stream) => resultsOn(stream, out, wording))
  // Made at the first rejection: a file of none would only worry its reader.
  let rejected: Output<RejectedRow> | undefined
  let rows = 0
  let blank = 0
  const reject = async (row: RejectedRow): Promise<void> => {
    summary.reject(row.group)
    await results?.reject(row)
    if (rejects === undefined) return
    rejected ??= openOutput(rejects, (stream) => writeRejections(stream, wording))
    await rejected.write(row)
  }
  // Whoever needs more of people than a line of results shows asks for records.
  const isPlain = !isCounted && !pseudonyms.areMade && lists.paths.length === 0 && (out === undefined || isTable(out))
  const targets = { results: results?.lines, summary, warnings, onRow: () => void rows++ }
  const quickRowsOf = isPlain ? quickAssessing(judge, wording.headings, targets) : undefined
  const file = { path: input, choices, onEnd: (counts: RowCounts) => void (blank = counts.blank), quickRowsOf }
  try {
    const people = pseudonyms.ofPeople(readPeopleFile(file, io, say, judge.sets))
    for await (const row of lists.join(people, pseudonyms, io, say)) {
      rows++
      if (!('record' in row)) {
        await reject(row)
        continue
      }
      if (row.warnings) warnings.add(row.line, row.warnings)
      const { id, group } = row.record
      const assessment = judge.assess(row.record)
      const issues = assessment.ok ? await refusalOf(results, assessment.value, row.record) : assessment.issues
      if (issues) await reject({ line: row.line, id, group, issues })
      else if (assessment.ok) {
        summary.add(assessment.value)
        if (isCounted) count.add(assessment.value, row.record)
        report?.add(assessment.value, row.warnings)
      }
    }
    await results?.end()
    await rejected?.end()
    await lists.end()
    await report?.end({ rejected: summary.total.rejected, blank })
    const { total } = summary
    const listed = rejected?.rows ?? (rejects === undefined ? total.rejected : 0)
    const written = (results?.rows ?? total.assessed) + listed
    if (rows !== total.assessed + total.rejected || rows !== written || (results?.rejected ?? listed) !== listed)
      throw new Error('rows were lost or counted twice')
    if (values.tally !== undefined) await writeWhole([[values.tally, `${JSON.stringify(count)}\n`]])
    await rejected?.keep()
    await lists.keep()
    await results?.keep()
    await report?.keep()
    // A list of an earlier run would be taken for one of this run.
    if (rejects !== undefined && !rejected) await rm(rejects, { force: true })
  } catch (error) {
    await results?.discard()
    await rejected?.discard()
    await lists.discard()
    await report?.discard()
    throw error
  }

  const { total } = summary
  const names = new Map([...groupNames([...shippedSets, ...judge.sets])].map(([group, label]) => [group, say(label)]))
  const lines = [
    summary.format(judge.on, names, say),
    say(text.rowCount(total.assessed, total.rejected, blank)),
    ...lists.format(say),
    ...warnings.format(say),
  ]
  if (pseudonyms.areMade) lines.push(say(text.pseudonymsMade))
  if (out !== undefined) lines.push(say(text.resultsIn(out)))
  if (values.tally !== undefined) lines.push(say(reportText.tallyIn(values.tally)))
  if (report) lines.push(say(text.reportIn(report.path)))
  if (rejected) lines.push(say(text.rejectsIn(rejected.path)))
  if (isWorkbook) {
    if (total.rejected > 0) lines.push(say(text.rejectsOnSheet))
  } else if (!rejected && total.rejected > 0) lines.push(say(text.rejectsNowhere))
  io.stdout.write(`${lines.join('\n')}\n`)
  return total.rejected + lists.rejected > 0 ? 1 : 0
}

/** The name of the file says which kind of file it is to be. */
function resultsOn(stream: OutputFile['stream'], path: string, options: WriteOptions): Writer<Assessment, CitizenRecord> {
  if (workbookName.test(path)) return xlsx.writeAssessments(stream, options)
  return isTable(path) ? writeResultRows(stream, options) : ndjson.writeAssessments(stream)
}

const workbookName = /\.xlsx$/i
/** Whether results go to a CSV file. */
const isTable = (path: string): boolean => !workbookName.test(path) && !/\.(ndjson|jsonl)$/i.test(path)

/** What the file cannot hold of a result: then the row is rejected, and the others are written. */
async function refusalOf(
  results: Output<Assessment, CitizenRecord> | undefined,
  assessment: Assessment,
  record: CitizenRecord,
): Promise<Issues | undefined> {
  try {
    await results?.write(assessment, record)
    return undefined
  } catch (error) {
    if (isCdhtError(error)) return error.issues
    throw error
  }
}
