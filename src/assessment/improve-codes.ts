import type { FactValue } from '../model/record.js'
import type { FactDefinition } from '../model/vocabulary.js'
import type { Area } from '../rules/digital-rules.js'
import type { DayRules } from './day-rules.js'
import type { Planner, Possible } from './improve-change.js'
import type { FactNeeds, Mark } from './improve-needs.js'

/**
 * Codes are added one by one: those that are named, then as many as a level of digital skills or a number of codes still
 * calls for. Any code does for a number, so what is named counts for it, and for its area.
 */
export function changeCodes(
  needs: FactNeeds,
  fact: Extract<FactDefinition, { type: 'codes' }>,
  given: unknown,
  step: NonNullable<Possible>,
  { reading }: DayRules,
): Planner {
  const all = fact.codes.map(({ code }) => code)
  const held = heldCodes(given)
  const rated = reading.digital.activities?.fact === fact.id ? reading.digital.activities.area : undefined

  function codesFor(wanted: readonly number[]): string[] | undefined {
    const added: string[] = []
    const isFree = (code: string): boolean => !held.has(code) && !added.includes(code)
    let [level, count]: (Mark | undefined)[] = []
    wanted.forEach((marks, d) => {
      const demand = needs.demands[d]
      const mark = demand?.marks[marks - 1]
      if (demand === undefined || mark === undefined) return
      if (demand.of === 'level') level = mark
      else if (demand.of.slot.holds === 'code') added.push(demand.of.slot.code)
      else count = mark
    })
    if (level !== undefined) {
      if (rated === undefined) return undefined
      const perArea = codesByArea(
        reading.digital.areas,
        reading.digital.overall,
        level,
        needs,
        (a) => all.filter((code) => rated.get(code) === a && !isFree(code)).length,
      )
      if (perArea === undefined) return undefined
      perArea.forEach((more, a) => added.push(...all.filter((code) => rated.get(code) === a && isFree(code)).slice(0, more)))
    }
    if (count !== undefined) {
      const { bound, strict } = count
      const total = strict ? Math.floor(bound) + 1 : Math.ceil(bound)
      const more = all.filter(isFree).slice(0, Math.max(0, total - held.size - added.length))
      added.push(...more)
      if (held.size + added.length < total) return undefined
    }
    return all.filter((code) => added.includes(code))
  }

  return {
    cost: (wanted) => (codesFor(wanted)?.length ?? Infinity) * step.effort,
    value: (wanted) => withCodes(given, codesFor(wanted) ?? []),
  }
}

function heldCodes(given: unknown): ReadonlySet<string> {
  if (Array.isArray(given)) return new Set(given as string[])
  const answers = Object.entries((given ?? {}) as Record<string, unknown>)
  return new Set(answers.filter(([, holds]) => holds === true).map(([code]) => code))
}

/** A complete list stays one; where codes are open, only what is added becomes known. */
function withCodes(given: unknown, added: readonly string[]): FactValue {
  if (Array.isArray(given)) return [...(given as string[]), ...added]
  return { ...(given as object | null | undefined), ...Object.fromEntries(added.map((code) => [code, true])) }
}

/**
 * The fewest further activities, by area, with which the areas together show a level.
 *
 * @param doneIn - activities of an area that are done, or needed anyway
 */
function codesByArea(
  areas: readonly Area[],
  overall: readonly number[],
  level: Mark,
  needs: FactNeeds,
  doneIn: (area: number) => number,
): number[] | undefined {
  // By what the areas so far add together, the cheapest way there.
  let ways = new Map<number, { cost: number; more: number[] }>([[0, { cost: 0, more: [] }]])
  areas.forEach(({ size, adds }, a) => {
    const done = doneIn(a)
    const next: typeof ways = new Map()
    for (const [sum, { cost, more }] of ways)
      for (let extra = 0; done + extra <= size; extra++) {
        const to = sum + (adds[done + extra] as number)
        if (cost + extra < (next.get(to)?.cost ?? Infinity)) next.set(to, { cost: cost + extra, more: [...more, extra] })
      }
    ways = next
  })
  let best: { cost: number; more: number[] } | undefined
  for (const [sum, way] of ways) if (needs.isMet(level, overall[sum] as number) && way.cost < (best?.cost ?? Infinity)) best = way
  return best?.more
}
