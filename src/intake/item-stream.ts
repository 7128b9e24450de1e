import { CdhtError, issue } from '../model/issue.js'
import { listLimit } from '../model/record.js'
import type { ItemRow } from './item-row.js'
import { isOwned, type ItemSource, type OwnedItem } from './item-store.js'

const nothing: readonly OwnedItem[] = []

/**
 * Items that come in the order of their ids, compared by code unit, taken by people in the same order: none is kept.
 */
export class ItemStream implements ItemSource {
  readonly #items: AsyncIterator<ItemRow>
  #next: OwnedItem | undefined
  #isOver = false

  constructor(
    items: AsyncIterable<ItemRow>,
    readonly on: {
      /** Takes every row. */
      read: (item: ItemRow) => void | Promise<void>
      /** Takes what nobody took, while it passes. */
      passed: (item: OwnedItem) => void | Promise<void>
    },
  ) {
    this.#items = items[Symbol.asyncIterator]()
  }

  take(id: string): readonly OwnedItem[] | Promise<readonly OwnedItem[]> {
    return this.#isOver || (this.#next && id < this.#next.id) ? nothing : this.#upTo(id)
  }

  async #upTo(id: string): Promise<readonly OwnedItem[]> {
    if (!this.#next) await this.#advance()
    const own: OwnedItem[] = []
    for (; this.#next && this.#next.id <= id; await this.#advance()) {
      // A list of more is refused, so that no more need be kept.
      if (this.#next.id === id && own.length <= listLimit) own.push(this.#next)
      else await this.on.passed(this.#next)
    }
    return own
  }

  async *rest(): AsyncGenerator<OwnedItem> {
    if (!this.#next && !this.#isOver) await this.#advance()
    for (; this.#next; await this.#advance()) yield this.#next
  }

  async close(): Promise<void> {
    await this.#items.return?.()
  }

  async #advance(): Promise<void> {
    const before = this.#next
    for (;;) {
      const { value, done } = await this.#items.next()
      this.#isOver = done === true
      if (done) return void (this.#next = undefined)
      const told = this.on.read(value)
      if (told) await told
      if (!isOwned(value)) continue
      if (before && value.id < before.id) throw notSorted('items', value.line)
      return void (this.#next = value)
    }
  }
}

export const notSorted = (which: 'people' | 'items', line: number): CdhtError =>
  new CdhtError('record', [issue('not_sorted', [which], { line })])
