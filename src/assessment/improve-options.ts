import type { Change } from './improve-change.js'
import type { DayIndicator } from './day-indicators.js'
import type { DayNeeds, FactNeeds, Wish } from './improve-needs.js'

/** What is needed of every fact, by the position of the fact. */
export type Need = readonly number[]

/** One way for an indicator: so many points for what is needed. */
export interface Option {
  points: number
  need: Need
}

/**
 * The ways that one person has with one indicator: none of them gives as many points as another for more. What is met is
 * needed no more, what cannot be is left out; the way of doing nothing is among them.
 */
export function optionsOf(
  indicator: DayIndicator,
  levels: DayNeeds['levels'][number],
  facts: readonly FactNeeds[],
  changes: readonly Change[],
): Option[] {
  const nothing: Need = facts.map(() => 0)

  const covers = (more: Need, less: Need): boolean =>
    facts.every((fact, f) => less[f] === 0 || fact.join(more[f] as number, less[f] as number) === more[f])
  const joined = (a: Need, b: Need): Need => facts.map((fact, f) => fact.join(a[f] as number, b[f] as number))

  /** Without those that ask for all that another asks for. */
  function shortest(ways: readonly Need[]): Need[] {
    return ways.filter((way, i) => !ways.some((other, j) => j !== i && covers(way, other) && (j < i || !covers(other, way))))
  }

  function waysTo(wish: Wish): Need[] {
    if ('any' in wish) return shortest(wish.any.flatMap(waysTo))
    if ('all' in wish) {
      let ways = [nothing]
      for (const part of wish.all) {
        const more = waysTo(part)
        ways = shortest(ways.flatMap((way) => more.map((other) => joined(way, other))))
      }
      return ways
    }
    const { needs, demand, mark } = wish
    const change = changes[needs.index] as Change
    if (mark.rank <= (change.met[demand] as number)) return [nothing]
    const need = needs.numberOf(needs.demands.map((_, d) => (d === demand ? mark.rank : 0)))
    if (change.costOf(need) === Infinity) return []
    return [nothing.map((none, f) => (f === needs.index ? need : none))]
  }

  /** Without those that give no more than another for all that it asks. */
  function best(options: readonly Option[]): Option[] {
    const beats = (one: Option, other: Option): boolean => one.points >= other.points && covers(other.need, one.need)
    return options.filter(
      (option, i) => !options.some((one, j) => j !== i && beats(one, option) && (j < i || !beats(option, one))),
    )
  }

  let options: Option[] = [{ points: 0, need: nothing }]
  if (indicator.grading === 'highest')
    options.push(...levels.flatMap(({ points, wish }) => waysTo(wish).map((need) => ({ points, need }))))
  else
    for (const { points, wish } of levels) {
      const ways = waysTo(wish)
      const more = options.flatMap((option) =>
        ways.map((way) => ({ points: Math.min(indicator.cap, option.points + points), need: joined(option.need, way) })),
      )
      options = best([...options, ...more])
    }
  return best(options)
}
