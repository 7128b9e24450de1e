import type { InForce } from '../model/criteria-file.js'
import { inFile, issue, type Issue } from '../model/issue.js'

interface Dated {
  id: string
  group?: string | undefined
  inForce?: InForce | undefined
}

/** Every two sets of one group that are in force on the same day, so that nobody could say which of them decides. */
export function overlapsOf(sets: readonly Dated[]): Issue[] {
  return sets.flatMap((a, i) =>
    sets.slice(i + 1).flatMap((b) => {
      if (a.group === undefined || a.group !== b.group || !a.inForce || !b.inForce) return []
      const overlap = a.inForce.from <= (b.inForce.to ?? '9999') && b.inForce.from <= (a.inForce.to ?? '9999')
      const details = { group: a.group, files: [a.id, b.id] }
      return overlap ? inFile(b.id, [issue('overlapping_in_force', ['inForce'], details)]) : []
    }),
  )
}
