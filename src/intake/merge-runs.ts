import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

/** A line of text that is a JSON list, and the first entry of that list. */
export interface Line {
  key: string
  text: string
}

const chunkBytes = 1 << 16

/** All lines of several files, each sorted by key, in the order of their keys; lines of one key come file by file. */
export function* mergeRuns(paths: readonly string[]): Generator<Line> {
  // The runs that have a line left, as a heap: none has a key before that of its parent, at half its place.
  const heap: Run[] = []
  const runs = paths.map((path, number) => new Run(path, number))
  try {
    for (const run of runs) if (run.advance()) push(heap, run)
    for (let first = heap[0]; first; first = heap[0]) {
      yield first.line
      if (!first.advance()) {
        const last = heap.pop() as Run
        if (heap.length === 0) break
        heap[0] = last
      }
      sink(heap)
    }
  } finally {
    for (const run of runs) run.close()
  }
}

/** One file, a line at a time. */
class Run {
  line: Line = { key: '', text: '' }
  readonly #file: number
  readonly #chunk = Buffer.alloc(chunkBytes)
  readonly #decoder = new StringDecoder('utf8')
  #text = ''
  #at = 0

  constructor(
    path: string,
    readonly number: number,
  ) {
    this.#file = openSync(path, 'r')
  }

  advance(): boolean {
    for (;;) {
      const end = this.#text.indexOf('\n', this.#at)
      if (end >= 0) {
        const text = this.#text.slice(this.#at, end)
        this.#at = end + 1
        // The line feed that files begin with.
        if (text === '') continue
        this.line = { key: keyOf(text), text }
        return true
      }
      const read = readSync(this.#file, this.#chunk)
      if (read === 0) return false
      this.#text = this.#text.slice(this.#at) + this.#decoder.write(this.#chunk.subarray(0, read))
      this.#at = 0
    }
  }

  close(): void {
    closeSync(this.#file)
  }
}

/** The first entry of a list, without reading the others where its text holds nothing that JSON writes in another way. */
function keyOf(text: string): string {
  const key = text.slice(2, text.indexOf('"', 2))
  return key.includes('\\') ? (JSON.parse(text) as [string])[0] : key
}

const isBefore = (a: Run, b: Run): boolean => a.line.key < b.line.key || (a.line.key === b.line.key && a.number < b.number)

function push(heap: Run[], run: Run): void {
  let at = heap.push(run) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isBefore(run, heap[parent] as Run)) break
    swap(heap, at, parent)
    at = parent
  }
}

function sink(heap: Run[]): void {
  for (let at = 0; ;) {
    let least = at
    for (const child of [2 * at + 1, 2 * at + 2])
      if (child < heap.length && isBefore(heap[child] as Run, heap[least] as Run)) least = child
    if (least === at) return
    swap(heap, at, least)
    at = least
  }
}

function swap(heap: Run[], a: number, b: number): void {
  const one = heap[a] as Run
  heap[a] = heap[b] as Run
  heap[b] = one
}
