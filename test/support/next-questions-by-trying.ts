import { compile } from '../../src/index.js'
import { dayRulesOf, type DayRules } from '../../src/assessment/day-rules.js'
import type { CriteriaSet } from '../../src/model/criteria-set.js'
import type { Activity, Certificate, CitizenRecord } from '../../src/model/record.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import { questionsOf, type Question } from '../../src/rules/rule.js'

type Evidence = Record<string, unknown>

/**
 * The facts that can change the verdict, by trying every way in which all open facts can turn out.
 *
 * @param open - facts of the record that are not fully known
 * @returns `isSettled`: all records that were tried have one verdict; `undefined` when there would be more than `limit`
 */
export function relevantByTrying(
  set: CriteriaSet,
  record: CitizenRecord,
  open: readonly FactDefinition[],
  on: string,
  limit: number,
): { relevant: string[]; isSettled: boolean; tried: number } | undefined {
  const values = open.map((fact) => valuesOf(set, fact, (record.evidence as Evidence | undefined)?.[fact.id], on))
  const tried = values.reduce((product, some) => product * some.length, 1)
  if (tried > limit) return undefined
  const assessor = compile(set, { on })
  const out = new Float64Array(26)
  const evidence: Evidence = { ...record.evidence }
  const relevant = new Set<string>()
  const seen = new Set<number>()
  for (const disadvantagedArea of record.disadvantagedArea === null ? [true, false] : [record.disadvantagedArea]) {
    const verdicts: number[] = []
    const visit = (at: number): void => {
      if (at === open.length) {
        assessor.scoreInto({ ...record, disadvantagedArea, evidence } as CitizenRecord, out)
        if (out[23] === -1) throw new Error('a record with every answer is not decided')
        verdicts.push(out[23]!)
        seen.add(out[23]!)
        return
      }
      for (const value of values[at]!) {
        evidence[open[at]!.id] = value
        visit(at + 1)
      }
    }
    visit(0)
    // Records that differ in one fact alone stand `stride` apart.
    let stride = verdicts.length
    open.forEach(({ id }, f) => {
      const count = values[f]!.length
      stride /= count
      for (let from = 0; from < verdicts.length; from++)
        if (Math.floor(from / stride) % count > 0 && verdicts[from] !== verdicts[from - stride]) relevant.add(id)
    })
  }
  return { relevant: [...relevant].sort(), isSettled: seen.size === 1, tried }
}

const known = new WeakMap<CriteriaSet, Map<string, unknown[]>>()

/** Values that a fact can turn out to have; of those that answer every question alike, one. */
export function valuesOf(set: CriteriaSet, fact: FactDefinition, given: unknown, on: string): unknown[] {
  if (given !== null && given !== undefined) return distinct(set, fact, completions(fact, given, on), on)
  const ofSet = known.get(set) ?? new Map<string, unknown[]>()
  known.set(set, ofSet)
  const ready = ofSet.get(fact.id) ?? distinct(set, fact, anyValues(set, fact, on), on)
  ofSet.set(fact.id, ready)
  return ready
}

function distinct(set: CriteriaSet, fact: FactDefinition, values: Iterable<unknown>, on: string): unknown[] {
  const rules = dayRulesOf(set, on)
  const questions = rules.indicators.flatMap(({ levels }) => levels.flatMap(({ rule }) => [...questionsOf(rule)]))
  const views = new Map<string, unknown>()
  for (const value of values) {
    if (!rules.reader.read({ id: 'x', group: set.group, evidence: { [fact.id]: value } }))
      throw new Error('a wrong value is tried')
    const { S, digitalLower } = rules.reading
    const view = questions.map((question) => (question.slot.fact.id === fact.id ? sideOf(question, rules, S) : ''))
    views.set(`${view.join()} ${digitalLower}`, value)
  }
  return [...views.values()]
}

/** On which side of what it is compared with a number lies. */
function sideOf({ slot, operator, bound }: Question, { slots }: DayRules, S: Float64Array): string {
  const number = S[2 * slots.indexOf(slot)]!
  // What is equal is not told from more.
  if (operator === 'greaterThanInclusive') return number < bound ? '<' : '>'
  return number < bound ? '<' : number > bound ? '>' : '='
}

const range = (least: number, most: number): number[] => Array.from({ length: most - least + 1 }, (_, i) => least + i)

