import type { FactDefinition } from '../model/vocabulary.js'
import { pointsAround } from '../rules/points-around.js'
import type { Question } from '../rules/rule.js'
import type { LeafParams } from '../model/condition.js'
import { isoText, type DayRange } from '../model/day.js'
import { assessmentWindow } from '../rules/window.js'

/** One kind of person, as far as one fact goes: an example value, and the number that each slot then holds, by slot key. */
export interface Profile {
  value: unknown
  numbers: ReadonlyMap<string, number>
  /** How much of everything that can be more or less; none where values have no order. */
  amount?: Amount
}

interface Amount {
  /** The value itself, or how many of each code or of each sort of item, and the hours in all. */
  of: readonly number[]
  /** Day of the latest item that a filter takes, and how many it takes: only one more item makes it later. */
  latest?: { day: number; taken: number }
}

/** Whether one comes to the other by a larger value, more hours, or more codes or items. */
export function isMore({ amount: a }: Profile, { amount: b }: Profile): boolean {
  if (!a || !b || !a.of.every((n, i) => n <= (b.of[i] as number))) return false
  const [before, after] = [a.latest, b.latest]
  if (!before || !after) return true
  return before.day === after.day || (before.day < after.day && before.taken < after.taken)
}

/** More examples of one fact than this are not tried. */
const mostExamples = 50_000
const mostCodes = 12

/**
 * Examples of every way in which the questions about one fact can be answered together; exact, not a sample.
 *
 * @param questions - all about `fact`, with the key of the slot that each asks
 * @param on - the day on which the examples answer so
 * @returns `undefined` where exactness would cost too much
 */
export function profilesOf(
  fact: FactDefinition,
  questions: readonly { key: string; question: Question }[],
  on: string,
): Profile[] | undefined {
  const keys = new Map(questions.map(({ key, question }) => [key, question.slot]))
  const bounds = questions.map(({ question }) => question.bound)
  switch (fact.type) {
    case 'rank':
    case 'count':
    case 'number': {
      const [key] = [...keys.keys()] as [string]
      return pointsAround(bounds, fact.range, fact.type !== 'number').map((value) => ({
        value,
        numbers: new Map([[key, value]]),
        amount: { of: [value] },
      }))
    }
    case 'boolean': {
      const [key] = [...keys.keys()] as [string]
      return [0, 1].map((number) => ({ value: number === 1, numbers: new Map([[key, number]]), amount: { of: [number] } }))
    }
    case 'code': {
      return fact.codes.map(({ code }) => ({
        value: code,
        numbers: new Map([...keys].map(([key, slot]) => [key, slot.holds === 'code' && slot.code === code ? 1 : 0])),
      }))
    }
    case 'codes':
      return codeProfiles(fact.codes, keys, bounds)
    case 'activities':
    case 'certificates':
      return listProfiles(fact, keys, questions, on)
  }
}

type Slots = ReadonlyMap<string, Question['slot']>

function codeProfiles(codes: readonly { code: string }[], keys: Slots, bounds: readonly number[]): Profile[] | undefined {
  const named = [...new Set([...keys.values()].flatMap((slot) => (slot.holds === 'code' ? [slot.code] : [])))]
  if (named.length > mostCodes) return undefined
  const others = codes.map(({ code }) => code).filter((code) => !named.includes(code))
  const counted = [...keys.values()].some(({ holds }) => holds === 'count')
  const most = counted ? Math.min(others.length, Math.floor(Math.max(...bounds)) + 1) : 0
  const profiles: Profile[] = []
  for (let subset = 0; subset < 2 ** named.length; subset++)
    for (let more = 0; more <= most; more++) {
      const value = [...named.filter((_, i) => (subset >> i) & 1), ...others.slice(0, more)]
      const numbers = [...keys].map(([key, slot]): [string, number] => [
        key,
        slot.holds === 'code' ? (value.includes(slot.code) ? 1 : 0) : value.length,
      ])
      const each = named.map((code) => (value.includes(code) ? 1 : 0))
      profiles.push({ value, numbers: new Map(numbers), amount: { of: [...each, more] } })
    }
  return profiles
}

type ListFact = Extract<FactDefinition, { type: 'activities' | 'certificates' }>
interface Atom {
  item: Record<string, unknown>
  takenBy: readonly string[]
}

