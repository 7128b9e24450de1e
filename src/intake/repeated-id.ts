import { issue } from '../model/issue.js'
import { markOf } from './id-mark.js'
import { IdLines } from './id-lines.js'
import type { PersonRow } from './person-row.js'

/**
 * A check for the rows of one file, in order: the second record of an id becomes a rejection, so that nobody is counted
 * twice. Its memory grows with the ids alone.
 */
export class RepeatedIds {
  readonly #lines = new IdLines()

  /** @param mayRepeat - marks of the ids that may come again, where they are known: no other id is remembered */
  constructor(readonly mayRepeat?: ReadonlySet<number>) {}

  /** @param place - where ids stand: a heading, or the field */
  refuse(row: PersonRow, place: string): PersonRow {
    if (!('record' in row)) return row
    const { id, group } = row.record
    if (this.mayRepeat?.has(markOf(Buffer.from(id))) === false) return row
    const firstLine = this.#lines.add(id, row.line)
    if (firstLine === undefined) return row
    return { line: row.line, id, group, issues: [issue('repeated_id', [place], { firstLine })] }
  }

  /** Notes an id in ASCII, which the bytes hold. @returns false where it was before */
  isNew(bytes: Uint8Array, from: number, to: number, line: number): boolean {
    if (this.mayRepeat?.has(markOf(bytes, from, to)) === false) return true
    return this.#lines.addBytes(bytes, from, to, line) === undefined
  }
}
