import type { FactValue } from '../model/record.js'
import type { FactDefinition, Step } from '../model/vocabulary.js'
import { levelInBands } from '../rules/digital-rules.js'
import type { DayRules } from './day-rules.js'
import { changeCodes } from './improve-codes.js'
import { changeItems, type ItemSorts } from './improve-items.js'
import type { FactNeeds } from './improve-needs.js'

/** One fact of one person, and what it takes to change it. Unknown counts as its worst. */
export interface Change {
  /** By demand, the marks that are met for certain. */
  met: readonly number[]
  /** Effort until a need is met; Infinity: cannot be. 0: is met. */
  costOf(need: number): number
  /** The value after the change; asked only where the cost is finite and above 0. */
  valueFor(need: number): FactValue
}

/** The step of a fact with the caller's word on its effort; `undefined`: never advised. */
export type Possible = Extract<Step, { can: true }> | undefined

export function possibleStep({ step }: FactDefinition, effort: number | null | undefined): Possible {
  if (effort === null) return undefined
  if (effort === undefined) return step?.can === true ? step : undefined
  return { size: 1, ...step, can: true, effort, basis: 'proposed' }
}

/** @param given - the fact's value in the record that the reader has just read */
export function changeOf(needs: FactNeeds, given: unknown, step: Possible, rules: DayRules, sorts: ItemSorts): Change {
  const met = metMarks(needs, rules)
  const change = plannerOf(needs, given, step, rules, sorts, met)
  const costs = new Map<number, number>()
  const values = new Map<number, FactValue>()
  return {
    met,
    costOf(need) {
      if (need === 0) return 0
      let cost = costs.get(need)
      if (cost === undefined) costs.set(need, (cost = change.cost(missing(needs.vectorOf(need), met))))
      return cost
    },
    valueFor(need) {
      let value = values.get(need)
      if (value === undefined) values.set(need, (value = change.value(missing(needs.vectorOf(need), met))))
      return value
    },
  }
}

/** @param wanted - by demand the marks still to be met; 0 where all that is needed is met */
export interface Planner {
  cost(wanted: readonly number[]): number
  value(wanted: readonly number[]): FactValue
}

const missing = (need: readonly number[], met: readonly number[]): number[] =>
  need.map((marks, d) => (marks > (met[d] as number) ? marks : 0))

/** The level of digital skills that a fact shows for certain. */
function levelShown({ reading }: DayRules, fact: string): number {
  return reading.digital.routes.reduce(
    (level, route, r) => (route.fact === fact ? Math.max(level, reading.routeLevel[2 * r] as number) : level),
    0,
  )
}

function metMarks(needs: FactNeeds, rules: DayRules): number[] {
  const end = needs.isUp ? 0 : 1
  return needs.demands.map(({ of, marks }) => {
    const value = of === 'level' ? levelShown(rules, needs.fact.id) : (rules.reading.S[2 * of.at + end] as number)
    return marks.filter((mark) => needs.isMet(mark, value)).length
  })
}

function plannerOf(
  needs: FactNeeds,
  given: unknown,
  step: Possible,
  rules: DayRules,
  sorts: ItemSorts,
  met: readonly number[],
): Planner {
  const { fact, isUp } = needs
  if (step === undefined) return fixed
  switch (fact.type) {
    case 'rank':
    case 'count':
    case 'number':
    case 'boolean':
      return changeNumber(needs, given as number | boolean | null | undefined, step, rules)
    case 'codes':
      return isUp ? changeCodes(needs, fact, given, step, rules) : fixed
    case 'activities':
    case 'certificates':
      return isUp ? changeItems(needs, fact, given, step, rules, sorts, met) : fixed
    case 'code':
      return fixed
  }
}

/** A choice among codes has no better way; of lists that are better shorter nothing is taken away. */
const fixed: Planner = {
  cost: (wanted) => (wanted.every((marks) => marks === 0) ? 0 : Infinity),
  value: () => {
    throw new Error('a fact that cannot change')
  },
}

/** In whole steps from the value, or from the worst of the range; the last step ends at the end of the range. */
function changeNumber(
  needs: FactNeeds,
  given: number | boolean | null | undefined,
  step: NonNullable<Possible>,
  { reading }: DayRules,
): Planner {
  const { fact, isUp } = needs
  const [least, most] = 'range' in fact ? fact.range : [0, 1]
  const from = given === null || given === undefined ? (isUp ? least : most) : Number(given)
  // Only a number can move by a part of 1.
  const size = fact.type === 'number' ? step.size : fact.type === 'boolean' ? 1 : Math.ceil(step.size)
  const after = (steps: number): number => (isUp ? Math.min(most, from + steps * size) : Math.max(least, from - steps * size))
  const bands = reading.digital.scores.get(fact.id)?.bands ?? []

  function stepsTo(demand: number, marks: number): number {
    const asked = needs.demands[demand]
    const mark = asked?.marks[marks - 1]
    if (asked === undefined || mark === undefined) return 0
    const isMet = (value: number): boolean => needs.isMet(mark, asked.of === 'level' ? levelInBands(bands, value) : value)
    const target = asked.of === 'level' ? (bands.find(({ level }) => needs.isMet(mark, level))?.from ?? most) : mark.bound
    let steps = Math.max(0, Math.floor(Math.abs(target - from) / size) - 1)
    while (!isMet(after(steps))) {
      if (after(steps) === (isUp ? most : least)) return Infinity
      steps++
    }
    return steps
  }
  const stepsFor = (wanted: readonly number[]): number => Math.max(0, ...wanted.map((marks, d) => stepsTo(d, marks)))
  return {
    cost: (wanted) => stepsFor(wanted) * step.effort,
    value: (wanted) => (fact.type === 'boolean' ? after(stepsFor(wanted)) === 1 : after(stepsFor(wanted))),
  }
}
