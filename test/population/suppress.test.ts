import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suppress, type SuppressCell, type SuppressOptions } from '../../src/index.js'
import { settled } from '../support/solve.js'

const hide = 5
const classes = ['met', 'unmet', 'unknown']
const parents = new Map([
  ['r0', 'north'],
  ['r1', 'north'],
  ['r2', 'south'],
])
const everybody: NonNullable<SuppressOptions['counts']> = [() => true, ...classes.map((one) => (name: string) => name === one)]

/** Rows that a leaf is part of: itself, what lies above it, all. */
function rowsOf(row: string, above: ReadonlyMap<string, string>): (string | null)[] {
  const rows: (string | null)[] = [row]
  for (let at = above.get(row); at !== undefined; at = above.get(at)) rows.push(at)
  return [...rows, null]
}
const columnsOf = (column: string): (string | null)[] => [column, null]

/** Every place of the table with its people by class, added up here once more. */
function placesOf(cells: readonly SuppressCell[], above: ReadonlyMap<string, string>) {
  const places = new Map<string, { row: string | null; column: string | null; people: number[] }>()
  for (const cell of cells)
    for (const row of rowsOf(cell.row, above))
      for (const column of columnsOf(cell.column)) {
        const key = JSON.stringify([row, column])
        const place = places.get(key) ?? { row, column, people: classes.map(() => 0) }
        places.set(key, place)
        classes.forEach((name, i) => (place.people[i] = (place.people[i] as number) + (cell.people[name] ?? 0)))
      }
  return [...places.values()]
}
const countsIn = (people: readonly number[], counts = everybody): number[] =>
  counts.map((of) => people.reduce((sum, number, i) => (of(classes[i] as string) ? sum + number : sum), 0))

const few = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 7 }) },
  { weight: 1, arbitrary: fc.integer({ min: 8, max: 60 }) },
)
const tableOf = (rows: number, columns: number): fc.Arbitrary<SuppressCell[]> =>
  fc.array(fc.tuple(few, few, few), { minLength: rows * columns, maxLength: rows * columns }).map((all) =>
    all.map(([met, unmet, unknown], i) => ({
      row: `r${Math.floor(i / columns)}`,
      column: `c${i % columns}`,
      people: { met, unmet, unknown },
    })),
  )
const anyTable = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) => tableOf(rows, columns))
const anyParents = fc.constantFrom(
  new Map<string, string>(),
  parents,
  new Map([...parents, ['north', 'land'], ['south', 'land']]),
)
const numRuns = Number(process.env['CDHT_RUNS'] ?? 30)

describe('what is hidden', () => {
  test('a small count, and as many other places as keep it from being subtracted', () => {
    const cells = [
      { row: 'X1', column: 'farmer', people: { met: 3, unmet: 0 } },
      { row: 'X1', column: 'worker', people: { met: 40, unmet: 20 } },
      { row: 'X2', column: 'farmer', people: { met: 30, unmet: 10 } },
      { row: 'X2', column: 'worker', people: { met: 50, unmet: 20 } },
      { row: 'X3', column: 'farmer', people: { met: 900, unmet: 800 } },
      { row: 'X3', column: 'worker', people: { met: 900, unmet: 900 } },
    ]
    const table = suppress(cells, { hide })
    expect(table.hidden).toBe(4)
    for (const row of ['X1', 'X2']) for (const column of ['farmer', 'worker']) expect(table.isHidden(row, column)).toBe(true)
    for (const row of ['X1', 'X2', 'X3', null]) expect(table.isHidden(row, null)).toBe(false)
  })
  test('nothing where nothing is small, and nothing where nothing is to be hidden', () => {
    fc.assert(
      fc.property(anyTable, anyParents, (cells, above) => {
        const large = cells.map((cell) => ({ ...cell, people: { met: (cell.people['met'] ?? 0) + hide, unmet: 0 } }))
        expect(suppress(large, { hide, parents: above }).hidden).toBe(0)
        for (const none of [0, 1]) expect(suppress(cells, { hide: none, parents: above }).hidden).toBe(0)
      }),
      { numRuns },
    )
  })
  test('zeros stay in sight', () => {
    const cells = [
      { row: 'X1', column: 'farmer', people: { met: 0, unmet: 0 } },
      { row: 'X1', column: 'worker', people: { met: 3, unmet: 9 } },
      { row: 'X2', column: 'worker', people: { met: 8, unmet: 9 } },
    ]
    const table = suppress(cells, { hide })
    expect(table.isHidden('X1', 'worker')).toBe(true)
    expect(table.isHidden('X1', 'farmer')).toBe(false)
    expect(table.isHidden('X2', 'farmer')).toBe(false)
  })
  test('every small count, in every order of the cells the same', () => {
    fc.assert(
      fc.property(anyTable, anyParents, fc.infiniteStream(fc.nat()), (cells, above, order) => {
        const table = suppress(cells, { hide, parents: above })
        const other = suppress(shuffled(cells, order), { hide, parents: above })
        for (const { row, column, people } of placesOf(cells, above)) {
          if (countsIn(people).some((one) => one > 0 && one < hide)) expect(table.isHidden(row, column)).toBe(true)
          expect(other.isHidden(row, column)).toBe(table.isHidden(row, column))
        }
      }),
      { numRuns },
    )
  })
})

