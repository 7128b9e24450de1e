import type { Assessment, IndicatorResult } from '../model/assessment.js'
import { weakest, type Basis } from '../model/basis.js'
import type { CriteriaSet, FrameRef } from '../model/criteria-set.js'
import { CdhtError, issue, refuse, type Issue, type Path } from '../model/issue.js'
import type { CitizenRecord } from '../model/record.js'
import type { Attester } from '../model/attester.js'
import type { Range, Verdict } from '../model/verdict.js'
import { digitalRulesOf } from '../rules/digital-rules.js'
import { stepOf as stepOfSet, type ParameterStep } from '../rules/parameter.js'
import { runProgram, type Program } from '../rules/program.js'
import { Reading } from '../rules/reading.js'
import { RecordReader } from '../rules/record-reader.js'
import { assessmentWindow } from '../rules/window.js'
import type { AssessOptions, Assessor } from './compile.js'
import { dayIndicatorsOf } from './day-indicators.js'
import { dayProgramOf } from './day-program.js'
import { DigitalTeller } from './digital-skills.js'
import { IndicatorTeller } from './indicator-teller.js'
import { missingOf, type NeedLevels } from './missing.js'
import { passRuleOf, passTotal, thresholdOf, type PassRule } from './pass.js'
import { unknownOf } from './unknown.js'

/** The set that may assess people of every group. */
export const frameworkId = 'framework'

/** See {@link Assessor}; the one implementation. */
export class CompiledAssessor implements Assessor {
  readonly #set: CriteriaSet
  readonly #on: string
  readonly #reading: Reading
  readonly #reader: RecordReader
  readonly #program: Program
  readonly #teller: IndicatorTeller
  readonly #position: ReadonlyMap<string, number>
  readonly #needs: readonly NeedLevels[]
  readonly #pass: PassRule
  readonly #max: number
  /** What the pass rule rests on: of ordinary and of disadvantaged areas, and where it is not known which. */
  readonly #frames: Record<'ordinary' | 'disadvantaged' | 'either', { basis: Basis; files: string[] }>
  readonly #digital: DigitalTeller
  readonly #factOrder: ReadonlyMap<string, number>
  /** Lower and upper ends of the indicators, and of their total. */
  readonly #points: Float64Array

  /** @param on - an existing day on which the set is in force */
  constructor(set: CriteriaSet, on: string, accept: readonly Attester[] | undefined) {
    this.#set = set
    this.#on = on
    const stepOf = (parameter: string): ParameterStep => stepOfSet(set, parameter, on)
    const valueOf = (parameter: string): number => stepOf(parameter).value
    const max = (this.#max = valueOf(set.maximum.fact))
    const indicators = dayIndicatorsOf(set, valueOf, max)

    const { program, needs, slots, bitOf, allOpen, selfSlot } = dayProgramOf(set, indicators)
    this.#program = program
    this.#needs = needs
    this.#reading = new Reading(slots.length, digitalRulesOf(set), assessmentWindow(on), allOpen)
    this.#position = new Map(set.indicators.map(({ id }, i) => [id, i]))
    this.#reader = new RecordReader(this.#reading, {
      facts: set.facts,
      slots,
      bitOf,
      indicators: this.#position,
      maximum: max,
      accept,
    })
    this.#digital = new DigitalTeller(set, this.#reading, valueOf(set.digital.required.fact), selfSlot)
    this.#factOrder = new Map(set.facts.map(({ id }, i) => [id, i]))
    this.#points = new Float64Array(2 * set.indicators.length + 2)

