import type { Text } from '../model/text.js'
import type { Verdict } from '../model/verdict.js'
import { adultPeople, holders, registeredPeople } from './names.js'
import { countPeople } from './people.js'
import type { Profile } from './profile.js'
import { rateOf, type Rate } from './rate.js'
import type { Tally } from './tally.js'
import { coarseCells, unitPlaces, type CoarseCell } from './unit-places.js'

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
  const cells = coarseCells(tally.toJSON()[by])
  const table = unitPlaces(cells, hide, parents)
  const groups = [...new Set([...first, ...cells.map(({ group }) => group).sort()])]
  const places = new Map<string, { of: UnitTableRow['of']; unit: string | null; cells: CoarseCell[] }>()
  const put = (key: string, of: UnitTableRow['of'], unit: string | null, cell: CoarseCell): void => {
    const place = places.get(key) ?? { of, unit, cells: [] }
    places.set(key, place)
    place.cells.push(cell)
  }
  for (const cell of cells) put(table.rowOf(cell.unit), 'unit', cell.unit, cell)
  for (const cell of cells)
    for (const key of table.rowsAbove(table.rowOf(cell.unit))) put(key, 'above', table.unitAbove(key), cell)
  for (const cell of cells) put('all', 'all', null, cell)
  return [...places].flatMap(([key, { of, unit, cells: inPlace }]) =>
    [...groups, null].flatMap((group): UnitTableRow[] => {
      const counted = group === null ? inPlace : inPlace.filter((cell) => cell.group === group)
      if (counted.length === 0) return []
      return [{ of, unit, group, counts: table.isHidden(of === 'all' ? null : key, group) ? null : countsOf(counted) }]
    }),
  )
}

function countsOf(cells: readonly CoarseCell[]): UnitCounts {
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