function* anyValues(set: CriteriaSet, fact: FactDefinition, on: string): Generator<unknown> {
  switch (fact.type) {
    case 'rank':
      return yield* range(fact.range[0], fact.range[1])
    case 'count':
      return yield* range(fact.range[0], Math.min(fact.range[1], 15))
    case 'number':
      return yield* range(2 * fact.range[0], 2 * fact.range[1]).map((half) => half / 2)
    case 'boolean':
      return yield* [true, false]
    case 'code':
      return yield* fact.codes.map(({ code }) => code)
    case 'codes':
      return yield* subsets(
        fact.codes.map(({ code }) => code),
        ...askedOf(set, fact, on),
      )
    case 'activities':
      return yield* activityLists(set, fact, on)
    case 'certificates': {
      const one = fact.kinds.flatMap(({ code: kind }): Certificate[] => [
        { kind },
        ...(kind === 'digital-framework' ? range(1, 8).map((level) => ({ kind, level })) : []),
      ])
      yield []
      for (const first of one) {
        yield [first]
        for (const second of one) {
          yield [first, second]
          yield [first, second, second]
        }
      }
    }
  }
}

/** The codes that are asked for by name, and whether their number is asked. */
function askedOf(set: CriteriaSet, fact: FactDefinition, on: string): [codes: string[], isCounted: boolean] {
  const slots = dayRulesOf(set, on).slots.slots.filter((slot) => slot.fact.id === fact.id)
  return [slots.flatMap((slot) => (slot.holds === 'code' ? [slot.code] : [])), slots.some(({ holds }) => holds === 'count')]
}

/** All of a few codes; of many those that the areas of digital skills, their counts and the codes asked for tell apart. */
function* subsets(codes: readonly string[], asked: readonly string[], isCounted: boolean): Generator<string[]> {
  if (codes.length <= 12) {
    for (let bits = 0; bits < 2 ** codes.length; bits++) yield codes.filter((_, i) => (bits >> i) & 1)
    return
  }
  const areas = [...new Set(codes.map((code) => code.split('-')[0]!))]
  const waysIn = (area: string): string[][] => {
    const inArea = codes.filter((code) => code.startsWith(`${area}-`))
    const all = inArea.length
    const counts = [0, 1, 2, 3, ...(isCounted ? [all - 2, all - 1] : []), all]
    const isAsked = inArea.some((code) => asked.includes(code))
    const ways = counts.flatMap((count) => [inArea.slice(0, count), ...(isAsked ? [inArea.slice(all - count)] : [])])
    return [...new Map(ways.map((some) => [some.join(), some])).values()]
  }
  const choose = function* (a: number, chosen: string[]): Generator<string[]> {
    const area = areas[a]
    if (area === undefined) return yield chosen
    for (const some of waysIn(area)) yield* choose(a + 1, [...chosen, ...some])
  }
  yield* choose(0, [])
}

/**
 * Lists that any question tells apart: items are added as long as that brings a number that no list had before, and then two
 * of the items in a list are given every number of hours.
 */
