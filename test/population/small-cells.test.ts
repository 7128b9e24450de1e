import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { showable, type Cube, type MayShow } from '../../src/population/small-cells.js'

/** Every place of a table with its totals, and the count there. */
function places(cube: Cube): { at: (number | undefined)[]; people: number }[] {
  const [a, b, c] = [cube.length, cube[0]?.length ?? 0, cube[0]?.[0]?.length ?? 0]
  const axis = (size: number): (number | undefined)[] => [...Array(size).keys(), undefined]
  const has = (wanted: number | undefined, at: number): boolean => wanted === undefined || wanted === at
  return axis(a).flatMap((i) =>
    axis(b).flatMap((j) =>
      axis(c).map((k) => {
        let people = 0
        cube.forEach((plane, x) =>
          plane.forEach((line, y) => line.forEach((one, z) => (people += has(i, x) && has(j, y) && has(k, z) ? one : 0))),
        )
        return { at: [i, j, k], people }
      }),
    ),
  )
}

/** Places that differ along one axis only: all of them but the total add up to the total. */
function linesOf(cube: Cube): (number | undefined)[][][] {
  const lines = new Map<string, (number | undefined)[][]>()
  for (const { at } of places(cube))
    for (const axis of [0, 1, 2]) {
      const key = JSON.stringify(at.map((one, i) => (i === axis ? '*' : (one ?? 'total'))))
      lines.set(key, [...(lines.get(key) ?? []), at])
    }
  return [...lines.values()]
}

const cubes = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([a, b, c]) => {
    const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }))
    const list = <T>(of: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> =>
      fc.array(of, { minLength: length, maxLength: length })
    return list(list(list(count, c), b), a)
  })

const asked = (may: MayShow, [i, j, k]: (number | undefined)[]): boolean => may(i, j, k)

describe('of any table', () => {
  test('no small count is shown, and no line has a single hidden one', () => {
    fc.assert(
      fc.property(cubes, fc.integer({ min: 2, max: 9 }), (cube, hide) => {
        const may = showable(cube, hide)
        for (const { at, people } of places(cube)) if (people > 0 && people < hide) expect(asked(may, at)).toBe(false)
        for (const line of linesOf(cube)) expect(line.filter((at) => !asked(may, at)).length).not.toBe(1)
      }),
    )
  })
  test('nothing is hidden without need', () => {
    fc.assert(
      fc.property(cubes, (cube) => {
        const none = (may: MayShow): boolean => places(cube).every(({ at }) => asked(may, at))
        expect(none(showable(cube, 0))).toBe(true)
        expect(none(showable(cube, 1))).toBe(true)
        const large = cube.map((plane) => plane.map((line) => line.map((one) => (one === 0 ? 0 : one + 5))))
        expect(none(showable(large, 5))).toBe(true)
      }),
    )
  })
})

test('the smallest of those that can cover is hidden, a total only where nothing else can', () => {
  const may = showable([[[3, 20, 9]], [[30, 40, 50]]], 5)
  const hidden = places([[[3, 20, 9]], [[30, 40, 50]]]).filter(({ at }) => !asked(may, at))
  expect(hidden.map(({ people }) => people).sort((x, y) => x - y)).toEqual([3, 3, 9, 9, 30, 30, 50, 50])
})

test('what another table hides stays hidden, and is covered', () => {
  const may = showable([[[10], [20], [30]]], 5, (_, j) => j === 1)
  expect([0, 1, 2].map((j) => may(0, j))).toEqual([false, false, true])
  expect(may()).toBe(true)
})
