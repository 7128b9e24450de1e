import fc from 'fast-check'
import { indicatorIds } from '../../src/model/indicator.js'
import { memberships, unitLevels, type Activity, type Certificate, type CitizenRecord } from '../../src/model/record.js'
import { attesters } from '../../src/model/attester.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import type { PlainSet } from './plain/set.js'
import { partialDatesAround, whole } from './arbitrary-dates.js'

/** How often a part of a record is left out, is `null`, or is known, as weights. */
export interface Chances {
  absent: number
  null: number
  known: number
  /** Weight of a good answer against one drawn evenly. */
  good: number
}

/** From nearly empty to nearly complete, from any answers to good ones, so that every verdict comes up. */
const moods: Chances[] = [
  { absent: 1, null: 1, known: 2, good: 1 },
  { absent: 6, null: 2, known: 1, good: 1 },
  { absent: 1, null: 1, known: 18, good: 0 },
  { absent: 0, null: 0, known: 1, good: 2 },
  { absent: 1, null: 1, known: 18, good: 8 },
  { absent: 0, null: 0, known: 1, good: 24 },
]

/** Well-formed records of a set's group; dates lie around the edges of the window that ends with `on`. */
export function recordOf(set: PlainSet, on: string, chances?: Chances): fc.Arbitrary<CitizenRecord> {
  return (chances ? fc.constant(chances) : fc.constantFrom(...moods)).chain((mood) => recordInMood(set, on, mood))
}

const leftOut = Symbol('left out')

function maybe<T>(value: fc.Arbitrary<T>, { absent, null: none, known }: Omit<Chances, 'good'>) {
  const ways: { weight: number; arbitrary: fc.Arbitrary<T | null | typeof leftOut> }[] = [
    { weight: absent, arbitrary: fc.constant(leftOut) },
    { weight: none, arbitrary: fc.constant(null) },
    { weight: known, arbitrary: value },
  ]
  return fc.oneof(...ways.filter((way) => way.weight > 0))
}

/** An object without the keys that came out as left out. */
function objectOf<T>(parts: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<T> {
  return fc
    .record(parts, { noNullPrototype: true })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== leftOut)) as T)
}

const seldom = { absent: 8, null: 1, known: 2 }

function recordInMood(set: PlainSet, on: string, mood: Chances): fc.Arbitrary<CitizenRecord> {
  const given = set.facts.filter((fact) => !('derived' in fact && fact.derived))
  const evidence = objectOf(Object.fromEntries(given.map((fact) => [fact.id, maybe(valueOf(fact, on, mood), mood)])))
  const attested = objectOf(
    Object.fromEntries(given.map((fact) => [fact.id, maybe(fc.constantFrom(...attesters), { absent: 6, null: 1, known: 3 })])),
  )
  const points = better(mood.good, fc.integer({ min: 14, max: 20 }), fc.integer({ min: 0, max: 20 })).map((halves) => halves / 2)
  const scores = objectOf(Object.fromEntries(indicatorIds.map((id) => [id, maybe(points, { absent: 6, null: 1, known: 2 })])))
  return objectOf<CitizenRecord>({
    id: fc.nat(99_999).map((number) => `p-${number}`),
    group: fc.constant(set.group),
    birth: maybe(fc.integer({ min: 1930, max: 2012 }).map(String), seldom),
    units: maybe(fc.constant({ residence: 'u-01', workplace: null }), seldom),
    unitLevel: maybe(fc.constantFrom(...unitLevels), seldom),
    memberships: maybe(fc.subarray([...memberships]), seldom),
    disadvantagedArea: maybe(fc.boolean(), { absent: 1, null: 1, known: 1 }),
    registered: maybe(fc.boolean(), seldom),
    recordedOn: maybe(fc.constant(on), seldom),
    evidence: maybe(evidence, { absent: 1, null: 1, known: 30 }),
    attested: maybe(attested, { absent: 2, null: 1, known: 2 }),
    scores: maybe(scores, { absent: 6, null: 1, known: 3 }),
  })
}

