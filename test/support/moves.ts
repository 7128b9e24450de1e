import fc from 'fast-check'
import type { Activity, Certificate, CitizenRecord, Codes } from '../../src/model/record.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import { partialDatesAround } from './arbitrary-dates.js'
import { hours } from './arbitrary.js'
import { daysOf } from './plain/days.js'
import { holds } from './plain/lists.js'
import type { PlainSet } from './plain/set.js'

type Facts = Record<string, unknown>

/**
 * `record` with known values moved the way their facts declare, as far as `donor` has better ones, and with the items of `donor`
 * added to its lists. Nothing unknown becomes known.
 */
export function improved(record: CitizenRecord, donor: CitizenRecord, set: PlainSet): CitizenRecord {
  const evidence: Facts = { ...record.evidence }
  for (const fact of set.facts) {
    const own = evidence[fact.id]
    const other = (donor.evidence as Facts | null | undefined)?.[fact.id]
    if (own != null && other != null && fact.better !== 'neither') evidence[fact.id] = betterOf(fact, own, other)
  }
  return record.evidence == null ? record : { ...record, evidence }
}

function betterOf(fact: FactDefinition, own: unknown, other: unknown): unknown {
  const more = fact.better === 'more'
  switch (fact.type) {
    case 'rank':
    case 'count':
    case 'number':
      return more ? Math.max(own as number, other as number) : Math.min(own as number, other as number)
    case 'boolean':
      return more ? own || other : own && other
    case 'code':
      return own
    case 'codes': {
      if (!more) return own
      const added = fact.codes.map((one) => one.code).filter((code) => holds(other as Codes, code) === true)
      if (Array.isArray(own)) return [...own, ...added]
      return { ...(own as object), ...Object.fromEntries(added.map((code) => [code, true])) }
    }
    case 'activities': {
      const extra = other as Activity[]
      const longer = (own as Activity[]).map((item, i): Activity => {
        const { hours: before, certificate } = item
        return {
          ...item,
          ...(before != null && { hours: before + (extra[i]?.hours ?? 0) }),
          ...(certificate != null && { certificate: certificate || extra[i]?.certificate === true }),
        }
      })
      return more ? [...longer, ...extra] : own
    }
    case 'certificates':
      return more ? [...(own as Certificate[]), ...(other as Certificate[])] : own
  }
}

/** What an answer to an open part of an item may be. */
export interface Filler {
  kind: number
  topic: number
  hours: number
  certificate: boolean
  level: number
  month: number
  day: number
  /** For items without a day. */
  from: string
  /** Whether each open part is answered at all. */
  answers: boolean[]
}

export function fillersAround(on: string): fc.Arbitrary<Filler[]> {
  const filler = fc.record({
    kind: fc.nat(99),
    topic: fc.nat(99),
    hours,
    certificate: fc.boolean(),
    level: fc.integer({ min: 1, max: 8 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    from: partialDatesAround(on),
    answers: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  })
  return fc.array(filler, { minLength: 1, maxLength: 5 })
}

/**
 * `record` with some of its unknowns answered: absent facts by those of `donor`, open parts of items by `fill`.
 *
 * @param isFree - whether a fact, or `disadvantagedArea`, may be answered
 */
export function learned(
  record: CitizenRecord,
  donor: CitizenRecord,
  fill: Filler[],
  set: PlainSet,
  isFree: (part: string) => boolean = () => true,
): CitizenRecord {
  const evidence: Facts = { ...record.evidence }
  for (const fact of set.facts.filter(({ id }) => isFree(id))) {
    const own = evidence[fact.id]
    const other = (donor.evidence as Facts | null | undefined)?.[fact.id]
    const value = own == null ? other : moreOf(fact, own, other, fill)
    if (value !== undefined) evidence[fact.id] = value
  }
  const isAnswered = record.disadvantagedArea === null && donor.disadvantagedArea != null && isFree('disadvantagedArea')
  return { ...record, evidence, ...(isAnswered && { disadvantagedArea: donor.disadvantagedArea }) }
}

function moreOf(fact: FactDefinition, own: unknown, other: unknown, fill: Filler[]): unknown {
  const fillerOf = (i: number): Filler => fill[i % fill.length] as Filler
  if (fact.type === 'codes') {
    if (Array.isArray(own) || other == null) return own
    const answered: Record<string, boolean> = {}
    for (const { code } of fact.codes) {
      const answer = holds(own as Codes, code) ?? holds(other as Codes, code)
      if (answer !== undefined) answered[code] = answer
    }
    return answered
  }
  if (fact.type === 'activities') {
    const codeAt = (codes: { code: string }[], i: number): string => (codes[i % codes.length] as { code: string }).code
    return (own as Activity[]).map((item, i): Activity => {
      const { answers, ...by } = fillerOf(i)
      const next: Activity = { ...item }
      if (answers[0]) next.kind ??= codeAt(fact.kinds, by.kind)
      if (answers[1]) next.topic ??= codeAt(fact.topics, by.topic)
      if (answers[2]) next.hours ??= by.hours
      if (answers[3]) next.certificate ??= by.certificate
      if (answers[4]) next.from = item.from == null ? by.from : refined(item.from, by)
      if (answers[5] && item.to != null) next.to = refined(item.to, by)
      const backwards = next.from != null && next.to != null && daysOf(next.to).last < daysOf(next.from).first
      return backwards ? { ...next, from: item.from, to: item.to } : next
    })
  }
  if (fact.type === 'certificates')
    return (own as Certificate[]).map((item, i): Certificate => {
      const { answers, ...by } = fillerOf(i)
      const next: Certificate = { ...item }
      if (answers[0]) next.kind ??= (fact.kinds[by.kind % fact.kinds.length] as { code: string }).code
      if (answers[1]) next.level ??= by.level
      if (answers[2] && item.issuedOn != null) next.issuedOn = refined(item.issuedOn, by)
      return next
    })
  return own
}

/** One step more exact: a year gets a month, a month a day. */
function refined(partial: string, { month, day }: { month: number; day: number }): string {
  if (partial.length === 4) return `${partial}-${String(month).padStart(2, '0')}`
  if (partial.length === 7) return `${partial}-${String(day).padStart(2, '0')}`
  return partial
}
