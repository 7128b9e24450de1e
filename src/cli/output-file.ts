import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { forget, temporaryBeside } from './leftovers.js'

/**
 * A file that appears under its own name only when it is whole. Until then it stands beside it under a temporary name, so
 * that the last step is a rename on one disk. A run that is interrupted takes it away; what a killed run left, the next run
 * that writes the same file does.
 */
export class OutputFile {
  readonly stream: WriteStream
  readonly #temporary: string

  /** @param path - the final name; a file already there is replaced at the end, not before */
  constructor(readonly path: string) {
    this.#temporary = temporaryBeside(path)
    // On the disk before it is renamed, so that a power cut leaves no empty file under the final name.
    this.stream = createWriteStream(this.#temporary, { flags: 'wx', flush: true })
  }

  /** To be called after the stream has ended well. */
  async keep(): Promise<void> {
    await rename(this.#temporary, this.path)
    forget(this.#temporary)
  }

  async discard(): Promise<void> {
    this.stream.destroy()
    // Not `once` of Node: it would reject on the error that the stream may have been ended with.
    if (!this.stream.closed) await new Promise<void>((resolve) => this.stream.once('close', () => resolve()))
    await rm(this.#temporary, { force: true })
    forget(this.#temporary)
  }
}