    const { threshold, disadvantagedThreshold, floor } = set.pass
    this.#pass = passRuleOf(set, valueOf)
    const frame = (...thresholds: FrameRef[]): { basis: Basis; files: string[] } => {
      const used = [...thresholds, floor, set.maximum]
      return {
        basis: weakest(used.map(({ fact }) => stepOf(fact).basis)),
        files: set.files.filter((file) => used.some(({ files }) => files.includes(file))),
      }
    }
    this.#frames = {
      ordinary: frame(threshold),
      disadvantaged: frame(disadvantagedThreshold),
      either: frame(threshold, disadvantagedThreshold),
    }
    this.#teller = new IndicatorTeller(set, indicators, {
      stepOf,
      max,
      floor: this.#pass.floor,
      scale: stepOf(set.maximum.fact),
      routes: this.#reading.digital.routes.map(({ basis }) => ({ basis })),
    })
  }

  assess(record: CitizenRecord, options?: AssessOptions): Assessment {
    this.#read(record)
    return this.assessRead(options)
  }

  /** Assesses the record that {@link check} has just taken. */
  assessRead(options?: AssessOptions): Assessment {
    runProgram(this.#program, this.#reading.S, this.#reading.open, this.#points)
    return this.#tell(options?.reasons ?? true)
  }

  scoreInto(record: CitizenRecord, out: Float64Array): void {
    this.#read(record)
    const { digitalLower, digitalUpper, S, open } = this.#reading
    runProgram(this.#program, S, open, out)
    const n = this.#needs.length
    const { area } = this.#reader
    const verdict = this.#sum(out, area)
    out[2 * n + 2] = thresholdOf(this.#pass, area)
    out[2 * n + 3] = verdict === 'met' ? 1 : verdict === 'unmet' ? 0 : -1
    out[2 * n + 4] = digitalLower
    out[2 * n + 5] = digitalUpper
  }

  /** What is wrong with a record; empty when it can be assessed. */
  check(record: unknown): readonly Issue[] {
    const faults = this.#reader.read(record)
    if (faults.length > 0) return faults
    return this.#isOfGroup() ? [] : [this.#groupIssue()]
  }

  #read(record: unknown): void {
    const faults = this.#reader.read(record)
    if (faults.length > 0) throw new CdhtError('record', refuse(faults).issues)
    if (!this.#isOfGroup()) throw new CdhtError('options', [this.#groupIssue()])
  }

  #isOfGroup(): boolean {
    return this.#reader.group === this.#set.group || this.#set.id === frameworkId
  }

  #groupIssue(): Issue {
    return issue('group_differs', ['set'], { expected: this.#set.group })
  }

  /** Puts declared scores in the place of the evidence's, the ends of the total behind them all, and says how they pass. */
  #sum(points: Float64Array, area: boolean | null | undefined): Verdict {
    const n = this.#needs.length
    const { scores } = this.#reader
    if (scores !== undefined)
      for (const id in scores) {
        const declared = scores[id]
        const i = this.#position.get(id) as number
        if (typeof declared === 'number') points[i] = points[n + i] = declared
      }
    return passTotal(this.#pass, area, points, n)
  }

  #tell(reasons: boolean): Assessment {
    const set = this.#set
    const { area, scores, id, group } = this.#reader
    const reading = this.#reading
    const n = this.#needs.length
    const points = this.#points
    const warnings: Issue[] = set.warnings.slice()
    for (const path of this.#inOrder(reading.late)) warnings.push(issue('after_day', path, {}, 'warning'))

    const indicators: IndicatorResult[] = []
    const frame = this.#frames[area === null ? 'either' : area === true ? 'disadvantaged' : 'ordinary']
    let { basis } = frame
    for (let i = 0; i < n; i++) {
      const evidenceScore: Range = { lower: points[i] as number, upper: points[n + i] as number }
      const result = this.#teller.tell(i, evidenceScore, scores)
      if (result.from === 'declared') {
        const { lower: declared } = result.score
        if (declared < evidenceScore.lower || declared > evidenceScore.upper)
          warnings.push(issue('declared_differs', ['scores', result.id], { declared, ...evidenceScore }, 'warning'))
      }
      indicators.push(result)
      if (result.basis !== basis) basis = weakest([basis, result.basis])
    }

    const verdict = this.#sum(points, area)
    const [lower, upper] = [points[2 * n] as number, points[2 * n + 1] as number]
    if (area === undefined && this.#sum(points, true) !== verdict)
      warnings.push(issue('area_not_given', ['disadvantagedArea'], { threshold: this.#pass.disadvantagedThreshold }, 'warning'))
    const threshold = thresholdOf(this.#pass, area)
    return {
      schema: 1,
      id,
      group,
      on: this.#on,
      set: { id: set.id, version: set.version, digest: set.digest, files: set.files.slice() },
      verdict,
      basis,
      score: { lower, upper, max: n * this.#max, threshold, basis: frame.basis, files: frame.files.slice() },
      competences: this.#teller.competences(indicators),
      indicators,
      missing: reasons && verdict !== 'met' ? missingOf(indicators, this.#needs, lower, upper, threshold, reading.S) : [],
      unknown:
        reasons && verdict === 'unknown'
          ? unknownOf({ indicators, needs: this.#needs, reading, facts: set.facts, pass: this.#pass, area, lower, upper })
          : [],
      digital: this.#digital.tell(reading),
      warnings,
    }
  }

  /** Items in the order of the vocabulary, whatever the order of a record's keys. */
  #inOrder(items: readonly Path[]): readonly Path[] {
    if (items.length < 2) return items
    const order = ([, fact]: Path): number => this.#factOrder.get(fact as string) as number
    return items.toSorted((a, b) => order(a) - order(b) || (a[2] as number) - (b[2] as number))
  }
}
