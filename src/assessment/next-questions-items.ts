import type { FactDefinition } from '../model/vocabulary.js'
import { pointsAround } from '../rules/points-around.js'
import { completionsOf, type Item } from './next-questions-completions.js'
import type { ListState } from './next-questions-hours.js'
import { ItemSums, keyOfState } from './next-questions-item-sums.js'
import type { Answer, AskedFact, AskedRules, Asking } from './next-questions-world.js'

export type ListFact = Extract<FactDefinition, { type: 'activities' | 'certificates' }>

/**
 * The ways in which a list may turn out: any items at all where it is not given; where it is, each item that leaves something
 * out in all the ways in which it can be completed. Exact, but for what `FreeHours` says.
 *
 * @returns `undefined` when there would be more than `most`
 */
export function itemAnswers(
  asked: AskedRules,
  one: AskedFact,
  fact: ListFact,
  asking: Asking,
  given: unknown,
  most: number,
): Answer[] | undefined {
  const sums = new ItemSums(asked, one, asking)
  const states =
    given === null || given === undefined
      ? anyLists(asked, one, fact, sums, most)
      : completionsOf(asked, one, fact, sums, given as readonly Item[], most)
  return states?.flatMap((state) => sums.hours.fill(state))
}

/** Items differ only in who takes them, so numbers of items of each such sort are enough. */
function anyLists(asked: AskedRules, one: AskedFact, fact: ListFact, sums: ItemSums, most: number): ListState[] | undefined {
  const none: ListState = { values: sums.slots.map(({ measure }) => (measure === 'latest' ? -Infinity : 0)), level: 0, free: 0 }
  const reached = new Map([[keyOfState(none), none]])
  const sorts = sortsOf(asked, one, fact, sums)
  // The map grows while it is walked: what was reached last is built upon as well.
  for (const state of reached.values())
    for (const sort of sorts) {
      const next = sums.add(state, sort)
      const key = keyOfState(next)
      if (!reached.has(key)) reached.set(key, next)
      if (reached.size > most) return undefined
    }
  return [...reached.values()]
}

/** One item of every sort, its hours left free. */
function sortsOf({ rules }: AskedRules, { routes }: AskedFact, fact: ListFact, sums: ItemSums): ListState[] {
  const { window, digital } = rules.reading
  const days = sums.slots.some(({ measure }) => measure === 'latest')
    ? pointsAround(
        sums.questions.flatMap((questions, s) =>
          sums.slots[s]?.measure === 'latest' ? questions.map(({ bound }) => bound) : [],
        ),
        [fact.type === 'activities' ? window.first : -Infinity, window.last],
        true,
      ).filter(Number.isFinite)
    : [window.last]
  /** Levels that a certificate of a kind may show, by the step on its own scale. */
  const levelsOf = (kind: string): Iterable<number> => {
    const shown = routes.length > 0 ? (digital.certificates?.ofKind.get(kind) ?? []) : []
    const fixed = Math.max(0, ...shown.filter(({ bands }) => bands === undefined).map(({ lower }) => lower))
    return new Set([fixed, ...shown.flatMap(({ bands = [] }) => bands.map(({ level }) => Math.max(fixed, level)))])
  }
  const sorts = new Map<string, ListState>()
  const topics = fact.type === 'activities' ? fact.topics.map(({ code }) => code) : ['']
  for (const { code: kind } of fact.kinds)
    for (const topic of topics)
      for (const certificate of [false, true])
        for (const level of levelsOf(kind))
          for (const day of days) {
            const takes = sums.slots.map(
              ({ kinds, topics, certified }) =>
                (kinds?.includes(kind) ?? true) && (topics?.includes(topic) ?? true) && (!certified || certificate),
            )
            const values = sums.slots.map(({ measure }, s) => {
              if (measure === 'latest') return takes[s] === true ? day : -Infinity
              return measure === 'count' && takes[s] === true ? 1 : 0
            })
            const free = sums.hours.bitOf(sums.ofHours((s) => takes[s] === true))
            sorts.set(keyOfState({ values, level, free }), { values, level, free })
          }
  return [...sorts.values()]
}
