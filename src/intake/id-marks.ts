import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.js'

/** Marks are spread over so many files, one of which is held at a time. */
const parts = 256
/** Marks of a part that are held before they go to its file. */
const held = 1024

/** Finds the marks that come more than once among any number of them, in little memory: they go to temporary files. */
export class IdMarks {
  readonly #folder: string
  /** Opened when something goes there. */
  readonly #files: (number | undefined)[] = []
  readonly #held = Array.from({ length: parts }, () => new Float64Array(held))
  readonly #counts = new Int32Array(parts)

  /** @param makeFolder - makes a folder for the temporary files. Default: in the temporary folder of the system */
  constructor(makeFolder: () => string = temporaryFolder) {
    this.#folder = makeFolder()
  }

  add(mark: number): void {
    const part = mark & (parts - 1)
    const at = this.#counts[part] as number
    ;(this.#held[part] as Float64Array)[at] = mark
    this.#counts[part] = at + 1
    if (at + 1 === held) this.#write(part)
  }

  repeated(): Set<number> {
    const found = new Set<number>()
    for (let part = 0; part < parts; part++) {
      if (this.#files[part] === undefined && (this.#counts[part] as number) < 2) continue
      this.#write(part)
      const { buffer, byteOffset, byteLength } = readFileSync(this.#path(part))
      const marks = new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength)).sort()
      for (let at = 1; at < marks.length; at++) if (marks[at] === marks[at - 1]) found.add(marks[at] as number)
    }
    return found
  }

  /** Takes the temporary files away. */
  remove(): void {
    for (const file of this.#files) if (file !== undefined) closeSync(file)
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #write(part: number): void {
    const marks = (this.#held[part] as Float64Array).subarray(0, this.#counts[part])
    const file = (this.#files[part] ??= openSync(this.#path(part), 'w', 0o600))
    writeSync(file, marks)
    this.#counts[part] = 0
  }

  #path(part: number): string {
    return join(this.#folder, String(part))
  }
}
