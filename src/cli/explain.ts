import { resolve } from 'node:path'
import { explain as explainAssessment } from '../index.js'
import { tidy } from '../intake/vietnamese.js'
import type { Assessment } from '../index.js'
import type { Lang } from '../model/text.js'
import { onlyFile, readArguments } from './arguments.js'
import { explainInHtml } from './explain-html.js'
import { Refusal, speak, type ExitCode, type Io, type Say } from './io.js'
import { judgeOf, judgingOptions } from './judge.js'
import { fileChoicesOf, fileOptions, readPeopleFile } from './people-file.js'
import { shippedSets } from './shipped-sets.js'
import { rejectedLines, text } from './text.js'
import { writeWhole } from './write-whole.js'

const options = {
  ...judgingOptions,
  ...fileOptions,
  id: { type: 'string', multiple: true },
  html: { type: 'string' },
  assessment: { type: 'string' },
  record: { type: 'string' },
} as const

/** `cdht explain`: one person's result in sentences, or pages for a few or for all. */
export async function explain(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments('explain', argv, options)
  const input = onlyFile('explain', positionals)
  const ids = values.id?.map(tidy)
  const { html } = values
  if (ids?.includes('') || (!ids && html === undefined)) throw new Refusal(text.idMissing, 'explain')
  const judge = await judgeOf('explain', values, io)
  const file = { path: input, choices: fileChoicesOf('explain', values) }
  const kept = [values.assessment, values.record].filter((path) => path !== undefined)
  if (kept.length > 0 && html !== undefined) throw new Refusal(text.jsonOfOne, 'explain')
  if (new Set([input, ...kept].map((path) => resolve(path))).size <= kept.length) throw new Refusal(text.sameJsonFile, 'explain')
  if (html !== undefined) return explainInHtml({ input: file, out: html, ids, judge }, lang, io)
  const [id, another] = ids ?? []
  if (another !== undefined) throw new Refusal(text.oneIdOnly, 'explain')
  const say = speak(lang)
  let unread = 0
  for await (const row of readPeopleFile(file, io, say, judge.sets)) {
    if (!('record' in row) && row.id === undefined) unread++
    if (('record' in row ? row.record.id : row.id) !== id) continue
    const assessment = 'record' in row ? judge.assess(row.record) : { ok: false as const, issues: row.issues }
    if (!assessment.ok) {
      io.stdout.write(rejectedLines(row.line, assessment.issues, lang))
      return 1
    }
    if (values.assessment !== undefined) await keepJson(values.assessment, assessment.value)
    if (values.record !== undefined && 'record' in row) await keepJson(values.record, row.record)
    const told = explainAssessment(assessment.value, { lang, facts: judge.sets.flatMap(({ facts }) => facts) })
    io.stdout.write(`${[told, ...ownFileLines(assessment.value, say)].join('\n')}\n`)
    return 0
  }
  throw new Refusal(unread === 0 ? text.idNotFound : text.idHidden(unread))
}

const keepJson = (path: string, value: unknown): Promise<void> => writeWhole([[path, `${JSON.stringify(value, null, 2)}\n`]])

/** Which parts of the result come from files that do not come with this tool; nothing where none do. */
function ownFileLines({ set, score, indicators }: Assessment, say: Say): string[] {
  const shipped = new Set(shippedSets.flatMap(({ files }) => files))
  const lines = set.files.flatMap((file) => {
    if (shipped.has(file)) return []
    const parts = indicators.flatMap(({ files }, i) => (files.includes(file) ? [i + 1] : []))
    return [`  - ${file}: ${say(text.partsOfFile(score.files.includes(file), parts))}`]
  })
  return lines.length > 0 ? ['', say(text.ownFiles), ...lines] : []
}
