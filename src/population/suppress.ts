import { cheapestCircle, type Circle } from './suppress-circle.js'
import { suppressTable, type Decided, type Place, type SuppressCell, type SuppressTable } from './suppress-table.js'

export type { SuppressCell } from './suppress-table.js'

export interface SuppressOptions {
  /** A count of at least 1 and fewer than this many people is hidden; 0 or 1 hides nothing. */
  hide: number
  /** The counts that a place shows, each by the classes that it adds up. Default: all people, and each class. */
  counts?: readonly ((name: string) => boolean)[] | undefined
  /** The row of sub-totals above a row. Such a row has no people of its own; what lies above each other has an end. */
  parents?: ReadonlyMap<string, string> | undefined
}

/** Which places of a table are not to be shown; of a hidden one no count at all. */
export interface Suppressed {
  /** @param row - `null`: the total of all rows; `column` - `null`: of all columns */
  isHidden(row: string | null, column: string | null): boolean
  /** Number of hidden places, totals among them. */
  readonly hidden: number
}

/**
 * What a table of counts has to hide so that no count of 1 to `hide - 1` people can be read from it or worked out of its totals,
 * which are part of the table. Such a place is hidden, and others with it, until for every hidden count of 1 or more there is
 * another table of people, none of them negative, that shows exactly the same and has another number there. To hide as little as
 * possible is too hard to be found for certain; what is hidden is enough, not always the least.
 *
 * A zero is no person and is never hidden: who sees that a total is zero knows that all of its parts are. What else a hidden
 * count could be may be near to what it is. Who has two tables of nearly the same people can still subtract one from the other.
 *
 * @param cells - those of the same row and column add up; the order changes nothing
 *
 * @example
 * suppress([{ row: 'X1', column: 'farmer', people: { met: 2, unmet: 30 } }], { hide: 5 }).isHidden('X1', 'farmer') // true
 */
export function suppress(cells: readonly SuppressCell[], options: SuppressOptions): Suppressed {
  return suppressBeside(cells, options, () => undefined)
}

/**
 * The same for a table that stands beside others, which decide on some of its places: a sum that they show stays in sight, and
 * what they hide is hidden whatever it counts, also a zero, and protected there.
 */
export function suppressBeside(cells: readonly SuppressCell[], options: SuppressOptions, decided: Decided): Suppressed {
  const { hide, parents = new Map<string, string>() } = options
  const table = suppressTable(cells, parents, decided)
  const counts = options.counts ?? [() => true, ...table.classes.map((one) => (name: string) => name === one)]
  const isSmall = (people: number): boolean => people > 0 && people < hide
  const open = table.places
    .filter((place) => !place.decided && counts.some((of) => isSmall(countOf(place, of))))
    .sort((a, b) => a.people - b.people)
  const hidden = new Set([...open, ...table.places.filter(({ decided: by }) => by === 'hidden')])
  // The list grows while it is gone through; what is hidden later takes no circle away.
  for (const place of open)
    for (const of of counts)
      for (const more of missingFor(table, place, of, hidden))
        if (!hidden.has(more)) {
          hidden.add(more)
          open.push(more)
        }
  const keys = new Set([...hidden].map(({ row, column }) => JSON.stringify([row, column])))
  return { isHidden: (row, column) => keys.has(JSON.stringify([row, column])), hidden: keys.size }
}

/** Classes tried for one count; any of them would do, and the largest ones find the cheapest circles. */
const tried = 12

/** What is still to be hidden so that a count of a hidden place could be another one. */
function missingFor(table: SuppressTable, place: Place, of: (name: string) => boolean, hidden: ReadonlySet<Place>): Place[] {
  if (countOf(place, of) === 0) return []
  const here = (name: string): number => place.classes.get(name) ?? 0
  const names = table.classes.filter(of).sort((a, b) => here(b) - here(a))
  let best: Circle | undefined
  for (const name of names.slice(0, tried)) {
    const circle = cheapestCircle(table, place, name, hidden)
    if (circle?.cost === 0) return []
    if (circle && (!best || circle.cost < best.cost)) best = circle
  }
  // For a class that is there, there always is one: to the total of everything and back, over places that all hold its people.
  if (!best) throw new Error('a place that nothing can protect')
  return best.places
}

const countOf = ({ classes }: Place, of: (name: string) => boolean): number =>
  [...classes].reduce((sum, [name, people]) => (of(name) ? sum + people : sum), 0)
