import type { Assessment, IndicatorResult } from '../model/assessment.js'
import { CdhtError, issue } from '../model/issue.js'
import type { IndicatorId } from '../model/indicator.js'
import { isObject, type CitizenRecord, type GroupId } from '../model/record.js'
import type { Verdict } from '../model/verdict.js'
import { Side, type Judge, type Sets, type Told } from './compare-side.js'

export interface CompareOptions {
  /** The day as of which everybody is judged, `YYYY-MM-DD`. */
  on: string
}

export type VerdictCounts = Record<Verdict, number>

/** What people would gain and lose by a change. */
export interface Change {
  /** People judged by both sides. */
  people: number
  before: VerdictCounts
  after: VerdictCounts
  /** Ids of those who are met after and were not before, sorted. */
  gained: string[]
  /** Ids of those who were met before and are not after, sorted. */
  lost: string[]
}

export interface IndicatorChange {
  id: IndicatorId
  /** People whose score is higher after: its lower end or, where that is the same, its upper end. */
  rose: number
  fell: number
  /** Those of `gained` whose score rose here, or whose least points are newly reached. One person can count in several. */
  gained: number
  /** Those of `lost` whose score fell here, or whose least points are no longer reached. */
  lost: number
}

export interface Impact extends Change {
  on: string
  /** The sets of each side, with the weakest basis of what they said of these people; none where nobody was judged. */
  sides: Record<'before' | 'after', Told>
  /** Sorted by group. */
  groups: ({ group: GroupId } & Change)[]
  /** In official order; those of no change among them. */
  indicators: IndicatorChange[]
  /** Of `gained` and `lost` those of whom no indicator changed: the pass rule alone decides. */
  passRule: { gained: number; lost: number }
  /** People of groups that one side has no set for; they are judged by neither. */
  leftOut: number
}

/**
 * Judges the same people by two sets, or by two collections of sets of which the group of each person takes its own.
 *
 * @param records - each person once; people of groups that one side lacks are counted as left out
 * @throws CdhtError `record` for a record that is malformed; `options` when a day or a set cannot be used
 *
 * @example
 * compareSets(people, sets.farmer, easier, { on: '2025-12-31' }).gained // ids of those who would newly be met
 */
export function compareSets(records: Iterable<CitizenRecord>, before: Sets, after: Sets, options: CompareOptions): Impact {
  const comparison = new Comparison(before, after, options)
  for (const record of records) comparison.add(record)
  return comparison.impact()
}

/** A comparison to which people are added one by one. */
export class Comparison {
  readonly #on: string
  readonly #sides: readonly [Side, Side]
  readonly #groups = new Map<string, Change>()
  readonly #indicators = new Map<IndicatorId, IndicatorChange>()
  readonly #passRule = { gained: 0, lost: 0 }
  #leftOut = 0

  constructor(before: Sets, after: Sets, { on }: CompareOptions) {
    this.#on = on
    this.#sides = [new Side('before', before, on), new Side('after', after, on)]
  }

  /** @throws CdhtError `record` for a record that is malformed, which is then not counted */
  add(record: CitizenRecord): void {
    const group = isObject(record) ? record.group : undefined
    if (typeof group !== 'string') throw new CdhtError('record', [issue('missing', ['group'], {})])
    const [before, after] = this.#sides.map((side) => side.judgeFor(group)) as [Judge | undefined, Judge | undefined]
    if (!before || !after) {
      this.#leftOut++
      return
    }
    const [was, is] = [
      before.assessor.assess(without(record, after.facts, before.facts), { reasons: false }),
      after.assessor.assess(without(record, before.facts, after.facts), { reasons: false }),
    ]
    this.#sides[0].note(was)
    this.#sides[1].note(is)
    this.#count(was, is)
  }

  #count(before: Assessment, after: Assessment): void {
    const change = this.#groups.get(before.group) ?? noChange()
    this.#groups.set(before.group, change)
    change.people++
    change.before[before.verdict]++
    change.after[after.verdict]++
    const gains = before.verdict !== 'met' && after.verdict === 'met'
    const loses = before.verdict === 'met' && after.verdict !== 'met'
    if (gains) change.gained.push(before.id)
    if (loses) change.lost.push(before.id)
    let [helped, harmed] = [false, false]
    for (const [i, one] of after.indicators.entries()) {
      const was = before.indicators[i] as IndicatorResult
      const counts = this.#indicators.get(one.id) ?? { id: one.id, rose: 0, fell: 0, gained: 0, lost: 0 }
      this.#indicators.set(one.id, counts)
      const moved = compareScores(was, one)
      const reach = Number(one.verdict === 'met') - Number(was.verdict === 'met')
      if (moved > 0) counts.rose++
      if (moved < 0) counts.fell++
      if (gains && (moved > 0 || reach > 0)) {
        counts.gained++
        helped = true
      }
      if (loses && (moved < 0 || reach < 0)) {
        counts.lost++
        harmed = true
      }
    }
    if (gains && !helped) this.#passRule.gained++
    if (loses && !harmed) this.#passRule.lost++
  }

  impact(): Impact {
    const groups = [...this.#groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, change]) => ({ group, ...change, gained: change.gained.toSorted(), lost: change.lost.toSorted() }))
    const total = noChange()
    for (const { people, before, after, gained, lost } of groups) {
      total.people += people
      for (const verdict of ['met', 'unmet', 'unknown'] as const) {
        total.before[verdict] += before[verdict]
        total.after[verdict] += after[verdict]
      }
      total.gained.push(...gained)
      total.lost.push(...lost)
    }
    const [before, after] = this.#sides.map((side) => side.told()) as [Told, Told]
    return {
      on: this.#on,
      sides: { before, after },
      ...total,
      gained: total.gained.sort(),
      lost: total.lost.sort(),
      groups,
      indicators: [...this.#indicators.values()].map((one) => ({ ...one })),
      passRule: { ...this.#passRule },
      leftOut: this.#leftOut,
    }
  }
}

/** A record without what only the other side asks about: a fact that a change brings is no fault of the old set. */
function without(record: CitizenRecord, other: ReadonlySet<string>, own: ReadonlySet<string>): CitizenRecord {
  const isForeign = (fact: string): boolean => other.has(fact) && !own.has(fact)
  const { evidence, attested } = record
  if (![evidence, attested].some((of) => isObject(of) && Object.keys(of).some(isForeign))) return record
  const keep = <T extends object>(of: T): T => Object.fromEntries(Object.entries(of).filter(([fact]) => !isForeign(fact))) as T
  return { ...record, ...(evidence && { evidence: keep(evidence) }), ...(attested && { attested: keep(attested) }) }
}

const noChange = (): Change => ({
  people: 0,
  before: { met: 0, unmet: 0, unknown: 0 },
  after: { met: 0, unmet: 0, unknown: 0 },
  gained: [],
  lost: [],
})

function compareScores({ score: a }: IndicatorResult, { score: b }: IndicatorResult): number {
  return b.lower - a.lower || b.upper - a.upper
}
