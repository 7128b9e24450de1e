import type { DayRange } from '../model/day.js'
import { hoursLimit, isObject } from '../model/record.js'
import { levelInBands, type CertificateRule } from './digital-rules.js'
import type { Counter, FactReader, Reach } from './fact-reader.js'
import { booleanFault, codeFault, dateFault, numberFault, plainFault, wrongType, type Fault } from './fault.js'
import type { Reading } from './reading.js'

/** Hours are added up in whole hundredths, so that their order changes nothing. */
const parts = 100

const from: DayRange = { first: 0, last: 0 }
const to: DayRange = { first: 0, last: 0 }

/**
 * Activities or certificates, in one pass: every counter of every item. An activity counts when it overlaps the window, and may
 * count when it has no date; a certificate counts when it was ever issued, with a date or without. What an item leaves out, or
 * dates that only may fit, can widen the upper ends and never the lower.
 */
export function readItems(reading: Reading, fact: FactReader, list: readonly unknown[]): void {
  const { S, window } = reading
  const areActivities = fact.type === 'activities'
  const firstDay = areActivities ? window.first : -Infinity
  const topics = fact.topics.size
  for (const route of fact.routes) reading.putRoute(route, 0, 0)
  // Nothing counted yet: 0, and no latest day at all.
  for (let c = 0; c < fact.counters.length; c++) {
    const { slot, measure } = fact.counters[c] as Counter
    reading.put(slot, measure === 'latest' ? -Infinity : 0)
  }
  let exact = true
  for (let i = 0; i < list.length; i++) {
    const item = list[i]
    if (!isObject(item)) {
      reading.fault(wrongType('object'), 'evidence', fact.id, i)
      continue
    }
    let kind = fact.kinds.size
    let topic = topics
    let begins = false
    let ends = false
    let hours = NaN
    let level: unknown
    let certificate: unknown
    for (const key in item) {
      const value = item[key]
      let fault: Fault
      switch (key) {
        case 'kind': {
          const at = fact.kinds.get(value as string)
          if (at !== undefined) kind = at
          else fault = codeFault(value, fact.kinds)
          break
        }
        case 'topic': {
          const at = fact.topics.get(value as string)
          if (at !== undefined) topic = at
          else fault = codeFault(value, fact.topics)
          break
        }
        case 'from':
        case 'issuedOn':
          fault = dateFault(value, from)
          begins = typeof value === 'string' && fault === undefined
          break
        case 'to':
          fault = dateFault(value, to)
          ends = typeof value === 'string' && fault === undefined
          break
        case 'hours':
          fault = numberFault(value, 0, hoursLimit)
          if (typeof value === 'number') hours = Math.round(value * parts)
          break
        case 'certificate':
          fault = booleanFault(value)
          certificate = value
          break
        case 'level':
          level = value
          break
        default:
          fault = plainFault('unknown_key')
      }
      // Of the two kinds of lists each has keys of its own.
      if (key !== 'kind' && areActivities === (key === 'level' || key === 'issuedOn')) fault = plainFault('unknown_key')
      if (fault !== undefined) reading.fault(fault, 'evidence', fact.id, i, key)
    }
    if (level !== undefined) checkStep(reading, fact, i, level, fact.steps[kind] as readonly [number, number])
    const last = ends ? to : from
    if (begins) {
      if (last.last < from.first) reading.fault(plainFault('to_before_from'), 'evidence', fact.id, i, 'to')
      if (from.first > window.last) {
        reading.late.push(['evidence', fact.id, i])
        continue
      }
    }
    const dated = begins || ends
    if (dated && last.last < firstDay) continue
    const inWindow = begins ? from.last <= window.last && last.first >= firstDay : !areActivities
    const { counters, sure } = fact.reach[kind * (topics + 1) + topic] as Reach
    if (!inWindow || sure < counters.length) exact = false
    for (let c = 0; c < counters.length; c++) {
      const { slot, measure, certified } = counters[c] as Counter
      let counts = inWindow && c < sure
      if (certified && certificate !== true) {
        if (certificate === false) continue
        counts = exact = false
      }
      if (measure === 'count') {
        if (counts) (S[2 * slot] as number)++
        ;(S[2 * slot + 1] as number)++
      } else if (measure === 'hours') {
        if (hours >= 0) {
          if (counts) (S[2 * slot] as number) += hours
          ;(S[2 * slot + 1] as number) += hours
        } else {
          S[2 * slot + 1] = Infinity
          exact = false
        }
      } else if (!putLatest(reading, slot, counts, dated ? last : undefined)) exact = false
    }
    if (fact.certificateRules.length > 0)
      showLevel(reading, fact.certificateRules[kind] as readonly CertificateRule[], level, inWindow && kind < fact.kinds.size)
  }
  for (let c = 0; c < fact.counters.length; c++) {
    const { slot, measure } = fact.counters[c] as Counter
    if (measure !== 'hours') continue
    ;(S[2 * slot] as number) /= parts
    ;(S[2 * slot + 1] as number) /= parts
  }
  if (exact) reading.open &= ~fact.bit
}

function checkStep(
  reading: Reading,
  fact: FactReader,
  i: number,
  level: unknown,
  [first, last]: readonly [number, number],
): void {
  const fault = numberFault(level, first, last, true)
  if (fault !== undefined) reading.fault(fault, 'evidence', fact.id, i, 'level')
}

function showLevel(reading: Reading, rules: readonly CertificateRule[], step: unknown, sure: boolean): void {
  const { routeLevel } = reading
  for (let r = 0; r < rules.length; r++) {
    const rule = rules[r] as CertificateRule
    const known = rule.bands !== undefined && typeof step === 'number' ? levelInBands(rule.bands, step) : undefined
    const lower = known ?? rule.lower
    const upper = known ?? rule.upper
    if (sure && lower > (routeLevel[2 * rule.route] as number)) routeLevel[2 * rule.route] = lower
    if (upper > (routeLevel[2 * rule.route + 1] as number)) routeLevel[2 * rule.route + 1] = upper
  }
}

/** @returns whether the day of the item is exactly known */
function putLatest(reading: Reading, slot: number, counts: boolean, day: DayRange | undefined): boolean {
  const { S, window } = reading
  const first = day ? Math.min(day.first, window.last) : -Infinity
  const last = day ? Math.min(day.last, window.last) : window.last
  if (counts && first > (S[2 * slot] as number)) S[2 * slot] = first
  if (last > (S[2 * slot + 1] as number)) S[2 * slot + 1] = last
  return first === last
}
