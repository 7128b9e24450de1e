import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, evaluate, loadSet } from '../src/index.js'
import type { CriteriaFile } from '../src/model/criteria-file.js'
import { attesters } from '../src/model/attester.js'
import { asPlain } from './support/as-plain.js'
import { everyOperator } from './support/every-operator.js'
import { changingIn, check, judgedIn, searches } from './support/judged.js'
import { learned } from './support/moves.js'
import { plainEvaluate } from './support/plain/evaluate.js'
import { criteriaJson, plainSet, plainSetOf } from './support/plain/set.js'

const plain = plainSetOf([criteriaJson('framework') as CriteriaFile, everyOperator])
const set = loadSet([...['framework', 'facts', 'digital-skills'].map(criteriaJson), everyOperator])

const accepts = fc.option(fc.subarray([...attesters], { minLength: 1 }), { nil: undefined, freq: 2 })

test('the set uses routes and facts of its own', () => {
  expect(plain.enabledRoutes).toEqual(everyOperator.digital?.enable)
  expect(plain.skills.routes.filter((route) => route.optional).map((route) => route.id)).toEqual(plain.enabledRoutes)
  expect(plain.facts.length).toBe(plainSet('framework').facts.length + 1)
})

test.each(searches)('gives what the plain evaluator gives, whatever the conditions (seed $seed)', (search) => {
  const out = new Float64Array(26)
  check(search, fc.tuple(judgedIn(plain), accepts), ([{ on, record }, accept]) => {
    const expected = plainEvaluate(record, plain, on, { accept })
    expected.warnings = [...expected.warnings, ...set.warnings.map((one) => one.code)].sort()
    expect(asPlain(evaluate(record, { on, set, accept }))).toEqual(expected)
    compile(set, { on, accept }).scoreInto(record, out.fill(NaN))
    expect([...out.subarray(0, 22)]).toEqual([...expected.lower, ...expected.upper, ...expected.total])
  })
})

test.each(searches)('learning only narrows, whatever the conditions (seed $seed)', (search) => {
  check(search, changingIn(plain), ({ on, record, donor, fill }) => {
    const before = asPlain(evaluate(record, { on, set }))
    const after = asPlain(evaluate(learned(record, donor, fill, plain), { on, set }))
    for (let i = 0; i < 10; i++) {
      expect(after.lower[i]).toBeGreaterThanOrEqual(before.lower[i]!)
      expect(after.upper[i]).toBeLessThanOrEqual(before.upper[i]!)
    }
    if (before.verdict !== 'unknown') expect(after.verdict).toBe(before.verdict)
  })
})

test.each(searches)('hours make the same sum in every order (seed $seed)', (search) => {
  // Tenths of an hour that make 12 hours together, which is what one of the conditions allows at most.
  const tenths = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 4 })
  check(search, tenths, (parts) => {
    const hours = [...parts, 120 - parts.reduce((sum, part) => sum + part, 0)].map((part) => part / 10)
    for (const order of [hours, hours.toReversed()]) {
      const learningActivities = order.map((one) => ({ from: '2026-03-01', hours: one }))
      const record = { id: 'p-1', group: plain.group, evidence: { learningActivities } }
      expect(evaluate(record, { on: '2026-06-30', set }).indicators[9]?.score.lower).toBe(8)
    }
  })
})
