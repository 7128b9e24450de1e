import { readPartialDate, type DayRange } from '../model/day.js'
import { hoursLimit, isObject, listLimit } from '../model/record.js'
import { levelInBands, type CertificateRule } from './digital-rules.js'
import type { Counter, FactReader, Reach } from './fact-reader.js'
import type { Reading } from './reading.js'

/** Hours are added up in whole hundredths, so that their order changes nothing. */
const parts = 100

const from: DayRange = { first: 0, last: 0 }
const to: DayRange = { first: 0, last: 0 }

/**
 * Dated learning activities, in one pass: every counter of every item. An item counts when it overlaps the window; what it
 * leaves out, or dates that only may overlap, can widen the upper ends and never the lower.
 */
export function readActivities(reading: Reading, fact: FactReader, list: readonly unknown[]): boolean {
  if (list.length > listLimit) return false
  const { S, window } = reading
  const topics = fact.topics.size
  clearCounters(reading, fact)
  let exact = true
  for (let i = 0; i < list.length; i++) {
    const item = list[i]
    if (!isObject(item)) return false
    let kind = fact.kinds.size
    let topic = topics
    let begins = false
    let ends = false
    let hours = NaN
    let certificate: unknown
    for (const key in item) {
      const value = item[key]
      const given = value !== null && value !== undefined
      switch (key) {
        case 'kind':
        case 'topic': {
          if (!given) break
          const at = (key === 'kind' ? fact.kinds : fact.topics).get(value as string)
          if (at === undefined) return false
          if (key === 'kind') kind = at
          else topic = at
          break
        }
        case 'from':
          if (given && !(typeof value === 'string' && readPartialDate(value, from))) return false
          begins = given
          break
        case 'to':
          if (given && !(typeof value === 'string' && readPartialDate(value, to))) return false
          ends = given
          break
        case 'hours':
          if (!given) break
          if (typeof value !== 'number' || !(value >= 0 && value <= hoursLimit)) return false
          hours = Math.round(value * parts)
          break
        case 'certificate':
          if (given && typeof value !== 'boolean') return false
          certificate = value
          break
        default:
          return false
      }
    }
    const last = ends ? to : from
    if (begins) {
      if (last.last < from.first) return false
      if (from.first > window.last) {
        reading.late.push(['evidence', fact.id, i])
        continue
      }
    }
    const dated = begins || ends
    if (dated && last.last < window.first) continue
    const inWindow = begins && from.last <= window.last && last.first >= window.first
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
  }
  for (let c = 0; c < fact.counters.length; c++) {
    const { slot, measure } = fact.counters[c] as Counter
    if (measure !== 'hours') continue
    ;(S[2 * slot] as number) /= parts
    ;(S[2 * slot + 1] as number) /= parts
  }
  if (exact) reading.open &= ~fact.bit
  return true
}

/** Certificates ever held; one issued after the day is not held yet. */
export function readCertificates(reading: Reading, fact: FactReader, list: readonly unknown[]): boolean {
  if (list.length > listLimit) return false
  const { S, window } = reading
  clearCounters(reading, fact)
  for (const route of fact.routes) reading.putRoute(route, 0, 0)
  let exact = true
  for (let i = 0; i < list.length; i++) {
    const item = list[i]
    if (!isObject(item)) return false
    let kind = fact.kinds.size
    let step = NaN
    let dated = false
    for (const key in item) {
      const value = item[key]
      const given = value !== null && value !== undefined
      switch (key) {
        case 'kind': {
          if (!given) break
          const at = fact.kinds.get(value as string)
          if (at === undefined) return false
          kind = at
          break
        }
        case 'level':
          if (!given) break
          if (typeof value !== 'number' || !Number.isInteger(value)) return false
          step = value
          break
        case 'issuedOn':
          if (given && !(typeof value === 'string' && readPartialDate(value, from))) return false
          dated = given
          break
        default:
          return false
      }
    }
    const [firstStep, lastStep] = fact.steps[kind] as readonly [number, number]
    if (step < firstStep || step > lastStep) return false
    if (dated && from.first > window.last) {
      reading.late.push(['evidence', fact.id, i])
      continue
    }
    const held = !dated || from.last <= window.last
    const { counters, sure } = fact.reach[kind] as Reach
    if (!held || sure < counters.length) exact = false
    for (let c = 0; c < counters.length; c++) {
      const { slot, measure } = counters[c] as Counter
      const counts = held && c < sure
      if (measure === 'count') {
        if (counts) (S[2 * slot] as number)++
        ;(S[2 * slot + 1] as number)++
      } else if (!putLatest(reading, slot, counts, dated ? from : undefined)) exact = false
    }
    if (fact.certificateRules.length > 0)
      showLevel(reading, fact.certificateRules[kind] as readonly CertificateRule[], step, held && kind < fact.kinds.size)
  }
  if (exact) reading.open &= ~fact.bit
  return true
}

function showLevel(reading: Reading, rules: readonly CertificateRule[], step: number, sure: boolean): void {
  const { routeLevel } = reading
  for (let r = 0; r < rules.length; r++) {
    const rule = rules[r] as CertificateRule
    const known = rule.bands !== undefined && step >= 0 ? levelInBands(rule.bands, step) : undefined
    const lower = known ?? rule.lower
    const upper = known ?? rule.upper
    if (sure && lower > (routeLevel[2 * rule.route] as number)) routeLevel[2 * rule.route] = lower
    if (upper > (routeLevel[2 * rule.route + 1] as number)) routeLevel[2 * rule.route + 1] = upper
  }
}

/** Nothing counted yet: 0, and no latest day at all. */
function clearCounters(reading: Reading, fact: FactReader): void {
  for (let c = 0; c < fact.counters.length; c++) {
    const { slot, measure } = fact.counters[c] as Counter
    reading.put(slot, measure === 'latest' ? -Infinity : 0)
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