function better<T>(weight: number, good: fc.Arbitrary<T>, any: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return weight > 0 ? fc.oneof({ weight: 1, arbitrary: any }, { weight, arbitrary: good }) : any
}

/** Values that a record may give for a fact. */
export function valueOf(fact: FactDefinition, on: string, mood: Chances): fc.Arbitrary<unknown> {
  switch (fact.type) {
    case 'rank':
      return better(mood.good, fc.integer({ min: fact.range[1] - 1, max: fact.range[1] }), whole(fact.range))
    case 'count':
      // Most cut points are small numbers.
      return better(mood.good, whole([6, Math.min(20, fact.range[1])]), fc.oneof(whole([fact.range[0], 8]), whole(fact.range)))
    case 'number':
      return better(
        mood.good,
        whole([Math.floor(fact.range[1] * 0.8), fact.range[1]]),
        whole([fact.range[0] * 2, fact.range[1] * 2]).map((x) => x / 2),
      )
    case 'boolean':
      return better(mood.good, fc.constant(true), fc.boolean())
    case 'code':
      return fc.constantFrom(...fact.codes.map((one) => one.code))
    case 'codes':
      return codesOf(
        fact.codes.map((one) => one.code),
        mood,
      )
    case 'activities':
      return fc.oneof(
        fc.array(activityOf(fact, on, mood), { maxLength: 7 }),
        fc.array(activityOf(fact, on, mood), { maxLength: 2 }),
      )
    case 'certificates':
      return fc.array(certificateOf(fact, on, mood), { maxLength: 4 })
  }
}

function codesOf(codes: string[], mood: Chances): fc.Arbitrary<unknown> {
  const list = better(
    mood.good,
    fc.subarray(codes, { minLength: Math.ceil(codes.length * 0.7) }),
    fc.oneof(
      fc.subarray(codes),
      fc.array(fc.constantFrom(...codes), { maxLength: 6 }), // some twice
    ),
  )
  const held = better(mood.good, fc.constant(true), fc.boolean())
  const object = objectOf(
    Object.fromEntries(codes.map((code) => [code, maybe(held, { absent: 1, null: 1, known: 3 + mood.good })])),
  )
  return fc.oneof({ weight: 3, arbitrary: list }, { weight: 2, arbitrary: object })
}

/** Clock hours in steps of a tenth or of a quarter. */
export const hours = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10),
  fc.integer({ min: 0, max: 160 }).map((quarters) => quarters / 4),
)

export function activityOf(fact: FactDefinition & { type: 'activities' }, on: string, mood: Chances): fc.Arbitrary<Activity> {
  const part = { absent: 1, null: 1, known: 6 + mood.good }
  return objectOf<Activity>({
    kind: maybe(fc.constantFrom(...fact.kinds.map((one) => one.code)), part),
    topic: maybe(fc.constantFrom(...fact.topics.map((one) => one.code)), part),
    from: maybe(partialDatesAround(on), part),
    to: maybe(partialDatesAround(on), { absent: 3, null: 1, known: 2 }),
    hours: maybe(hours, part),
    certificate: maybe(fc.boolean(), part),
  }).map(({ from, to, ...rest }) => {
    const swapped = from != null && to != null && to < from.slice(0, to.length)
    return {
      ...rest,
      ...(from !== undefined && { from: swapped ? to : from }),
      ...(to !== undefined && { to: swapped ? from : to }),
    }
  })
}

export function certificateOf(
  fact: FactDefinition & { type: 'certificates' },
  on: string,
  mood: Chances,
): fc.Arbitrary<Certificate> {
  return objectOf<Certificate>({
    kind: maybe(fc.constantFrom(...fact.kinds.map((one) => one.code)), { absent: 1, null: 1, known: 6 + mood.good }),
    level: maybe(fc.integer({ min: 1, max: 8 }), { absent: 1, null: 1, known: 2 }),
    issuedOn: maybe(partialDatesAround(on), { absent: 2, null: 1, known: 3 }),
  })
}
