import { attesters, type Attester } from '../model/attester.js'
import type { DayRange } from '../model/day.js'
import { isDerived } from '../model/derived.js'
import type { Issue } from '../model/issue.js'
import { isObject, memberships, unitLevels } from '../model/record.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { factReaderOf, type FactReader } from './fact-reader.js'
import {
  booleanFault,
  codeFault,
  dateFault,
  dayFault,
  listFault,
  numberFault,
  objectFault,
  plainFault,
  textFault,
  wrongType,
  type Fault,
} from './fault.js'
import { readFact } from './read-fact.js'
import type { Reading } from './reading.js'
import type { Slot } from './slot.js'

type Json = Record<string, unknown>
const anyDate: DayRange = { first: 0, last: 0 }
const levelCodes = new Set<string>(unitLevels)
const membershipCodes = new Set<string>(memberships)
const attesterCodes = new Set<string>(attesters)

/**
 * Checks a record and fills the slots of a program in one pass over its keys.
 *
 * One reader reads one record at a time; what it read stays in its fields until the next call.
 */
export class RecordReader {
  id = ''
  group = ''
  /** Absent: an ordinary area. `null`: asked and not known. */
  area: boolean | null | undefined
  scores: Json | undefined
  evidence: Json | undefined

  readonly #reading: Reading
  readonly #facts: ReadonlyMap<string, FactReader>
  /** Derived facts among them: never given, but no fault when somebody attests them. */
  readonly #attestable: ReadonlySet<string>
  readonly #levelSlot: number
  readonly #levelBit: number
  readonly #indicators: { has(id: string): boolean }
  readonly #maximum: number
  readonly #accept: ReadonlySet<unknown> | undefined
  #attested: Json | undefined
  #first: FactReader | undefined

  constructor(
    reading: Reading,
    options: {
      facts: readonly FactDefinition[]
      slots: readonly Slot[]
      /** Bit of a fact in `reading.open`, 0 for facts that stay open. */
      bitOf: (fact: string) => number
      /** Ids that scores may be declared of. */
      indicators: { has(id: string): boolean }
      /** Most points that one indicator can give. */
      maximum: number
      /** Only evidence attested by these counts; without it all evidence does. */
      accept: readonly Attester[] | undefined
    },
  ) {
    const { facts, slots, bitOf } = options
    this.#reading = reading
    const given = facts.filter((fact) => !isDerived(fact))
    this.#facts = new Map(given.map((fact) => [fact.id, factReaderOf(fact, slots, bitOf(fact.id), reading.digital)]))
    this.#attestable = new Set(facts.map(({ id }) => id))
    this.#levelSlot = slots.findIndex(({ fact }) => isDerived(fact))
    this.#levelBit = facts.filter(isDerived).reduce((bits, { id }) => bits | bitOf(id), 0)
    this.#indicators = options.indicators
    this.#maximum = options.maximum
    this.#accept = options.accept && new Set(options.accept)
  }

  /** @returns what is wrong, every fault with code and path; empty when the record is read */
  read(record: unknown): readonly Issue[] {
    const reading = this.#reading
    reading.clear()
    this.evidence = this.scores = this.#attested = this.area = undefined
    this.id = this.group = ''
    if (!isObject(record)) return [wrongType('object')]
    for (const key in record) {
      const fault = this.#readField(key, record[key])
      if (fault !== undefined) reading.fault(fault, key)
    }
    if (record['id'] === undefined) reading.fault(plainFault('missing'), 'id')
    if (record['group'] === undefined) reading.fault(plainFault('missing'), 'group')
    if (this.scores !== undefined) this.#checkScores(this.scores)
    if (this.#attested !== undefined) this.#checkAttested(this.#attested)
    if (this.evidence !== undefined) this.#readEvidence(this.evidence)
    reading.combineRoutes(this.#levelSlot, this.#levelBit)
    return reading.faults
  }

  #readField(key: string, value: unknown): Fault {
    switch (key) {
      case 'id':
        if (typeof value === 'string') this.id = value
        return nameFault(value)
      case 'group':
        if (typeof value === 'string') this.group = value
        return nameFault(value)
      case 'evidence':
        if (isObject(value)) this.evidence = value
        return objectFault(value)
      case 'scores':
        if (isObject(value)) this.scores = value
        return objectFault(value)
      case 'attested':
        if (isObject(value)) this.#attested = value
        return objectFault(value)
      case 'disadvantagedArea':
        this.area = value as boolean | null | undefined
        return booleanFault(value)
      case 'registered':
        return booleanFault(value)
      case 'birth':
        return dateFault(value, anyDate)
      case 'recordedOn':
        return dayFault(value)
      case 'unitLevel':
        return codeFault(value, levelCodes)
      case 'memberships':
        return this.#checkMemberships(value)
      case 'units':
        return this.#checkUnits(value)
      default:
        return plainFault('unknown_key')
    }
  }

  #checkMemberships(value: unknown): Fault {
    const fault = listFault(value)
    if (fault === undefined && Array.isArray(value))
      // A gap in a list is an item as well.
      for (let i = 0; i < value.length; i++) {
        const found = codeFault(value[i] ?? NaN, membershipCodes)
        if (found !== undefined) this.#reading.fault(found, 'memberships', i)
      }
    return fault
  }

