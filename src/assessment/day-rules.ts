import type { Attester } from '../model/attester.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { digitalRulesOf } from '../rules/digital-rules.js'
import { stepOf } from '../rules/parameter.js'
import { Reading } from '../rules/reading.js'
import { RecordReader } from '../rules/record-reader.js'
import { questionsOf } from '../rules/rule.js'
import { SlotTable } from '../rules/slot.js'
import { assessmentWindow } from '../rules/window.js'
import { dayIndicatorsOf, type DayIndicator } from './day-indicators.js'
import { Kept } from './kept.js'
import { passRuleOf, type PassRule } from './pass.js'

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
  const max = valueOf(set.maximum.fact)
  const indicators = dayIndicatorsOf(set, valueOf, max)
  const slots = new SlotTable()
  for (const { levels } of indicators)
    for (const { rule } of levels) for (const { slot } of questionsOf(rule)) slots.indexOf(slot)
  const reading = new Reading(slots.slots.length, digitalRulesOf(set), assessmentWindow(on), 0)
  const reader = new RecordReader(reading, {
    facts: set.facts,
    slots: slots.slots,
    bitOf: () => 0,
    indicators: new Set(set.indicators.map(({ id }) => id)),
    maximum: max,
    accept,
  })
  return { set, on, indicators, slots, pass: passRuleOf(set, valueOf), reading, reader }
}

const kept = /* @__PURE__ */ new Kept<DayRules>()

/**
 * The rules of a set that has been compiled for the day, made the first time they are asked for.
 *
 * @param accept - the reader takes only evidence attested by these; without it all evidence
 */
export function dayRulesOf(set: CriteriaSet, on: string, accept?: readonly Attester[]): DayRules {
  const key = JSON.stringify([on, accept])
  return kept.get(set, key) ?? kept.put(set, key, makeDayRules(set, on, accept))
}

/** The facts that routes of digital skills in use read, each once. */
export const digitalFacts = ({ reading }: DayRules): string[] => [...new Set(reading.digital.routes.map(({ fact }) => fact))]
