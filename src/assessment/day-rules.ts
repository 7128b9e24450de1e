import type { Attester } from '../model/attester.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { IndicatorId } from '../model/indicator.js'
import { digitalRulesOf } from '../rules/digital-rules.js'
import { stepOf } from '../rules/parameter.js'
import { Reading } from '../rules/reading.js'
import { RecordReader } from '../rules/record-reader.js'
import { questionsOf, ruleOf, type Rule } from '../rules/rule.js'
import { SlotTable } from '../rules/slot.js'
import { assessmentWindow } from '../rules/window.js'
import type { PassRule } from './pass.js'

export interface DayIndicator {
  id: IndicatorId
  grading: 'highest' | 'sum'
  /** The most that the indicator can give. */
  cap: number
  /** Fewest points first. */
  levels: readonly { points: number; rule: Rule }[]
}

/** The rules of a set on one day with a reader of records, for questions about what a record could become. */
export interface DayRules {
  set: CriteriaSet
  on: string
  indicators: readonly DayIndicator[]
  slots: SlotTable
  pass: PassRule
  reading: Reading
  /** Reads one record at a time; what it read stays until the next call. */
  reader: RecordReader
}

/** @param on - an existing day on which the set is in force; the set asks by no operator of the caller's */
function makeDayRules(set: CriteriaSet, on: string, accept: readonly Attester[] | undefined): DayRules {
  const valueOf = (parameter: string): number => stepOf(set, parameter, on).value
  const context = { facts: new Map(set.facts.map((fact) => [fact.id, fact])), conditions: set.conditions, valueOf }
  const max = valueOf(set.maximum.fact)
  const indicators = set.indicators.map(({ id, grading, cap, levels }): DayIndicator => ({
    id,
    grading,
    cap: grading === 'sum' ? (cap ?? max) : max,
    levels: levels.map((level) => ({ points: level.points, rule: ruleOf(level.when, context) })),
  }))
  const slots = new SlotTable()
  for (const { levels } of indicators)
    for (const { rule } of levels) for (const { slot } of questionsOf(rule)) slots.indexOf(slot)
  const reading = new Reading(slots.slots.length, digitalRulesOf(set), assessmentWindow(on), 0)
  const reader = new RecordReader(reading, {
    facts: set.facts,
    slots: slots.slots,
    bitOf: () => 0,
    indicators: set.indicators.map(({ id }) => id),
    maximum: max,
    accept,
  })
  const { threshold, disadvantagedThreshold, floor } = set.pass
  const pass = {
    threshold: valueOf(threshold.fact),
    disadvantagedThreshold: valueOf(disadvantagedThreshold.fact),
    floor: valueOf(floor.fact),
  }
  return { set, on, indicators, slots, pass, reading, reader }
}

/** Most days that are kept ready per set; older ones are made again. */
const mostKept = 8
const kept = new WeakMap<CriteriaSet, Map<string, DayRules>>()

/**
 * The rules of a set that has been compiled for the day, made the first time they are asked for.
 *
 * @param accept - the reader takes only evidence attested by these; without it all evidence
 */
export function dayRulesOf(set: CriteriaSet, on: string, accept?: readonly Attester[]): DayRules {
  const key = JSON.stringify([on, accept])
  const ofSet = kept.get(set) ?? new Map<string, DayRules>()
  const ready = ofSet.get(key)
  if (ready) return ready
  const rules = makeDayRules(set, on, accept)
  for (const oldest of ofSet.keys()) if (ofSet.size >= mostKept) ofSet.delete(oldest)
  kept.set(set, ofSet.set(key, rules))
  return rules
}

/** The facts that routes of digital skills in use read, each once. */
export const digitalFacts = ({ reading }: DayRules): string[] => [...new Set(reading.digital.routes.map(({ fact }) => fact))]
