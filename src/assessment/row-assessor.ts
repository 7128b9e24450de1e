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
import { runProgram, type Program } from '../rules/program.js'
import { readFact } from '../rules/read-fact.js'
import { Reading } from '../rules/reading.js'
import { assessmentWindow } from '../rules/window.js'
import { CompiledAssessor } from './assessor.js'
import { uncountedNeeds } from './count-needs.js'
import { dayIndicatorsOf } from './day-indicators.js'
import { dayProgramOf } from './day-program.js'
import { DigitalTeller } from './digital-skills.js'
import { missingOf, type NeedLevels } from './missing.js'
import { passRuleOf, passTotal, thresholdOf, type PassRule } from './pass.js'
import { unknownOf } from './unknown.js'

/** Absent: an ordinary area. `null`: asked and not known. */
export type Area = CitizenRecord['disadvantagedArea']

/**
 * Assesses people by the values of a row, without a record or an assessment between: `clear`, `put` for each value, `assess`.
 * What it then holds is what a table of results shows of the assessment of the record that these values make.
 */
export class RowAssessor {
  /** Of the indicators: all lower ends, then all upper ends; then the ends of the total. */
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
    const { program, needs, slots, bitOf, allOpen, selfSlot } = dayProgramOf(set, indicators)
    this.#program = program
    this.#needs = needs
    this.#selfSlot = selfSlot
    const digital = digitalRulesOf(set)
    const readingOf = (): Reading => new Reading(slots.length, digital, assessmentWindow(on), allOpen)
    this.#reading = readingOf()
    this.#apart = readingOf()
    this.#levelSlot = slots.findIndex(({ fact }) => isDerived(fact))
    this.#levelBit = set.facts.filter(isDerived).reduce((all, { id }) => all | bitOf(id), 0)
    this.#pass = passRuleOf(set, valueOf)
    this.points = new Float64Array(2 * set.indicators.length + 2)
    this.#teller = new DigitalTeller(set, this.#reading, valueOf(set.digital.required.fact), this.#selfSlot)
    this.digital = this.#teller.tell(this.#reading)
    const given = set.facts.filter((fact) => !isDerived(fact))
    this.#facts = new Map(given.map((fact) => [fact.id, factReaderOf(fact, slots, bitOf(fact.id), digital)]))
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
    const verdict = (this.verdict = passTotal(pass, area, points, n))
    this.lower = points[2 * n] as number
    this.upper = points[2 * n + 1] as number
    this.areaMatters = area === undefined && passTotal(pass, true, points, n) !== verdict
    this.threshold = thresholdOf(pass, area)
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
