import type { Leaf, LeafParams } from '../../src/model/condition.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import type { Need } from './leaf.js'

type ListFact = Extract<FactDefinition, { type: 'activities' | 'certificates' }>

interface Item {
  kind: string
  topic?: string
  from?: string
  hours?: number
  certificate?: boolean
}

/**
 * The shortest list that meets `needs`, its items taken by as few of the other questions about the fact as can be. Items say
 * only what the questions ask about; all are of one year, on a day that counts on `on`, its last day.
 *
 * @param asked - every leaf about the fact in the indicator
 */
export function leastItems(fact: ListFact, needs: readonly Need[], asked: readonly Leaf[], on: string): Item[] {
  const filters = asked.map(paramsOf)
  const sorts = sortsOf(fact, filters)
  const taken = (params: LeafParams) => sorts.filter((item) => takes(params, item))
  const [counts, hours] = ['count', 'hours'].map((measure) =>
    needs
      .filter(({ leaf, least }) => paramsOf(leaf).measure === measure && least > 0)
      .map(({ leaf, least }) => ({ params: paramsOf(leaf), least }))
      // The narrowest first: its items also fill the wider ones.
      .sort((a, b) => taken(a.params).length - taken(b.params).length),
  ) as [{ params: LeafParams; least: number }[], { params: LeafParams; least: number }[]]

  const items: Item[] = []
  const add = (params: LeafParams): void => {
    const takers = (item: Item): number => filters.filter((filter) => takes(filter, item)).length
    const [least] = taken(params).sort((a, b) => takers(a) - takers(b))
    if (!least) throw new Error(`no item of ${fact.id} is taken by a question about it`)
    items.push({ ...least })
  }
  for (const { params, least } of counts) while (items.filter((item) => takes(params, item)).length < least) add(params)
  for (const { params } of hours) if (!items.some((item) => takes(params, item))) add(params)
  if (filters.some(({ measure }) => measure === 'hours')) for (const item of items) item.hours = 0
  for (const { params, least } of hours) {
    const bearers = items.filter((item) => takes(params, item))
    const sum = bearers.reduce((total, item) => total + (item.hours ?? 0), 0)
    const [first] = bearers
    if (first && sum < least) first.hours = (first.hours ?? 0) + least - sum
  }
  if (fact.type === 'activities') items.forEach((item, i) => (item.from = dayOf(i, on)))
  return items
}

const paramsOf = ({ fact, params }: Leaf): LeafParams => {
  if (!params) throw new Error(`a question about the list ${fact} without a measure`)
  return params
}

const takes = ({ kinds, topics, certified }: LeafParams, item: Item): boolean =>
  (!kinds || kinds.includes(item.kind)) &&
  (!topics || topics.includes(item.topic ?? '')) &&
  (!certified || item.certificate === true)

/** One item of every kind, topic and ending, in the order of the vocabulary. */
function sortsOf(fact: ListFact, filters: readonly LeafParams[]): Item[] {
  const topics = fact.type === 'activities' ? fact.topics.map(({ code }) => ({ topic: code })) : [{}]
  const ends = filters.some(({ certified }) => certified) ? [{ certificate: false }, { certificate: true }] : [{}]
  return fact.kinds.flatMap(({ code }) => topics.flatMap((topic) => ends.map((end) => ({ kind: code, ...topic, ...end }))))
}

/** A month for each item, in the year that ends on `on`. */
const dayOf = (i: number, on: string): string => `${on.slice(0, 4)}-${String((i % 12) + 1).padStart(2, '0')}-10`
