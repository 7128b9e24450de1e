import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdLines } from '../../src/intake/id-lines.js'

test('it says what a Map says, for ids of every kind', () => {
  const id = fc.oneof(
    fc.nat(300).map((number) => `P${number}`),
    fc.string({ maxLength: 3 }),
    fc.constantFrom('Đ1', '\ud800', '\ud801', '\ufffd', 'a'.repeat(255), 'a'.repeat(256), 'a'.repeat(254), ''),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(id, fc.integer({ min: 1, max: 2 ** 40 })), { maxLength: 400 }), (ids) => {
      const lines = new IdLines()
      const expected = new Map<string, number>()
      for (const [one, line] of ids) {
        expect(lines.add(one, line)).toBe(expected.get(one))
        if (!expected.has(one)) expected.set(one, line)
      }
    }),
    { numRuns: 200 },
  )
})

test('a hundred thousand ids, each known again with its line', () => {
  const lines = new IdLines()
  const count = 100_000
  // Twelve digits that differ little, as those of one province do, over more than one block.
  const idAt = (at: number): string => `0370${String(at * 7).padStart(8, '0')}`
  let known = 0
  for (let at = 0; at < count; at++) if (lines.add(idAt(at), at + 2) !== undefined) known++
  expect(known).toBe(0)
  for (let at = 0; at < count; at++) if (lines.add(idAt(at), 1) !== at + 2) known++
  expect(known).toBe(0)
})
