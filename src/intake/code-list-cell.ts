import { issue, type Issue, type Path, type Result } from '../model/issue.js'
import { isNone, read, refuseCell, type CellReader } from './cell.js'
import type { WordIndex } from './word-index.js'

/**
 * Codes that hold, by id or label.
 *
 * - `sách; đài, tivi`: a complete list, the rest is no. Items are parted by `;` or `|`, or by `,` where neither occurs;
 *   labels that contain a comma are still found whole.
 * - `-`: none of them.
 * - `{"book":true,"radio-tv":false}`: one by one, for codes that were asked; codes left out, or `null`, are not known.
 */
export const codeListReader =
  (words: WordIndex<string>): CellReader =>
  (text, at) => {
    if (isNone(text)) return read([])
    if (/^\s*\{/.test(text)) return readAnswers(text, words, at)
    const codes = /[;|]/.test(text)
      ? text
          .split(/[;|]/)
          .filter((part) => part.trim() !== '')
          .map((part) => words.find(part))
      : splitAtCommas(text, words)
    const wrong = codes.flatMap((code, index) => (code === undefined ? [issue('unknown_code', [...at, index], {})] : []))
    const [first, ...more] = wrong
    return first ? refuseCell(first, ...more) : read([...new Set(codes)])
  }

/** The longest run of parts that makes a known word comes first, so that `đài, tivi` is one item and not two. */
function splitAtCommas(text: string, words: WordIndex<string>): (string | undefined)[] {
  const parts = text.split(',')
  const codes: (string | undefined)[] = []
  for (let start = 0; start < parts.length;) {
    // No label has more commas than this; a limit keeps long cells linear.
    let end = Math.min(parts.length, start + 8)
    while (end > start + 1 && words.find(parts.slice(start, end).join(',')) === undefined) end--
    const part = parts.slice(start, end).join(',')
    if (part.trim() !== '') codes.push(words.find(part))
    start = end
  }
  return codes
}

function readAnswers(text: string, words: WordIndex<string>, at: Path): Result<unknown> {
  const json = parseJson(text)
  if (json === undefined) return refuseCell(issue('wrong_type', at, { expected: 'codes' }))
  const answers: Record<string, boolean | null> = {}
  const wrong: Issue[] = []
  for (const [index, [word, answer]] of Object.entries(json).entries()) {
    const code = words.find(word)
    if (code === undefined) wrong.push(issue('unknown_code', [...at, index], {}))
    else if (answer === null || typeof answer === 'boolean') answers[code] = answer
    else wrong.push(issue('wrong_type', [...at, index], { expected: 'boolean' }))
  }
  const [first, ...more] = wrong
  return first ? refuseCell(first, ...more) : read(answers)
}

/** @returns `undefined` for text that is not JSON; the reason would repeat a piece of the text */
export function parseJson(text: string): object | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? json : undefined
  } catch {
    return undefined
  }
}
