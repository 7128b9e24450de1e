import { attesters } from '../model/attester.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { isoDay, partialDate } from '../model/day.js'
import { issue, safeKey, type Expected, type Issue, type IssueCode, type Path } from '../model/issue.js'
import { certificateStepLimit, hoursLimit, isObject, listLimit, memberships, unitLevels } from '../model/record.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { digitalRulesOf, stepsOfKind } from './digital-rules.js'

type Check = (value: unknown, path: Path) => Issue[]
/** Codes that carry nothing beside their place. */
type Plain = Extract<IssueCode, 'empty' | 'impossible_day' | 'not_whole' | 'not_half' | 'unknown_code' | 'unknown_attester'>

/**
 * Says what is wrong with a record, every fault with code and path: the slow and obvious twin of the record reader, asked only
 * about records that the reader refuses.
 *
 * @param maximum - most points that one indicator can give on the day
 * @returns no issue for exactly the records that the reader takes
 */
export function diagnoseRecord(record: unknown, set: CriteriaSet, maximum: number): Issue[] {
  const digital = digitalRulesOf(set)
  const given = set.facts.filter((fact) => !isDerived(fact))
  const unknownFact = (key: string): IssueCode =>
    set.facts.some((fact) => fact.id === key && isDerived(fact)) ? 'derived_fact' : 'unknown_fact'
  const evidence = Object.fromEntries(
    given.map((fact) => [fact.id, optional(checkOf(fact, (kind) => stepsOfKind(digital, kind)))]),
  )
  const attested = Object.fromEntries(set.facts.map(({ id }) => [id, optional(oneOf(attesters, 'unknown_attester'))]))
  const scores = Object.fromEntries(set.indicators.map(({ id }) => [id, optional(score(maximum))]))
  return object({
    id: required(text),
    group: required(text),
    birth: optional(aPartialDate),
    units: optional(object({ residence: optional(anyText), workplace: optional(anyText) })),
    unitLevel: optional(oneOf(unitLevels, 'unknown_code')),
    memberships: optional(list(oneOf(memberships, 'unknown_code'))),
    disadvantagedArea: optional(boolean),
    registered: optional(boolean),
    recordedOn: optional(day),
    evidence: optional(object(evidence, unknownFact)),
    attested: optional(object(attested, unknownFact)),
    scores: optional(object(scores, () => 'unknown_indicator')),
  })(record, [])
}

const isDerived = (fact: FactDefinition): boolean => fact.type === 'rank' && fact.derived === true

function checkOf(fact: FactDefinition, stepsOf: (kind: string) => readonly [number, number] | undefined): Check {
  const code = (codes: readonly { code: string }[]): Check =>
    oneOf(
      codes.map(({ code }) => code),
      'unknown_code',
    )
  switch (fact.type) {
    case 'rank':
    case 'count':
      return number(fact.range[0], fact.range[1], 'not_whole')
    case 'number':
      return number(fact.range[0], fact.range[1])
    case 'boolean':
      return boolean
    case 'code':
      return code(fact.codes)
    case 'codes':
      return codes(fact.codes)
    case 'activities':
      return list((item, path) => {
        const found = object({
          kind: optional(code(fact.kinds)),
          topic: optional(code(fact.topics)),
          from: optional(aPartialDate),
          to: optional(aPartialDate),
          hours: optional(number(0, hoursLimit)),
          certificate: optional(boolean),
        })(item, path)
        return found.length > 0 ? found : endsAfterItBegins(item as { from?: unknown; to?: unknown }, path)
      })
    case 'certificates':
      return list((item, path) => {
        const kind = isObject(item) && typeof item['kind'] === 'string' ? item['kind'] : ''
        const [first, last] = stepsOf(kind) ?? [1, certificateStepLimit]
        return object({
          kind: optional(code(fact.kinds)),
          level: optional(number(first, last, 'not_whole')),
          issuedOn: optional(aPartialDate),
        })(item, path)
      })
  }
}

/** `null` and `undefined` both say "not known". */
const optional =
  (check: Check): Check =>
  (value, path) =>
    value === null || value === undefined ? [] : check(value, path)
const required =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? [issue('missing', path, {})] : check(value, path)

const wrong = (path: Path, expected: Expected): Issue[] => [issue('wrong_type', path, { expected })]
const plain = (code: Plain, path: Path): Issue[] => [issue(code, path, {})]

const anyText: Check = (value, path) => (typeof value === 'string' ? [] : wrong(path, 'text'))
const text: Check = (value, path) => (value === '' ? plain('empty', path) : anyText(value, path))
const boolean: Check = (value, path) => (typeof value === 'boolean' ? [] : wrong(path, 'boolean'))

function number(min: number, max: number, kind?: 'not_whole'): Check {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return wrong(path, 'number')
    if (kind && !Number.isInteger(value)) return plain(kind, path)
    return value < min || value > max ? [issue('out_of_range', path, { min, max })] : []
  }
}

const score =
  (maximum: number): Check =>
  (value, path) => {
    const found = number(0, maximum)(value, path)
    return found.length > 0 || Number.isInteger((value as number) * 2) ? found : plain('not_half', path)
  }

const date =
  (read: (text: string) => unknown): Check =>
  (value, path) => {
    if (typeof value !== 'string') return wrong(path, 'text')
    return read(value) === undefined ? plain('impossible_day', path) : []
  }
const day = date(isoDay)
const aPartialDate = date(partialDate)

const oneOf =
  (codes: readonly string[], code: 'unknown_code' | 'unknown_attester'): Check =>
  (value, path) => {
    if (typeof value !== 'string') return wrong(path, 'text')
    return codes.includes(value) ? [] : plain(code, path)
  }

const list =
  (item: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return wrong(path, 'list')
    if (value.length > listLimit) return [issue('too_many', path, { limit: listLimit })]
    // A gap in a list is an item as well.
    return Array.from(value as unknown[]).flatMap((one, i) => item(one, [...path, i]))
  }

function object(fields: Readonly<Record<string, Check>>, unknownKey: (key: string) => IssueCode = () => 'unknown_key'): Check {
  return (value, path) => {
    if (!isObject(value)) return wrong(path, 'object')
    const found = Object.entries(fields).flatMap(([key, check]) =>
      check(Object.hasOwn(value, key) ? value[key] : undefined, [...path, key]),
    )
    for (const key in value)
      if (!Object.hasOwn(fields, key)) found.push(issue(unknownKey(key) as 'unknown_key', [...path, safeKey(key)], {}))
    return found
  }
}

/** A complete list of codes, or an answer code by code. */
function codes(known: readonly { code: string }[]): Check {
  const ids = known.map(({ code }) => code)
  const one = object(Object.fromEntries(ids.map((id) => [id, optional(boolean)])), () => 'unknown_code')
  const all = list(oneOf(ids, 'unknown_code'))
  return (value, path) => (Array.isArray(value) ? all : isObject(value) ? one : () => wrong(path, 'codes'))(value, path)
}

function endsAfterItBegins({ from, to }: { from?: unknown; to?: unknown }, path: Path): Issue[] {
  const [begins, ends] = [from, to].map((one) => (typeof one === 'string' ? partialDate(one) : undefined))
  return begins && ends && ends.last < begins.first ? [issue('to_before_from', [...path, 'to'], {})] : []
}