function* activityLists(set: CriteriaSet, fact: FactDefinition & { type: 'activities' }, on: string): Generator<Activity[]> {
  const rules = dayRulesOf(set, on)
  const questions = rules.indicators.flatMap(({ levels }) => levels.flatMap(({ rule }) => [...questionsOf(rule)]))
  const slots = rules.slots.slots.flatMap((slot, at) => {
    if (slot.fact.id !== fact.id || !('params' in slot)) return []
    const bounds = questions.filter((one) => rules.slots.indexOf(one.slot) === at).map(({ bound }) => bound)
    return [{ at, measure: slot.params.measure, most: Math.max(...bounds) + 1 }]
  })
  const numbersOf = (list: Activity[]): number[] => {
    rules.reader.read({ id: 'x', group: set.group, evidence: { [fact.id]: list } })
    return slots.map(({ at, most }) => Math.min(most, rules.reading.S[2 * at]!))
  }
  const withHours = (list: Activity[], hours: readonly number[]) => list.map((item, i) => ({ ...item, hours: hours[i] ?? 0 }))
  const days = slots.some(({ measure }) => measure === 'latest') ? [`${on.slice(0, 4)}-01-15`, on] : [on]
  const sorts = new Map<string, Activity>()
  for (const { code: kind } of fact.kinds)
    for (const { code: topic } of fact.topics)
      for (const from of days)
        for (const certificate of [true, false]) {
          const item = { kind, topic, from, certificate }
          sorts.set(`${numbersOf(withHours([item], [0])).join()} ${numbersOf(withHours([item], [1])).join()}`, item)
        }
  const patternOf = (item: Activity): string =>
    numbersOf(withHours([item], [1]))
      .filter((_, s) => slots[s]!.measure === 'hours')
      .join()
  const keyOf = (list: Activity[]): string =>
    `${numbersOf(withHours(list, [])).join()} ${[...new Set(list.map(patternOf))].sort().join(' ')}`
  const seen = new Map<string, Activity[]>([[keyOf([]), []]])
  for (const list of seen.values())
    for (const item of sorts.values()) {
      const longer = [...list, item]
      const key = keyOf(longer)
      if (!seen.has(key)) seen.set(key, longer)
    }
  const asked = questions.filter(({ slot }) => slot.fact.id === fact.id && 'params' in slot && slot.params.measure === 'hours')
  const bounds = asked.map(({ bound }) => bound)
  // What is just enough for one question, or for one of two that another item has not answered already.
  const around = [0, ...bounds, ...bounds.flatMap((a) => bounds.map((b) => a - b))].flatMap((at) => [at - 1, at, at + 1])
  const hours = [...new Set([0, ...(bounds.length > 0 ? around : [])])].filter((one) => one >= 0)
  const lists = new Map<string, { list: Activity[]; bearers: number[] }>()
  for (const list of seen.values()) {
    // Who takes the same hours is as good as each other, and so are lists that only numbers beside their hours tell apart.
    const bearers = new Map(list.map((item, i) => [patternOf(item), i]))
    numbersOf(withHours(list, []))
    const view = questions.map((question) => (question.slot.fact.id === fact.id ? sideOf(question, rules, rules.reading.S) : ''))
    lists.set(`${view.join()} ${[...bearers.keys()].sort().join(' ')}`, { list, bearers: [...bearers.values()] })
  }
  for (const { list, bearers } of lists.values()) {
    yield withHours(list, [])
    for (const one of bearers)
      for (const other of bounds.length > 1 ? bearers.filter((i) => i >= one) : [one])
        for (const a of hours)
          for (const b of other === one ? [0] : hours) {
            const given: number[] = []
            given[one] = a
            if (other !== one) given[other] = b
            yield withHours(list, given)
          }
  }
}

/** What is left open answered in every way. */
function* completions(fact: FactDefinition, given: unknown, on: string): Generator<unknown> {
  if (fact.type === 'codes') {
    const answers = given as Record<string, boolean | null>
    const open = fact.codes.map(({ code }) => code).filter((code) => (answers[code] ?? undefined) === undefined)
    for (const some of subsets(open, open, true))
      yield fact.codes.map(({ code }) => code).filter((code) => answers[code] === true || some.includes(code))
    return
  }
  if (fact.type === 'certificates') return yield* completedCertificates(fact, given as Certificate[])
  if (fact.type !== 'activities') return yield given
  const [first, ...rest] = given as Activity[]
  if (first === undefined) return yield []
  const year = Number(on.slice(0, 4))
  const days = [`${year - 1}-12-31`, `${year}-01-01`, `${year}-05-31`, `${year}-06-01`, on, `${year + 1}-01-01`]
  const fits = (day: string): boolean => first.from == null || day.startsWith(first.from)
  const restDone = [...completions(fact, rest, on)] as Activity[][]
  for (const kind of first.kind == null ? fact.kinds.map(({ code }) => code) : [first.kind])
    for (const topic of first.topic == null ? fact.topics.map(({ code }) => code) : [first.topic])
      for (const from of first.from?.length === 10 ? [first.from] : days.filter(fits))
        for (const hours of first.hours == null ? range(0, 31) : [first.hours])
          for (const certificate of first.certificate == null ? [true, false] : [first.certificate])
            for (const others of restDone) yield [{ kind, topic, from, hours, certificate }, ...others]
}

function* completedCertificates(fact: FactDefinition & { type: 'certificates' }, given: Certificate[]): Generator<Certificate[]> {
  const [first, ...rest] = given
  if (first === undefined) return yield []
  for (const kind of first.kind == null ? fact.kinds.map(({ code }) => code) : [first.kind])
    for (const level of first.level == null && kind === 'digital-framework' ? range(1, 8) : [first.level])
      for (const others of completedCertificates(fact, rest)) yield [{ ...first, kind, level }, ...others]
}
