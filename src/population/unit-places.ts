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
 * @param cells - of one of the two tables of a tally
 * @param hide - a count of at least 1 and fewer than this many people is not shown
 * @param parents - the unit above each, for sub-totals
 * @throws CdhtError `options` when units lie above each other in a circle
 */
export function unitPlaces(cells: readonly CellData[], hide: number, parents: ReadonlyMap<string, string>): UnitPlaces {
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
    cells.map(({ unit, group, profiles }) => ({ row: rowOf(unit), column: group, people: coarse(profiles) })),
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

/** Profiles that agree in all that a table shows are one class: of rare classes more would have to be hidden. */
function coarse(profiles: CellData['profiles']): Record<string, number> {
  const classes: Record<string, number> = {}
  for (const [key, people] of Object.entries(profiles)) {
    const { adult, registered, verdict } = profileOf(key)
    const name = profileKey(
      profileCode({ adult, registered, assessed: true, verdict, hasSkills: 'unknown', proficient: 'unknown' }),
    )
    classes[name] = (classes[name] ?? 0) + people
  }
  return classes
}
