import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, evaluate, loadSet } from '../src/index.js'
import { attesters } from '../src/model/vocabulary.js'
import { judgingDays } from './support/arbitrary-dates.js'
import { recordOf } from './support/arbitrary.js'
import { asPlain } from './support/as-plain.js'
import { everyOperator } from './support/every-operator.js'
import { fillersAround, learned } from './support/moves.js'
import { plainEvaluate } from './support/plain/evaluate.js'
import { plainSet, plainSetOver } from './support/plain/set.js'

const numRuns = Number(process.env['CDHT_RUNS'] ?? 300) * 2
const seeds = [1, Math.floor(Math.random() * 2 ** 31)]

const plain = plainSetOver('framework', everyOperator)
const set = loadSet(everyOperator)

const accepts = fc.option(fc.subarray([...attesters], { minLength: 1 }), { nil: undefined, freq: 2 })
const judged = judgingDays(plain.inForce).chain((on) =>
  fc.record({
    on: fc.constant(on),
    record: recordOf(plain, on),
    donor: recordOf(plain, on),
    accept: accepts,
    fill: fillersAround(on),
  }),
)

test('the set uses routes and facts of its own', () => {
  expect(plain.enabledRoutes).toEqual(everyOperator.digital?.enable)
  expect(plain.skills.routes.filter((route) => route.optional).map((route) => route.id)).toEqual(plain.enabledRoutes)
  expect(plain.facts.length).toBe(plainSet('framework').facts.length + 1)
})

test.each(seeds)('gives what the plain evaluator gives, whatever the conditions (seed %i)', (seed) => {
  fc.assert(
    fc.property(judged, ({ on, record, accept }) => {
      const expected = plainEvaluate(record, plain, on, { accept })
      expect(asPlain(evaluate(record, accept ? { on, set, accept } : { on, set }))).toEqual(expected)
      const out = new Float64Array(26)
      compile(set, accept ? { on, accept } : { on }).scoreInto(record, out)
      expect([...out.subarray(0, 22)]).toEqual([...expected.lower, ...expected.upper, ...expected.total])
    }),
    { seed, numRuns },
  )
})

test.each(seeds)('learning only narrows, whatever the conditions (seed %i)', (seed) => {
  fc.assert(
    fc.property(judged, ({ on, record, donor, fill }) => {
      const [before, after] = [record, learned(record, donor, fill, plain)].map((one) => asPlain(evaluate(one, { on, set })))
      for (let i = 0; i < 10; i++) {
        expect(after!.lower[i]).toBeGreaterThanOrEqual(before!.lower[i]!)
        expect(after!.upper[i]).toBeLessThanOrEqual(before!.upper[i]!)
      }
    }),
    { seed, numRuns },
  )
})

test.each(seeds)('hours make the same sum in every order (seed %i)', (seed) => {
  // Tenths of an hour that make 12 hours together, which is what one of the conditions allows at most.
  const tenths = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(tenths, (parts) => {
      const items = [...parts, 120 - parts.reduce((sum, part) => sum + part, 0)].map((part) => ({
        from: '2026-03-01',
        hours: part / 10,
      }))
      const record = { id: 'p-1', group: plain.group, evidence: { learningActivities: items } }
      expect(asPlain(evaluate(record, { on: '2026-06-30', set })).lower[9]).toBe(8)
    }),
    { seed, numRuns },
  )
})
