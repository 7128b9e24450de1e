import type { Need, Option } from './improve-options.js'

export interface Search {
  /** By indicator the ways to enough points for its floor; at least one each. */
  indicators: readonly (readonly Option[])[]
  /** Points that all together must give, a whole number. */
  points: number
  facts: readonly { join(a: number, b: number): number }[]
  costOf(fact: number, need: number): number
  /** Equal for needs that the same change meets. */
  changeFor(fact: number, need: number): unknown
}

export interface Found {
  effort: number
  /** Needs that different changes meet and that each cost exactly `effort`, at most as many as were asked for. */
  needs: Need[]
}

/** What a person has after some indicators, by what is needed so far of the facts that later ones read too. */
interface Label {
  open: readonly number[]
  /** By points, the least effort without that for `open`. */
  cost: Float64Array
}

/** One way of one indicator, with the facts that no other indicator reads already paid for. */
interface Way {
  option: Option
  own: number
  shared: readonly number[]
}

/**
 * The least effort, exactly: indicator by indicator, keeping the cheapest way to every number of points for everything that
 * is needed of facts which later indicators read too. What costs more than a plan already known is dropped.
 *
 * @returns `undefined` when no way gives enough points
 */
export function searchLeast({ indicators, points, facts, costOf, changeFor }: Search, most: number): Found | undefined {
  const readers = facts.map((_, f) => indicators.flatMap((options, i) => (options.some(({ need }) => need[f] !== 0) ? [i] : [])))
  const shared = facts.map((_, f) => f).filter((f) => (readers[f] as number[]).length > 1)
  const readsShared = (i: number): boolean => shared.some((f) => readers[f]?.includes(i))
  const order = indicators.map((_, i) => i).sort((a, b) => Number(readsShared(b)) - Number(readsShared(a)) || a - b)
  /** By shared fact, the last stage that reads it. */
  const last = shared.map((f) => Math.max(...(readers[f] as number[]).map((i) => order.indexOf(i))))

  const cost = (need: Need, of: (fact: number) => boolean): number =>
    need.reduce((sum, one, f) => (one !== 0 && of(f) ? sum + costOf(f, one) : sum), 0)
  const stages = order.map((i) =>
    (indicators[i] as Option[]).map((option): Way => ({
      option,
      own: cost(option.need, (f) => !shared.includes(f)),
      shared: shared.map((f) => option.need[f] as number),
    })),
  )
  const join = (a: readonly number[], b: readonly number[]): number[] =>
    shared.map((f, s) => facts[f]?.join(a[s] as number, b[s] as number) as number)
  const costOfOpen = (open: readonly number[]): number =>
    open.reduce((sum, need, s) => (need === 0 ? sum : sum + costOf(shared[s] as number, need)), 0)

  const rest = leastOfRest(stages, points)
  if (rest[0]?.[points] === Infinity) return undefined
  let bound = costOfSomePlan(indicators, points, facts, costOf)

  const labels: Label[][] = [[{ open: shared.map(() => 0), cost: startAt0(points) }]]
  stages.forEach((ways, k) => {
    const next = new Map<string, Label>()
    for (const { open, cost } of labels[k] as Label[])
      for (const way of ways) {
        const both = join(open, way.shared)
        const costOpen = costOfOpen(both)
        const left = both.map((need, s) => (last[s] === k ? 0 : need))
        const closed = costOpen - costOfOpen(left)
        const key = left.join()
        const label = next.get(key) ?? { open: left, cost: new Float64Array(points + 1).fill(Infinity) }
        let isUsed = false
        for (let p = 0; p <= points; p++) {
          const before = (cost[p] as number) + way.own
          const to = Math.min(points, p + way.option.points)
          if (before + costOpen + (rest[k + 1]?.[points - to] as number) > bound) continue
          if (before + closed < (label.cost[to] as number)) label.cost[to] = before + closed
          isUsed = true
        }
        if (isUsed) next.set(key, label)
      }
    labels.push([...next.values()])
  })
  const end = labels[stages.length]?.[0]
  if (end === undefined) throw new Error('the search lost the plan that it began with')
  bound = end.cost[points] as number
  if (bound === Infinity) return undefined
  // From here on: the least for so many points or more.
  for (const stage of labels)
    for (const { cost } of stage)
      for (let p = points - 1; p >= 0; p--) cost[p] = Math.min(cost[p] as number, cost[p + 1] as number)

  // Backwards every step is taken only where the least effort can still be kept, so no way is a dead end.
  const found = new Map<string, Need>()
  const nothing: Need = facts.map(() => 0)
  const visit = (k: number, got: number, paid: number, open: readonly number[], need: Need): void => {
    if (found.size >= most) return
    const wanted = Math.max(0, points - got)
    const canKeep = (labels[k] as Label[]).some((label) => {
      const before = label.cost[wanted] as number
      if (before + paid > bound) return false
      const both = join(
        label.open,
        open.map((one, s) => ((last[s] as number) >= k ? one : 0)),
      )
      return before + paid + costOfOpen(both) === bound
    })
    if (!canKeep) return
    if (k === 0) {
      const key = JSON.stringify(need.map((one, f) => one !== 0 && changeFor(f, one)))
      if (!found.has(key)) found.set(key, need)
      return
    }
    for (const { option, own, shared } of stages[k - 1] as Way[])
      visit(
        k - 1,
        got + option.points,
        paid + own,
        join(open, shared),
        need.map((one, f) => facts[f]?.join(one, option.need[f] as number) as number),
      )
  }
  visit(
    stages.length,
    0,
    0,
    shared.map(() => 0),
    nothing,
  )
  return { effort: bound, needs: [...found.values()] }
}

function startAt0(points: number): Float64Array {
  const cost = new Float64Array(points + 1).fill(Infinity)
  cost[0] = 0
  return cost
}

/** By stage and points still wanted, a bound from below for the stages from there on: shared facts cost nothing. */
function leastOfRest(stages: readonly (readonly Way[])[], points: number): Float64Array[] {
  const rest = [startAt0(points)]
  for (const ways of stages.toReversed()) {
    const after = rest[0] as Float64Array
    rest.unshift(
      after.map((_, wanted) =>
        Math.min(...ways.map(({ option, own }) => own + (after[Math.max(0, wanted - option.points)] as number))),
      ),
    )
  }
  return rest
}

/** A plan to begin with: the best where every indicator pays for all that it needs, at what that plan really costs. */
function costOfSomePlan(
  indicators: Search['indicators'],
  points: number,
  facts: Search['facts'],
  costOf: Search['costOf'],
): number {
  type Partial = { cost: number; need: Need }
  let best: (Partial | undefined)[] = [{ cost: 0, need: facts.map(() => 0) }]
  for (const options of indicators) {
    const next: (Partial | undefined)[] = []
    for (const { points: more, need } of options) {
      const cost = need.reduce((sum, one, f) => (one === 0 ? sum : sum + costOf(f, one)), 0)
      best.forEach((before, p) => {
        const to = Math.min(points, p + more)
        if (before === undefined || before.cost + cost >= (next[to]?.cost ?? Infinity)) return
        next[to] = {
          cost: before.cost + cost,
          need: need.map((one, f) => facts[f]?.join(one, before.need[f] as number) as number),
        }
      })
    }
    best = next
  }
  const plan = best[points]
  return plan === undefined ? Infinity : plan.need.reduce((sum, one, f) => (one === 0 ? sum : sum + costOf(f, one)), 0)
}
