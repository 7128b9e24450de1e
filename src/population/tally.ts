import { digitalFlags } from '../assessment/digital-skills.js'
import type { Assessment } from '../model/assessment.js'
import { weakest, type Basis } from '../model/basis.js'
import type { Day } from '../model/day.js'
import { indicatorIds } from '../model/indicator.js'
import { CdhtError, issue, type Path } from '../model/issue.js'
import type { CitizenRecord } from '../model/record.js'
import type { Range, Verdict } from '../model/verdict.js'
import { stepOn } from '../rules/parameter.js'
import { isAdult, lastBirthOfAge } from './adult.js'
import type { Person } from './cell.js'
import { CellTable, membershipsOf } from './cell-table.js'
import { FindingTable } from './finding-table.js'
import type { UsedSet } from './finding-json.js'
import { isAssessed } from './is-assessed.js'
import { profileCode } from './profile.js'
import { peopleIn, readTally, type TallyData } from './tally-json.js'
import { notInForce, tallySettings, type TallyOptions, type TallySettings } from './tally-options.js'
import { rowOf, type TallyRow } from './tally-row.js'

/**
 * People counted by where they live and, apart, by where they work; of each unit by group, level of the workplace and
 * memberships. Counts are whole numbers and no id is kept, so the same person may not be added twice.
 *
 * Tallies add up: merging those of any parts of a population, in any order, gives the tally of the whole, and an empty tally
 * changes nothing.
 */
export interface Tally {
  /** Number of people counted. */
  readonly people: number
  /**
   * What is missing is counted as far as the assessment tells it.
   *
   * @throws CdhtError `options` when the assessment is of another record
   */
  add(assessment: Assessment, record: CitizenRecord): void
  /**
   * Adds what `scoreInto` has just written for a record, as {@link Tally.add} would add its assessment, except for what scores do
   * not tell: what is missing, and the set unless the tally was given it. Give the tally the same `on`, `accept` and, of an
   * overlay, `set` as `compile`.
   *
   * @throws CdhtError `options` when `out` holds no such numbers
   */
  addScores(out: Float64Array, record: CitizenRecord): void
  /** Adds everybody of another tally to this one, and returns this one. The other stays as it is. */
  merge(other: Tally): Tally
  /** One row for each cell, by residence and then by workplace, in the same order for the same people. */
  rows(): TallyRow[]
  /** Plain data, equal for the same people in whatever order; {@link parseTally} reads it. */
  toJSON(): TallyData
}

/**
 * An empty tally.
 *
 * @throws CdhtError `options`
 *
 * @example
 * const count = tally()
 * for (const person of people) count.add(evaluate(person, { on: '2025-12-31' }), person)
 */
export function tally(options: TallyOptions = {}): Tally {
  return new Counter(options)
}

/**
 * The tally that `toJSON` gave.
 *
 * @param json - parsed JSON, or any value
 * @throws CdhtError `options` when it is no tally, or one that contradicts itself
 */
export function parseTally(json: unknown, options: TallyOptions = {}): Tally {
  return tallyOf(readTally(json), options)
}

/** @param data - of a tally; cells that came to be of the same people are counted as one */
export function tallyOf(data: TallyData, options: TallyOptions = {}): Tally {
  return new Counter(options).take(data)
}

const length = indicatorIds.length

class Counter implements Tally {
  readonly #settings: TallySettings
  readonly #tables = { residence: new CellTable(), workplace: new CellTable() }
  readonly #findings = new FindingTable()
  /** By digest, version and id. */
  readonly #sets = new Map<string, UsedSet>()
  readonly #points = new Float64Array(2 * length + 2)
  readonly #ages = new Map<number, Basis>()
  #basis: Basis | null = null
  #days: TallyData['days'] = null
  #people = 0
  /** Of the day that came last. */
  #adults: { on: string; lastBirth: Day; age: number; basis: Basis } | undefined

  constructor(options: TallyOptions) {
    this.#settings = tallySettings(options)
  }

  get people(): number {
    return this.#people
  }

  add(assessment: Assessment, record: CitizenRecord): void {
    const { id, on, set, verdict, basis, score, indicators, digital, missing } = assessment
    if (id !== record.id) throw wrongOption('assessment', 'id')
    const points = this.#points
    indicators.forEach((one, i) => {
      // Every set has all ten; in another order only if its competences have.
      const at = indicatorIds[i] === one.id ? i : indicatorIds.indexOf(one.id)
      points[at] = one.score.lower
      points[length + at] = one.score.upper
    })
    points[2 * length] = score.lower
    points[2 * length + 1] = score.upper
    this.#count(record, on, basis, verdict, digital, digital.level, points)
    this.#findings.add(record, score.threshold, missing)
    this.#keepSet(set, 1)
  }

  addScores(out: Float64Array, record: CitizenRecord): void {
    const verdict = verdictOf.get(out[2 * length + 3])
    const level = { lower: out[2 * length + 4] as number, upper: out[2 * length + 5] as number }
    const threshold = out[2 * length + 2] as number
    if (verdict === undefined || !(level.lower >= 0 && level.upper >= level.lower && threshold >= 0)) throw wrongOption('out')
    const { on, basis, set } = this.#settings
    this.#count(record, on, basis, verdict, this.#flags(level, record), level, out)
    this.#findings.add(record, threshold, undefined)
    if (set) this.#keepSet(set, 1)
  }

