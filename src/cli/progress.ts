import { createLogUpdate } from 'log-update'
import type { Lang } from '../model/text.js'
import type { Io, Watch } from './io.js'
import { progressText } from './progress-text.js'

/** Whoever waits less than this needs no bar. */
const patience = 500
/** Milliseconds between two looks of the bar. */
const pause = 100

/** How far the files that are read are, in one line of a terminal that is rewritten; it is gone when they are read. */
export class Progress {
  readonly #show: ReturnType<typeof createLogUpdate>
  #watches = 0
  #begin = 0
  #next = 0
  #isShown = false
  readonly #seen = { total: 0, bytes: 0, rows: 0 }

  /** @param now - milliseconds from any beginning */
  constructor(
    readonly terminal: NodeJS.WriteStream,
    readonly lang: Lang,
    readonly now: () => number = () => performance.now(),
  ) {
    this.#show = createLogUpdate(terminal, { showCursor: true })
  }

  /** @param total - bytes of a file; of a file without it, rows are told */
  watch(total: number | undefined): Watch {
    if (this.#watches++ === 0) {
      Object.assign(this.#seen, { total: 0, bytes: 0, rows: 0 })
      this.#begin = this.now()
      this.#next = this.#begin + patience
    }
    this.#seen.total += total ?? 0
    let isOver = false
    return {
      advance: (by) => {
        this.#seen[total === undefined ? 'rows' : 'bytes'] += by
        this.#draw()
      },
      end: () => {
        if (!isOver && --this.#watches === 0) this.clear()
        isOver = true
      },
    }
  }

  /** The same stream, for which the line makes way: both may be one terminal. */
  before(stream: NodeJS.WriteStream): Io['stdout'] {
    return {
      write: (text) => {
        this.clear()
        return stream.write(text)
      },
      get writable() {
        return stream.writable
      },
      once: (event, listener) => stream.once(event, listener),
    }
  }

  clear(): void {
    if (this.#isShown) this.#show.clear()
    this.#isShown = false
  }

  #draw(): void {
    const now = this.now()
    if (now < this.#next) return
    this.#next = now + pause
    this.#isShown = true
    this.#show(progressText({ ...this.#seen, seconds: (now - this.#begin) / 1000 }, this.terminal.columns || 80, this.lang))
  }
}
