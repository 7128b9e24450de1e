import { crc32 } from 'node:zlib'
import { TextDecoder } from 'node:util'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { CdhtError, issue } from '../model/issue.js'

const megabyte = 1024 * 1024
/** Bytes of one part once it is unpacked. */
const partLimit = 512 * megabyte
/** Tables repeat themselves and pack well, at up to some fifty to one; far beyond that a file is made to do harm. */
const ratioLimit = 300
/** Below this, even such a part does none. */
const harmless = 16 * megabyte
/** Parts that a workbook may have; real ones have a few dozen. */
const entryLimit = 10_000

export const brokenWorkbook = (): CdhtError => new CdhtError('record', [issue('broken_workbook', [], {})])
export const tooLarge = (bytes: number): CdhtError =>
  new CdhtError('record', [issue('too_large', [], { megabytes: Math.round(bytes / megabyte) })])

/** The parts of a workbook, unpacked piece by piece as they are read. */
export class Zip {
  readonly #file: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file
    this.#entries = entries
  }

  /** @throws {CdhtError} `record`: `broken_workbook` for what is no whole ZIP archive */
  static async open(bytes: Buffer): Promise<Zip> {
    const entries = new Map<string, Entry>()
    try {
      const file = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
      for await (const entry of file.eachEntry()) {
        entries.set(entry.fileName, entry)
        if (entries.size > entryLimit) throw brokenWorkbook()
      }
      return new Zip(file, entries)
    } catch {
      throw brokenWorkbook()
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /**
   * The text of a part, in pieces.
   *
   * @throws {CdhtError} `record`: `broken_workbook` where the part is absent, damaged or not UTF-8; `too_large` where it
   * unpacks to more than 512 MB, or to hundreds of times its size
   */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.#entries.get(name)
    if (!entry) throw brokenWorkbook()
    const { uncompressedSize: size, compressedSize } = entry
    if (size > partLimit || (size > harmless && size > ratioLimit * compressedSize)) throw tooLarge(partLimit)
    const decoder = new TextDecoder('utf-8', { fatal: true })
    let sum = 0
    try {
      // The size that the entry states is kept to: the reader ends with an error at the first byte beyond it.
      const bytes = (await this.#file.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>
      for await (const chunk of bytes) {
        sum = crc32(chunk, sum)
        yield decoder.decode(chunk, { stream: true })
      }
      decoder.decode()
    } catch {
      throw brokenWorkbook()
    }
    if (sum !== entry.crc32) throw brokenWorkbook()
  }
}
