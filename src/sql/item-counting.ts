import { dayCode } from '../model/day.js'
import type { CertificateRule } from '../rules/digital-rules.js'
import type { Counter } from '../rules/fact-reader.js'
import type { Slot } from '../rules/slot.js'
import { caseText } from './query.js'
import { constantList, constantText } from './quote.js'
import { nullOf } from './source.js'
import type { Ends, SqlPlan } from './sql-plan.js'

/** One end of what a list says. */
export interface Counted {
  /** Name of its column. */
  name: string
  /** Over the items of one person. */
  text: string
  /** Of a list with nothing in it, and of one that is not known. */
  none: string
  unknown: string
}

/** The column of one end of the level that a route of digital skills shows. */
export const routeColumn = (route: number, end: 'lo' | 'hi'): string => `route${route}_${end}`

/** All that a list of items says: slots, and levels of digital skills. @param at - position of the fact */
export function itemCounters(plan: SqlPlan, at: number): Counted[] {
  const { reader } = plan.facts[at] as SqlPlan['facts'][number]
  return [...reader.counters.flatMap((counter) => slotCounters(plan, counter)), ...routeCounters(plan, at)]
}

type Items = Extract<Slot, { holds: 'items' }>

function slotCounters(plan: SqlPlan, counter: Counter): Counted[] {
  const { dialect, on } = plan
  const { lo, hi } = plan.ends[counter.slot] as Ends
  const sure = takesText(plan, counter, true)
  const perhaps = takesText(plan, counter, false)
  const [none, unknown] = ['0', nullOf(counter.measure === 'hours' ? dialect.double : dialect.integer)]
  const of = (name: string, text: string): Counted => ({ name, text, none, unknown })
  const sum = (when: string, then: string): string => `sum(${caseText([[when, then]], '0')})`
  // Numbers of rows are smaller and quicker than sums.
  const count = (when: string): string => `count(${caseText([[when, '1']])})`
  const last = dayCode(on)
  switch (counter.measure) {
    case 'count':
      return [of(lo, count(sure)), of(hi, count(perhaps))]
    case 'hours': {
      const isOpen = `max(${caseText([[`${perhaps} AND hours_c IS NULL`, '1']], '0')}) = 0`
      return [
        of(lo, `${sum(`${sure} AND hours_c IS NOT NULL`, 'hours_c')} / 1e2`),
        of(hi, caseText([[isOpen, `${sum(perhaps, 'hours_c')} / 1e2`]])),
      ]
    }
    case 'latest': {
      // No day at all is 0, which is before every day; items without a date may be of the last one.
      const day = (column: string, otherwise: string): string => dialect.least([`coalesce(${column}, ${otherwise})`, `${last}`])
      return [
        of(lo, `max(${caseText([[sure, day('first_c', '0')]], '0')})`),
        of(hi, `max(${caseText([[perhaps, day('last_c', `${last}`)]], '0')})`),
      ]
    }
  }
}

/** Whether a slot takes an item: for sure, or perhaps. */
function takesText({ dialect, slots }: SqlPlan, { slot, certified }: Counter, sure: boolean): string {
  const { kinds, topics } = (slots[slot] as Items).params
  const among = (column: string, codes: readonly string[] | undefined): string[] => {
    if (codes === undefined) return []
    const isOne = `${column} IN ${constantList(dialect, codes)}`
    return [sure ? isOne : `(${isOne} OR ${column} IS NULL)`]
  }
  return [
    sure ? 'counts_c = 2' : 'counts_c >= 1',
    ...among('kind_c', kinds),
    ...among('topic_c', topics),
    ...(certified ? [sure ? 'certified_c = 1' : '(certified_c = 1 OR certified_c IS NULL)'] : []),
  ].join(' AND ')
}

/** The levels of digital skills that certificates show. */
function routeCounters({ dialect, facts, rules }: SqlPlan, at: number): Counted[] {
  const { fact, reader } = facts[at] as SqlPlan['facts'][number]
  const { certificates, most } = rules.reading.digital
  if (certificates?.fact !== reader.id || fact.type !== 'certificates') return []
  const shown = [...certificates.ofKind].flatMap(([kind, of]) => of.map((rule) => ({ kind, rule })))
  return certificates.routes.flatMap((route): Counted[] => {
    const ofRoute = shown.filter(({ rule }) => rule.route === route)
    const best = (end: 'lower' | 'upper'): string => {
      const parts = ofRoute.map(({ kind, rule }) => {
        const isKind = `kind_c = ${constantText(dialect, kind)}`
        const when = end === 'lower' ? `counts_c = 2 AND ${isKind}` : `counts_c >= 1 AND (${isKind} OR kind_c IS NULL)`
        return `max(${caseText([[when, levelText(rule, end)]], '0')})`
      })
      return dialect.greatest(parts)
    }
    return [
      { name: routeColumn(route, 'lo'), text: best('lower'), none: '0', unknown: '0' },
      { name: routeColumn(route, 'hi'), text: best('upper'), none: '0', unknown: String(most[route]) },
    ]
  })
}

function levelText({ bands, lower, upper }: CertificateRule, end: 'lower' | 'upper'): string {
  const otherwise = String(end === 'lower' ? lower : upper)
  return bands === undefined ? otherwise : caseText([['level_c IS NULL', otherwise], ...bandCases('level_c', bands)], '0')
}

/** The level of the last band that begins at or below a value. */
export const bandCases = (column: string, bands: readonly { from: number; level: number }[]): [string, string][] =>
  bands.toReversed().map(({ from, level }) => [`${column} >= ${from}`, String(level)])
