import type { Assessment } from '../model/assessment.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { CdhtError } from '../model/issue.js'
import type { CitizenRecord, FactId } from '../model/record.js'
import { dayRulesOf, type DayRules } from './day-rules.js'
import { thresholdsOf } from './pass.js'
import { prepare, type Choose } from './evaluate.js'
import { answersOf } from './next-questions-answers.js'
import { inBestOrder } from './next-questions-order.js'
import { Relevance, type OpenFact, type Situation } from './next-questions-relevance.js'
import { askedRulesOf, World, type Answer, type AskedFact, type AskedRules } from './next-questions-world.js'

export interface NextQuestionsOptions {
  /** The day as of which the record is judged, `YYYY-MM-DD`. */
  on: string
  /** The criteria set to judge by; of the record's own group, or the framework. */
  set?: CriteriaSet | undefined
}

const kept = new WeakMap<DayRules, AskedRules>()

function askedOf(rules: DayRules): AskedRules {
  const asked = kept.get(rules) ?? askedRulesOf(rules)
  kept.set(rules, asked)
  return asked
}

/** @throws CdhtError `record` or `options` */
export function nextQuestionsWith(record: CitizenRecord, options: NextQuestionsOptions, choose?: Choose): FactId[] {
  const prepared = prepare(record, options, choose)
  if (!prepared.ok) throw new CdhtError(prepared.code, prepared.issues)
  const { verdict, unknown } = prepared.assessor.assessRead()
  return verdict === 'unknown' ? decisiveFacts(record, dayRulesOf(prepared.set, options.on), unknown) : []
}

/**
 * Of the facts that ranges leave open, those that can change the verdict, the most decisive first. None can where all
 * completions of half-known lists agree although their ranges are open; then all that would close these is named.
 *
 * @param record - well formed; evidence that is not accepted is left out of it
 * @param unknown - of the assessment of the record, whose verdict is unknown
 */
export function decisiveFacts(record: CitizenRecord, rules: DayRules, unknown: Assessment['unknown']): FactId[] {
  const candidates = unknown.filter((one): one is FactId => one !== 'disadvantagedArea')
  const situation = situationOf(record, askedOf(rules))
  // Where exactness would cost too much, all is asked that may matter.
  if (situation === undefined) return candidates
  const relevance = new Relevance(situation)
  const position = new Map(situation.asked.facts.map(({ fact }, f) => [fact.id, f]))
  const relevant = candidates.filter((id) => relevance.isRelevant(position.get(id) as number) ?? true)
  const isOpenWithoutReason = relevant.length === 0 && isSameWhereverOneLives(situation)
  return inBestOrder(isOpenWithoutReason ? candidates : relevant, situation)
}

/** Whether the area leaves the verdict alone, when no fact can change it. */
function isSameWhereverOneLives({ world, open, indicators, floor, thresholds }: Situation): boolean {
  for (const { f, answers } of open) world.answer(f, answers[0] as Answer)
  const points = indicators.map((i) => world.pointsOf(i)[0])
  for (const { f } of open) world.open(f)
  const total = points.reduce((sum, one) => sum + one, 0)
  return points.some((one) => one < floor) || new Set(thresholds.map((threshold) => total >= threshold)).size === 1
}

function situationOf(record: CitizenRecord, asked: AskedRules): Situation | undefined {
  const { rules } = asked
  if (rules.reader.read(record).length > 0) throw new Error('a record that was taken once is refused')
  const { area } = rules.reader
  const { floor } = rules.pass
  const world = new World(asked)
  const declared = rules.indicators.map(({ id }) => record.scores?.[id] ?? undefined)
  const given = declared.reduce<number>((sum, points) => sum + (points ?? 0), 0)
  const needed = thresholdsOf(rules.pass, area)
  const open: OpenFact[] = []
  for (const [f, one] of asked.facts.entries()) {
    if (!world.isOpen(f)) continue
    const answers = answersOf(asked, f, givenOf(record, one))
    if (answers === undefined) return undefined
    open.push({ f, answers })
  }
  return {
    asked,
    world,
    open,
    indicators: rules.indicators.map((_, i) => i).filter((i) => declared[i] === undefined),
    thresholds: needed.map((points) => points - given),
    floor,
  }
}

const givenOf = ({ evidence }: CitizenRecord, { fact }: AskedFact): unknown =>
  (evidence as Readonly<Record<string, unknown>> | null | undefined)?.[fact.id]
