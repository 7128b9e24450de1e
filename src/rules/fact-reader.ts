import { certificateStepLimit } from '../model/record.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { stepsOfKind, type CertificateRule, type DigitalRules } from './digital-rules.js'
import type { Slot } from './slot.js'

/** What a list feeds: one slot, with the part of an item that it adds up. */
export interface Counter {
  slot: number
  measure: 'count' | 'hours' | 'latest'
  certified: boolean
}

/** The counters that an item of one kind and topic reaches: the first `sure` of them for certain, the rest perhaps. */
export interface Reach {
  counters: readonly Counter[]
  sure: number
}

/** What one code of a list feeds. */
export interface CodeReader {
  /** Slot that says whether the code holds; -1: nobody asks. */
  slot: number
  /** Area of digital skills; -1: none. */
  area: number
  /** Mark of the last list that had the code. */
  seen: number
}

/** All that is needed to check one fact's value and to put it into its slots. */
export interface FactReader {
  id: string
  type: FactDefinition['type']
  /** Slot of the value, or of the number of codes that hold; -1: nobody asks. */
  slot: number
  /** Bit in the set of open facts; 0: not tracked. */
  bit: number
  min: number
  max: number
  whole: boolean
  codes: ReadonlyMap<string, CodeReader>
  /** Slots of the codes that somebody asks about. */
  codeSlots: readonly number[]
  /** Its codes are the activities that areas of digital skills count. */
  rated: boolean
  /** Position by kind of a list's item; topics likewise. */
  kinds: ReadonlyMap<string, number>
  topics: ReadonlyMap<string, number>
  counters: readonly Counter[]
  /** By `kind * (topics + 1) + topic`; the last position of either stands for "not known". */
  reach: readonly Reach[]
  /** By kind; the last position stands for "not known". Empty when certificates show no level. */
  certificateRules: readonly (readonly CertificateRule[])[]
  /** First and last step that a certificate may state, by kind; the last position stands for a kind not known. */
  steps: readonly (readonly [number, number])[]
  /** Routes of digital skills that this fact feeds. */
  routes: readonly number[]
  scoreBands: readonly { from: number; level: number }[] | undefined
  /** Mark of the list being read. */
  mark: number
  /** The fact that last followed it: the records of one file name their facts in one order. */
  next: FactReader | undefined
}

const positions = (codes: readonly { code: string }[]): Map<string, number> => new Map(codes.map(({ code }, at) => [code, at]))

export function factReaderOf(fact: FactDefinition, slots: readonly Slot[], bit: number, digital: DigitalRules): FactReader {
  const kinds = positions('kinds' in fact ? fact.kinds : [])
  const topics = positions('topics' in fact ? fact.topics : [])
  const slotOf = (holds: Slot['holds'], code?: string): number =>
    slots.findIndex((slot) => slot.fact.id === fact.id && slot.holds === holds && (slot.holds !== 'code' || slot.code === code))
  const area = digital.activities?.fact === fact.id ? digital.activities.area : undefined
  const shown = digital.certificates?.fact === fact.id ? digital.certificates : undefined
  const score = digital.scores.get(fact.id)
  const [min, max] = 'range' in fact ? fact.range : [0, 0]
  const codes = new Map(
    ('codes' in fact ? fact.codes : []).map(({ code }): [string, CodeReader] => [
      code,
      { slot: slotOf('code', code), area: area?.get(code) ?? -1, seen: 0 },
    ]),
  )
  const anyKind = [...kinds.keys(), undefined]
  return {
    id: fact.id,
    type: fact.type,
    slot: slotOf(fact.type === 'codes' ? 'count' : 'value'),
    bit,
    min,
    max,
    whole: fact.type !== 'number',
    codes,
    codeSlots: [...codes.values()].map(({ slot }) => slot).filter((slot) => slot >= 0),
    rated: area !== undefined,
    kinds,
    topics,
    ...countersOf(fact, slots, anyKind, [...topics.keys(), undefined]),
    certificateRules: shown
      ? anyKind.map((kind) => (kind === undefined ? [...shown.ofKind.values()].flat() : (shown.ofKind.get(kind) ?? [])))
      : [],
    steps: anyKind.map((kind) => (shown && kind && stepsOfKind(digital, kind)) || [1, certificateStepLimit]),
    routes: [
      ...(area && digital.activities ? [digital.activities.route] : []),
      ...(shown?.routes ?? []),
      ...(score ? [score.route] : []),
    ],
    scoreBands: score?.bands,
    mark: 0,
    next: undefined,
  }
}

function countersOf(
  fact: FactDefinition,
  slots: readonly Slot[],
  kinds: readonly (string | undefined)[],
  topics: readonly (string | undefined)[],
): { counters: Counter[]; reach: Reach[] } {
  const filters = slots.flatMap((slot, at) => {
    if (slot.fact.id !== fact.id || slot.holds !== 'items') return []
    const { measure, certified = false } = slot.params
    return [{ counter: { slot: at, measure, certified }, params: slot.params }]
  })
  if (filters.length === 0 && fact.type !== 'activities' && fact.type !== 'certificates') return { counters: [], reach: [] }
  const reach = kinds.flatMap((kind) =>
    topics.map((topic) => {
      // A list of codes takes an item whose code is in it, and may take one whose code is not known.
      const takes = (wanted: readonly string[] | undefined, code: string | undefined): boolean | undefined =>
        wanted === undefined || (code === undefined ? undefined : wanted.includes(code))
      const sure: Counter[] = []
      const perhaps: Counter[] = []
      for (const { counter, params } of filters) {
        const [byKind, byTopic] = [takes(params.kinds, kind), takes(params.topics, topic)]
        if (byKind === false || byTopic === false) continue
        if (byKind && byTopic) sure.push(counter)
        else perhaps.push(counter)
      }
      return { counters: [...sure, ...perhaps], sure: sure.length }
    }),
  )
  return { counters: filters.map(({ counter }) => counter), reach }
}
