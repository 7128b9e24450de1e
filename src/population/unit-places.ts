import { profileCode, profileKey, profileOf, type Profile } from './profile.js'
import { suppress } from './suppress.js'
import type { CellData } from './tally-json.js'

/** The rows of a table of units, and which of its places may be shown. */
export interface UnitPlaces {
  /** The row of the people whose record names a unit, or none. */
  rowOf(unit: string | null): string
  /** Rows of sub-totals that a row is part of, the nearest first. */
  rowsAbove(row: string): string[]
  /** The unit of a row of sub-totals. */
  unitAbove(row: string): string
  /** @param row - `null`: all rows; `group` - `null`: all groups */
  isHidden(row: string | null, group: string | null): boolean
}

/** The people whose share is told beside a hidden count would tell it. */
const shown: readonly ((profile: Profile) => boolean)[] = (['met', 'unmet', null] as const).flatMap((verdict) => {
  const has = (profile: Profile): boolean => verdict === null || profile.verdict === verdict
  return [has, (one) => has(one) && one.registered === 'met', (one) => has(one) && one.adult === 'met']
})

/**
 * @param cells - of `coarseCells`, of one of the two tables of a tally
 * @param hide - a count of at least 1 and fewer than this many people is not shown
 * @param parents - the unit above each, for sub-totals
 * @throws CdhtError `options` when units lie above each other in a circle
 */
export function unitPlaces(cells: readonly CoarseCell[], hide: number, parents: ReadonlyMap<string, string>): UnitPlaces {
  const rowOf = (unit: string | null): string => JSON.stringify(unit)
  const above = (unit: string): string => `above ${unit}`
  // A unit may have people of its own beside those of the units under it.
  const hasUnder = new Set(parents.values())
  const up = new Map<string, string>()
  for (const { unit } of cells) {
    if (unit === null) continue
    const parent = hasUnder.has(unit) ? unit : parents.get(unit)
    if (parent !== undefined) up.set(rowOf(unit), above(parent))
  }
  for (const unit of hasUnder) {
    const parent = parents.get(unit)
    if (parent !== undefined) up.set(above(unit), above(parent))
  }
  const { isHidden } = suppress(
    cells.map(({ unit, group, profiles }) => ({ row: rowOf(unit), column: group, people: profiles })),
    { hide, counts: shown.map((counts) => (key) => counts(profileOf(key))), parents: up },
  )
  return {
    rowOf,
    rowsAbove: (row) => {
      const list: string[] = []
      for (let at = up.get(row); at !== undefined; at = up.get(at)) list.push(at)
      return list
    },
    unitAbove: (row) => row.slice(above('').length),
    isHidden,
  }
}

/** People of one unit and group by what a table of units shows of them. */
export type CoarseCell = Pick<CellData, 'unit' | 'group' | 'profiles'>

/**
 * The cells of a table by unit and group alone, in the same order. Profiles that agree in all that the table shows are one class:
 * of rare classes more would have to be hidden.
 */
export function coarseCells(cells: readonly CoarseCell[]): CoarseCell[] {
  const units = new Map<string | null, Map<string, CoarseCell>>()
  for (const { unit, group, profiles } of cells) {
    const groups = units.get(unit) ?? new Map<string, CoarseCell>()
    units.set(unit, groups)
    const cell = groups.get(group) ?? { unit, group, profiles: {} }
    groups.set(group, cell)
    for (const key in profiles) {
      const name = coarse(key)
      cell.profiles[name] = (cell.profiles[name] ?? 0) + (profiles[key] as number)
    }
  }
  return [...units.values()].flatMap((groups) => [...groups.values()])
}

function coarse(key: string): string {
  const { adult, registered, verdict } = profileOf(key)
  return profileKey(profileCode({ adult, registered, assessed: true, verdict, hasSkills: 'unknown', proficient: 'unknown' }))
}
