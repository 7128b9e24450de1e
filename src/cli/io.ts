import type { Lang, Text } from '../model/text.js'

/** Everything of the outside that a command touches beside the files it is told to. */
export interface Io {
  /** Read only where a command is told to, by `-`. */
  readonly stdin: AsyncIterable<Uint8Array>
  /** `write` returns `false` while its reader is behind, and `drain` says that it no longer is. */
  stdout: { write(text: string): unknown; readonly writable?: boolean; once?(event: 'drain', listener: () => void): unknown }
  stderr: { write(text: string): unknown }
  /** Today as `YYYY-MM-DD`. Only suggestions use it: the day of an assessment is always given. */
  today(): string
  /** How far the reading of files is, for whoever waits; absent where nobody watches. */
  readonly progress?: { watch(total: number | undefined): Watch }
  /** Lists of their own may come in any order; otherwise a command that meets one out of order ends, and begins again. */
  readonly inAnyOrder?: boolean
}

/** The reading of one file: in bytes where their total is known, otherwise in rows. */
export interface Watch {
  readonly advance: (by: number) => void
  end(): void
}

/**
 * 0: done; 1: done, with some rows rejected, errors found in criteria, or a result refuted; 2: wrong usage, or a file that cannot be
 * used, and nothing was written.
 */
export type ExitCode = 0 | 1 | 2

/** Ends a command with exit code 2 and a sentence for whoever typed it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** @param command - whose help tells more */
  constructor(
    readonly text: Text,
    readonly command?: string,
  ) {
    super(text.en)
  }
}

/** What went wrong with a file, as the system names it; its message would repeat in English what we say in two languages. */
export const reasonOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.name : '?')

/** Lines in one language. */
export type Say = (text: Text) => string
export const speak =
  (lang: Lang): Say =>
  (text) =>
    text[lang]
