import { issueText, type Issue } from '../index.js'
import type { Say } from './io.js'
import { text } from './text.js'

/** Lines that are named for each kind of warning; the rest is counted. */
const named = 5

/** Gathers what rows that were read warn of, by kind, while they come. */
export class RowWarnings {
  readonly #byCode = new Map<Issue['code'], { first: Issue; lines: number[]; count: number }>()

  add(line: number, warnings: readonly Issue[]): void {
    for (const warning of warnings) {
      const found = this.#byCode.get(warning.code) ?? { first: warning, lines: [], count: 0 }
      this.#byCode.set(warning.code, found)
      found.count++
      if (found.lines.length < named) found.lines.push(line)
    }
  }

  /** One sentence a kind. */
  format(say: Say): string[] {
    return [...this.#byCode.values()].map(({ first, lines, count }) => {
      const bare = { ...first, path: [] }
      return say(text.rowWarning(lines, count, { vi: issueText(bare, 'vi'), en: issueText(bare, 'en') }))
    })
  }
}
