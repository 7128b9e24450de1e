import type { Place, SuppressTable } from './suppress-table.js'

export interface Circle {
  /** Of the places that are still in sight. */
  cost: number
  /** The places on it that are still in sight. */
  places: Place[]
}

/**
 * The cheapest circle through a place on which people of one class could move, one more here and one less there, with all sums
 * as they are: it costs nothing where all of its places are hidden already.
 */
export function cheapestCircle(table: SuppressTable, place: Place, name: string, hidden: ReadonlySet<Place>): Circle | undefined {
  const more = cheapestWay(table, place, name, hidden, [place.to, place.from])
  const isThere = (place.classes.get(name) ?? 0) > 0
  const less = isThere && more?.cost !== 0 ? cheapestWay(table, place, name, hidden, [place.from, place.to]) : undefined
  return less && (!more || less.cost < more.cost) ? less : more
}

/** From one sum to another past `place`: along a place one more, against it one less, where there is one of the class. */
function cheapestWay(
  { at }: SuppressTable,
  place: Place,
  name: string,
  hidden: ReadonlySet<Place>,
  [start, end]: readonly [number, number],
): Circle | undefined {
  const costs = new Map([[start, 0]])
  const by = new Map<number, Place>()
  // Costs are small whole numbers: what is reached at each of them, instead of a heap.
  const reached: number[][] = [[start]]
  for (let cost = 0; cost < reached.length; cost++)
    for (const node of reached[cost] ?? []) {
      if (costs.get(node) !== cost) continue
      if (node === end) return { cost, places: wayBack(by, start, end).filter((one) => !hidden.has(one)) }
      for (const next of at[node] ?? []) {
        if (next === place || (next.to === node && !next.classes.has(name))) continue
        const other = next.from === node ? next.to : next.from
        const sum = cost + (hidden.has(next) ? 0 : next.cost)
        // Never over a place of endless cost.
        if (sum >= (costs.get(other) ?? Infinity)) continue
        costs.set(other, sum)
        by.set(other, next)
        ;(reached[sum] ??= []).push(other)
      }
    }
  return undefined
}

function wayBack(by: ReadonlyMap<number, Place>, start: number, end: number): Place[] {
  const way: Place[] = []
  for (let node = end; node !== start;) {
    const place = by.get(node) as Place
    way.push(place)
    node = place.from === node ? place.to : place.from
  }
  return way
}
