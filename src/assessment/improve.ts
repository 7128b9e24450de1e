import type { CriteriaSet } from '../model/criteria-set.js'
import { isDerived } from '../model/derived.js'
import { CdhtError, issue, refuse, type Issue } from '../model/issue.js'
import type { IndicatorId } from '../model/indicator.js'
import { isObject, type CitizenRecord, type FactId, type FactValue } from '../model/record.js'
import type { Text } from '../model/text.js'
import type { Assessor } from './compile.js'
import { prepare, type Choose } from './evaluate.js'
import type { DayIndicator } from './day-indicators.js'
import { dayRulesOf, type DayRules } from './day-rules.js'
import { thresholdsOf } from './pass.js'
import { changeOf, possibleStep, type Change } from './improve-change.js'
import type { ItemSorts } from './improve-items.js'
import { labelOfStep } from './improve-label.js'
import { dayNeedsOf, type DayNeeds, type Wish } from './improve-needs.js'
import { optionsOf, type Need, type Option } from './improve-options.js'
import { searchLeast } from './improve-search.js'

export interface ImproveOptions {
  /** The day as of which the record is judged, `YYYY-MM-DD`; what is added to lists is dated on it. */
  on: string
  /** The criteria set to judge by; of the record's own group, or the framework. */
  set?: CriteriaSet | undefined
  /**
   * Points of effort for one step of a fact, in place of the vocabulary's: a whole number from 1. A number makes a change
   * possible where the vocabulary says it is not; `null` says that this person cannot make it.
   */
  effort?: Partial<Record<FactId, number | null | undefined>> | undefined
}

/** One fact to change. */
export interface ImprovementStep {
  fact: FactId
  /** The fact and its change in words. */
  label: Text
  /** What the record says; `null`: not known, and counted as the worst. */
  from: FactValue | null
  /** The value to put into the record in place of `from`. Of items and codes for which any would do it holds examples. */
  to: FactValue
  effort: number
  /** Indicators that would stay lower without this step; one step can serve several. */
  serves: IndicatorId[]
}

/** The least effort from a record to the verdict `met`. */
export interface ImprovementPlan {
  /** `met`: nothing to do. `unreachable`: all that the person can do is not enough. */
  verdict: 'met' | 'reachable' | 'unreachable'
  /** Points of effort of all steps together; `null` when unreachable. */
  effort: number | null
  /** What one step costs is our proposal, or the caller's word; no law says it. */
  basis: 'proposed'
  /** In the order of the vocabulary. Put into the record together, they make it `met`. */
  steps: ImprovementStep[]
  /**
   * What is not fully known and was counted as its worst although it may raise an indicator: asking first may save effort.
   * What is not listed saves none.
   */
  unknown: (FactId | 'disadvantagedArea')[]
  /** Other steps of the same effort, at most five such lists. */
  alternatives: ImprovementStep[][]
  /** Indicators whose least points nothing that the person can do reaches; may be empty when only the total is too low. */
  blocked: IndicatorId[]
}

/** Most alternatives that a plan lists. */
export const mostAlternatives = 5

/** @throws CdhtError `record` or `options`; `not_monotone` of a set in which more of a fact may lower a score */
export function improveWith(record: CitizenRecord, options: ImproveOptions, choose?: Choose): ImprovementPlan {
  const prepared = prepare(record, options, choose)
  if (!prepared.ok) throw new CdhtError(prepared.code, prepared.issues)
  const { set, assessor } = prepared
  const wrong = [...checkEffort(set, options.effort), ...checkMonotone(set)]
  if (wrong.length > 0) throw new CdhtError('options', refuse(wrong).issues)
  const none: ImprovementPlan = {
    verdict: 'met',
    effort: 0,
    basis: 'proposed',
    steps: [],
    unknown: [],
    alternatives: [],
    blocked: [],
  }
  if (assessor.assessRead({ reasons: false }).verdict === 'met') return none
  return planOf(record, readyOf(dayRulesOf(set, options.on)), assessor, options.effort ?? {}, none)
}

function checkEffort(set: CriteriaSet, effort: unknown): Issue[] {
  if (effort === undefined) return []
  if (!isObject(effort)) return [issue('wrong_type', ['effort'], { expected: 'object' })]
  return Object.entries(effort).flatMap(([id, points]): Issue[] => {
    const path = ['effort', id]
    const fact = set.facts.find((one) => one.id === id)
    if (fact === undefined) return [issue('unknown_fact', ['effort'], {})]
    if (isDerived(fact)) return [issue('derived_fact', path, {})]
    if (points === null || points === undefined) return []
    if (typeof points !== 'number' || Number.isNaN(points)) return [issue('wrong_type', path, { expected: 'number' })]
    if (points < 1 || points > mostEffort) return [issue('out_of_range', path, { min: 1, max: mostEffort })]
    return Number.isInteger(points) ? [] : [issue('not_whole', path, {})]
  })
}

/** Keeps every sum of efforts exact. */
const mostEffort = 1_000_000

function checkMonotone({ warnings }: CriteriaSet): Issue[] {
  const facts = warnings.flatMap((one) => (one.code === 'against_fact_way' ? [one.fact] : []))
  return facts.length > 0 ? [issue('not_monotone', ['set'], { facts: [...new Set(facts)] })] : []
}

/** What is the same for every record of a set on a day. */
interface Ready {
  rules: DayRules
  needs: DayNeeds
  sorts: ItemSorts
}
const kept = new WeakMap<DayRules, Ready>()

function readyOf(rules: DayRules): Ready {
  const made = kept.get(rules) ?? { rules, needs: dayNeedsOf(rules), sorts: new Map() }
  kept.set(rules, made)
  return made
}

