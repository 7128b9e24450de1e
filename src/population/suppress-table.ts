import { CdhtError, issue, safeKey } from '../model/issue.js'

/** People of one row and one column of a table, by class: each person is in one class, and every count adds up some. */
export interface SuppressCell {
  row: string
  column: string
  people: Readonly<Record<string, number>>
}

/** What other tables make of a place; `null` as a row or column: their sum. */
export type Decided = (row: string | null, column: string | null) => 'shown' | 'hidden' | undefined

/** One number of the table, or rather all counts of one place of it, as an edge between the two sums that it is part of. */
export interface Place {
  /** `null`: of all rows, of all columns. */
  row: string | null
  column: string | null
  classes: ReadonlyMap<string, number>
  people: number
  from: number
  to: number
  /** How dear it is to hide this place; endless where it is shown elsewhere. */
  cost: number
  decided: ReturnType<Decided>
}

/** A table with its totals. Places without people are left out, since a zero stays in sight, unless they are hidden elsewhere. */
export interface SuppressTable {
  places: Place[]
  /** Places at each sum. */
  at: Place[][]
  /** All classes, that of most people first. */
  classes: string[]
}

/** Numbers of the sums, by what they are of. */
class Nodes {
  readonly #numbers = new Map<string, number>()
  of(...name: (string | null)[]): number {
    const key = JSON.stringify(name)
    const found = this.#numbers.get(key) ?? this.#numbers.size
    this.#numbers.set(key, found)
    return found
  }
}

/** Totals are what most readers look for. */
const subTotalCost = 100
const grandTotalCost = 300

/**
 * Every row adds up to its total, every column to its sub-totals and total. Each place is then part of two sums with opposite
 * signs, so that the whole is a network: people who move along a circle of places, one more here and one less there, leave every
 * sum as it was. Sums over the columns of a sub-total follow from the others and need no node.
 *
 * @param parents - the row of sub-totals above a row
 * @throws CdhtError `options` when rows lie above each other in a circle, or one above others has people of its own
 */
export function suppressTable(
  cells: readonly SuppressCell[],
  parents: ReadonlyMap<string, string>,
  decidedOf: Decided,
): SuppressTable {
  const sums = new Map<string, { row: string | null; column: string | null; classes: Map<string, number> }>()
  const leaves = new Set(cells.map(({ row }) => row))
  checkRows(leaves, parents)
  const aboveOf = (row: string): string | null => parents.get(row) ?? null
  for (const { row, column, people } of cells)
    for (let at: string | null = row; ; at = at === null ? null : aboveOf(at)) {
      for (const into of [column, null]) {
        const key = JSON.stringify([at, into])
        const sum = sums.get(key) ?? { row: at, column: into, classes: new Map<string, number>() }
        sums.set(key, sum)
        for (const [name, of] of Object.entries(people)) if (of > 0) sum.classes.set(name, (sum.classes.get(name) ?? 0) + of)
      }
      if (at === null) break
    }
  const nodes = new Nodes()
  const places = [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { row, column, classes }]): Place[] => {
      const people = [...classes.values()].reduce((all, one) => all + one, 0)
      const decided = decidedOf(row, column)
      if (people === 0 && decided !== 'hidden') return []
      const low = row !== null && leaves.has(row) ? nodes.of('row', row) : nodes.of('column', row, column)
      const high = row === null ? nodes.of('all') : nodes.of('column', aboveOf(row), column)
      const isLeaf = row !== null && leaves.has(row) && column !== null
      const extra = isLeaf ? 0 : row === null && column === null ? grandTotalCost : subTotalCost
      const [from, to] = column === null ? [high, low] : [low, high]
      const cost = decided === 'shown' ? Infinity : 1 + Math.floor(Math.log2(Math.max(1, people))) + extra
      return [{ row, column, classes, people, from, to, cost, decided }]
    })
  const at: Place[][] = []
  for (const place of places) for (const node of [place.from, place.to]) (at[node] ??= []).push(place)
  const everybody = sums.get(JSON.stringify([null, null]))?.classes ?? new Map<string, number>()
  const classes = [...everybody].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name)
  return { places, at, classes }
}

function checkRows(leaves: ReadonlySet<string>, parents: ReadonlyMap<string, string>): void {
  for (const leaf of leaves) {
    const passed = new Set([leaf])
    for (let at = parents.get(leaf); at !== undefined; at = parents.get(at)) {
      if (passed.has(at)) throw new CdhtError('options', [issue('cyclic_unit', ['parents', safeKey(at)], {})])
      if (leaves.has(at)) throw new CdhtError('options', [issue('wrong_option', ['parents', safeKey(leaf)], {})])
      passed.add(at)
    }
  }
}
