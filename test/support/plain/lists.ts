import type { LeafParams } from '../../../src/model/condition.js'
import type { Activity, Certificate, Codes } from '../../../src/model/record.js'
import { dayCount, daysOf } from './days.js'
import type { Interval } from './interval.js'

export type Presence = 'sure' | 'possible' | 'no' | 'after-day'

function weaker(presences: Presence[]): Presence {
  if (presences.includes('no')) return 'no'
  return presences.includes('possible') ? 'possible' : 'sure'
}

/** Whether an item of a list takes part in a year that runs from 1 January to `on`. */
export function activityPresence(item: Activity, on: string): Presence {
  const newYear = `${on.slice(0, 4)}-01-01`
  if (item.from == null) return item.to != null && daysOf(item.to).last < newYear ? 'no' : 'possible'
  const begins = daysOf(item.from)
  const ends = daysOf(item.to ?? item.from)
  if (begins.first > on) return 'after-day'
  if (ends.last < newYear) return 'no'
  const surelyBegun = begins.last <= on
  const surelyNotOver = ends.first >= newYear
  return surelyBegun && surelyNotOver ? 'sure' : 'possible'
}

export function certificatePresence(item: Certificate, on: string): Presence {
  if (item.issuedOn == null) return 'sure'
  const issued = daysOf(item.issuedOn)
  if (issued.first > on) return 'after-day'
  return issued.last > on ? 'possible' : 'sure'
}

function among(code: string | null | undefined, wanted: string[] | undefined): Presence {
  if (wanted === undefined) return 'sure'
  if (code == null) return 'possible'
  return wanted.includes(code) ? 'sure' : 'no'
}

export function activityMatch(item: Activity, params: LeafParams, on: string): Presence {
  const inWindow = activityPresence(item, on)
  if (inWindow === 'after-day') return 'no'
  let certified: Presence = 'sure'
  if (params.certified) {
    if (item.certificate == null) certified = 'possible'
    else certified = item.certificate ? 'sure' : 'no'
  }
  return weaker([inWindow, among(item.kind, params.kinds), among(item.topic, params.topics), certified])
}

export function certificateMatch(item: Certificate, kinds: string[] | undefined, on: string): Presence {
  const held = certificatePresence(item, on)
  if (held === 'after-day') return 'no'
  return weaker([held, among(item.kind, kinds)])
}

export function measureActivities(items: readonly Activity[], params: LeafParams, on: string): Interval {
  const sure = items.filter((item) => activityMatch(item, params, on) === 'sure')
  const possible = items.filter((item) => activityMatch(item, params, on) !== 'no')
  if (params.measure === 'count') return { lo: sure.length, hi: possible.length }
  if (params.measure === 'hours') return { lo: addHours(sure, 0), hi: addHours(possible, Infinity) }
  return {
    lo: latest(
      sure.map((item) => daysOf((item.to ?? item.from) as string).first),
      on,
    ),
    hi: latest(
      possible.map((item) => daysOf(item.to ?? item.from ?? on).last),
      on,
    ),
  }
}

/** In whole hundredths, so that 18.7 + 5.1 + 0.2 is 24 in every order. */
function addHours(items: readonly Activity[], whenNotGiven: number): number {
  return items.reduce((sum, item) => sum + Math.round((item.hours ?? whenNotGiven) * 100), 0) / 100
}

export function measureCertificates(items: readonly Certificate[], params: LeafParams, on: string): Interval {
  const sure = items.filter((item) => certificateMatch(item, params.kinds, on) === 'sure')
  const possible = items.filter((item) => certificateMatch(item, params.kinds, on) !== 'no')
  if (params.measure === 'count') return { lo: sure.length, hi: possible.length }
  if (params.measure === 'latest') {
    // Without a day a certificate was issued at any time up to `on`.
    const dated = sure.filter((item) => item.issuedOn != null)
    return {
      lo: latest(
        dated.map((item) => daysOf(item.issuedOn as string).first),
        on,
      ),
      hi: latest(
        possible.map((item) => daysOf(item.issuedOn ?? on).last),
        on,
      ),
    }
  }
  throw new Error('certificates have no hours')
}

/** The latest of days, none of them past `on`; no day at all is before every day. */
function latest(days: string[], on: string): number {
  return Math.max(-Infinity, ...days.map((day) => dayCount(day > on ? on : day)))
}

/** `undefined`: not asked. In a list the rest is no. */
export function holds(codes: Codes, code: string): boolean | undefined {
  if (Array.isArray(codes)) return codes.includes(code)
  return (codes as Record<string, boolean | null>)[code] ?? undefined
}

/** How many of `of` hold, each counted once. */
export function countCodes(codes: Codes, of: string[]): Interval {
  const yes = of.filter((code) => holds(codes, code) === true).length
  const open = of.filter((code) => holds(codes, code) === undefined).length
  return { lo: yes, hi: yes + open }
}
