import { closeSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mergeRuns, type Line } from './merge-runs.js'

/** Runs of sorted lines that are open at a time. */
const runsOpen = 128
/** Bytes between two ids that are kept in memory for finding the others. */
const blockBytes = 4096
/** No line is shorter, so that the number of its first unit is its own. */
const unitBytes = 8
const batchBytes = 1 << 18

/**
 * Lines by key, on the disk, for more of them than memory holds: sorted runs, merged into one file in which a key is found by
 * reading one block. Memory: one run while lines are added, then about a key for each 4 kB and a bit for each 8 bytes.
 */
export class SortedFile {
  #held: Line[] = []
  #runs: string[] = []
  #made = 0
  #file: number | undefined
  #bytes = 0
  #blocks: { key: string; at: number }[] = []
  #taken = new Uint8Array(0)
  #block = { number: -1, bytes: Buffer.alloc(0) }

  /**
   * @param folder - exists, and holds nothing else
   * @param linesHeld - lines that are gathered and sorted in memory before they go to the disk
   */
  constructor(
    readonly folder: string,
    readonly linesHeld: number,
  ) {}

  /** @param text - without a line feed; begins with `keyText(key)` */
  add(key: string, text: string): void {
    this.#held.push({ key, text })
    if (this.#held.length >= this.linesHeld) this.#write()
  }

  /** To be called once, after the last line. */
  sort(): void {
    this.#write()
    let before: string | undefined
    const path = this.#merge((key, at) => {
      const last = this.#blocks.at(-1)
      // All lines of a key are in one block.
      if (!last || (at - last.at >= blockBytes && before !== key)) this.#blocks.push({ key, at })
      before = key
    })
    this.#file = openSync(path, 'r')
    this.#taken = new Uint8Array(Math.ceil(this.#bytes / unitBytes / 8) + 1)
  }

  /** The lines of a key, which are then taken; none where there is no such key, or they were taken before. */
  take(key: string): string[] {
    const number = this.#blockOf(key)
    const block = this.#blocks[number]
    if (!block) return []
    const bytes = this.#read(number)
    const begin = Buffer.from(`\n${keyText(key)}`)
    const lines: string[] = []
    const first = bytes.indexOf(begin)
    for (let at = this.#isMarked(block.at + first + 1) ? -1 : first; at >= 0;) {
      const end = bytes.indexOf(10, at + 1)
      lines.push(bytes.toString('utf8', at + 1, end))
      this.#mark(block.at + at + 1)
      at = bytes.subarray(end, end + begin.length).equals(begin) ? end : -1
    }
    return lines
  }

  /** The lines that were never taken, in the order of their keys. */
  *rest(): Generator<string> {
    for (const [number, { at: begin }] of this.#blocks.entries()) {
      const bytes = this.#read(number)
      for (let at = 1; at < bytes.length;) {
        const end = bytes.indexOf(10, at)
        if (!this.#isMarked(begin + at)) yield bytes.toString('utf8', at, end)
        at = end + 1
      }
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
    rmSync(this.folder, { recursive: true, force: true })
  }

  #write(): void {
    this.#held.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    this.#runs.push(this.#save(this.#held))
    this.#held = []
    if (this.#runs.length >= runsOpen) this.#runs = [this.#merge()]
  }

  #merge(onLine?: (key: string, at: number) => void): string {
    const path = this.#save(mergeRuns(this.#runs), onLine)
    for (const run of this.#runs) rmSync(run)
    return path
  }

  /** @param onLine - is told the key of each line and where it begins: at the line feed before it */
  #save(lines: Iterable<Line>, onLine?: (key: string, at: number) => void): string {
    const path = join(this.folder, String(this.#made++))
    const file = openSync(path, 'wx', 0o600)
    try {
      let batch = '\n'
      let written = 0
      let length = 1
      for (const { key, text } of lines) {
        onLine?.(key, written + length - 1)
        batch += `${text}\n`
        length += onLine ? Buffer.byteLength(text) + 1 : text.length + 1
        if (length < batchBytes) continue
        written += append(file, batch)
        batch = ''
        length = 0
      }
      this.#bytes = written + append(file, batch)
    } finally {
      closeSync(file)
    }
    return path
  }

  /** The last block whose first key is not after `key`; -1 where it would stand before all. */
  #blockOf(key: string): number {
    let [from, to] = [0, this.#blocks.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((this.#blocks[middle] as { key: string }).key <= key) from = middle + 1
      else to = middle
    }
    return from - 1
  }

  /** A block with the line feed before it, which is the last of the block before. */
  #read(number: number): Buffer {
    if (this.#block.number === number) return this.#block.bytes
    const begin = this.#blocks[number]?.at as number
    const end = this.#blocks[number + 1]?.at ?? this.#bytes - 1
    const bytes = Buffer.alloc(end - begin + 1)
    for (let read = 0; read < bytes.length;) {
      const more = readSync(this.#file as number, bytes, read, bytes.length - read, begin + read)
      if (more === 0) throw new Error('a temporary file was cut')
      read += more
    }
    this.#block = { number, bytes }
    return bytes
  }

  #mark(at: number): void {
    const unit = Math.floor(at / unitBytes)
    ;(this.#taken[unit >> 3] as number) |= 1 << (unit & 7)
  }
  #isMarked(at: number): boolean {
    const unit = Math.floor(at / unitBytes)
    return ((this.#taken[unit >> 3] as number) & (1 << (unit & 7))) !== 0
  }
}

/** @returns how many bytes it took */
function append(file: number, text: string): number {
  const bytes = Buffer.from(text)
  writeFileSync(file, bytes)
  return bytes.length
}

/** How the line of a key begins. */
export const keyText = (key: string): string => `[${JSON.stringify(key)},`
