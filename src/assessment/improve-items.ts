import { isoDay } from '../model/day.js'
import { listLimit, type Activity, type Certificate, type FactValue } from '../model/record.js'
import type { FactDefinition } from '../model/vocabulary.js'
import type { DayRules } from './day-rules.js'
import type { Planner, Possible } from './improve-change.js'
import type { FactNeeds, Mark } from './improve-needs.js'
import type { LeafParams } from '../model/condition.js'

type ListFact = Extract<FactDefinition, { type: 'activities' | 'certificates' }>
type Takes = (kind: string, topic: string | undefined) => boolean

/** What takes an item: a filter of the rules, or a level of digital skills that a kind of certificate shows. */
interface Taker {
  demand: number
  /** Rank of the mark that it stands for; 0: of every mark. */
  rank: number
  takes: Takes
  params: LeafParams | undefined
}

/** One sort of items to add, and who takes it. No other sort is taken by the same and more. */
interface Sort {
  kind: string
  topic: string | undefined
  takenBy: readonly boolean[]
}

interface Cover {
  items: number
  /** Position of the sort of the first of them. */
  first: number
}

/** How items can be added to one list; the same for everybody, so it is worked out once. */
interface Adding {
  takers: readonly Taker[]
  sorts: readonly Sort[]
  /** The fewest items for what is wanted of each taker, by those numbers. */
  covers: Map<string, Cover>
}

/** The ways of adding to lists, by fact and the kinds that may be advised. */
export type ItemSorts = Map<string, Adding>

/**
 * Items are added, dated on the day of the assessment; those that are there stay as they are. One item can serve several
 * filters, and which items are the fewest is decided exactly.
 */
export function changeItems(
  needs: FactNeeds,
  fact: ListFact,
  given: unknown,
  step: NonNullable<Possible>,
  rules: DayRules,
  known: ItemSorts,
  met: readonly number[],
): Planner {
  const key = JSON.stringify([fact.id, step.kinds])
  const adding = known.get(key) ?? addingTo(needs, fact, step, rules)
  known.set(key, adding)
  const { takers, sorts, covers } = adding
  const present = (given ?? []) as readonly (Activity | Certificate)[]
  const { S } = rules.reading

  /** By taker, the items that it must still take; Infinity where items do not help. */
  function itemsWanted(wanted: readonly number[]): number[] {
    return takers.map(({ demand, rank, params }) => {
      const marks = wanted[demand] as number
      const asked = needs.demands[demand]
      const mark = asked?.marks[marks - 1]
      if (asked === undefined || mark === undefined || marks <= (met[demand] as number)) return 0
      if (asked.of === 'level' || params === undefined) return rank === marks ? 1 : 0
      const sure = S[2 * asked.of.at] as number
      if (params.measure === 'latest') return needs.isMet(mark, isoDay(rules.on) as number) ? 1 : Infinity
      if (params.measure === 'hours') return itemsForHours(mark, Math.max(0, sure), step.hours)
      return (mark.strict ? Math.floor(mark.bound) + 1 : Math.ceil(mark.bound)) - Math.max(0, sure)
    })
  }

  function itemsForHours(mark: Mark, sure: number, hours: number | undefined): number {
    const each = Math.round((hours ?? 0) * 100)
    if (each === 0) return Infinity
    let items = Math.max(0, Math.floor((mark.bound * 100 - Math.round(sure * 100)) / each) - 1)
    while (!needs.isMet(mark, (Math.round(sure * 100) + items * each) / 100)) items++
    return items
  }

  function cover(wanted: number[]): Cover {
    if (wanted.every((items) => items === 0)) return { items: 0, first: -1 }
    const key = wanted.join()
    const ready = covers.get(key)
    if (ready !== undefined) return ready
    const hardest = wanted.findIndex((items) => items > 0)
    let best: Cover = { items: Infinity, first: -1 }
    if (wanted[hardest] !== Infinity)
      sorts.forEach((sort, s) => {
        if (sort.takenBy[hardest] !== true) return
        const { items } = cover(without(wanted, sort))
        if (items + 1 < best.items) best = { items: items + 1, first: s }
      })
    covers.set(key, best)
    return best
  }

  function itemOf({ kind, topic, takenBy }: Sort, wanted: readonly number[]): Activity | Certificate {
    if (fact.type === 'certificates') return { kind, issuedOn: rules.on }
    // Only what somebody asks for: any kind and any topic do where no filter names them.
    const asks = takers.filter((_, t) => takenBy[t] === true && (wanted[t] as number) > 0).map(({ params }) => params)
    return {
      ...(asks.some((params) => params?.kinds) && { kind }),
      ...(asks.some((params) => params?.topics) && { topic }),
      from: rules.on,
      ...(asks.some((params) => params?.measure === 'hours') && { hours: step.hours }),
      ...(asks.some((params) => params?.certified) && { certificate: true }),
    }
  }

  return {
    cost(wanted) {
      const { items } = cover(itemsWanted(wanted))
      return present.length + items > listLimit ? Infinity : items * step.effort
    },
    value(wanted) {
      const items = [...present]
      let left = itemsWanted(wanted)
      for (let at = cover(left).first; at >= 0; at = cover(left).first) {
        const sort = sorts[at] as Sort
        items.push(itemOf(sort, left))
        left = without(left, sort)
      }
      return items as FactValue
    },
  }
}

const without = (wanted: readonly number[], { takenBy }: Sort): number[] =>
  wanted.map((items, t) => (takenBy[t] === true && items > 0 ? items - 1 : items))

function addingTo(needs: FactNeeds, fact: ListFact, step: NonNullable<Possible>, rules: DayRules): Adding {
  const levelOf = (kind: string): number =>
    Math.max(0, ...(rules.reading.digital.certificates?.ofKind.get(kind) ?? []).map(({ lower }) => lower))
  const takers = needs.demands.flatMap(({ of, marks }, demand): Taker[] => {
    // A step of a scale costs more the higher it is, so only what the kind alone shows counts.
    if (of === 'level')
      return marks.map((mark) => ({
        demand,
        rank: mark.rank,
        takes: (kind) => needs.isMet(mark, levelOf(kind)),
        params: undefined,
      }))
    const { params } = of.slot as { params: LeafParams }
    const { kinds, topics } = params
    const takes: Takes = (kind, topic) => (kinds?.includes(kind) ?? true) && (topics?.includes(topic as string) ?? true)
    return [{ demand, rank: 0, takes, params }]
  })
  const sorts: Sort[] = []
  const topics = fact.type === 'activities' ? fact.topics.map(({ code }) => code) : [undefined]
  for (const { code: kind } of fact.kinds)
    if (step.kinds?.includes(kind) ?? true)
      for (const topic of topics) sorts.push({ kind, topic, takenBy: takers.map(({ takes }) => takes(kind, topic)) })
  return { takers, sorts: sorts.filter((sort, s) => !sorts.some((other, o) => beats(other, sort, o < s))), covers: new Map() }
}

/** @param isFirst - of two sorts that the same take, the first stays */
function beats(other: Sort, sort: Sort, isFirst: boolean): boolean {
  let more = false
  for (let t = 0; t < sort.takenBy.length; t++) {
    if (sort.takenBy[t] === true && other.takenBy[t] !== true) return false
    if (sort.takenBy[t] !== true && other.takenBy[t] === true) more = true
  }
  return more || isFirst
}
