import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'

/**
 * A file that appears under its own name only when it is whole. Until then it stands beside it under a temporary name, so
 * that the last step is a rename on one disk.
 */
export class OutputFile {
  readonly stream: WriteStream
  readonly #temporary: string

  /** @param path - the final name; a file already there is replaced at the end, not before */
  constructor(readonly path: string) {
    this.#temporary = `${path}.${process.pid}.tmp`
    this.stream = createWriteStream(this.#temporary, { flags: 'wx' })
  }

  /** To be called after the stream has ended well. */
  async keep(): Promise<void> {
    await rename(this.#temporary, this.path)
  }

  async discard(): Promise<void> {
    this.stream.destroy()
    // Not `once` of Node: it would reject on the error that the stream may have been ended with.
    if (!this.stream.closed) await new Promise<void>((resolve) => this.stream.once('close', () => resolve()))
    await rm(this.#temporary, { force: true })
  }
}
