import fc from 'fast-check'
import { sets } from '../../src/index.js'
import type { CriteriaSet } from '../../src/model/criteria-set.js'
import type { CitizenRecord } from '../../src/model/record.js'
import { judgingDays } from './arbitrary-dates.js'
import { recordOf } from './arbitrary.js'
import { fillersAround, type Filler } from './moves.js'
import { plainSet, plainSetIds, type PlainSet } from './plain/set.js'

/** How often each property is tried on each set: `CDHT_RUNS=5000 npx vitest run test/laws.test.ts` for a long search. */
const runs = Number(process.env['CDHT_RUNS'] ?? 100)

/** Seed 1 finds the same again; the other one, printed by a failure, finds something new and tries less often. */
export const searches = [
  { seed: 1, numRuns: runs },
  { seed: Math.floor(Math.random() * 2 ** 31), numRuns: Math.ceil(runs / 5) },
]
export type Search = (typeof searches)[number]

export function check<T>(search: Search, arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void {
  const property = fc.property(arbitrary, (value) => {
    holds(value)
  })
  fc.assert(property, search)
}

/** Every shipped set, as the library has it and as the files have it. */
export const pairs: { id: string; set: CriteriaSet; plain: PlainSet }[] = plainSetIds().map((id) => {
  const set = Object.values(sets).find((one) => one.id === id)
  if (!set) throw new Error(`${id} is in criteria/ and is not shipped`)
  return { id, set, plain: plainSet(id) }
})

export interface Judged {
  on: string
  record: CitizenRecord
}

export function judgedIn(set: PlainSet): fc.Arbitrary<Judged> {
  return judgingDays(set.inForce).chain((on) => fc.record({ on: fc.constant(on), record: recordOf(set, on) }))
}

/** With another record, and with answers, from which more can be learned about the first. */
export function changingIn(set: PlainSet): fc.Arbitrary<Judged & { donor: CitizenRecord; fill: Filler[] }> {
  return judgingDays(set.inForce).chain((on) =>
    fc.record({ on: fc.constant(on), record: recordOf(set, on), donor: recordOf(set, on), fill: fillersAround(on) }),
  )
}
