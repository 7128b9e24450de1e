import { issueText, type CitizenRecord, type Issue, type Lang } from '../index.js'
import { jsonLimit, linesOf } from '../intake/json-text.js'
import { hasRepeatedKey } from '../intake/repeated-key.js'
import { issue } from '../model/issue.js'
import { isObject } from '../model/record.js'
import type { Answer } from './answer.js'
import type { ExitCode, Io } from './io.js'
import type { Judge } from './judge.js'

/**
 * `cdht assess -`: every line of standard input is a record, and is answered by one line, in order and at once, so that a
 * program in another language keeps one process. Blank lines are not answered; nothing of anybody is kept.
 */
export async function assessLines(judge: Judge, lang: Lang, io: Io): Promise<ExitCode> {
  let rejected = 0
  for await (const { line, text } of linesOf(bytesAsText(io.stdin), 1, jsonLimit * mostBytes)) {
    if (text?.trim() === '') continue
    const answer = answerTo(line, text, judge, lang)
    if (!answer.ok) rejected++
    await writeLine(io.stdout, JSON.stringify(answer))
    if (io.stdout.writable === false) break
  }
  return rejected > 0 ? 1 : 0
}

/** One sign a byte, so that a line that is not UTF-8 is the fault of that line alone. */
async function* bytesAsText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const chunk of chunks) yield Buffer.from(chunk).toString('latin1')
}

/** Of one sign of JavaScript's in UTF-8. */
const mostBytes = 3
const utf8 = new TextDecoder('utf-8', { fatal: true })

function answerTo(line: number, bytes: string | undefined, judge: Judge, lang: Lang): Answer {
  const refused = (issues: readonly Issue[], id?: unknown): Answer => ({
    line,
    ok: false,
    ...(typeof id === 'string' && { id }),
    issues: issues.map((one) => ({ ...one, message: issueText(one, lang) })),
  })
  const tooLong = (): Answer => refused([issue('too_long', [], { limit: jsonLimit })])
  if (bytes === undefined) return tooLong()
  let text: string
  try {
    text = utf8.decode(Buffer.from(bytes, 'latin1'))
  } catch {
    return refused([issue('not_utf8', [], {})])
  }
  if (text.length > jsonLimit) return tooLong()
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // The reason would repeat a piece of the line.
    return refused([issue('broken_json', [], {})])
  }
  if (hasRepeatedKey(text, json)) return refused([issue('repeated_key', [], {})])
  const result = judge.assess(json as CitizenRecord)
  return result.ok
    ? { line, ok: true, assessment: result.value }
    : refused(result.issues, isObject(json) ? json['id'] : undefined)
}

/** Waits while the reader is behind, so that answers do not pile up. */
async function writeLine(stdout: Io['stdout'], line: string): Promise<void> {
  const goesOn = stdout.write(`${line}\n`)
  if (goesOn === false && stdout.writable !== false)
    await new Promise<void>((resolve) => stdout.once?.('drain', resolve) ?? resolve())
}