/**
 * Items differ only in which filters take them. So it is enough to try numbers of items of each such sort, and, where hours
 * or the latest day are asked by one filter, the values of that filter.
 */
function listProfiles(
  fact: ListFact,
  keys: Slots,
  questions: readonly { key: string; question: Question }[],
  on: string,
): Profile[] | undefined {
  const filters = [...keys].map(([key, slot]) => ({ key, params: (slot as { params: LeafParams }).params }))
  const valued = filters.filter(({ params }) => params.measure !== 'count')
  if (valued.length > 1) return undefined
  const atoms = atomsOf(fact, filters)
  const counts = questions
    .filter(({ question }) => (question.leaf.params as LeafParams).measure === 'count')
    .map(({ question }) => question.bound)
  const most = Math.floor(Math.max(0, ...counts)) + 1
  if ((most + 1) ** atoms.length > mostExamples) return undefined
  const [one] = valued
  const valueBounds = one ? questions.filter(({ key }) => key === one.key).map(({ question }) => question.bound) : []
  const window = fact.type === 'activities' ? assessmentWindow(on) : { first: -Infinity, last: assessmentWindow(on).last }
  const profiles: Profile[] = []
  const numbers = atoms.map(() => 0)
  for (;;) {
    profiles.push(...withValues(fact.type, atoms, numbers, filters, one, valueBounds, window))
    const next = numbers.findIndex((n) => n < most)
    if (next < 0) return profiles
    numbers.fill(0, 0, next)
    ;(numbers[next] as number)++
  }
}

function withValues(
  type: ListFact['type'],
  atoms: readonly Atom[],
  numbers: readonly number[],
  filters: readonly { key: string; params: LeafParams }[],
  valued: { key: string; params: LeafParams } | undefined,
  bounds: readonly number[],
  window: DayRange,
): Profile[] {
  const items = atoms.flatMap((atom, a) => Array.from({ length: numbers[a] as number }, () => atom))
  const counted = new Map<string, number>(
    filters.map(({ key }) => [key, items.filter((atom) => atom.takenBy.includes(key)).length]),
  )
  // An activity counts on its day; a certificate counts without one.
  const list = items.map(({ item }) => (type === 'activities' ? { ...item, from: isoText(window.last) } : { ...item }))
  if (!valued) return [{ value: list, numbers: counted, amount: { of: [...numbers] } }]
  const isTaken = items.map((atom) => atom.takenBy.includes(valued.key))
  const bearer = isTaken.indexOf(true)
  const latest = valued.params.measure === 'latest'
  const taken = isTaken.filter(Boolean).length
  const amountWith = (value: number): Amount =>
    latest ? { of: [...numbers], latest: { day: value, taken } } : { of: [...numbers, value] }
  const nothing = latest ? -Infinity : 0
  if (bearer < 0) return [{ value: list, numbers: new Map(counted).set(valued.key, nothing), amount: amountWith(nothing) }]
  const dayField = type === 'activities' ? 'from' : 'issuedOn'
  return pointsAround(bounds, latest ? [window.first, window.last] : [0, Infinity], latest)
    .filter(Number.isFinite)
    .map((value) => ({
      value: list.map((item, i) => {
        if (!latest) return { ...item, hours: i === bearer ? value : 0 }
        return isTaken[i] ? { ...item, [dayField]: isoText(value) } : item
      }),
      numbers: new Map(counted).set(valued.key, value),
      amount: amountWith(value),
    }))
}

function atomsOf(fact: ListFact, filters: readonly { key: string; params: LeafParams }[]): Atom[] {
  const atoms = new Map<string, Atom>()
  const topics = 'topics' in fact ? fact.topics.map(({ code }) => code) : [undefined]
  const ends = filters.some(({ params }) => params.certified) ? [false, true] : [undefined]
  for (const { code: kind } of fact.kinds)
    for (const topic of topics)
      for (const certificate of ends) {
        const takenBy = filters
          .filter(
            ({ params }) =>
              (!params.kinds || params.kinds.includes(kind)) &&
              (!params.topics || params.topics.includes(topic as string)) &&
              (!params.certified || certificate === true),
          )
          .map(({ key }) => key)
        const signature = takenBy.join()
        const item = { kind, ...(topic !== undefined && { topic }), ...(certificate !== undefined && { certificate }) }
        if (takenBy.length > 0 && !atoms.has(signature)) atoms.set(signature, { item, takenBy })
      }
  return [...atoms.values()]
}
