import fc from 'fast-check'
import type { Engine } from 'json-rules-engine'
import { expect, test } from 'vitest'
import { compile, sets } from '../../src/index.js'
import type { CitizenRecord } from '../../src/model/record.js'
import { judgedIn } from '../support/judged.js'
import type { Answer } from '../support/plain/kleene.js'
import { plainSet, plainSetIds } from '../support/plain/set.js'
import { Oracle } from './oracle.js'
import { plain, points, setOf } from './batch-set.js'
import { batchesOf, conditionsInBatch, peopleInBatch, type Batch } from './random-conditions.js'

/** `CDHT_LONG=1` searches ten times as long. */
const pairs = process.env['CDHT_LONG'] ? 200_000 : 20_000
const batches = Math.ceil(pairs / (conditionsInBatch * peopleInBatch))

function ourAnswers(assessor: ReturnType<typeof compile>, record: CitizenRecord): Answer[] {
  const out = new Float64Array(26)
  assessor.scoreInto(record, out)
  return Array.from({ length: conditionsInBatch }, (_, c): Answer => {
    const [i, bit] = [Math.floor(c / 3), points[c % 3]!]
    if (out[i]! & bit) return 'met'
    return out[10 + i]! & bit ? 'unknown' : 'unmet'
  })
}

interface Compared {
  pairs: number
  differ: number
  answers: Record<Answer, number>
}

async function compare(batch: Batch, compared: Compared, change?: (engine: Engine) => void): Promise<void> {
  const oracle = new Oracle(plain, batch, change)
  const assessor = compile(setOf(batch), { on: batch.on })
  for (const record of batch.records) {
    const [ours, theirs] = [ourAnswers(assessor, record), await oracle.answers(record)]
    ours.forEach((answer, c) => {
      compared.pairs++
      compared.answers[answer]++
      if (answer !== theirs[c]) compared.differ++
    })
    if (!change) expect(ours).toEqual(theirs)
  }
}

const nothing = (): Compared => ({ pairs: 0, differ: 0, answers: { met: 0, unmet: 0, unknown: 0 } })

test(`${pairs} random conditions of random people get the answer of json-rules-engine`, { timeout: 600_000 }, async () => {
  const compared = nothing()
  const property = fc.asyncProperty(batchesOf(plain), (batch) => compare(batch, compared))
  await fc.assert(property, { numRuns: batches, seed: 1 })
  expect(compared.pairs).toBeGreaterThanOrEqual(pairs)
  // A search in which hardly anything is ever met, or known, would find nothing.
  for (const answer of ['met', 'unmet', 'unknown'] as const)
    expect(compared.answers[answer] / compared.pairs, answer).toBeGreaterThan(0.1)
})

test('and others every time', async () => {
  const property = fc.asyncProperty(batchesOf(plain), (batch) => compare(batch, nothing()))
  await fc.assert(property, { numRuns: Math.ceil(batches / 5) })
})

type Broken = (fact: never, value: never) => boolean
const broken: Record<string, Broken> = {
  equal: (fact: unknown, value: unknown) => fact === value || fact === 0,
  in: (fact: string, value: string[]) => value.slice(1).includes(fact),
  contains: (fact: string[] | undefined, value: string) => fact?.[0] === value,
  lessThan: (fact: number, value: number) => fact <= value,
  lessThanInclusive: (fact: number, value: number) => fact < value,
  greaterThan: (fact: number, value: number) => fact >= value,
  greaterThanInclusive: (fact: number, value: number) => fact > value,
}

test.each(Object.keys(broken))('an operator that is broken is caught: %s', async (operator) => {
  const compared = nothing()
  const change = (engine: Engine): void => engine.addOperator(operator, broken[operator] as never)
  for (const batch of fc.sample(batchesOf(plain), { numRuns: 10, seed: 2 })) {
    await compare(batch, nothing())
    await compare(batch, compared, change)
  }
  expect(compared.differ).toBeGreaterThan(0)
})

test.each(plainSetIds())('the levels of %s are met where json-rules-engine meets them', async (id) => {
  const plain = plainSet(id)
  const set = Object.values(sets).find((one) => one.id === id)!
  const conditions = plain.indicators.flatMap(({ levels }) => levels.map(({ when }) => when))
  const property = fc.asyncProperty(judgedIn(plain), async ({ on, record }) => {
    const answers = await new Oracle(plain, { on, named: {}, conditions, records: [] }).answers(record)
    const out = new Float64Array(26)
    compile(set, { on }).scoreInto({ ...record, scores: null }, out)
    let next = 0
    plain.indicators.forEach(({ levels }, i) => {
      const told = levels.map(({ points }) => ({ points, answer: answers[next++]! }))
      const best = (of: typeof told): number => Math.max(0, ...of.map(({ points }) => points))
      expect([out[i], out[10 + i]]).toEqual([
        best(told.filter(({ answer }) => answer === 'met')),
        best(told.filter(({ answer }) => answer !== 'unmet')),
      ])
    })
  })
  await fc.assert(property, { numRuns: process.env['CDHT_LONG'] ? 1000 : 50, seed: 1 })
})
