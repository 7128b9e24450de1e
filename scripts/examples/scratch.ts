import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const writes: readonly string[] = ['--out', '--report', '--tally', '--html', '--rejects', '--assessment', '--record']

/** A folder for what the commands of a guide write, so that a guide can name plain files and later commands find them. */
export class Scratch {
  readonly #folder = mkdtempSync(join(tmpdir(), 'cdht-guide-'))

  /** The words of a command with the files that it writes, or that an earlier one has written, in the folder. */
  words(words: readonly string[]): string[] {
    return words.map((word, i) => {
      const path = join(this.#folder, word)
      return writes.includes(words[i - 1] ?? '') || (/^[\w-]+\.\w+$/.test(word) && existsSync(path)) ? path : word
    })
  }

  /** What a command printed, with the plain names of the guide. */
  text(printed: string): string {
    return printed.replaceAll(`${this.#folder}/`, '')
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
