import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sets, safeEvaluate } from '../src/index.js'
import { parseWith } from '../src/model/zod-issues.js'
import { recordSchemaOf, unknownKeyOf } from './support/record-schema.js'
import { recordOf } from './support/arbitrary.js'
import { plainSet } from './support/plain/set.js'

/** Replaces one node of a record by something else, wherever it is. */
const replacements = [
  null,
  undefined,
  NaN,
  Infinity,
  -1,
  0,
  1,
  7.25,
  11,
  5000,
  '',
  'x',
  '7',
  '2025',
  '2025-02-30',
  '2025-13',
  true,
  [],
  {},
  [null],
  [1],
  [{}],
  ['a'],
  { a: true },
]

function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))]
}

function replace(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by
  if (Array.isArray(value)) return value.map((part: unknown, i) => (String(i) === String(key) ? replace(part, rest, by) : part))
  const entries = Object.entries(value as object).map(([k, part]): [string, unknown] => [
    k,
    k === key ? replace(part, rest, by) : part,
  ])
  return Object.fromEntries(entries)
}

describe('the record reader says what a zod schema of the set says, fault by fault', () => {
  const runs = Number(process.env['CDHT_RUNS'] ?? 100)
  it.each(Object.entries(sets))('%s', (_, set) => {
    const schema = recordSchemaOf(set, 10)
    fc.assert(
      fc.property(
        recordOf(plainSet(set.id), '2025-12-31'),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
        (record, wrong) => {
          const input = wrong.reduce<unknown>((broken, [at, by]) => {
            const all = places(broken)
            return replace(broken, all[at % all.length] ?? [], replacements[by % replacements.length])
          }, record)
          const zod = parseWith(schema, input, unknownKeyOf(set))
          const read = safeEvaluate(input, { on: '2025-12-31', set })
          const ofGroup = (input as { group?: unknown } | null)?.group === set.group || set.id === 'framework'
          expect(read.ok).toBe(zod.ok && ofGroup)
          // Of a value that is not even a text, zod says that it is none of the codes.
          const same = (code: string): string => (code === 'unknown_code' || code === 'unknown_attester' ? 'wrong_type' : code)
          const told = (issues: readonly { code: string; path: readonly unknown[] }[]) =>
            issues.map(({ code, path }) => `${same(code)} ${path.join('.')}`).sort()
          if (!zod.ok && !read.ok) expect(told(read.issues)).toEqual(told(zod.issues))
        },
      ),
      { numRuns: runs, seed: 7 },
    )
  })
})