describe('no hidden count can be worked out', () => {
  test('by linear algebra over all that is shown', () => {
    let asked = 0
    fc.assert(
      fc.property(anyTable, anyParents, (cells, above) => {
        const table = suppress(cells, { hide, parents: above })
        const places = placesOf(cells, above)
        const unknowns = places.filter(({ row, column }) => table.isHidden(row, column))
        asked += unknowns.length
        const at = new Map(unknowns.map(({ row, column }, i) => [JSON.stringify([row, column]), i]))
        const number = (row: string | null, column: string | null, count: number): number | undefined => {
          const i = at.get(JSON.stringify([row, column]))
          return i === undefined ? undefined : i * everybody.length + count
        }
        const size = unknowns.length * everybody.length
        const equation = (parts: readonly (number | undefined)[], sum: number | undefined): number[] => {
          const row = Array.from({ length: size }, () => 0)
          for (const part of parts) if (part !== undefined) row[part] = 1
          if (sum !== undefined) row[sum] = -1
          return row
        }
        const rows = [...new Set(places.map(({ row }) => row))]
        const columns = [...new Set(places.map(({ column }) => column))]
        const leaves = [...new Set(cells.map(({ row }) => row))]
        const equations = everybody.flatMap((_, count) => [
          ...rows.map((row) =>
            equation(
              columns.filter((one) => one !== null).map((column) => number(row, column, count)),
              number(row, null, count),
            ),
          ),
          ...rows
            .filter((row) => row === null || !leaves.includes(row))
            .flatMap((row) =>
              columns.map((column) =>
                equation(
                  leaves.filter((leaf) => rowsOf(leaf, above).includes(row)).map((leaf) => number(leaf, column, count)),
                  number(row, column, count),
                ),
              ),
            ),
        ])
        const inOnePlace = unknowns.map(({ row, column }) =>
          equation(
            classes.map((_, i) => number(row, column, i + 1)),
            number(row, column, 0),
          ),
        )
        const known = settled([...equations, ...inOnePlace], size)
        expect([...known]).toEqual([])
      }),
      { numRuns },
    )
    expect(asked).toBeGreaterThan(numRuns)
  })
  test('not even knowing that nobody is counted less than zero times: another table shows the same', () => {
    const joint: NonNullable<SuppressOptions['counts']> = [() => true, (name) => name === 'met']
    fc.assert(
      fc.property(
        fc.constantFrom(everybody, joint),
        fc.oneof(tableOf(2, 2), tableOf(3, 2), tableOf(2, 3), tableOf(1, 3), tableOf(3, 1)),
        anyParents,
        (counts, cells, above) => {
          const table = suppress(cells, { hide, parents: above, counts })
          const places = placesOf(cells, above)
          const open = places.filter(({ row, column }) => table.isHidden(row, column))
          const wanted = new Set(
            open.flatMap(({ people }, i) => countsIn(people, counts).flatMap((one, count) => (one > 0 ? [`${i} ${count}`] : []))),
          )
          for (const [name, sign] of movesOf(cells, places, table.isHidden, above))
            open.forEach(({ row, column }, i) =>
              counts.forEach((of, count) => {
                if (of(name) && change(sign, cells, row, column, above) !== 0) wanted.delete(`${i} ${count}`)
              }),
            )
          expect([...wanted]).toEqual([])
        },
      ),
      { numRuns },
    )
  })
  test('the test would see it: hiding small counts alone is not enough', () => {
    const cells = [
      { row: 'X1', column: 'farmer', people: { met: 3 } },
      { row: 'X1', column: 'worker', people: { met: 60 } },
    ]
    const shownExceptSmall = (row: string | null, column: string | null) => row === 'X1' && column === 'farmer'
    expect([...movesOf(cells, placesOf(cells, new Map()), shownExceptSmall, new Map())]).toEqual([])
    expect([...settled([[1]], 1)]).toEqual([0])
  })
})

