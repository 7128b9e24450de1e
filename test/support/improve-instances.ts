import { loadSet, sets } from '../../src/index.js'
import type { CriteriaSet } from '../../src/model/criteria-set.js'
import type { Activity, Certificate, CitizenRecord, FactId } from '../../src/model/record.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import { atLeast, level, province, words } from './criteria-files.js'

export type Random = () => number

/** The same numbers in [0, 1) for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
export const whole = (random: Random, least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

/** A fact that is better the less there is of it. */
const fewer = {
  id: 'missedMeetings',
  label: words('Số buổi họp bỏ lỡ'),
  type: 'count',
  range: [0, 12],
  better: 'less',
  window: 'assessment-year',
  attestedBy: ['self'],
  step: { can: true, size: 1, effort: 1, basis: 'proposed' },
}

/** A province's set whose indicators ask in every way that goes a fact's own way, with points that add up. */
export function randomSet(random: Random): CriteriaSet {
  const items = (more: object, value: unknown) => ({
    fact: 'learningActivities',
    operator: 'greaterThanInclusive',
    value,
    params: more,
  })
  const leaves: (() => unknown)[] = [
    () => atLeast('booksRead', whole(random, 1, 5)),
    () => ({ fact: 'booksRead', operator: 'greaterThan', value: whole(random, 0, 4) }),
    () => ({ not: { fact: 'opinionsGiven', operator: 'lessThan', value: whole(random, 1, 4) } }),
    () => ({ fact: 'missedMeetings', operator: pick(random, ['lessThan', 'lessThanInclusive']), value: whole(random, 1, 6) }),
    () => ({ not: { fact: 'missedMeetings', operator: 'greaterThan', value: whole(random, 1, 6) } }),
    () => ({
      fact: 'staffTrainedPercent',
      operator: pick(random, ['greaterThan', 'greaterThanInclusive']),
      value: whole(random, 5, 95),
    }),
    () => ({ fact: 'selfUpdatesOnline', operator: 'equal', value: true }),
    () => ({ not: { fact: 'languageNotRequired', operator: 'equal', value: false } }),
    () => atLeast('digitalLevel', whole(random, 1, 3)),
    () => ({ fact: 'digitalActivities', operator: 'contains', value: pick(random, ['idl-news', 'cc-email', 'ps-bank']) }),
    () => ({
      fact: 'digitalActivities',
      params: { measure: 'count' },
      operator: 'greaterThanInclusive',
      value: whole(random, 25, 30),
    }),
    () => ({ fact: 'supportActions', operator: 'contains', value: pick(random, ['teach', 'fund', 'assign']) }),
    () => ({
      fact: 'supportActions',
      params: { measure: 'count' },
      operator: 'greaterThanInclusive',
      value: whole(random, 2, 7),
    }),
    () => items({ measure: 'count' }, whole(random, 1, 4)),
    () =>
      items(
        { measure: 'count', topics: pick(random, [['law', 'digital'], ['digital', 'language'], ['law']]) },
        whole(random, 1, 3),
      ),
    () =>
      items(
        { measure: 'count', kinds: ['seminar', 'club'], ...(random() < 0.5 && { topics: ['law', 'culture'] }) },
        whole(random, 1, 2),
      ),
    () => items({ measure: 'count', certified: true, ...(random() < 0.5 && { kinds: ['course'] }) }, whole(random, 1, 2)),
    () => items({ measure: 'hours', ...(random() < 0.5 && { topics: ['digital', 'culture'] }) }, whole(random, 4, 30)),
    () => items({ measure: 'latest', topics: ['law'] }, '2025-06-01'),
    () => ({ fact: 'certificates', params: { measure: 'count' }, operator: 'greaterThanInclusive', value: whole(random, 1, 2) }),
    () => ({
      fact: 'certificates',
      params: { measure: 'count', kinds: ['vocational', 'digital-basic-confirmation'] },
      operator: 'greaterThanInclusive',
      value: 1,
    }),
  ]
  const leaf = (): unknown => pick(random, leaves)()
  const condition = (): unknown => {
    const shape = random()
    if (shape < 0.4) return { all: [leaf()] }
    if (shape < 0.6) return { all: [leaf(), leaf()] }
    if (shape < 0.8) return { any: [leaf(), leaf()] }
    return { all: [leaf(), { any: [leaf(), { all: [leaf(), leaf()] }] }] }
  }
  const added = (points: readonly number[]) => ({
    grading: 'sum',
    levels: [...points.map((of) => level(of, condition())), ...[8, 10].filter((of) => !points.includes(of)).map(replaced)],
  })
  /** The base's levels of the same points must not stay. */
  const replaced = (of: number) => level(of, condition())
  return loadSet(
    province({
      facts: [fewer],
      indicators: {
        reading: added([2, 3, 5]),
        'community-learning': added([4, 5]),
        'information-technology': added([3, 5]),
        'critical-thinking': added([1, 5]),
        'good-relations': {
          levels: [level(5, { all: [leaf()] }), level(8, null), level(10, null)].filter(({ when }) => when !== null),
          grading: 'sum',
        },
      },
    }),
    { base: sets.farmer },
  )
}

