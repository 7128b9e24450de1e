import { issue } from '../model/issue.js'
import type { PersonRow } from './person-row.js'

/**
 * A check for the rows of one file, in order: the second record of an id becomes a rejection, so that nobody is counted
 * twice. Its memory grows with the ids alone. `place` is where ids stand: a heading, or the field.
 */
export function refuseRepeatedIds(): (row: PersonRow, place: string) => PersonRow {
  const firstLines = new Map<string, number>()
  return (row, place) => {
    if (!('record' in row)) return row
    const { id, group } = row.record
    const firstLine = firstLines.get(id)
    if (firstLine !== undefined) return { line: row.line, id, group, issues: [issue('repeated_id', [place], { firstLine })] }
    firstLines.set(id, row.line)
    return row
  }
}
