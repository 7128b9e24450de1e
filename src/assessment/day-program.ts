import type { CriteriaSet } from '../model/criteria-set.js'
import { compileProgram, type Program } from '../rules/program.js'
import { questionsOf } from '../rules/rule.js'
import { SlotTable, type Slot } from '../rules/slot.js'
import type { DayIndicator } from './day-indicators.js'
import { needLevelsOf, type NeedLevels } from './missing.js'

/** More facts than fit into one number's bits are simply never counted as known; they cost a second walk, not exactness. */
const trackedFacts = 30
/** The bit of facts that are not tracked: always set. */
const untracked = 1 << trackedFacts

/** The indicators of a day as a program over slots. */
export interface DayProgram {
  program: Program
  needs: readonly NeedLevels[]
  slots: readonly Slot[]
  /** Bit of a fact in the set of open facts, 0 for facts that stay open. */
  bitOf: (fact: string) => number
  /** Every bit, as before anything is known. */
  allOpen: number
  /** Slot that says whether the person updates the own evidence online; -1: the set has no such fact. */
  selfSlot: number
}

export function dayProgramOf(set: CriteriaSet, indicators: readonly DayIndicator[]): DayProgram {
  const table = new SlotTable()
  const rules = indicators.flatMap(({ levels }) => levels)
  const asked = new Set(rules.flatMap(({ rule }) => [...questionsOf(rule)].map(({ slot }) => slot.fact.id)))
  const bits = new Map([...asked].slice(0, trackedFacts).map((fact, i) => [fact, 1 << i]))
  const program = compileProgram(indicators, table, (fact) => bits.get(fact) ?? untracked)
  const selfUpdates = set.facts.find(({ id }) => id === 'selfUpdatesOnline')
  return {
    program,
    selfSlot: selfUpdates ? table.indexOf({ fact: selfUpdates, holds: 'value' }) : -1,
    needs: needLevelsOf(indicators, table),
    slots: table.slots,
    bitOf: (fact) => bits.get(fact) ?? 0,
    allOpen: untracked | ((1 << bits.size) - 1),
  }
}
