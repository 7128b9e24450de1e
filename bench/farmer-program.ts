import { digitalRulesOf } from '../src/rules/digital-rules.js'
import { stepOn, type ParameterStep } from '../src/rules/parameter.js'
import { compileProgram, type GradedRules, type Program } from '../src/rules/program.js'
import { Reading } from '../src/rules/reading.js'
import { RecordReader } from '../src/rules/record-reader.js'
import { questionsOf, ruleOf } from '../src/rules/rule.js'
import { keyOf, SlotTable, type Slot } from '../src/rules/slot.js'
import { assessmentWindow } from '../src/rules/window.js'
import { farmer } from '../src/sets/shipped/farmer.js'
import type { CitizenRecord } from '../src/model/record.js'
import { handFacts, handSlots } from './farmer-by-hand.js'

/** The day of all measurements. */
export const on = '2025-12-31'

const valueOf = (parameter: string): number => {
  const of = farmer.parameters[parameter]
  return ((of && stepOn(of, on)) as ParameterStep).value
}
export const maximum = valueOf(farmer.maximum.fact)

const facts = new Map(farmer.facts.map((fact) => [fact.id, fact]))
export const farmerRules: readonly GradedRules[] = farmer.indicators.map(({ grading, levels }) => ({
  grading,
  cap: maximum,
  levels: levels.map(({ points, when }) => ({ points, rule: ruleOf(when, { facts, conditions: farmer.conditions, valueOf }) })),
}))

/** The program of the farmer set with its reader, as an assessor has them inside, so that each part can be timed alone. */
export class FarmerProgram {
  readonly program: Program
  readonly slots: readonly Slot[]
  readonly reading: Reading
  readonly reader: RecordReader

  constructor() {
    const table = new SlotTable()
    const bitOf = bitsOf(farmerRules)
    this.program = compileProgram(farmerRules, table, bitOf)
    this.slots = table.slots
    this.reading = new Reading(table.slots.length, digitalRulesOf(farmer), assessmentWindow(on), allOf(bitOf))
    this.reader = new RecordReader(this.reading, {
      facts: farmer.facts,
      slots: table.slots,
      bitOf,
      indicators: new Set(farmer.indicators.map(({ id }) => id)),
      maximum,
      accept: undefined,
    })
  }

  /** What the reader makes of one record, as a copy that stays. */
  read(record: CitizenRecord): Filled {
    if (!this.reader.read(record)) throw new Error('a drawn record is refused')
    return { S: this.reading.S.slice(), open: this.reading.open }
  }
}

export interface Filled {
  S: Float64Array
  open: number
}

/** Bits of the facts that rules ask about; 0 for the others. */
function bitsOf(rules: readonly GradedRules[]): (fact: string) => number {
  const asked = new Set(
    rules.flatMap(({ levels }) => levels.flatMap(({ rule }) => [...questionsOf(rule)].map((one) => one.slot.fact.id))),
  )
  if (asked.size > 31) throw new Error('more facts than bits')
  const bits = new Map([...asked].map((fact, i) => [fact, 1 << i]))
  return (fact) => bits.get(fact) ?? 0
}

const allOf = (bitOf: (fact: string) => number): number => farmer.facts.reduce((all, { id }) => all | bitOf(id), 0)

/** A slot in the words of the criteria files, as rules written elsewhere number it. */
export interface ForeignSlot {
  fact: string
  holds: string
  code?: string
  params?: object
}

/** Rearranges filled slots into the order in which the hand-written rules keep them. */
export const handFiller = (slots: readonly Slot[]): ((filled: Filled) => Filled) =>
  fillerFor(slots, handSlots, (fact) => 1 << handFacts.indexOf(fact as never))

/**
 * Rearranges filled slots into the order of other rules for the same set. What those have beside is left unknown.
 *
 * @param bitFor - the bit by which the other rules know an open fact
 */
export function fillerFor(
  slots: readonly Slot[],
  wanted: readonly ForeignSlot[],
  bitFor: (fact: string) => number,
): (filled: Filled) => Filled {
  const bitOf = bitsOf(farmerRules)
  const position = new Map(slots.map((slot, i) => [keyOf(slot), i]))
  const from = wanted.map((slot) => position.get(keyOf({ ...slot, fact: facts.get(slot.fact) } as Slot)) ?? -1)
  const known = new Set(from.filter((at) => at >= 0))
  if (known.size !== slots.length) throw new Error('the other rules know other slots than the farmer set')
  const asked = [...new Set(slots.map(({ fact }) => fact.id))]
  return ({ S, open }) => ({
    S: Float64Array.from({ length: 2 * from.length }, (_, end) => {
      const at = from[end >> 1] as number
      if (at < 0) return end % 2 === 0 ? -Infinity : Infinity
      return S[2 * at + (end & 1)] as number
    }),
    open: asked.reduce((bits, fact) => ((open & bitOf(fact)) === 0 ? bits : bits | bitFor(fact)), 0),
  })
}
