import type { Activity, Certificate, CitizenRecord } from '../../../src/model/record.js'
import { answerTo, openLeaves, type Situation } from './condition.js'
import { plainDigital, type PlainDigital } from './digital.js'
import { exactly, type Interval } from './interval.js'
import type { Answer } from './kleene.js'
import { activityPresence, certificatePresence } from './lists.js'
import { parameterOn, type PlainIndicator, type PlainSet } from './set.js'

export interface PlainResult {
  lower: number[]
  upper: number[]
  total: [number, number]
  threshold: number
  verdict: Answer
  digital: [number, number]
  digitalCode: string
  hasSkills: Answer
  proficient: Answer
  /** Sorted, each once. */
  unknown: string[]
  /** Codes, sorted, one for each thing warned about. */
  warnings: string[]
  /** Indicators whose lower end is under the floor while the verdict is not met. */
  underFloor: string[]
}

/**
 * The result of one well-formed record, worked out by walking the conditions of the files: slow, and plain enough to check by
 * reading. The library must give the same.
 *
 * @param on - ISO day
 * @param options - `accept`: evidence that anybody else attested is treated as not known
 */
export function plainEvaluate(
  record: CitizenRecord,
  set: PlainSet,
  on: string,
  options: { accept?: string[] | undefined } = {},
): PlainResult {
  const evidence = acceptedEvidence(record, options.accept)
  const digital = plainDigital(evidence, set, on)
  const situation: Situation = { set, on, evidence, digitalLevel: digital.level }
  const warnings = afterDayWarnings(evidence, set, on)

  const ranges = set.indicators.map((indicator) => {
    const shown = evidenceRange(indicator, situation)
    const declared = (record.scores as Record<string, number | null> | null | undefined)?.[indicator.id]
    if (declared == null) return shown
    if (declared < shown.lo || declared > shown.hi) warnings.push('declared_differs')
    return exactly(declared)
  })
  const total = { lo: sum(ranges.map((one) => one.lo)), hi: sum(ranges.map((one) => one.hi)) }

  const floor = parameterOn(set, set.floor, on)
  const ordinary = parameterOn(set, set.threshold, on)
  const disadvantaged = parameterOn(set, set.disadvantagedThreshold, on)
  const verdictAt = (threshold: number): Answer => {
    if (total.lo >= threshold && ranges.every((one) => one.lo >= floor)) return 'met'
    if (total.hi < threshold || ranges.some((one) => one.hi < floor)) return 'unmet'
    return 'unknown'
  }

  const area = record.disadvantagedArea
  let applicable = [ordinary]
  if (area === true) applicable = [disadvantaged]
  if (area === null) applicable = [ordinary, disadvantaged]
  const verdicts = applicable.map(verdictAt)
  const verdict = verdicts.every((one) => one === verdicts[0]) ? (verdicts[0] as Answer) : 'unknown'
  if (area === undefined && verdictAt(disadvantaged) !== verdictAt(ordinary)) warnings.push('area_not_given')

  const unknown = new Set<string>()
  for (const threshold of applicable.filter((one) => verdictAt(one) === 'unknown'))
    set.indicators.forEach((indicator, i) => {
      const range = ranges[i] as Interval
      const decidesFloor = range.lo < floor && floor <= range.hi
      const totalIsOpen = total.lo < threshold && threshold <= total.hi
      if (range.lo < range.hi && (decidesFloor || totalIsOpen))
        for (const fact of openFactsOf(indicator, range, situation, digital)) unknown.add(fact)
    })
  if (
    area === null &&
    verdict === 'unknown' &&
    ranges.every((one) => one.hi >= floor) &&
    total.hi >= Math.min(ordinary, disadvantaged) &&
    total.lo < Math.max(ordinary, disadvantaged)
  )
    unknown.add('disadvantagedArea')

  return {
    lower: ranges.map((one) => one.lo),
    upper: ranges.map((one) => one.hi),
    total: [total.lo, total.hi],
    threshold: applicable[0] as number,
    verdict,
    digital: [digital.level.lo, digital.level.hi],
    digitalCode: digital.code,
    hasSkills: digital.hasSkills,
    proficient: digital.proficient,
    unknown: [...unknown].sort(),
    warnings: warnings.sort(),
    underFloor:
      verdict === 'met'
        ? []
        : set.indicators.filter((_, i) => (ranges[i] as Interval).lo < floor).map((indicator) => indicator.id),
  }
}

function acceptedEvidence(record: CitizenRecord, accept: string[] | undefined): Record<string, unknown> {
  const evidence: Record<string, unknown> = {}
  const attested = (record.attested ?? {}) as Record<string, string | null | undefined>
  for (const [fact, value] of Object.entries(record.evidence ?? {}))
    if (accept === undefined || accept.includes(attested[fact] ?? 'self')) evidence[fact] = value
  return evidence
}

/** One warning for every item of a list that surely begins, or was issued, after `on`. */
function afterDayWarnings(evidence: Record<string, unknown>, set: PlainSet, on: string): string[] {
  const warnings: string[] = []
  for (const fact of set.facts) {
    const given = evidence[fact.id]
    if (given == null) continue
    if (fact.type === 'activities')
      for (const item of given as Activity[]) if (activityPresence(item, on) === 'after-day') warnings.push('after_day')
    if (fact.type === 'certificates')
      for (const item of given as Certificate[]) if (certificatePresence(item, on) === 'after-day') warnings.push('after_day')
  }
  return warnings
}

function evidenceRange(indicator: PlainIndicator, situation: Situation): Interval {
  const answers = indicator.levels.map((level) => ({ points: level.points, answer: answerTo(level.when, situation) }))
  const met = answers.filter((one) => one.answer === 'met').map((one) => one.points)
  const notExcluded = answers.filter((one) => one.answer !== 'unmet').map((one) => one.points)
  if (indicator.grading === 'sum') {
    const cap = indicator.cap ?? parameterOn(situation.set, situation.set.maximum, situation.on)
    return { lo: Math.min(cap, sum(met)), hi: Math.min(cap, sum(notExcluded)) }
  }
  return { lo: Math.max(0, ...met), hi: Math.max(0, ...notExcluded) }
}

/**
 * Facts whose answers could still change an indicator: those at the open leaves of its levels above the lower end (of all its
 * levels where points add up). The digital level stands for what it is worked out from.
 */
function openFactsOf(indicator: PlainIndicator, shown: Interval, situation: Situation, digital: PlainDigital): string[] {
  return indicator.levels
    .filter((level) => indicator.grading === 'sum' || level.points > shown.lo)
    .flatMap((level) => openLeaves(level.when, situation))
    .flatMap((leaf) => (leaf.fact === 'digitalLevel' ? digital.openFacts : [leaf.fact]))
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
