import type { Assessment, DigitalSkills } from '../model/assessment.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { isDerived } from '../model/derived.js'
import { issue } from '../model/issue.js'
import type { CitizenRecord } from '../model/record.js'
import type { Verdict } from '../model/verdict.js'
import { digitalRulesOf } from '../rules/digital-rules.js'
import { effectOf, putEffect, type Effect } from '../rules/effect.js'
import { factReaderOf, type FactReader } from '../rules/fact-reader.js'
import { stepOf } from '../rules/parameter.js'
import { compileProgram, runProgram, type Program } from '../rules/program.js'
import { readFact } from '../rules/read-fact.js'
import { Reading } from '../rules/reading.js'
import { SlotTable } from '../rules/slot.js'
import { assessmentWindow } from '../rules/window.js'
import { bitsOf, CompiledAssessor, untracked } from './assessor.js'
import { uncountedNeeds } from './count-needs.js'
import { dayIndicatorsOf } from './day-indicators.js'
import { DigitalTeller } from './digital-skills.js'
import { missingOf, needLevelsOf, type NeedLevels } from './missing.js'
import { passRuleOf, passVerdict, type PassRule } from './pass.js'
import { unknownOf } from './unknown.js'

/** Absent: an ordinary area. `null`: asked and not known. */
export type Area = CitizenRecord['disadvantagedArea']

/**
 * Assesses people by the values of a row, without a record or an assessment between: `clear`, `put` for each value, `assess`.
 * What it then holds is what a table of results shows of the assessment of the record that these values make.
 */
export class RowAssessor {
  /** Of the indicators: all lower ends, then all upper ends. */
  readonly points: Float64Array
  /** Ends of the total. */
  lower = 0
  upper = 0
  verdict: Verdict = 'unknown'
  threshold = 0
  /** Of each, only the indicator is told. */
  missing: Assessment['missing'] = none
  unknown: Assessment['unknown'] = none
  /** The same object where it is equal. */
  digital: DigitalSkills
  /** Whether knowing the kind of area would change the verdict. */
  areaMatters = false

  readonly #set: CriteriaSet
  readonly #reading: Reading
  /** For values by themselves. */
  readonly #apart: Reading
  readonly #program: Program
  readonly #needs: readonly NeedLevels[]
  readonly #pass: PassRule
  readonly #facts: ReadonlyMap<string, FactReader>
  readonly #levelSlot: number
  readonly #levelBit: number
  readonly #indicators: readonly Scored[]
  readonly #teller: DigitalTeller
  readonly #selfSlot: number
  readonly #skills = new Map<number, DigitalSkills>()
  readonly #whole: CompiledAssessor

  /** @param set - that `compile` takes for the day */
  constructor(set: CriteriaSet, on: string) {
    this.#set = set
    const valueOf = (parameter: string): number => stepOf(set, parameter, on).value
    const max = valueOf(set.maximum.fact)
    const indicators = dayIndicatorsOf(set, valueOf, max)
    const slots = new SlotTable()
    const bits = bitsOf(indicators)
    const bitOf = (fact: string): number => bits.get(fact) ?? 0
    this.#program = compileProgram(indicators, slots, (fact) => bits.get(fact) ?? untracked)
    const selfUpdates = set.facts.find(({ id }) => id === 'selfUpdatesOnline')
    this.#selfSlot = selfUpdates ? slots.indexOf({ fact: selfUpdates, holds: 'value' }) : -1
    this.#needs = needLevelsOf(indicators, slots)
    const allOpen = [...bits.values()].reduce((all, bit) => all | bit, untracked)
    const digital = digitalRulesOf(set)
    const readingOf = (): Reading => new Reading(slots.slots.length, digital, assessmentWindow(on), allOpen)
    this.#reading = readingOf()
    this.#apart = readingOf()
    this.#levelSlot = slots.slots.findIndex(({ fact }) => isDerived(fact))
    this.#levelBit = set.facts.filter(isDerived).reduce((all, { id }) => all | bitOf(id), 0)
    this.#pass = passRuleOf(set, valueOf)
    this.points = new Float64Array(2 * set.indicators.length)
    this.#teller = new DigitalTeller(set, this.#reading, valueOf(set.digital.required.fact), this.#selfSlot)
    this.digital = this.#teller.tell(this.#reading)
    const given = set.facts.filter((fact) => !isDerived(fact))
    this.#facts = new Map(given.map((fact) => [fact.id, factReaderOf(fact, slots.slots, bitOf(fact.id), digital)]))
    this.#indicators = set.indicators.map(({ id }) => ({ id, score: { lower: 0, upper: 0, max }, floor: this.#pass.floor }))
    this.#whole = new CompiledAssessor(set, on, undefined)
  }

