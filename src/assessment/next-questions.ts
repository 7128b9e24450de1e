import type { CriteriaSet } from '../model/criteria-set.js'
import { CdhtError } from '../model/issue.js'
import type { CitizenRecord, FactId } from '../model/record.js'
import { dayRulesOf, type DayRules } from './day-rules.js'
import { prepare, type Choose } from './evaluate.js'
import { answersOf } from './next-questions-answers.js'
import { inBestOrder } from './next-questions-order.js'
import { Relevance, type OpenFact, type Situation } from './next-questions-relevance.js'
import { askedRulesOf, World, type AskedFact, type AskedRules } from './next-questions-world.js'

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

/**
 * Of the facts that ranges leave open, those that can change the verdict. None can where all completions of half-known lists
 * agree although their ranges are open; then all that would close these is named.
 *
 * @throws CdhtError `record` or `options`
 */
export function nextQuestionsWith(record: CitizenRecord, options: NextQuestionsOptions, choose?: Choose): FactId[] {
  const prepared = prepare(record, options, choose)
  if (!prepared.ok) throw new CdhtError(prepared.code, prepared.issues)
  const { verdict, unknown } = prepared.assessor.assessRead()
  if (verdict !== 'unknown') return []
  const candidates = unknown.filter((one): one is FactId => one !== 'disadvantagedArea')
  const situation = situationOf(record, askedOf(dayRulesOf(prepared.set, options.on)))
  // Where exactness would cost too much, all is asked that may matter.
  if (situation === undefined) return candidates
  const relevance = new Relevance(situation)
  const position = new Map(situation.asked.facts.map(({ fact }, f) => [fact.id, f]))
  const relevant = candidates.filter((id) => relevance.isRelevant(position.get(id) as number) ?? true)
  const isOpenWithoutReason = relevant.length === 0 && candidates.length === unknown.length
  return inBestOrder(isOpenWithoutReason ? candidates : relevant, situation)
}

function situationOf(record: CitizenRecord, asked: AskedRules): Situation | undefined {
  const { rules } = asked
  if (!rules.reader.read(record)) throw new Error('a record that was taken once is refused')
  const { area } = rules.reader
  const { floor, threshold, disadvantagedThreshold } = rules.pass
  const world = new World(asked)
  const declared = rules.indicators.map(({ id }) => record.scores?.[id] ?? undefined)
  const given = declared.reduce<number>((sum, points) => sum + (points ?? 0), 0)
  const needed = area === null ? [threshold, disadvantagedThreshold] : [area === true ? disadvantagedThreshold : threshold]
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