  #checkUnits(value: unknown): Fault {
    if (isObject(value))
      for (const key in value) {
        const unit = value[key]
        const known = key === 'residence' || key === 'workplace'
        const fault = known ? textFault(unit) : plainFault('unknown_key')
        if (fault !== undefined) this.#reading.fault(fault, 'units', key)
      }
    return objectFault(value)
  }

  #checkScores(scores: Json): void {
    for (const id in scores) {
      const points = scores[id]
      const fault = numberFault(points, 0, this.#maximum)
      const half = typeof points === 'number' && !Number.isInteger(points * 2) ? plainFault('not_half') : undefined
      const found = this.#indicators.has(id) ? (fault ?? half) : plainFault('unknown_indicator')
      if (found !== undefined) this.#reading.fault(found, 'scores', id)
    }
  }

  #checkAttested(attested: Json): void {
    for (const id in attested) {
      const by = attested[id]
      const fault = this.#attestable.has(id) ? codeFault(by, attesterCodes, 'unknown_attester') : plainFault('unknown_fact')
      if (fault !== undefined) this.#reading.fault(fault, 'attested', id)
    }
  }

  #readEvidence(evidence: Json): void {
    let fact = this.#first
    let before: FactReader | undefined
    const reading = this.#reading
    const accept = this.#accept
    for (const id in evidence) {
      if (fact === undefined || fact.id !== id) {
        fact = findAhead(fact, id)
        if (fact === undefined) {
          fact = this.#facts.get(id)
          if (fact === undefined) {
            this.#reading.fault(plainFault(this.#attestable.has(id) ? 'derived_fact' : 'unknown_fact'), 'evidence', id)
            continue
          }
          if (before === undefined) this.#first = fact
          else before.next = fact
        }
      }
      const value = evidence[id]
      if (value !== null && value !== undefined) {
        if (accept === undefined) readFact(reading, fact, value)
        else this.#readAttested(fact, value, accept)
      }
      before = fact
      fact = fact.next
    }
  }

  /** Evidence that nobody acceptable stands behind is checked and then forgotten, as if it had not been given. */
  #readAttested(fact: FactReader, value: unknown, accept: ReadonlySet<unknown>): void {
    const reading = this.#reading
    const { open, digitalEvidence } = reading
    const late = reading.late.length
    readFact(reading, fact, value)
    if (accept.has(this.#attested?.[fact.id] ?? 'self')) return
    reading.open = open
    reading.digitalEvidence = digitalEvidence
    reading.late.length = late
    reading.blankSlot(fact.slot)
    for (const slot of fact.codeSlots) reading.blankSlot(slot)
    for (const { slot } of fact.counters) reading.blankSlot(slot)
    if (fact.rated) reading.areaCount.set(reading.blankAreas)
    for (const route of fact.routes) reading.putRoute(route, 0, reading.blankRoutes[2 * route + 1] as number)
  }
}

/** Most facts that a record may leave out at one place before its order counts as another one. */
const mostSkipped = 3

/** Records leave facts out more often than they change their order. @param expected - which is not the one looked for */
function findAhead(expected: FactReader | undefined, id: string): FactReader | undefined {
  let fact = expected?.next
  for (let skipped = 1; fact !== undefined && skipped <= mostSkipped; skipped++) {
    if (fact.id === id) return fact
    fact = fact.next
  }
  return undefined
}

/** Of a text that is required; that it is missing is told apart. */
const nameFault = (value: unknown): Fault =>
  value === '' ? plainFault('empty') : value === null ? wrongType('text') : textFault(value)