test.each([
  [
    {
      parents: new Map([
        ['X1', 'Y'],
        ['Y', 'X1'],
      ]),
    },
    'cyclic_unit',
  ],
  [{ parents: new Map([['X1', 'X2']]) }, 'wrong_option'],
])('rows above each other in no order are refused', (options, code) => {
  const cells = ['X1', 'X2'].map((row) => ({ row, column: 'farmer', people: { met: 9 } }))
  expect(() => suppress(cells, { hide, ...options })).toThrow(code)
})

test('a province of 129 communes and 8 groups is done at once', () => {
  let state = 7
  const next = (limit: number): number => ((state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 8) % limit
  const cells = Array.from({ length: 129 * 8 }, (_, i) => ({
    row: `X${Math.floor(i / 8)}`,
    column: `g${i % 8}`,
    people: { met: next(i % 3 === 0 ? 6 : 90), unmet: next(90), unknown: next(12) },
  }))
  const start = performance.now()
  const table = suppress(cells, { hide })
  expect(performance.now() - start).toBeLessThan(5000)
  expect(table.hidden).toBeGreaterThan(100)
})

const isIn = (cell: SuppressCell, row: string | null, column: string | null, above: ReadonlyMap<string, string>): boolean =>
  rowsOf(cell.row, above).includes(row) && columnsOf(cell.column).includes(column)

const change = (
  sign: readonly number[],
  cells: readonly SuppressCell[],
  row: string | null,
  column: string | null,
  above: ReadonlyMap<string, string>,
): number => cells.reduce((sum, cell, c) => (isIn(cell, row, column, above) ? sum + (sign[c] as number) : sum), 0)

/** Every way to have one more or one less of a class in some cells with all that is shown as it is, tried one by one. */
function* movesOf(
  cells: readonly SuppressCell[],
  places: readonly { row: string | null; column: string | null }[],
  isHidden: (row: string | null, column: string | null) => boolean,
  above: ReadonlyMap<string, string>,
): Generator<readonly [name: string, sign: number[]]> {
  const shown = places.filter(({ row, column }) => !isHidden(row, column))
  for (const name of classes)
    for (let code = 1; code < 3 ** cells.length; code++) {
      const sign = cells.map((_, c) => (Math.floor(code / 3 ** c) % 3) - 1)
      if (sign.every((by) => by === 0)) continue
      if (sign.some((by, c) => by + (cells[c]?.people[name] ?? 0) < 0)) continue
      if (shown.every(({ row, column }) => change(sign, cells, row, column, above) === 0)) yield [name, sign]
    }
}

function shuffled<T>(list: readonly T[], order: Iterable<number>): T[] {
  const keys = order[Symbol.iterator]()
  return list
    .map((one) => [keys.next().value as number, one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one)
}