  /** The assessment of somebody of whom nothing else is known: what no evidence changes is the same for everybody. */
  nobody(group: string, area: Area): Assessment {
    const { warnings, ...nobody } = this.#whole.assess({ id: '-', group, disadvantagedArea: area })
    return { ...nobody, warnings: warnings.filter(({ code }) => code !== 'area_not_given') }
  }

  /** What is added to the warnings of everybody where the kind of area matters. */
  get areaWarning(): Assessment['warnings'][number] {
    return issue('area_not_given', ['disadvantagedArea'], { threshold: this.#pass.disadvantagedThreshold }, 'warning')
  }

  /** Whether a record of the group that says nothing but this is taken. @param field - not `evidence` */
  takes(group: string, field: string, key: string | undefined, value: unknown): boolean {
    return this.#whole.check({ id: '-', group, [field]: key === undefined ? value : { [key]: value } }).length === 0
  }

  /** How a fact of the set is read; `undefined` where it is none that records give. */
  readerOf(fact: string): FactReader | undefined {
    return this.#facts.get(fact)
  }

  /** @returns see `effectOf` */
  effectOf(fact: FactReader, value: unknown): Effect | undefined {
    return effectOf(this.#apart, fact, value)
  }

  clear(): void {
    this.#reading.clear()
  }

  put(effect: Effect): void {
    putEffect(this.#reading, effect)
  }

  /** As `put` does with the effect of the value; whether it was taken, `assess` tells. */
  putValue(fact: FactReader, value: unknown): void {
    readFact(this.#reading, fact, value)
  }

  /** @returns false where only the record itself can be assessed: something is wrong with it, or an item begins after the day */
  assess(area: Area): boolean {
    const reading = this.#reading
    if (reading.faults.length > 0 || reading.late.length > 0) return false
    reading.combineRoutes(this.#levelSlot, this.#levelBit)
    const { points } = this
    const pass = this.#pass
    runProgram(this.#program, reading.S, reading.open, points)
    const n = this.#indicators.length
    let [lower, upper, leastLower, leastUpper] = [0, 0, Infinity, Infinity]
    for (let i = 0; i < n; i++) {
      const low = points[i] as number
      const high = points[n + i] as number
      lower += low
      upper += high
      if (low < leastLower) leastLower = low
      if (high < leastUpper) leastUpper = high
    }
    this.lower = lower
    this.upper = upper
    const verdict = (this.verdict = passVerdict(pass, area, lower, upper, leastLower, leastUpper))
    this.areaMatters = area === undefined && passVerdict(pass, true, lower, upper, leastLower, leastUpper) !== verdict
    this.threshold = area === true ? pass.disadvantagedThreshold : pass.threshold
    this.missing = this.unknown = none
    if (verdict !== 'met') {
      for (let i = 0; i < n; i++) {
        const { score } = this.#indicators[i] as Scored
        score.lower = points[i] as number
        score.upper = points[n + i] as number
      }
      this.missing = this.#missingOf()
      if (verdict === 'unknown') this.unknown = this.#unknownOf(area)
    }
    this.digital = this.#skillsOf()
    return true
  }

  #missingOf(): Assessment['missing'] {
    return missingOf(this.#indicators, this.#needs, this.lower, this.upper, this.threshold, this.#reading.S, uncountedNeeds)
  }

  #unknownOf(area: Area): Assessment['unknown'] {
    return unknownOf({
      indicators: this.#indicators,
      needs: this.#needs,
      reading: this.#reading,
      facts: this.#set.facts,
      pass: this.#pass,
      area,
      lower: this.lower,
      upper: this.upper,
    })
  }

  #skillsOf(): DigitalSkills {
    const { S, digitalLower, digitalUpper, digitalEvidence } = this.#reading
    const [from, to] = [2 * this.#selfSlot, 2 * this.#selfSlot + 1]
    const self = from < 0 ? 0 : 2 * ((S[from] as number) >= 1 ? 1 : 0) + ((S[to] as number) >= 1 ? 1 : 0)
    const key = ((digitalLower * 16 + digitalUpper) * 2 + (digitalEvidence ? 1 : 0)) * 4 + self
    let skills = this.#skills.get(key)
    if (skills === undefined) this.#skills.set(key, (skills = this.#teller.tell(this.#reading)))
    return skills
  }
}

interface Scored {
  id: Assessment['missing'][number]['indicator']
  score: { lower: number; upper: number; max: number }
  floor: number
}

const none: never[] = []
