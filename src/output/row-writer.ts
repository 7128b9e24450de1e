import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ByteBatch } from './byte-batch.js'

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

/** A writer that also takes rows that are bytes already, without waiting after each. */
export interface ByteRowWriter<T, About = undefined> extends RowWriter<T, About> {
  /** Where the bytes of one row go, behind all rows before it; the row counts. */
  nextRow(): ByteBatch
  /** Whether `flush` is to be called, and awaited. */
  isDue(): boolean
  flush(): Promise<void>
}

/** Characters, or bytes, that are gathered before they go to the target. */
const batch = 65536

/**
 * @param head - what stands before all rows
 * @param textOf - a row, its line end with it
 * @param tail - what stands after all rows
 */
export function rowWriter<T, About = undefined>(
  target: Writable,
  head: string,
  textOf: (row: T, about?: About) => string,
  tail?: () => string,
): ByteRowWriter<T, About> {
  let text = head
  const bytes = new ByteBatch()
  let rows = 0
  let failure: Error | undefined
  // Without a listener a failing target would end the process between two writes.
  target.once('error', (error) => (failure = error))

  async function flush(): Promise<void> {
    if (failure) throw failure
    if (bytes.size === 0) {
      const chunk = text
      text = ''
      if (!target.write(chunk)) await once(target, 'drain')
      return
    }
    settle()
    const chunk = bytes.take()
    if (!target.write(chunk, () => bytes.giveBack(chunk))) await once(target, 'drain')
  }
  function isDue(): boolean {
    return bytes.size + text.length >= batch
  }
  function settle(): void {
    if (text !== '') bytes.text(text)
    text = ''
  }
  return {
    get rows() {
      return rows
    },
    isDue,
    nextRow() {
      settle()
      rows++
      return bytes
    },
    flush,
    async write(row, about) {
      text += textOf(row, about)
      rows++
      if (isDue()) await flush()
    },
    async end() {
      text += tail?.() ?? ''
      if (bytes.size > 0 || text !== '') await flush()
      target.end()
      await finished(target)
    },
  }
}
