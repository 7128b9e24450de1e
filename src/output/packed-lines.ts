import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { createDeflateRaw, createInflateRaw } from 'node:zlib'

/** Rows that are kept until later, packed: a few bytes each. */
export class PackedLines {
  readonly #chunks: Buffer[] = []
  readonly #packer = createDeflateRaw({ level: 1 }).on('data', (chunk: Buffer) => void this.#chunks.push(chunk))

  async add(row: readonly (string | number)[]): Promise<void> {
    if (!this.#packer.write(`${JSON.stringify(row)}\n`)) await once(this.#packer, 'drain')
  }

  /** All rows in order; nothing can be added any more. */
  async *read(): AsyncGenerator<(string | number)[]> {
    const ended = once(this.#packer, 'end')
    this.#packer.end()
    await ended
    const text = Readable.from(this.#chunks).pipe(createInflateRaw())
    for await (const line of createInterface({ input: text, crlfDelay: Infinity })) yield JSON.parse(line) as (string | number)[]
  }
}
