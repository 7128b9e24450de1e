import type { ByteBatch } from './byte-batch.js'
import { csvCell } from './csv-cell.js'

const encoder = new TextEncoder()

interface Parts {
  /** At the beginning of the cell, and behind another one. */
  first: Uint8Array
  later: Uint8Array
}

/** Between two of a list, in every table. */
const between = '; '

/** Puts a cell that lists things together from the bytes of each, made once. */
export class ListCell {
  readonly #parts = new Map<string, Parts | null>()

  /**
   * @param textOf - the whole cell, not yet as CSV
   * @param before - what stands before the cell
   */
  constructor(
    readonly textOf: (ids: readonly string[]) => string,
    readonly before: string,
  ) {}

  put(batch: ByteBatch, ids: readonly string[]): void {
    const begin = batch.size
    if (ids.length === 0) batch.text(this.before)
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as string
      const known = this.#parts.get(id)
      const parts = known === undefined ? this.#partsOf(id) : known
      if (parts === null) {
        batch.cut(begin)
        batch.text(this.before + csvCell(this.textOf(ids)))
        return
      }
      batch.put(i === 0 ? parts.first : parts.later)
    }
  }

  /** `null` where the cell of a list with it is more than what its things are by themselves. */
  #partsOf(id: string): Parts | null {
    const text = this.textOf([id])
    const isPlain = text !== '' && csvCell(text) === text && this.textOf([id, id]) === text + between + text
    const parts = isPlain ? { first: encoder.encode(this.before + text), later: encoder.encode(between + text) } : null
    this.#parts.set(id, parts)
    return parts
  }
}
