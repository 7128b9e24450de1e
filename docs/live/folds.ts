import { fill, h, type Child } from './dom.js'

interface Fold {
  id: string
  open: () => void
}

/** Parts that a visitor opens and that stay open when the answers change. What is in them is worked out once they are open. */
export class Folds {
  readonly #opened: Set<string>
  #folds: Fold[] = []

  /** @param opened - ids of those that are open to begin with */
  constructor(opened: readonly string[]) {
    this.#opened = new Set(opened)
  }

  /** The parts shown until now are gone. */
  reset(): void {
    this.#folds = []
  }

  /** @param make - what is in it */
  add(id: string, title: string, make: () => Child): HTMLDetailsElement {
    const place = h('div')
    const details = h('details', { class: 'fold', id }, h('summary', {}, h('h3', {}, title)), place)
    const show = (): void => {
      if (!place.firstChild) fill(place, make())
    }
    details.addEventListener('toggle', () => {
      if (details.open) this.#opened.add(id)
      else this.#opened.delete(id)
      if (details.open) show()
    })
    if (this.#opened.has(id)) {
      show()
      details.open = true
    }
    const open = (): void => {
      show()
      details.open = true
    }
    this.#folds.push({ id, open })
    return details
  }

  /** Opens some of the parts, as for paper, where nothing can be opened. */
  open(ids: readonly string[]): void {
    for (const fold of this.#folds) if (ids.includes(fold.id)) fold.open()
  }
}