  merge(other: Tally): Tally {
    return this.take(other.toJSON())
  }

  take({ basis, adultAges, days, residence, workplace, findings, sets }: TallyData): this {
    if (basis) this.#basis = weakest([basis, this.#basis ?? basis])
    for (const { age, basis: ofAge } of adultAges) this.#keepAge(age, ofAge)
    if (days) this.#keepDays(days.first, days.last)
    this.#tables.residence.merge(residence)
    this.#tables.workplace.merge(workplace)
    this.#findings.merge(findings)
    for (const { people, ...set } of sets) this.#keepSet(set, people)
    for (const { profiles } of residence) this.#people += peopleIn(profiles)
    return this
  }

  rows(): TallyRow[] {
    const { residence, workplace } = this.toJSON()
    return [...residence.map((cell) => rowOf('residence', cell)), ...workplace.map((cell) => rowOf('workplace', cell))]
  }

  toJSON(): TallyData {
    return {
      schema: 2,
      basis: this.#basis,
      adultAges: [...this.#ages].sort(([a], [b]) => a - b).map(([age, basis]) => ({ age, basis })),
      days: this.#days && { ...this.#days },
      residence: this.#tables.residence.toJSON(),
      workplace: this.#tables.workplace.toJSON(),
      findings: this.#findings.toJSON(),
      sets: [...this.#sets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => ({ ...set })),
    }
  }

  #count(
    record: CitizenRecord,
    on: string | undefined,
    basis: Basis,
    verdict: Verdict,
    flags: { hasSkills: Verdict; proficient: Verdict },
    digital: Range,
    points: Float64Array,
  ): void {
    // Sums of anything but whole and half points would depend on their order.
    for (let i = 0; i < 2 * length + 2; i++) if (!Number.isInteger(2 * (points[i] as number))) throw wrongOption('score', i)
    const registered = threeValued(record.registered)
    const adult = on === undefined ? 'unknown' : this.#isAdult(record, on)
    const { hasSkills, proficient } = flags
    const profile = profileCode({ adult, registered, assessed: isAssessed(record), verdict, hasSkills, proficient })
    const person: Person = { profile, digital, points }
    const { group, units, unitLevel } = record
    const of = membershipsOf(record)
    this.#tables.residence.cellOf(units?.residence ?? null, group, null, of).add(person)
    this.#tables.workplace.cellOf(units?.workplace ?? null, group, unitLevel ?? null, of).add(person)
    this.#people++
    this.#basis = weakest([basis, this.#basis ?? basis])
    if (on !== undefined) this.#keepDays(on, on)
  }

  #isAdult({ birth }: CitizenRecord, on: string): Verdict {
    if (this.#adults?.on !== on) {
      const step = stepOn(this.#settings.rules.adultAge, on)
      if (step === undefined) throw notInForce(on)
      this.#adults = { on, lastBirth: lastBirthOfAge(on, step.value), age: step.value, basis: step.basis }
    }
    this.#keepAge(this.#adults.age, this.#adults.basis)
    return isAdult(birth, this.#adults.lastBirth)
  }

  #flags({ lower, upper }: Range, record: CitizenRecord): { hasSkills: Verdict; proficient: Verdict } {
    const { levels, required, accept, asksSelfUpdates } = this.#settings
    const isAccepted = accept === undefined || accept.includes(record.attested?.selfUpdatesOnline ?? 'self')
    const answer = isAccepted ? threeValued(record.evidence?.selfUpdatesOnline) : 'unknown'
    const [first, ...rest] = required.map((of) =>
      digitalFlags({ levels }, of, lower, upper, asksSelfUpdates ? answer : 'unmet'),
    ) as [{ hasSkills: Verdict; proficient: Verdict }]
    return (rest as (typeof first)[]).reduce(
      (a, b) => ({
        hasSkills: a.hasSkills === b.hasSkills ? a.hasSkills : 'unknown',
        proficient: a.proficient === b.proficient ? a.proficient : 'unknown',
      }),
      first,
    )
  }

  #keepAge(age: number, basis: Basis): void {
    this.#ages.set(age, weakest([basis, this.#ages.get(age) ?? basis]))
  }

  #keepSet({ id, version, digest }: Omit<UsedSet, 'people'>, people: number): void {
    const key = `${digest} ${version} ${id}`
    const kept = this.#sets.get(key)
    if (kept) kept.people += people
    else this.#sets.set(key, { id, version, digest, people })
  }

  #keepDays(first: string, last: string): void {
    const days = this.#days
    if (!days) this.#days = { first, last }
    else this.#days = { first: first < days.first ? first : days.first, last: last > days.last ? last : days.last }
  }
}

const verdictOf: ReadonlyMap<number | undefined, Verdict> = new Map([
  [1, 'met'],
  [0, 'unmet'],
  [-1, 'unknown'],
])

const threeValued = (value: boolean | null | undefined): Verdict => (value == null ? 'unknown' : value ? 'met' : 'unmet')

const wrongOption = (...path: Path): CdhtError => new CdhtError('options', [issue('wrong_option', path, {})])
