import { expect, test } from 'vitest'
import { isCell } from '../../src/population/cell-check.js'
import { cellSchema } from '../../src/population/tally-json.js'

const counts = (): Record<string, unknown> => ({ '0': 1, '12': 2 })
const cell = () => ({
  unit: 'X1',
  group: 'farmer',
  unitLevel: 'commune',
  memberships: ['learning-family'],
  profiles: { ynyuyn: 3 },
  digital: { '0-4': 3 },
  halves: { lower: Array.from({ length: 10 }, () => 7), upper: Array.from({ length: 10 }, () => 9) },
  totals: { lower: counts(), upper: counts() },
})
const odd: unknown[] = [
  null,
  undefined,
  true,
  '',
  'x',
  0,
  1,
  -1,
  1.5,
  NaN,
  2 ** 53,
  [],
  [1],
  {},
  { '': 1 },
  { '0': 0 },
  { '1-2': 1 },
]

/** A value with every value in it, however deep, in turn another one, left out, or beside one more. */
function* changed(value: unknown): Generator<unknown> {
  yield* odd
  if (Array.isArray(value)) {
    for (const i of value.keys()) for (const other of changed(value[i])) yield value.with(i, other)
    yield value.slice(1)
    yield [...(value as unknown[]), value[0]]
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
    for (const [i, [key, one]] of entries.entries()) {
      for (const other of changed(one)) yield Object.fromEntries(entries.with(i, [key, other]))
      yield Object.fromEntries(entries.toSpliced(i, 1))
      yield { ...value, [`${key}x`]: one }
    }
  }
}

test('a cell is one by hand where it is one by the schema', () => {
  const seen = new Set<boolean>()
  for (const one of [cell(), ...changed(cell())]) {
    const isOne = cellSchema.safeParse(one).success
    seen.add(isOne)
    expect([one, isCell(one)]).toEqual([one, isOne])
  }
  expect(seen.size).toBe(2)
})
