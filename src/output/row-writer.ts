import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'

/**
 * Writes rows one at a time. Each promise is to be awaited, so that a slow target never fills the memory.
 *
 * `About` is what may come with a row.
 */
export interface RowWriter<T, About = undefined> {
  write(row: T, about?: About): Promise<void>
  /** Writes what is left and ends the target. */
  end(): Promise<void>
  /** Rows written so far, the headings not among them. */
  readonly rows: number
}

/** Characters that are gathered before they go to the target. */
const batch = 65536

/**
 * @param head - what stands before all rows
 * @param textOf - a row, its line end with it
 */
export function rowWriter<T, About = undefined>(
  target: Writable,
  head: string,
  textOf: (row: T, about?: About) => string,
): RowWriter<T, About> {
  let text = head
  let rows = 0
  let failure: Error | undefined
  // Without a listener a failing target would end the process between two writes.
  target.once('error', (error) => (failure = error))

  async function flush(): Promise<void> {
    if (failure) throw failure
    const chunk = text
    text = ''
    if (!target.write(chunk)) await once(target, 'drain')
  }
  return {
    get rows() {
      return rows
    },
    async write(row, about) {
      text += textOf(row, about)
      rows++
      if (text.length >= batch) await flush()
    },
    async end() {
      if (text !== '') await flush()
      target.end()
      await finished(target)
    },
  }
}