/** One person with few things to change, and what each change costs. */
export interface Instance {
  set: CriteriaSet
  record: CitizenRecord
  /** Every fact of the set that may be given: the effort of a step, `null` for all but the open ones. */
  effort: Partial<Record<FactId, number | null>>
  open: FactDefinition[]
}

/** Good answers everywhere, worse or none where facts are open. */
export function drawInstance(random: Random, set: CriteriaSet, on: string): Instance {
  const facts = set.facts.filter((fact) => !(fact.type === 'rank' && fact.derived))
  const asked = facts.filter(({ step }) => step !== undefined)
  const open = new Set<FactDefinition>()
  const size = whole(random, 1, 12)
  while (open.size < size) open.add(pick(random, asked))
  const evidence: Record<string, unknown> = {}
  const effort: Record<string, number | null> = {}
  for (const fact of facts) {
    effort[fact.id] = open.has(fact) ? whole(random, 1, 4) : null
    const value = open.has(fact) ? poorValue(random, fact, on) : goodValue(random, fact, on)
    if (value !== undefined) evidence[fact.id] = value
  }
  const area = pick(random, [true, false, null, undefined])
  const scores = random() < 0.3 ? { 'foreign-language': whole(random, 8, 20) / 2 } : undefined
  const record = {
    id: 'p-1',
    group: set.group,
    evidence,
    ...(area !== undefined && { disadvantagedArea: area }),
    ...(scores && { scores }),
  } as CitizenRecord
  return { set, record, effort, open: facts.filter((fact) => open.has(fact)) }
}

function goodValue(random: Random, fact: FactDefinition, on: string): unknown {
  switch (fact.type) {
    case 'rank':
      return fact.range[1]
    case 'count':
      return fact.better === 'less' ? whole(random, 0, 3) : whole(random, 3, 9)
    case 'number':
      return whole(random, 60, 100)
    case 'boolean':
      return random() < 0.7
    case 'code':
      return undefined
    case 'codes':
      return fact.codes.map(({ code }) => code).filter(() => random() < 0.85)
    case 'activities':
      return Array.from({ length: whole(random, 0, 4) }, () => activityOf(random, fact, on))
    case 'certificates':
      return Array.from({ length: whole(random, 0, 1) }, (): Certificate => ({ kind: pick(random, fact.kinds).code }))
  }
}

function activityOf(random: Random, fact: FactDefinition & { type: 'activities' }, on: string): Activity {
  return {
    ...(random() < 0.9 && { kind: pick(random, fact.kinds).code }),
    topic: pick(random, fact.topics).code,
    from: random() < 0.8 ? `${on.slice(0, 4)}-03` : String(Number(on.slice(0, 4)) - 1),
    ...(random() < 0.6 && { hours: whole(random, 1, 40) / 2 }),
    ...(random() < 0.6 && { certificate: random() < 0.5 }),
  }
}

function poorValue(random: Random, fact: FactDefinition, on: string): unknown {
  switch (fact.type) {
    case 'rank':
      return random() < 0.2 && fact.range[1] <= 3 ? undefined : Math.max(0, fact.range[1] - whole(random, 1, 3))
    case 'count':
      if (random() < 0.2 && fact.better !== 'less') return undefined
      return fact.better === 'less' ? whole(random, 1, 8) : whole(random, 0, 3)
    case 'number':
      return random() < 0.1 ? undefined : whole(random, 0, 90)
    case 'boolean':
      return random() < 0.3 ? undefined : false
    case 'codes': {
      // Few are open, so that all their choices can be tried.
      const away = new Set(Array.from({ length: whole(random, 1, 5) }, () => pick(random, fact.codes).code))
      const rest = fact.codes.map(({ code }) => code)
      if (random() < 0.6) return rest.filter((code) => !away.has(code))
      return Object.fromEntries(
        rest.flatMap((code) => (!away.has(code) ? [[code, true]] : random() < 0.5 ? [] : [[code, false]])),
      )
    }
    case 'activities':
      return random() < 0.2 ? undefined : Array.from({ length: whole(random, 0, 2) }, () => activityOf(random, fact, on))
    default:
      return random() < 0.3 ? undefined : []
  }
}
