import type { TallyRow } from '../population/tally-row.js'

/** The groups and units of a report in the order in which it lists them. */
export interface ReportLists {
  groups: readonly string[]
  /** By code, `null` for the people of none last. */
  units: readonly (string | null)[]
  workplaces: readonly (string | null)[]
}

/** @param order - of groups; others come behind, by their ids */
export function reportLists(rows: readonly TallyRow[], order: readonly string[]): ReportLists {
  const found = new Set(rows.map(({ group }) => group))
  const others = [...found].filter((group) => !order.includes(group)).sort()
  return {
    groups: [...order.filter((group) => found.has(group)), ...others],
    units: unitsOf(rows, 'residence'),
    workplaces: unitsOf(rows, 'workplace'),
  }
}

function unitsOf(rows: readonly TallyRow[], by: TallyRow['by']): (string | null)[] {
  const found = new Set(rows.flatMap((row) => (row.by === by ? [row.unit] : [])))
  const named = [...found].filter((unit) => unit !== null).sort((a, b) => (a < b ? -1 : 1))
  return found.has(null) ? [...named, null] : named
}
