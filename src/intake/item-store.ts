import type { ItemRow } from './item-row.js'
import { keyText, SortedFile } from './sorted-file.js'
import { temporaryFolder } from './temporary-folder.js'

/** An item, or a row that could not be read, of which the person at least is known. */
export type OwnedItem = ItemRow & { id: string }
export const isOwned = (item: ItemRow): item is OwnedItem => item.id !== undefined

/** The items of each person. */
export interface ItemSource {
  /** What one person has, once; what it has is read in passing where that takes no waiting. */
  take(id: string): readonly OwnedItem[] | Promise<readonly OwnedItem[]>
  /** What nobody took. */
  rest(): Iterable<OwnedItem> | AsyncIterable<OwnedItem>
  close(): void | Promise<void>
}

export interface StoreLimits {
  /** Items in memory; more of them are sorted on the disk. */
  held: number
  /** Makes the folder for that. */
  temporaryFolder: () => string
}

export const storeLimits: StoreLimits = {
  held: 30_000,
  temporaryFolder,
}

/** Items that come in any order: in memory, or sorted on the disk where they are many. */
export class ItemStore implements ItemSource {
  readonly #byId = new Map<string, OwnedItem[]>()
  #count = 0
  #file: SortedFile | undefined

  constructor(readonly limits: StoreLimits) {}

  add(item: OwnedItem): void {
    if (this.#file) return write(item, this.#file)
    const own = this.#byId.get(item.id)
    if (own) own.push(item)
    else this.#byId.set(item.id, [item])
    if (++this.#count <= this.limits.held) return
    const file = new SortedFile(this.limits.temporaryFolder(), this.limits.held)
    this.#file = file
    for (const items of this.#byId.values()) for (const one of items) write(one, file)
    this.#byId.clear()
  }

  /** To be called once, after the last item. */
  sort(): void {
    this.#file?.sort()
  }

  take(id: string): readonly OwnedItem[] {
    if (this.#file) return this.#file.take(id).map(parse)
    const own = this.#byId.get(id) ?? []
    this.#byId.delete(id)
    return own
  }

  *rest(): Generator<OwnedItem> {
    if (this.#file) for (const text of this.#file.rest()) yield parse(text)
    else for (const items of this.#byId.values()) yield* items
  }

  close(): void {
    this.#file?.close()
  }
}

const write = (item: OwnedItem, file: SortedFile): void => file.add(item.id, `${keyText(item.id)}${JSON.stringify(item)}]`)
const parse = (text: string): OwnedItem => (JSON.parse(text) as [string, OwnedItem])[1]
