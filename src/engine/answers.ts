import { isoText } from '../model/day.js'
import { leavesOf, type Leaf, type LeafParams } from '../model/condition.js'
import type { Attester } from '../model/attester.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { isDerived } from '../model/derived.js'
import type { CitizenRecord } from '../model/record.js'
import type { Range } from '../model/verdict.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { digitalRulesOf } from '../rules/digital-rules.js'
import { Reading } from '../rules/reading.js'
import { RecordReader } from '../rules/record-reader.js'
import { slotOf, SlotTable, type Slot } from '../rules/slot.js'
import { assessmentWindow } from '../rules/window.js'
import type { RuleParams } from './rule-condition.js'

/** Before every day: the latest of no day at all. */
const noDay = '0000-00-00'

/** A value as rules compare it; `null` is not known, or has no such end. */
export type Answer = number | boolean | string | string[] | null

/** Answers what the rules of one set ask of a record, from the same reading of evidence as every assessment. */
export class Answers {
  readonly #facts: ReadonlyMap<string, FactDefinition>
  readonly #routeFacts: readonly string[]
  readonly #accept: readonly Attester[] | undefined
  readonly #slots = new SlotTable()
  readonly #reading: Reading
  readonly #reader: RecordReader

  /** @param on - an existing day */
  constructor(set: CriteriaSet, on: string, accept: readonly Attester[] | undefined) {
    this.#facts = new Map(set.facts.map((fact) => [fact.id, fact]))
    this.#accept = accept
    for (const { levels } of set.indicators)
      for (const { when } of levels)
        for (const leaf of leavesOf(when, set.conditions)) {
          if (this.isMeasured(leaf)) this.#slots.indexOf(slotOf(leaf, this.#facts.get(leaf.fact) as FactDefinition))
        }
    const digital = digitalRulesOf(set)
    this.#routeFacts = [...new Set(digital.routes.map(({ fact }) => fact))]
    this.#reading = new Reading(this.#slots.slots.length, digital, assessmentWindow(on), 0)
    this.#reader = new RecordReader(this.#reading, {
      facts: set.facts,
      slots: this.#slots.slots,
      bitOf: () => 0,
      indicators: new Set(),
      maximum: 0,
      accept,
    })
  }

  /** Whether a leaf asks about a number that is worked out, of which both ends may be known apart. */
  isMeasured({ fact, params }: Pick<Leaf, 'fact' | 'params'>): boolean {
    return params !== undefined || isDerived(this.#facts.get(fact) as FactDefinition)
  }

  /** The facts that a person may give and that a fact is made of: itself, or those that show a derived one. */
  sourcesOf(fact: string): readonly string[] {
    const definition = this.#facts.get(fact)
    return definition && isDerived(definition) ? this.#routeFacts : [fact]
  }

  /** Whether evidence attested as the record says counts. */
  isAccepted(record: CitizenRecord, fact: string): boolean {
    const by = (record.attested as Readonly<Record<string, Attester | null>> | null | undefined)?.[fact] ?? 'self'
    return this.#accept === undefined || this.#accept.includes(by)
  }

  /** The value of a fact as a rule of json-rules-engine reads it. */
  answer(record: CitizenRecord, id: string, params: RuleParams = {}): Answer {
    const fact = this.#facts.get(id) as FactDefinition
    const { end, ...rest } = params
    if (isDerived(fact) || rest.measure !== undefined) {
      const { lower, upper } = this.range(record, id, rest as LeafParams)
      return told(end === 'upper' ? upper : lower, rest.measure === 'latest')
    }
    const value = this.#accepted(record, id)
    if (fact.type === 'codes' && value !== null && !Array.isArray(value))
      return heldCodes(fact.codes, value as Record<string, boolean | null>, end === 'upper')
    return value as Answer
  }

  /** What is known of a measure of a list, of the number of codes, or of the derived level. */
  range(record: CitizenRecord, id: string, params: LeafParams | undefined): Range {
    const fact = this.#facts.get(id) as FactDefinition
    const evidence = Object.fromEntries(this.sourcesOf(id).map((source) => [source, evidenceOf(record, source)]))
    const { attested } = record
    // A value that cannot be read is told by the assessment, once all is in.
    if (this.#reader.read({ id: 'x', group: 'x', evidence, attested }).length > 0) return { lower: -Infinity, upper: Infinity }
    const slot: Slot = slotOf({ fact: id, operator: '', value: 0, ...(params && { params }) }, fact)
    const at = this.#slots.indexOf(slot)
    return { lower: this.#reading.S[2 * at] as number, upper: this.#reading.S[2 * at + 1] as number }
  }

  #accepted(record: CitizenRecord, fact: string): unknown {
    return this.isAccepted(record, fact) ? evidenceOf(record, fact) : null
  }
}

/** What a record gives for a fact; `null` where it gives nothing. */
export function evidenceOf(record: CitizenRecord, fact: string): unknown {
  const evidence = record.evidence as Readonly<Record<string, unknown>> | null | undefined
  return evidence && Object.hasOwn(evidence, fact) ? (evidence[fact] ?? null) : null
}

function told(end: number, isDay: boolean): Answer {
  if (!isDay) return Number.isFinite(end) ? end : null
  if (end === -Infinity) return noDay
  return end === Infinity ? null : isoText(end)
}

function heldCodes(codes: readonly { code: string }[], held: Readonly<Record<string, boolean | null>>, upper: boolean): string[] {
  return codes.map(({ code }) => code).filter((code) => (upper ? held[code] !== false : held[code] === true))
}
