import { appendFile, rm } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.js'

/** A text without line feeds, as JSON is, and the key by which it is brought together with others. */
export type Keyed = readonly [key: string, text: string]

export interface SpillOptions {
  /** Characters that are kept in memory before they go to the disk. Default: 8 million. */
  held?: number | undefined
  /** Makes a folder for temporary files, where they are needed. Default: in the temporary folder of the system. */
  temporaryFolder?: (() => string) | undefined
}

const parts = 64
const usuallyHeld = 8_000_000
/** Texts of one key cannot be divided. */
const deepest = 3

/**
 * Brings texts of the same key together however many there are: in memory as long as they are few, otherwise in temporary files,
 * each of all texts of some keys. The files are for nobody but the user who runs the program, and `remove` takes them away.
 */
export class Spill {
  readonly #held: number
  #lines: string[][] = Array.from({ length: parts }, () => [])
  readonly #sizes = new Float64Array(parts)
  #size = 0
  #folder: string | undefined

  /** @param depth - how often these texts were divided before; each time otherwise */
  constructor(
    readonly options: SpillOptions = {},
    readonly depth = 0,
  ) {
    this.#held = options.held ?? usuallyHeld
  }

  async add([key, text]: Keyed): Promise<void> {
    // As JSON the key has no tab and no line feed of its own.
    const line = `${JSON.stringify(key)}\t${text}\n`
    const part = hashOf(key, this.depth) % parts
    this.#lines[part]?.push(line)
    this.#sizes[part] = (this.#sizes[part] as number) + line.length
    this.#size += line.length
    if (this.#size > this.#held) await this.#write()
  }

  /** Parts, one after another: all texts of a key are in one of them, in the order in which they were added. */
  async *parts(): AsyncGenerator<AsyncIterable<Keyed>> {
    for (let part = 0; part < parts; part++) {
      const size = this.#sizes[part] as number
      if (size === 0) continue
      // A part is held whole by whoever looks at it.
      if (size <= this.#held || this.depth >= deepest) yield this.#textsOf(part)
      else {
        const finer = new Spill(this.options, this.depth + 1)
        try {
          for await (const keyed of this.#textsOf(part)) await finer.add(keyed)
          yield* finer.parts()
        } finally {
          await finer.remove()
        }
      }
    }
  }

  /** Takes the temporary files away. */
  async remove(): Promise<void> {
    this.#lines = []
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true })
  }

  async #write(): Promise<void> {
    this.#folder ??= (this.options.temporaryFolder ?? temporaryFolder)()
    for (const [part, lines] of this.#lines.entries())
      if (lines.length > 0) await appendFile(this.#path(part), lines.join(''), { mode: 0o600 })
    this.#lines = Array.from({ length: parts }, () => [])
    this.#size = 0
  }

  readonly #path = (part: number): string => join(this.#folder ?? '', String(part))

  async *#textsOf(part: number): AsyncGenerator<Keyed> {
    // Where nothing was written, there is no folder. What was written came first.
    if (this.#folder !== undefined && this.#sizes[part] !== sizeOf(this.#lines[part] ?? []))
      for await (const line of linesIn(createReadStream(this.#path(part), 'utf8'))) yield keyedOf(line)
    for (const line of this.#lines[part] ?? []) yield keyedOf(line.slice(0, -1))
  }
}

const sizeOf = (lines: readonly string[]): number => lines.reduce((sum, { length }) => sum + length, 0)

function keyedOf(line: string): Keyed {
  const tab = line.indexOf('\t')
  return [JSON.parse(line.slice(0, tab)) as string, line.slice(tab + 1)]
}

async function* linesIn(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() as string
    yield* lines
  }
}

/** FNV-1a over the code units, 32 bits. */
function hashOf(key: string, depth: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(depth, 0x9e3779b1)
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  // The last bits of nearly equal keys are alike until all bits are mixed.
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
