import { isoText, partialDate } from '../model/day.js'
import type { Activity, Certificate } from '../model/record.js'
import { stepsOfKind } from '../rules/digital-rules.js'
import type { ListState } from './next-questions-hours.js'
import { keyOfState, type ItemSums } from './next-questions-item-sums.js'
import type { ListFact } from './next-questions-items.js'
import type { AskedFact, AskedRules } from './next-questions-world.js'

export type Item = Activity & Certificate

/**
 * All that a list can be whose items leave something out, told apart as far as somebody asks.
 *
 * @returns `undefined` when there would be more than `most`
 */
export function completionsOf(
  asked: AskedRules,
  one: AskedFact,
  fact: ListFact,
  sums: ItemSums,
  items: readonly Item[],
  most: number,
): ListState[] | undefined {
  const read = readerOf(asked, one, fact)
  const isExact = (item: Item): boolean => read([item]) !== undefined
  const nothing = read([]) as ListState
  const sure = sums.add(nothing, read(items.filter(isExact)) as ListState)
  let states = new Map([[keyOfState(sure), sure]])
  // Items that leave out the same are many in forms that are not filled in.
  const known = new Map<string, ListState[]>()
  for (const item of items.filter((one) => !isExact(one))) {
    const form = JSON.stringify(item)
    const ways = known.get(form) ?? statesOf(waysOf(item, asked, one, fact, sums), read, sums)
    known.set(form, ways)
    const next = new Map<string, ListState>()
    for (const state of states.values())
      for (const way of ways) {
        const both = sums.add(state, way)
        next.set(keyOfState(both), both)
      }
    if (next.size > most) return undefined
    states = next
  }
  return [...states.values()]
}

type Read = (items: readonly Item[]) => ListState | undefined

/** What the reader of records makes of a list; `undefined` when something in it is not known. */
function readerOf({ rules }: AskedRules, { slots, routes }: AskedFact, fact: ListFact): Read {
  const { reading, reader, set } = rules
  return (items) => {
    if (reader.read({ id: '-', group: set.group, evidence: { [fact.id]: items } }).length > 0)
      throw new Error('items of a record that was taken are refused')
    if (slots.some((slot) => reading.S[2 * slot] !== reading.S[2 * slot + 1])) return undefined
    if (routes.some((r) => reading.routeLevel[2 * r] !== reading.routeLevel[2 * r + 1])) return undefined
    return {
      values: slots.map((slot) => reading.S[2 * slot] as number),
      level: Math.max(0, ...routes.map((r) => reading.routeLevel[2 * r] as number)),
      free: 0,
    }
  }
}

function statesOf(ways: readonly Item[], read: Read, sums: ItemSums): ListState[] {
  const states = ways.flatMap((way) => readWay(way, read, sums) ?? [])
  return [...new Map(states.map((state) => [keyOfState(state), state])).values()]
}

/** An item of which nothing but the hours may be left out. */
function readWay(way: Item, read: Read, sums: ItemSums): ListState | undefined {
  if ((way.hours ?? undefined) !== undefined || sums.ofHours(() => 0).length === 0) return read([way])
  const [none, some] = [0, 1].map((hours) => read([{ ...way, hours }]))
  if (none === undefined || some === undefined) return undefined
  return { ...none, free: sums.hours.bitOf(sums.ofHours((s) => (some.values[s] as number) > (none.values[s] as number))) }
}

/** All completions of an item that can be told apart, but for its hours. */
function waysOf(item: Item, { rules }: AskedRules, one: AskedFact, fact: ListFact, { slots, questions }: ItemSums): Item[] {
  const { window, digital } = rules.reading
  const rated = one.routes.length > 0 ? digital.certificates?.ofKind : undefined
  let ways: Item[] = [item]
  const complete = (key: keyof Item, values: readonly unknown[]): void => {
    ways = ways.flatMap((way) => values.map((value) => ({ ...way, [key]: value }) as Item))
  }
  const isOpen = (key: keyof Item): boolean => item[key] === null || item[key] === undefined

  /** One code for each way in which filters, and levels of digital skills, take it. */
  function codesToTry(codes: readonly { code: string }[], by: 'kinds' | 'topics'): string[] {
    const views = new Map<string, string>()
    for (const { code } of codes)
      views.set(rated?.has(code) ? code : slots.map((params) => (params[by]?.includes(code) ? 1 : 0)).join(''), code)
    return [...views.values()]
  }

  /** Days of a partial date, or any days, between which nothing that is asked changes. */
  function daysIn(partial: string | undefined): string[] {
    const range = partial === undefined ? undefined : partialDate(partial)
    const first = range?.first ?? window.first - 1
    const last = range?.last ?? window.last + 1
    const bounds = slots.flatMap(({ measure }, s) => (measure === 'latest' ? (questions[s] ?? []).map(({ bound }) => bound) : []))
    const cuts = [first, last, window.first - 1, window.first, window.last, window.last + 1]
    return [...new Set([...cuts, ...bounds.flatMap((bound) => [bound - 1, bound, bound + 1])])]
      .filter((day) => day >= first && day <= last)
      .map(isoText)
  }

  /** A step outside a certificate's own scale does not exist. */
  function isPossible({ kind, level }: Item): boolean {
    const steps = stepsOfKind(digital, kind as string)
    return steps === undefined || level === null || level === undefined || (level >= steps[0] && level <= steps[1])
  }

  if (isOpen('kind')) complete('kind', codesToTry(fact.kinds, 'kinds'))
  if (fact.type === 'certificates') {
    if (isOpen('level'))
      ways = ways.flatMap((way) => {
        const bands = (rated?.get(way.kind as string) ?? []).flatMap((rule) => rule.bands ?? [])
        return [way, ...bands.map(({ from }): Item => ({ ...way, level: from }))]
      })
    if (!isOpen('issuedOn')) complete('issuedOn', daysIn(item.issuedOn as string))
    else if (slots.some(({ measure }) => measure === 'latest')) complete('issuedOn', daysIn(undefined))
    return ways.filter(isPossible)
  }
  if (isOpen('topic')) complete('topic', codesToTry(fact.topics, 'topics'))
  if (isOpen('certificate') && slots.some(({ certified }) => certified)) complete('certificate', [false, true])
  complete('from', daysIn(isOpen('from') ? undefined : (item.from as string)))
  if (!isOpen('to')) complete('to', daysIn(item.to as string))
  return ways.filter(({ from, to }) => to === null || to === undefined || (from as string) <= to)
}
