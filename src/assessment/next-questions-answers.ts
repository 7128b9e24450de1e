import type { FactDefinition } from '../model/vocabulary.js'
import { levelInBands, type Area } from '../rules/digital-rules.js'
import { pointsAround } from '../rules/points-around.js'
import { itemAnswers } from './next-questions-items.js'
import { cutsOf } from './next-questions-cuts.js'
import { viewOf, type Answer, type AskedFact, type AskedRules, type Asking } from './next-questions-world.js'

/** More different answers of one fact than this are not told apart. */
const mostAnswers = 4_000

/**
 * Every way in which an open fact may still turn out, as far as anybody asks: of those that answer everything alike, one.
 *
 * @param given - what the record says of it so far
 * @returns `undefined` where there would be too many
 */
export function answersOf(asked: AskedRules, f: number, given: unknown): readonly Answer[] | undefined {
  if (given !== undefined && given !== null) return distinctAnswers(asked, f, given)
  const { ifAbsent } = asked
  if (!ifAbsent.has(f)) ifAbsent.set(f, distinctAnswers(asked, f, given))
  return ifAbsent.get(f)
}

function distinctAnswers(asked: AskedRules, f: number, given: unknown): Answer[] | undefined {
  const one = asked.facts[f] as AskedFact
  const asking = allAsking(asked, f)
  const all = possibleAnswers(asked, one, asking, given)
  if (all === undefined) return undefined
  const views = new Map<string, Answer>()
  for (const answer of all) {
    const view = viewOf(answer, one, asking)
    if (!views.has(view)) views.set(view, answer)
  }
  return [...views.values()]
}

/** What all indicators together ask about a fact. */
function allAsking({ indicators }: AskedRules, f: number): Asking {
  const parts = indicators.flatMap(({ asking }) => asking.get(f) ?? [])
  return { questions: parts.flatMap(({ questions }) => questions), levels: parts.flatMap(({ levels }) => levels) }
}

function possibleAnswers(asked: AskedRules, one: AskedFact, asking: Asking, given: unknown): Answer[] | undefined {
  const { fact } = one
  switch (fact.type) {
    case 'rank':
    case 'count':
    case 'number': {
      const bands = asked.rules.reading.digital.scores.get(fact.id)?.bands ?? []
      const bounds = [...asking.questions.map(({ question }) => question.bound), ...bands.map(({ from }) => from)]
      return pointsAround(bounds, fact.range, fact.type !== 'number').map((value) => ({
        values: one.slots.map(() => value),
        level: one.routes.length > 0 ? levelInBands(bands, value) : 0,
      }))
    }
    case 'boolean':
      return [0, 1].map((value) => ({ values: one.slots.map(() => value), level: 0 }))
    case 'code':
      return fact.codes.map(({ code }) => ({
        values: one.slots.map((at) => {
          const slot = asked.rules.slots.slots[at]
          return slot?.holds === 'code' && slot.code === code ? 1 : 0
        }),
        level: 0,
      }))
    case 'codes':
      return codeAnswers(asked, one, fact, asking, given)
    case 'activities':
    case 'certificates':
      return itemAnswers(asked, one, fact, asking, given, mostAnswers)
  }
}

/** Codes that are told apart by nothing are one class; what counts is how many of each class hold. */
interface CodeClass {
  /** Position of the slot that asks for this very code; -1: none. */
  slot: number
  area: number
  yes: number
  open: number
}

function codeAnswers(
  { rules }: AskedRules,
  { slots, routes }: AskedFact,
  fact: Extract<FactDefinition, { type: 'codes' }>,
  { questions }: Asking,
  given: unknown,
): Answer[] | undefined {
  const { digital } = rules.reading
  const rated = routes.length > 0 ? digital.activities?.area : undefined
  const asks = slots.map((at) => rules.slots.slots[at])
  const classes = new Map<string, CodeClass>()
  for (const { code } of fact.codes) {
    const slot = asks.findIndex((one) => one?.holds === 'code' && one.code === code)
    const area = rated?.get(code) ?? -1
    const key = slot >= 0 ? code : `area ${area}`
    const of = classes.get(key) ?? { slot, area, yes: 0, open: 0 }
    const answer = holdsIn(given, code)
    if (answer === true) of.yes++
    if (answer === undefined) of.open++
    classes.set(key, of)
  }
  const counted = asks.findIndex((one) => one?.holds === 'count')
  // A number past every bound is as good as any other.
  const cap = Math.max(0, ...questions.flatMap(({ question }) => cutsOf(question)))
  const begin: Answer = { values: slots.map(() => 0), level: 0 }
  const byArea = new Map<number, CodeClass[]>()
  for (const of of classes.values()) byArea.set(of.area, [...(byArea.get(of.area) ?? []), of])
  // Until all areas are through, `level` holds what they add together.
  let states = new Map([[keyOf(begin), begin]])
  for (const [area, inArea] of byArea) {
    let within = new Map([...states.values()].map((state) => [`${keyOf(state)}|0`, { state, done: 0 }]))
    for (const { slot, yes, open } of inArea) {
      const next: typeof within = new Map()
      for (const { state, done } of within.values())
        for (let more = 0; more <= open; more++) {
          const values = state.values.map((value, s) => {
            if (s === slot) return yes + more
            return s === counted ? Math.min(cap, value + yes + more) : value
          })
          const to = { ...state, values }
          next.set(`${keyOf(to)}|${done + yes + more}`, { state: to, done: done + yes + more })
        }
      if (next.size > mostAnswers) return undefined
      within = next
    }
    states = new Map()
    for (const { state, done } of within.values()) {
      const adds = area < 0 ? 0 : ((digital.areas[area] as Area).adds[done] as number)
      const to = { ...state, level: state.level + adds }
      states.set(keyOf(to), to)
    }
  }
  return [...states.values()].map(({ values, level }) => ({
    values,
    level: rated === undefined ? 0 : (digital.overall[level] as number),
  }))
}

const keyOf = ({ values, level }: Answer): string => `${values.join()};${level}`

function holdsIn(given: unknown, code: string): boolean | undefined {
  if (Array.isArray(given)) return given.includes(code)
  return (given as Record<string, boolean | null | undefined> | null | undefined)?.[code] ?? undefined
}
