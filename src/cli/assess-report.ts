import { resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Assessment, CriteriaSet, Issue, Lang, Tally } from '../index.js'
import { reasonOf, Refusal } from './io.js'
import { OutputFile } from './output-file.js'
import { text } from './text.js'

/** Options of a command that writes a report on its people. */
export const reportOptions = {
  report: { type: 'string' },
  'report-lang': { type: 'string' },
  hide: { type: 'string' },
} as const

type Values = Partial<Record<keyof typeof reportOptions, string>>

/** One page about all people of a tally, and what was warned of while they came. */
export class PeopleReport {
  readonly #warnings = new Map<string, number>()
  readonly #file: OutputFile

  constructor(
    readonly path: string,
    readonly count: Tally,
    readonly settings: { lang: Lang; hide: number; sets: readonly CriteriaSet[] },
  ) {
    this.#file = new OutputFile(resolve(path))
    // A file that cannot be opened is told by `end`; without a listener it would end the process before.
    this.#file.stream.once('error', () => undefined)
  }

  /** @param warnings - of reading the row; those of the assessment are taken from it */
  add(assessment: Assessment, warnings: readonly Issue[] = []): void {
    if (warnings.length + assessment.warnings.length === 0) return
    for (const code of new Set([...warnings, ...assessment.warnings].map((one) => one.code)))
      this.#warnings.set(code, (this.#warnings.get(code) ?? 0) + 1)
  }

  /**
   * Writes the page under its temporary name; `keep` gives it its own.
   *
   * @throws {Refusal} when it cannot be written
   */
  async end(rows: { rejected: number; blank: number }): Promise<void> {
    // Only who asks for a report waits for the charts to load.
    const { renderReport } = await import('../report.js')
    const quality = { ...rows, warnings: Object.fromEntries(this.#warnings) }
    const page = renderReport(this.count, { ...this.settings, quality })
    const { stream } = this.#file
    stream.end(page)
    await this.#orRefuse(finished(stream))
  }

  keep(): Promise<void> {
    return this.#orRefuse(this.#file.keep())
  }

  discard(): Promise<void> {
    return this.#file.discard()
  }

  async #orRefuse(step: Promise<void>): Promise<void> {
    await step.catch((error: unknown) => {
      throw new Refusal(text.cannotWrite(this.path, reasonOf(error)))
    })
  }
}

/** @throws {Refusal} for a language or a number of people that cannot be used, or an option without a report */
export function reportOf(
  command: string,
  values: Values,
  lang: Lang,
  sets: readonly CriteriaSet[],
  count: Tally,
): PeopleReport | undefined {
  const { report, 'report-lang': language = lang, hide = '5' } = values
  if (report === undefined) {
    const idle = (['report-lang', 'hide'] as const).find((option) => values[option] !== undefined)
    if (idle) throw new Refusal(text.needsReport(`--${idle}`), command)
    return undefined
  }
  if (language !== 'vi' && language !== 'en') throw new Refusal(text.oneOf('--report-lang', ['vi', 'en']), command)
  if (!/^\d{1,6}$/.test(hide)) throw new Refusal(text.hideNumber, command)
  return new PeopleReport(report, count, { lang: language, hide: Number(hide), sets })
}
