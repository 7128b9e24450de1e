import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, evaluate, recordSchema, safeEvaluate, sets, type Assessor } from '../src/index.js'
import { attesters } from '../src/model/attester.js'
import { asPlain } from './support/as-plain.js'
import { check, judgedIn, pairs, searches } from './support/judged.js'
import { breakages, mangle, secrets } from './support/mangle.js'
import { plainEvaluate } from './support/plain/evaluate.js'
import { plainSet, plainSetIds } from './support/plain/set.js'
import { shuffled } from './support/shuffle.js'

test('all shipped sets are read from the files too', () => {
  const ids = Object.values(sets).map((one) => one.id)
  expect(ids.sort()).toEqual(plainSetIds().sort())
})

const accepts = fc.option(fc.subarray([...attesters], { minLength: 1 }), { nil: undefined, freq: 2 })

describe.each(pairs)('$id', ({ set, plain }) => {
  const judged = judgedIn(plain)
  const ways = breakages(plain)
  const assessors = new Map<string, Assessor>()
  const assessorOn = (on: string): Assessor => {
    const assessor = assessors.get(on) ?? compile(set, { on })
    assessors.set(on, assessor)
    return assessor
  }

  describe.each(searches)('seed $seed', (search) => {
    test('gives what the plain evaluator gives, also in bulk', () => {
      const out = new Float64Array(26)
      const verdicts = { met: 1, unmet: 0, unknown: -1 }
      check(search, judged, ({ on, record }) => {
        const expected = plainEvaluate(record, plain, on)
        expect(asPlain(evaluate(record, { on, set }))).toEqual(expected)
        const { lower, upper, total, threshold, verdict, digital } = expected
        assessorOn(on).scoreInto(record, out.fill(NaN))
        expect([...out]).toEqual([...lower, ...upper, ...total, threshold, verdicts[verdict], ...digital])
      })
    })

    test('gives what the plain evaluator gives when not everybody is believed', () => {
      check(search, fc.tuple(judged, accepts), ([{ on, record }, accept]) => {
        expect(asPlain(evaluate(record, { on, set, accept }))).toEqual(plainEvaluate(record, plain, on, { accept }))
      })
    })

    test('no order of keys, items or codes matters, and an assessment survives JSON', () => {
      check(search, fc.tuple(judged, fc.array(fc.nat(99), { minLength: 30, maxLength: 30 })), ([{ on, record }, numbers]) => {
        let at = 0
        const other = shuffled(record, () => numbers[at++ % numbers.length]!)
        const assessment = evaluate(record, { on, set })
        expect(JSON.parse(JSON.stringify(assessment))).toStrictEqual(assessment)
        const { warnings: before, ...rest } = assessment
        const { warnings: after, ...otherRest } = evaluate(other, { on, set })
        expect(otherRest).toEqual(rest)
        // Their paths name positions in the lists.
        expect(after.map((one) => one.code).sort()).toEqual(before.map((one) => one.code).sort())
      })
    })

    test('a well-formed record is accepted and left as it was, a broken one refused by code and path', () => {
      const broken = judged.chain((one) => mangle(one.record, ways).map((mangled) => ({ ...one, mangled })))
      check(search, broken, ({ on, record, mangled }) => {
        const before = structuredClone(record)
        expect(safeEvaluate(record, { on, set }).ok).toBe(true)
        expect(recordSchema.safeParse(record).success).toBe(true)
        expect(record).toStrictEqual(before)
        expectRefused(mangled.record, on, mangled.codes, mangled.path)
      })
    })
  })
})

const framework = plainSet('framework')

test.each(breakages(framework))('refuses $what at $path', ({ codes, path, breakIt }) => {
  const record = { id: 'p-1', group: framework.group, evidence: {} }
  expectRefused(breakIt(record) ?? record, '2026-06-30', codes, path)
})

/** What needs no criteria set to be seen. */
const formal = breakages(framework).filter(({ codes }) =>
  codes.some((code) => ['missing', 'empty', 'not_half', 'impossible_day', 'to_before_from', 'too_many'].includes(code)),
)

test.each(formal)('the schema of any record refuses $what too', ({ breakIt }) => {
  const record = { id: 'p-1', group: framework.group, evidence: {} }
  expect(recordSchema.safeParse(record).success).toBe(true)
  expect(recordSchema.safeParse(breakIt(record) ?? record).success).toBe(false)
})

test('lists a hundred issues and says how many more there are', () => {
  const items = Array.from({ length: 150 }, () => ({ from: '2026-02-30' }))
  const result = safeEvaluate(
    { id: 'p-1', group: framework.group, evidence: { learningActivities: items } },
    { on: '2026-06-30' },
  )
  if (result.ok) return expect.fail('a broken record was accepted')
  expect(result.issues.length).toBe(101)
  expect(result.issues.at(-1)).toMatchObject({ code: 'more', count: 50 })
})

function expectRefused(record: unknown, on: string, codes: string[], path: (string | number)[]): void {
  // Without a set, the group picks it.
  const result = safeEvaluate(record, { on })
  if (result.ok) return expect.fail('a broken record was accepted')
  expect(result.issues.map((one) => ({ at: one.path, isExpected: codes.includes(one.code) }))).toContainEqual({
    at: path,
    isExpected: true,
  })
  const told = JSON.stringify(result.issues)
  for (const secret of secrets) expect(told).not.toContain(secret)
}
