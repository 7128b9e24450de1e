import { isoDay, readPartialDate, type DayRange } from '../model/day.js'
import { isObject, listLimit, memberships, unitLevels } from '../model/record.js'
import { attesters, type Attester } from '../model/attester.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { factReaderOf, type FactReader } from './fact-reader.js'
import { readFact } from './read-fact.js'
import type { Reading } from './reading.js'
import type { Slot } from './slot.js'

type Json = Record<string, unknown>
const anyDate: DayRange = { first: 0, last: 0 }

/**
 * Checks a record and fills the slots of a program in one pass over its keys. It takes exactly what the schema of
 * `diagnose.ts` takes; that one is slow and says what is wrong.
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
  readonly #indicators: ReadonlySet<string>
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
      indicators: readonly string[]
      /** Most points that one indicator can give. */
      maximum: number
      /** Only evidence attested by these counts; without it all evidence does. */
      accept: readonly Attester[] | undefined
    },
  ) {
    const { facts, slots, bitOf } = options
    this.#reading = reading
    const isDerived = (fact: FactDefinition): boolean => fact.type === 'rank' && fact.derived === true
    const given = facts.filter((fact) => !isDerived(fact))
    this.#facts = new Map(given.map((fact) => [fact.id, factReaderOf(fact, slots, bitOf(fact.id), reading.digital)]))
    this.#attestable = new Set(facts.map(({ id }) => id))
    this.#levelSlot = slots.findIndex(({ fact }) => isDerived(fact))
    this.#levelBit = facts.filter(isDerived).reduce((bits, { id }) => bits | bitOf(id), 0)
    this.#indicators = new Set(options.indicators)
    this.#maximum = options.maximum
    this.#accept = options.accept && new Set(options.accept)
  }

  /** @returns false when the record is malformed in any way; what was read so far is then worth nothing */
  read(record: unknown): boolean {
    const reading = this.#reading
    reading.clear()
    this.evidence = this.scores = this.#attested = this.area = undefined
    this.id = this.group = ''
    if (!isObject(record)) return false
    for (const key in record) if (!this.#readField(key, record[key])) return false
    if (this.id === '' || this.group === '') return false
    if (this.scores !== undefined && !this.#checkScores(this.scores)) return false
    if (this.#attested !== undefined && !this.#checkAttested(this.#attested)) return false
    if (this.evidence !== undefined && !this.#readEvidence(this.evidence)) return false
    reading.combineRoutes()
    if (this.#levelSlot >= 0) {
      reading.S[2 * this.#levelSlot] = reading.digitalLower
      reading.S[2 * this.#levelSlot + 1] = reading.digitalUpper
      if (reading.digitalLower === reading.digitalUpper) reading.open &= ~this.#levelBit
    }
    return true
  }

  #readField(key: string, value: unknown): boolean {
    const given = value !== undefined && value !== null
    switch (key) {
      case 'id':
        return typeof value === 'string' && (this.id = value) !== ''
      case 'group':
        return typeof value === 'string' && (this.group = value) !== ''
      case 'evidence':
        if (!given) return true
        return isObject(value) && ((this.evidence = value), true)
      case 'disadvantagedArea':
        if (given && typeof value !== 'boolean') return false
        this.area = value as boolean | null | undefined
        return true
      case 'scores':
        if (!given) return true
        return isObject(value) && ((this.scores = value), true)
      case 'attested':
        if (!given) return true
        return isObject(value) && ((this.#attested = value), true)
      case 'birth':
        return !given || (typeof value === 'string' && readPartialDate(value, anyDate))
      case 'recordedOn':
        return !given || (typeof value === 'string' && isoDay(value) !== undefined)
      case 'registered':
        return !given || typeof value === 'boolean'
      case 'unitLevel':
        return !given || unitLevels.includes(value as never)
      case 'memberships':
        return (
          !given ||
          (Array.isArray(value) && value.length <= listLimit && value.every((one) => memberships.includes(one as never)))
        )
      case 'units':
        return !given || (isObject(value) && areUnits(value))
      default:
        return false
    }
  }

  #checkScores(scores: Json): boolean {
    for (const id in scores) {
      const points = scores[id]
      if (!this.#indicators.has(id)) return false
      if (points === null || points === undefined) continue
      if (typeof points !== 'number' || !(points >= 0 && points <= this.#maximum) || !Number.isInteger(points * 2)) return false
    }
    return true
  }

  #checkAttested(attested: Json): boolean {
    for (const id in attested) {
      const by = attested[id]
      if (!this.#attestable.has(id)) return false
      if (by !== null && by !== undefined && !attesters.includes(by as never)) return false
    }
    return true
  }

  #readEvidence(evidence: Json): boolean {
    let fact = this.#first
    let before: FactReader | undefined
    const reading = this.#reading
    const accept = this.#accept
    for (const id in evidence) {
      if (fact === undefined || fact.id !== id) {
        fact = findAhead(fact, id)
        if (fact === undefined) {
          fact = this.#facts.get(id)
          if (fact === undefined) return false
          if (before === undefined) this.#first = fact
          else before.next = fact
        }
      }
      const value = evidence[id]
      if (value !== null && value !== undefined) {
        if (accept === undefined) {
          if (!readFact(reading, fact, value)) return false
        } else if (!this.#readAttested(fact, value, accept)) return false
      }
      before = fact
      fact = fact.next
    }
    return true
  }

  /** Evidence that nobody acceptable stands behind is checked and then forgotten, as if it had not been given. */
  #readAttested(fact: FactReader, value: unknown, accept: ReadonlySet<unknown>): boolean {
    const reading = this.#reading
    const { open, digitalEvidence } = reading
    const late = reading.late.length
    if (!readFact(reading, fact, value)) return false
    if (accept.has(this.#attested?.[fact.id] ?? 'self')) return true
    reading.open = open
    reading.digitalEvidence = digitalEvidence
    reading.late.length = late
    reading.blankSlot(fact.slot)
    for (const slot of fact.codeSlots) reading.blankSlot(slot)
    for (const { slot } of fact.counters) reading.blankSlot(slot)
    if (fact.rated) reading.areaCount.set(reading.blankAreas)
    for (const route of fact.routes) reading.putRoute(route, 0, reading.blankRoutes[2 * route + 1] as number)
    return true
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

function areUnits(units: Json): boolean {
  for (const key in units) {
    const unit = units[key]
    if (key !== 'residence' && key !== 'workplace') return false
    if (unit !== null && unit !== undefined && typeof unit !== 'string') return false
  }
  return true
}
