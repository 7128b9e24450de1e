import { showable } from '../population/small-cells.js'
import type { TallyRow } from '../population/tally-row.js'

export const answers = ['met', 'unmet', 'unknown'] as const

/** Which counts of a report may be shown; the one place where it is decided for groups, units and both. */
export interface Disclosed {
  /** In the order in which the report lists them. */
  groups: readonly string[]
  units: readonly (string | null)[]
  workplaces: readonly (string | null)[]
  /** People by unit of residence, group and answer; `undefined` is the total over it. */
  residence: (unit: string | null | undefined, group?: string, answer?: (typeof answers)[number]) => boolean
  workplace: (unit: string | null | undefined, answer?: (typeof answers)[number]) => boolean
}

/**
 * @param order - of groups; others come behind, as they are found
 * @param hide - fewest people that are shown
 */
export function disclosed(rows: readonly TallyRow[], order: readonly string[], hide: number): Disclosed {
  const by = (table: TallyRow['by']): TallyRow[] => rows.filter((row) => row.by === table)
  const [residence, workplace] = [by('residence'), by('workplace')]
  const found = new Set(rows.map(({ group }) => group))
  const groups = [...order.filter((group) => found.has(group)), ...[...found].filter((group) => !order.includes(group)).sort()]
  const [units, workplaces] = [unitsOf(residence), unitsOf(workplace)]
  const cube = counts(residence, units, groups)
  // Of a unit and group only who meets the criteria and how many there are is told, so that the rest of them is their difference.
  const mayShow = showable(cube, hide, (i, j, k) => {
    if (hide < 2 || units.length === 1 || groups.length === 1 || i === undefined || j === undefined || k === undefined)
      return false
    const [, unmet = 0, unknown = 0] = cube[i]?.[j] ?? []
    return k > 0 || (unmet + unknown > 0 && unmet + unknown < hide)
  })
  // Its totals by answer are those of the other table; what that hides stays hidden.
  const mayShowWork = showable(counts(workplace, workplaces, undefined), hide, (i, j, k) =>
    i === undefined && j === undefined ? !mayShow(undefined, undefined, k) : false,
  )
  const at = <T>(list: readonly T[]): ((one: T | undefined) => number | undefined) => {
    const places = new Map(list.map((one, i) => [one, i]))
    return (one) => (one === undefined ? undefined : places.get(one))
  }
  const [unitAt, groupAt, workAt, answerAt] = [at(units), at(groups), at(workplaces), at<string>(answers)]
  return {
    groups,
    units,
    workplaces,
    residence: (unit, group, answer) => mayShow(unitAt(unit), groupAt(group), answerAt(answer)),
    workplace: (unit, answer) => mayShowWork(workAt(unit), undefined, answerAt(answer)),
  }
}

/** By code, the ones without a unit last. */
function unitsOf(rows: readonly TallyRow[]): (string | null)[] {
  const found = [...new Set(rows.map(({ unit }) => unit))]
  const named = found.filter((unit) => unit !== null).sort((a, b) => (a < b ? -1 : 1))
  return found.includes(null) ? [...named, null] : named
}

function counts(
  rows: readonly TallyRow[],
  units: readonly (string | null)[],
  groups: readonly string[] | undefined,
): number[][][] {
  const cube = units.map(() => (groups ?? ['']).map(() => answers.map(() => 0)))
  for (const row of rows) {
    const cell = cube[units.indexOf(row.unit)]?.[groups ? groups.indexOf(row.group) : 0]
    if (cell) answers.forEach((answer, k) => (cell[k] = (cell[k] as number) + row[answer]))
  }
  return cube
}
