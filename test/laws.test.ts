import { describe, expect, test } from 'vitest'
import { evaluate } from '../src/index.js'
import { indicatorIds } from '../src/model/indicator.js'
import { asPlain } from './support/as-plain.js'
import { changingIn, check, pairs, searches } from './support/judged.js'
import { improved, learned } from './support/moves.js'
import type { PlainResult } from './support/plain/evaluate.js'

const rank = { unmet: 0, unknown: 1, met: 2 }

function expectNotWorse(before: PlainResult, after: PlainResult): void {
  indicatorIds.forEach((id, i) => {
    expect(after.lower[i], `${id} lower`).toBeGreaterThanOrEqual(before.lower[i]!)
    expect(after.upper[i], `${id} upper`).toBeGreaterThanOrEqual(before.upper[i]!)
  })
  for (const end of [0, 1] as const) {
    expect(after.total[end]).toBeGreaterThanOrEqual(before.total[end])
    expect(after.digital[end]).toBeGreaterThanOrEqual(before.digital[end])
  }
  for (const answer of ['verdict', 'hasSkills', 'proficient'] as const)
    expect(rank[after[answer]], answer).toBeGreaterThanOrEqual(rank[before[answer]])
}

function expectNarrower(before: PlainResult, after: PlainResult): void {
  indicatorIds.forEach((id, i) => {
    expect(after.lower[i], `${id} lower`).toBeGreaterThanOrEqual(before.lower[i]!)
    expect(after.upper[i], `${id} upper`).toBeLessThanOrEqual(before.upper[i]!)
  })
  for (const range of ['total', 'digital'] as const) {
    expect(after[range][0], range).toBeGreaterThanOrEqual(before[range][0])
    expect(after[range][1], range).toBeLessThanOrEqual(before[range][1])
  }
  for (const answer of ['verdict', 'hasSkills', 'proficient'] as const)
    if (before[answer] !== 'unknown') expect(after[answer], answer).toBe(before[answer])
}

describe.each(pairs)('$id', ({ set, plain }) => {
  const changing = changingIn(plain)

  describe.each(searches)('seed $seed', (search) => {
    test('improving evidence lowers nothing', () => {
      check(search, changing, ({ on, record, donor }) => {
        const after = improved(record, donor, plain)
        expectNotWorse(asPlain(evaluate(record, { on, set })), asPlain(evaluate(after, { on, set })))
      })
    })

    test('learning what was unknown only narrows', () => {
      check(search, changing, ({ on, record, donor, fill }) => {
        const after = learned(record, donor, fill, plain)
        expectNarrower(asPlain(evaluate(record, { on, set })), asPlain(evaluate(after, { on, set })))
      })
    })

    test('what is not listed as unknown cannot change the verdict', () => {
      check(search, changing, ({ on, record, donor, fill }) => {
        const { verdict, unknown } = evaluate(record, { on, set })
        if (verdict !== 'unknown') {
          expect(unknown).toEqual([])
          return
        }
        const after = learned(record, donor, fill, plain, (part) => !unknown.includes(part as never))
        expect(evaluate(after, { on, set }).verdict).toBe('unknown')
      })
    })
  })
})
