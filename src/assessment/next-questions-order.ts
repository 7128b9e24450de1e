import type { FactId } from '../model/record.js'
import { poorestFirst } from './next-questions-extremes.js'
import type { OpenFact, Situation } from './next-questions-relevance.js'
import type { AskedFact, AskedIndicator } from './next-questions-world.js'

/**
 * The most decisive first: the fact whose answers leave the least room, on average, between the points that are sure and those
 * that are possible; none where an answer decides the verdict by itself. The better of two answers is given more weight, as
 * people who come to be assessed tend to have it; lists of items, which have no such scale, are weighted alike. Of some fifteen
 * orders that were tried on the synthetic sample of 2,000 people this one asked the fewest questions.
 */
export function inBestOrder(facts: readonly FactId[], situation: Situation): FactId[] {
  const { asked, open } = situation
  const byId = new Map(open.map((one) => [asked.facts[one.f]?.fact.id as string, one]))
  const rated = facts.map((id) => ({ id, room: roomAfter(byId.get(id) as OpenFact, situation) }))
  return rated.sort((a, b) => a.room - b.room).map(({ id }) => id)
}

function roomAfter({ f, answers }: OpenFact, situation: Situation): number {
  const { world, indicators, asked, floor, thresholds } = situation
  const before = indicators.map((i) => world.pointsOf(i))
  const readers = indicators.map((i) => (asked.indicators[i] as AskedIndicator).facts.includes(f))
  let room = 0
  let weights = 0
  const one = asked.facts[f] as AskedFact
  const isList = one.fact.type === 'activities' || one.fact.type === 'certificates'
  poorestFirst(answers, one).forEach((answer, rank) => {
    world.answer(f, answer)
    let [lower, upper, leastLower, leastUpper] = [0, 0, Infinity, Infinity]
    indicators.forEach((i, at) => {
      const [low, high] = readers[at] === true ? world.pointsOf(i) : (before[at] as readonly [number, number])
      lower += low
      upper += high
      leastLower = Math.min(leastLower, low)
      leastUpper = Math.min(leastUpper, high)
    })
    const isUnmet = leastUpper < floor || thresholds.every((threshold) => upper < threshold)
    const isMet = leastLower >= floor && thresholds.every((threshold) => lower >= threshold)
    const weight = isList ? 1 : rank + 1
    weights += weight
    if (!isUnmet && !isMet) room += weight * (upper - lower)
  })
  world.open(f)
  return room / weights
}
