import { explain as explainAssessment } from '../index.js'
import { tidy } from '../intake/vietnamese.js'
import type { Lang } from '../model/text.js'
import { onlyFile, readArguments } from './arguments.js'
import { Refusal, speak, type ExitCode, type Io } from './io.js'
import { judgeOf, judgingOptions, shippedSets } from './judge.js'
import { fileChoicesOf, fileOptions, readPeopleFile } from './people-file.js'
import { rowIssueText, text } from './text.js'

const options = { ...judgingOptions, ...fileOptions, id: { type: 'string' } } as const

/** `cdht explain`: one person's result in sentences. */
export async function explain(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments('explain', argv, options)
  const input = onlyFile('explain', positionals)
  const id = values.id === undefined ? undefined : tidy(values.id)
  if (!id) throw new Refusal(text.idMissing, 'explain')
  const judge = judgeOf('explain', values, io)
  const file = { path: input, choices: fileChoicesOf('explain', values) }
  const say = speak(lang)
  let unread = 0
  for await (const row of readPeopleFile(file, io, say)) {
    if (!('record' in row) && row.id === undefined) unread++
    if (('record' in row ? row.record.id : row.id) !== id) continue
    const assessment = 'record' in row ? judge.assess(row.record) : { ok: false as const, issues: row.issues }
    if (!assessment.ok) {
      const issues = assessment.issues.map((issue) => `  - ${rowIssueText(issue, lang)}`)
      io.stdout.write(`${say(text.rejectedRow(row.line))}\n${issues.join('\n')}\n`)
      return 1
    }
    io.stdout.write(`${explainAssessment(assessment.value, { lang, facts: shippedSets.flatMap(({ facts }) => facts) })}\n`)
    return 0
  }
  throw new Refusal(unread === 0 ? text.idNotFound : text.idHidden(unread))
}
