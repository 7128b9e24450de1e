import {
  evaluate,
  nextQuestions,
  safeEvaluate,
  sets,
  type Assessment,
  type CitizenRecord,
  type CriteriaSet,
  type FactId,
  type FactValue,
  type Result,
} from '../../src/index.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'

/** What can be asked: a fact, or whether the place where one lives is a disadvantaged area. */
export type QuestionId = FactId | 'disadvantagedArea'
export type Group = keyof typeof sets

/** Everything that a visitor has said. Plain data: it goes into a link and comes back. */
export interface Interview {
  group: Group
  /** The day as of which the answers are judged, `YYYY-MM-DD`. */
  on: string
  /** `null`: not known, so both thresholds are tried. */
  area: boolean | null
  /** Answers by fact. */
  evidence: Readonly<Record<string, FactValue>>
  /** Questions left open on purpose. */
  skipped: readonly QuestionId[]
}

export const isGroup = (id: string): id is Group => Object.hasOwn(sets, id)
export const setOf = ({ group }: Pick<Interview, 'group'>): CriteriaSet => sets[group]
export const factOf = (id: string): FactDefinition | undefined => sets.general.facts.find((fact) => fact.id === id)

/** The record of an interview. Nobody's name or number is asked, so the id is always the same. */
export function recordOf({ group, area, evidence }: Interview, asGroup: Group = group): CitizenRecord {
  return { id: 'thu', group: asGroup, disadvantagedArea: area, evidence }
}

/** @param asGroup - judges the same answers by the criteria of another group */
export const judge = (interview: Interview, asGroup?: Group): Result<Assessment> =>
  safeEvaluate(recordOf(interview, asGroup), { on: interview.on })

/**
 * What is still worth asking, the most decisive first. Questions that were answered or skipped do not come again, even where an
 * answer leaves something open.
 *
 * @returns `deciding`: can change the verdict; `again`: could as well, but was skipped, or its answer leaves something open;
 *   `further`: what else the criteria read of the person, once nothing decides
 */
export function openQuestions(interview: Interview): { deciding: QuestionId[]; again: QuestionId[]; further: QuestionId[] } {
  const record = recordOf(interview)
  const { on } = interview
  const isOpen = (id: QuestionId): boolean => !isAnswered(interview, id) && !interview.skipped.includes(id)
  const deciding: QuestionId[] = nextQuestions(record, { on })
  if (evaluate(record, { on }).unknown.includes('disadvantagedArea')) deciding.push('disadvantagedArea')
  const all = evaluate({ ...record, evidence: {} }, { on }).unknown
  const open = deciding.filter(isOpen)
  const again = deciding.filter((id) => !isOpen(id))
  return { deciding: open, again, further: open.length > 0 ? [] : all.filter((id) => id !== 'disadvantagedArea' && isOpen(id)) }
}

export const isAnswered = ({ area, evidence }: Interview, id: QuestionId): boolean =>
  id === 'disadvantagedArea' ? area !== null : Object.hasOwn(evidence, id)

/** The interview with one more answer, or with another in the place of one. */
export function withAnswer(interview: Interview, id: QuestionId, value: FactValue): Interview {
  const skipped = interview.skipped.filter((one) => one !== id)
  if (id === 'disadvantagedArea') return { ...interview, skipped, area: value === true }
  return { ...interview, skipped, evidence: { ...interview.evidence, [id]: value } }
}

/** The interview with a question left open: an answer to it is taken back. */
export function withSkipped(interview: Interview, id: QuestionId): Interview {
  const skipped = [...interview.skipped.filter((one) => one !== id), id]
  if (id === 'disadvantagedArea') return { ...interview, skipped, area: null }
  const { [id]: _, ...evidence } = interview.evidence
  return { ...interview, skipped, evidence }
}

/** Today where the visitor is. */
export function today(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
