import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  writeAssessments,
  writeRejections,
  type RejectedRow,
  type RowCounts,
  type RowWriter,
  type Wording,
  type WriteOptions,
} from '../csv.js'
import { tally, type Assessment, type CitizenRecord } from '../index.js'
import * as ndjson from '../ndjson.js'
import { groupNames } from '../output/group-names.js'
import type { Lang } from '../model/text.js'
import { onlyFile, readArguments } from './arguments.js'
import { assessLines } from './assess-lines.js'
import { Refusal, speak, type ExitCode, type Io } from './io.js'
import { judgeOf, judgingOptions } from './judge.js'
import { OutputFile } from './output-file.js'
import { fileChoicesOf, fileOptions, readPeopleFile, reasonOf } from './people-file.js'
import { reportText } from './report-text.js'
import { RowWarnings } from './row-warnings.js'
import { shippedSets } from './shipped-sets.js'
import { Summary } from './summary.js'
import { text } from './text.js'
import { writeWhole } from './write-whole.js'

const options = {
  ...judgingOptions,
  ...fileOptions,
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
  const headings = values.headings ?? 'id'
  if (!wordings.includes(headings)) throw new Refusal(text.oneOf('--headings', wordings), 'assess')
  const out = values.out
  const rejects = values.rejects ?? (out === undefined ? undefined : out.replace(/\.(csv|ndjson|jsonl)$/i, '') + '.rejected.csv')
  const paths = [input, out, rejects, values.tally].flatMap((path) => (path === undefined ? [] : [resolve(path)]))
  if (new Set(paths).size < paths.length) throw new Refusal(text.sameFile, 'assess')

  const say = speak(lang)
  const summary = new Summary()
  const warnings = new RowWarnings()
  const count = values.tally === undefined ? undefined : tally()
  const wording = { headings: headings as Wording, sets: judge.sets }
  const results = out === undefined ? undefined : open(out, (stream) => resultsOn(stream, out, wording))
  // Made at the first rejection: a file of none would only worry its reader.
  let rejected: Output<RejectedRow> | undefined
  let rows = 0
  let blank = 0
  const reject = async (row: RejectedRow): Promise<void> => {
    summary.reject(row.group)
    if (rejects === undefined) return
    rejected ??= open(rejects, (stream) => writeRejections(stream, wording))
    await rejected.write(row)
  }
  const file = { path: input, choices, onEnd: (counts: RowCounts) => void (blank = counts.blank) }
  try {
    for await (const row of readPeopleFile(file, io, say, judge.sets)) {
      rows++
      if (!('record' in row)) {
        await reject(row)
        continue
      }
      if (row.warnings) warnings.add(row.line, row.warnings)
      const { id, group } = row.record
      const assessment = judge.assess(row.record)
      if (assessment.ok) {
        summary.add(assessment.value)
        count?.add(assessment.value, row.record)
        await results?.write(assessment.value, row.record)
      } else await reject({ line: row.line, id, group, issues: assessment.issues })
    }
    await results?.end()
    await rejected?.end()
    const { total } = summary
    const written = (results?.rows ?? total.assessed) + (rejected?.rows ?? (rejects === undefined ? total.rejected : 0))
    if (rows !== total.assessed + total.rejected || rows !== written) throw new Error('rows were lost or counted twice')
    if (count && values.tally !== undefined) await writeWhole([[values.tally, `${JSON.stringify(count)}\n`]])
    await rejected?.keep()
    await results?.keep()
    // A list of an earlier run would be taken for one of this run.
    if (rejects !== undefined && !rejected) await rm(rejects, { force: true })
  } catch (error) {
    await results?.discard()
    await rejected?.discard()
    throw error
  }

  const { total } = summary
  const names = new Map([...groupNames([...shippedSets, ...judge.sets])].map(([group, label]) => [group, say(label)]))
  const lines = [
    summary.format(judge.on, names, say),
    say(text.rowCount(total.assessed, total.rejected, blank)),
    ...warnings.format(say),
  ]
  if (out !== undefined) lines.push(say(text.resultsIn(out)))
  if (values.tally !== undefined) lines.push(say(reportText.tallyIn(values.tally)))
  if (rejected) lines.push(say(text.rejectsIn(rejected.path)))
  else if (total.rejected > 0) lines.push(say(text.rejectsNowhere))
  io.stdout.write(`${lines.join('\n')}\n`)
  return total.rejected > 0 ? 1 : 0
}

/** The name of the file says which kind of file it is to be. */
const resultsOn = (stream: OutputFile['stream'], path: string, options: WriteOptions): RowWriter<Assessment, CitizenRecord> =>
  /\.(ndjson|jsonl)$/i.test(path) ? ndjson.writeAssessments(stream) : writeAssessments(stream, options)

interface Output<T, About = undefined> extends RowWriter<T, About> {
  readonly path: string
  keep(): Promise<void>
  discard(): Promise<void>
}

/** A writer on a file of its own, which tells troubles with the file apart from others. */
function open<T, About>(path: string, writerOn: (stream: OutputFile['stream']) => RowWriter<T, About>): Output<T, About> {
  const file = new OutputFile(path)
  const writer = writerOn(file.stream)
  const orRefuse = async (step: Promise<void>): Promise<void> => {
    await step.catch((error: unknown) => {
      throw new Refusal(text.cannotWrite(path, reasonOf(error)))
    })
  }
  return {
    path,
    get rows() {
      return writer.rows
    },
    write: (row, about) => orRefuse(writer.write(row, about)),
    end: () => orRefuse(writer.end()),
    keep: () => orRefuse(file.keep()),
    discard: () => file.discard(),
  }
}
