import type { Text } from '../model/text.js'
import type { Verdict } from '../model/verdict.js'
import { adultPeople, holders, registeredPeople } from './names.js'
import { countPeople } from './people.js'
import { profileCode, profileKey, profileOf, type Profile } from './profile.js'
import { rateOf, type Rate } from './rate.js'
import { suppress } from './suppress.js'
import type { CellData } from './tally-json.js'
import type { Tally } from './tally.js'

export interface UnitTableOptions {
  /** Which unit of a person is meant. Default: the residence. */
  by?: 'residence' | 'workplace' | undefined
  /** Counts of at least 1 and fewer than this many people are hidden, with whatever would give them away. Default: 5; 0 shows all. */
  hide?: number | undefined
  /** Order in which groups come; others follow by their ids. */
  groups?: Iterable<string> | undefined
  /** The unit above each, for sub-totals. */
  parents?: ReadonlyMap<string, string> | undefined
}

/** One row of a table of units and groups. */
export interface UnitTableRow {
  /** `unit`: one unit; `above`: all units under it in the table of units; `all`: everybody. */
  of: 'unit' | 'above' | 'all'
  /** `null` of all, and of people whose record names no unit. */
  unit: string | null
  /** `null`: of all groups. */
  group: string | null
  /** `null` where the counts are hidden. */
  counts: UnitCounts | null
}

export interface UnitCounts {
  /** People who were assessed. */
  people: number
  registered: number
  met: number
  unmet: number
  unknown: number
  /** Who meets the criteria, of those who registered, and of adults. */
  ofRegistered: Rate
  ofAdults: Rate
}

/** The people whose share is told beside a hidden count would tell it. */
const shown: readonly ((profile: Profile) => boolean)[] = (['met', 'unmet', null] as const).flatMap((verdict) => {
  const has = (profile: Profile): boolean => verdict === null || profile.verdict === verdict
  return [has, (one) => has(one) && one.registered === 'met', (one) => has(one) && one.adult === 'met']
})

/**
 * People by unit and group, with totals: of all groups of a unit, of all units under one, of all units, and of everybody. What is
 * not known stands apart: people whose result is unknown have a count of their own, and shares say what they may be.
 *
 * Hidden are small counts of people, of those who registered and of adults, and among each of these of who meets the criteria and
 * who does not; and enough others that none of them can be worked out (see `suppress`). Of people of whom something is not known
 * a small count is not hidden by itself: it says what is lacking, and nothing of a person.
 *
 * @throws CdhtError `options` when units lie above each other in a circle
 *
 * @example
 * unitTable(count, { hide: 5 }).find(({ of, group }) => of === 'all' && group === null)?.counts?.met // everybody who meets them
 */
export function unitTable(tally: Pick<Tally, 'toJSON'>, options: UnitTableOptions = {}): UnitTableRow[] {
  const { by = 'residence', hide = 5, parents = new Map<string, string>(), groups: first = [] } = options
  const cells = tally.toJSON()[by]
  const leaf = (unit: string | null): string => JSON.stringify(unit)
  const above = (unit: string): string => `above ${unit}`
  // A unit may have people of its own beside those of the units under it.
  const hasUnder = new Set(parents.values())
  const rowsAbove = new Map<string, string>()
  for (const { unit } of cells) {
    if (unit === null) continue
    const parent = hasUnder.has(unit) ? unit : parents.get(unit)
    if (parent !== undefined) rowsAbove.set(leaf(unit), above(parent))
  }
  for (const unit of hasUnder) {
    const parent = parents.get(unit)
    if (parent !== undefined) rowsAbove.set(above(unit), above(parent))
  }
  const { isHidden } = suppress(
    cells.map(({ unit, group, profiles }) => ({ row: leaf(unit), column: group, people: coarse(profiles) })),
    { hide, counts: shown.map((counts) => (key) => counts(profileOf(key))), parents: rowsAbove },
  )
  const groups = [...new Set([...first, ...cells.map(({ group }) => group).sort()])]
  const keysAbove = (row: string): string[] => {
    const list: string[] = []
    for (let at = rowsAbove.get(row); at !== undefined; at = rowsAbove.get(at)) list.push(at)
    return list
  }
  const places = new Map<string, { of: UnitTableRow['of']; unit: string | null; cells: CellData[] }>()
  const put = (key: string, of: UnitTableRow['of'], unit: string | null, cell: CellData): void => {
    const place = places.get(key) ?? { of, unit, cells: [] }
    places.set(key, place)
    place.cells.push(cell)
  }
  for (const cell of cells) put(leaf(cell.unit), 'unit', cell.unit, cell)
  for (const cell of cells) for (const key of keysAbove(leaf(cell.unit))) put(key, 'above', key.slice(above('').length), cell)
  for (const cell of cells) put('all', 'all', null, cell)
  return [...places].flatMap(([key, { of, unit, cells: inPlace }]) =>
    [...groups, null].flatMap((group): UnitTableRow[] => {
      const counted = group === null ? inPlace : inPlace.filter((cell) => cell.group === group)
      if (counted.length === 0) return []
      return [{ of, unit, group, counts: isHidden(of === 'all' ? null : key, group) ? null : countsOf(counted) }]
    }),
  )
}

/** Profiles that agree in all that the table shows are one class: of rare classes more would have to be hidden. */
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

function countsOf(cells: readonly CellData[]): UnitCounts {
  const sum = (of: (profile: Profile) => Verdict): Record<Verdict, number> => {
    const { met, unmet, unknown = 0 } = countPeople(cells, { belongs: () => 'met', counts: of })
    return { met, unmet, unknown }
  }
  const { met, unmet, unknown } = sum(({ verdict }) => verdict)
  const among = (belongs: (profile: Profile) => Verdict, denominator: Text): Rate =>
    rateOf(countPeople(cells, { belongs, counts: ({ verdict }) => verdict }), { numerator: holders, denominator })
  return {
    people: met + unmet + unknown,
    registered: sum(({ registered }) => registered).met,
    met,
    unmet,
    unknown,
    ofRegistered: among(({ registered }) => registered, registeredPeople),
    ofAdults: among(({ adult }) => adult, adultPeople),
  }
}
