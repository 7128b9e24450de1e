import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { explainTree } from '../index.js'
import type { Lang } from '../model/text.js'
import { htmlReport } from '../output/html-report.js'
import type { ExplainedPerson } from '../output/person-page.js'
import { reasonOf, Refusal, speak, type ExitCode, type Io } from './io.js'
import type { Judge } from './judge.js'
import { OutputFile } from './output-file.js'
import { readPeopleFile, type PeopleFile } from './people-file.js'
import { rejectedLines, text } from './text.js'

export interface HtmlJob {
  input: PeopleFile
  out: string
  /** Whose pages; absent: everybody of the file. */
  ids: readonly string[] | undefined
  judge: Judge
}

/** Pages of a file's people into one HTML file, which appears only when it is whole and everybody asked for was found. */
export async function explainInHtml({ input, out, ids, judge }: HtmlJob, lang: Lang, io: Io): Promise<ExitCode> {
  if (resolve(input.path) === resolve(out)) throw new Refusal(text.sameHtmlFile, 'explain')
  const say = speak(lang)
  const missing = new Set(ids)
  const rejected: string[] = []
  let pages = 0
  let unread = 0
  async function* explained(): AsyncGenerator<ExplainedPerson> {
    for await (const row of readPeopleFile(input, io, say, judge.sets)) {
      if (!('record' in row) && row.id === undefined) unread++
      const id = 'record' in row ? row.record.id : row.id
      if (ids && !(id !== undefined && ids.includes(id))) continue
      if (id !== undefined) missing.delete(id)
      const assessment = 'record' in row ? judge.assess(row.record) : { ok: false as const, issues: row.issues }
      if (!('record' in row) || !assessment.ok) {
        if (!assessment.ok) rejected.push(rejectedLines(row.line, assessment.issues, lang))
        continue
      }
      const { digest } = assessment.value.set
      const set = judge.sets.find((one) => one.digest === digest)
      if (!set) throw new Error('a person was assessed by a set that nobody named')
      const tree = explainTree(assessment.value, set, { record: row.record, accept: judge.accept })
      pages++
      yield { assessment: assessment.value, tree, set }
    }
    if (missing.size > 0) throw new Refusal(unread === 0 ? text.idsNotFound(missing.size) : text.idHidden(unread))
  }

  const file = new OutputFile(out)
  try {
    // Troubles with the people are told as they are; what is left are troubles with the file.
    let failure: unknown
    const noted = async function* (): AsyncGenerator<string> {
      try {
        yield* htmlReport(explained(), { lang, details: ids !== undefined })
      } catch (error) {
        failure = error
        throw error
      }
    }
    await pipeline(noted, file.stream).catch((error: unknown) => {
      throw failure ?? new Refusal(text.cannotWrite(out, reasonOf(error)))
    })
    if (pages === 0) await file.discard()
    else
      await file.keep().catch((error: unknown) => {
        throw new Refusal(text.cannotWrite(out, reasonOf(error)))
      })
  } catch (error) {
    await file.discard()
    throw error
  }
  io.stdout.write(rejected.join(''))
  io.stdout.write(`${say(pages === 0 ? text.noPages : text.pagesIn(pages, out))}\n`)
  return rejected.length > 0 ? 1 : 0
}
