import fc from 'fast-check'
import type { Condition, Leaf, LeafParams } from '../../src/model/condition.js'
import type { CitizenRecord } from '../../src/model/record.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import { judgingDays, partialDatesAround } from '../support/arbitrary-dates.js'
import { recordOf } from '../support/arbitrary.js'
import type { PlainSet } from '../support/plain/set.js'

/** Conditions and people, every one of whom is asked about every condition. */
export interface Batch {
  on: string
  named: Record<string, Condition>
  conditions: Condition[]
  records: CitizenRecord[]
}

export const conditionsInBatch = 30
export const peopleInBatch = 10

const comparisons = ['equal', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']

/** Conditions of every shape that the format has, over every fact of a set. */
export function batchesOf(set: PlainSet): fc.Arbitrary<Batch> {
  return judgingDays(set.inForce).chain((on) => {
    const leaf = fc.constantFrom(...set.facts).chain((fact) => leafOf(fact, on, Object.keys(set.parameters)))
    const names = ['first', 'second', 'third']
    const nested = (leaves: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
      fc.letrec<{ condition: Condition }>((tie) => {
        const parts = fc.array(tie('condition'), { minLength: 1, maxLength: 4 })
        return {
          condition: fc.oneof(
            { maxDepth: 4, depthSize: 'medium' },
            leaves,
            fc.oneof(
              parts.map((all) => ({ all })),
              parts.map((any) => ({ any })),
              tie('condition').map((not) => ({ not })),
            ),
          ),
        }
      }).condition
    const named = fc
      .tuple(...names.map(() => nested(leaf)))
      .map((all) => Object.fromEntries(all.map((one, i) => [names[i], one])))
    const reference = fc.constantFrom(...names, ...Object.keys(set.conditions)).map((condition) => ({ condition }))
    return fc.record({
      on: fc.constant(on),
      named: named as fc.Arbitrary<Record<string, Condition>>,
      conditions: fc.array(nested(fc.oneof({ weight: 6, arbitrary: leaf }, { weight: 1, arbitrary: reference })), {
        minLength: conditionsInBatch,
        maxLength: conditionsInBatch,
      }),
      // Declared points would hide what the conditions say.
      records: fc.array(
        recordOf(set, on).map((record): CitizenRecord => ({ ...record, scores: null })),
        { minLength: peopleInBatch, maxLength: peopleInBatch },
      ),
    })
  })
}

function leafOf(fact: FactDefinition, on: string, parameters: string[]): fc.Arbitrary<Condition> {
  const compare = (value: fc.Arbitrary<Leaf['value']>, params?: fc.Arbitrary<LeafParams>): fc.Arbitrary<Leaf> =>
    fc.record({
      fact: fc.constant(fact.id),
      operator: fc.constantFrom(...comparisons),
      value: fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(...parameters).map(asRef) }),
      ...(params && { params }),
    })
  switch (fact.type) {
    case 'rank':
    case 'count':
    case 'number':
      return compare(numbersWithin(fact.range))
    case 'boolean':
      return fc.boolean().map((value) => ({ fact: fact.id, operator: 'equal', value }))
    case 'code': {
      const codes = fact.codes.map(({ code }) => code)
      return fc.oneof(
        fc.constantFrom(...codes).map((value) => ({ fact: fact.id, operator: 'equal', value })),
        fc.subarray(codes, { minLength: 1 }).map((value) => ({ fact: fact.id, operator: 'in', value })),
      )
    }
    case 'codes':
      return fc.oneof(
        fc.constantFrom(...fact.codes).map(({ code }) => ({ fact: fact.id, operator: 'contains', value: code })),
        compare(numbersWithin([0, fact.codes.length]), fc.constant({ measure: 'count' })),
      )
    case 'activities':
    case 'certificates':
      return listLeaf(fact, on, compare)
  }
}

function listLeaf(
  fact: FactDefinition & { type: 'activities' | 'certificates' },
  on: string,
  compare: (value: fc.Arbitrary<Leaf['value']>, params: fc.Arbitrary<LeafParams>) => fc.Arbitrary<Leaf>,
): fc.Arbitrary<Condition> {
  const some = (codes: readonly { code: string }[]): fc.Arbitrary<string[]> =>
    fc.subarray(
      codes.map(({ code }) => code),
      { minLength: 1 },
    )
  const params = (measure: LeafParams['measure']): fc.Arbitrary<LeafParams> =>
    fc.record(
      {
        measure: fc.constant(measure),
        kinds: some(fact.kinds),
        ...('topics' in fact && { topics: some(fact.topics), certified: fc.constant(true as const) }),
      },
      { requiredKeys: ['measure'], noNullPrototype: true },
    )
  const day = partialDatesAround(on).filter((text) => text.length === 10)
  const latest = fc.record({
    fact: fc.constant(fact.id),
    operator: fc.constantFrom(...comparisons),
    value: day,
    params: params('latest'),
  })
  const hours = fc.integer({ min: 0, max: 200 }).map((quarters) => quarters / 4)
  return fc.oneof(
    compare(fc.integer({ min: 0, max: 5 }), params('count')),
    latest,
    ...(fact.type === 'activities' ? [compare(hours, params('hours'))] : []),
  )
}

const asRef = (fact: string): { fact: string } => ({ fact })

/** Whole and half numbers, most of them small, a few just outside of the range. */
function numbersWithin([least, most]: readonly [number, number]): fc.Arbitrary<number> {
  const within = (min: number, max: number) => fc.integer({ min: 2 * min, max: 2 * max }).map((half) => half / 2)
  return fc.oneof(within(least - 1, Math.min(most, least + 6)), within(least, most + 1))
}