type Evidence = Readonly<Record<string, unknown>>
type Unserved = Omit<ImprovementStep, 'serves'>

function planOf(
  record: CitizenRecord,
  ready: Ready,
  assessor: Assessor,
  effort: NonNullable<ImproveOptions['effort']>,
  none: ImprovementPlan,
): ImprovementPlan {
  const { rules, needs, sorts } = ready
  if (rules.reader.read(record).length > 0) throw new Error('a record that was taken once is refused')
  const evidence = (record.evidence ?? {}) as Evidence
  const changes = needs.facts.map((one) => {
    const { id } = one.fact
    return changeOf(one, evidence[id], possibleStep(one.fact, effort[id as FactId]), rules, sorts)
  })
  const { floor } = rules.pass
  const blocked: IndicatorId[] = []
  const ways: Option[][] = []
  let points = totalNeeded(rules)
  const unknown = new Set<string>()
  rules.indicators.forEach((indicator, i) => {
    const declared = record.scores?.[indicator.id]
    if (typeof declared === 'number') {
      points -= declared
      if (declared < floor) blocked.push(indicator.id)
      return
    }
    const levels = needs.levels[i] as DayNeeds['levels'][number]
    const options = optionsOf(indicator, levels, needs.facts, changes)
    addUnknown(indicator, levels, options, rules, unknown)
    const enough = options.filter((option) => option.points >= floor)
    if (enough.length === 0) blocked.push(indicator.id)
    ways.push(enough)
  })
  const told = { ...none, unknown: inOrder(unknown, rules) }
  const found =
    blocked.length === 0
      ? searchLeast(
          {
            indicators: ways,
            points: Math.max(0, Math.ceil(points)),
            facts: needs.facts,
            costOf: (fact, need) => (changes[fact] as Change).costOf(need),
            changeFor: (fact, need) => (changes[fact] as Change).valueFor(need),
          },
          mostAlternatives + 1,
        )
      : undefined
  if (found === undefined) return { ...told, verdict: 'unreachable', effort: null, blocked }
  const plans = found.needs.map((need) => withServed(stepsOf(need, needs, changes, evidence), record, ready, assessor))
  // Of equal effort, the plan that changes the fewest facts comes first.
  const [steps = [], ...alternatives] = plans.sort((a, b) => a.length - b.length)
  return { ...told, verdict: 'reachable', effort: found.effort, steps, alternatives }
}

/** An area that was asked and is not known counts as the one that needs more. */
const totalNeeded = ({ pass, reader }: DayRules): number => Math.max(...thresholdsOf(pass, reader.area))

function stepsOf(need: Need, { facts }: DayNeeds, changes: readonly Change[], evidence: Evidence): Unserved[] {
  return facts.flatMap((one, f): Unserved[] => {
    const wanted = need[f] as number
    if (wanted === 0) return []
    const fact = one.fact.id as FactId
    const change = changes[f] as Change
    const from = (evidence[fact] ?? null) as FactValue | null
    const to = change.valueFor(wanted)
    const label = labelOfStep(one, wanted, from, to)
    return [{ fact, label, from: copyOf(from), to: copyOf(to), effort: change.costOf(wanted) }]
  })
}

/** An indicator is served by a step without which the other steps would leave it lower. */
function withServed(steps: readonly Unserved[], record: CitizenRecord, { rules }: Ready, assessor: Assessor): ImprovementStep[] {
  const n = rules.indicators.length
  const out = new Float64Array(2 * n + 6)
  const lowerEnds = (without?: Unserved): Float64Array => {
    const changed = steps.filter((step) => step !== without).map(({ fact, to }) => [fact, to])
    assessor.scoreInto({ ...record, evidence: { ...record.evidence, ...Object.fromEntries(changed) } }, out)
    return out.slice(0, n)
  }
  const all = lowerEnds()
  return steps.map((step) => {
    const less = lowerEnds(step)
    return { ...step, serves: rules.indicators.filter((_, i) => (less[i] as number) < (all[i] as number)).map(({ id }) => id) }
  })
}

/** A plan holds no reference to the record. */
function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => copyOf(one)) as T
  return isObject(value) ? ({ ...value } as T) : value
}

/** Adds the facts not fully known that levels above the sure points read. */
function addUnknown(
  { grading, cap }: DayIndicator,
  levels: DayNeeds['levels'][number],
  options: readonly Option[],
  { reading }: DayRules,
  into: Set<string>,
): void {
  const sure = Math.max(...options.filter(({ need }) => need.every((one) => one === 0)).map(({ points }) => points))
  const visit = (wish: Wish): void => {
    if ('all' in wish) return wish.all.forEach(visit)
    if ('any' in wish) return wish.any.forEach(visit)
    const { fact, demands } = wish.needs
    const of = demands[wish.demand]?.of
    if (of === undefined) return
    const isOpen =
      of === 'level'
        ? reading.digital.routes.some(
            (route, r) => route.fact === fact.id && reading.routeLevel[2 * r] !== reading.routeLevel[2 * r + 1],
          )
        : reading.S[2 * of.at] !== reading.S[2 * of.at + 1]
    if (isOpen) into.add(fact.id)
  }
  if (sure < cap) for (const { points, wish } of levels) if (points > sure || grading === 'sum') visit(wish)
}

function inOrder(facts: ReadonlySet<string>, { set, pass, reader }: DayRules): ImprovementPlan['unknown'] {
  const area = reader.area === null && pass.threshold !== pass.disadvantagedThreshold
  return [
    ...set.facts.map(({ id }) => id as FactId).filter((id) => facts.has(id)),
    ...(area ? ['disadvantagedArea' as const] : []),
  ]
}
