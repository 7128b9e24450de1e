import { isDerived } from '../model/derived.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { compileProgram, runProgram, type Program } from '../rules/program.js'
import { holds, questionsOf, type Question } from '../rules/rule.js'
import { digitalFacts, type DayRules } from './day-rules.js'

/** How one fact may turn out: the number in each of its slots, and the level of digital skills that it alone shows. */
export interface Answer {
  values: readonly number[]
  level: number
}

/** A fact as rules see it. */
export interface AskedFact {
  fact: FactDefinition
  /** Positions of its slots in the program. */
  slots: readonly number[]
  /** Positions of the routes of digital skills that it feeds. */
  routes: readonly number[]
  /** More of it (or less, where less is better) never lowers a score. */
  isMonotone: boolean
}

/** What asks about a fact: comparisons of its slots, and of the level of digital skills. */
export interface Asking {
  questions: readonly { slot: number; question: Question }[]
  /** Comparisons with the level. */
  levels: readonly Question[]
}

/** One indicator, compiled apart from the others. */
export interface AskedIndicator {
  program: Program
  /** Positions of the facts that it reads. */
  facts: readonly number[]
  /** By position of a fact, what this indicator asks about it. */
  asking: ReadonlyMap<number, Asking>
}

/** What is the same for every record of a set on a day. */
export interface AskedRules {
  rules: DayRules
  facts: readonly AskedFact[]
  indicators: readonly AskedIndicator[]
  /** Position of the slot of the level; -1: nobody asks. */
  levelSlot: number
  /** By position of a fact, how it may turn out where nobody has given it: the same for everybody, worked out once. */
  ifAbsent: Map<number, readonly Answer[] | undefined>
}

export function askedRulesOf(rules: DayRules): AskedRules {
  const { slots } = rules.slots
  const levelSlot = slots.findIndex(({ fact }) => isDerived(fact))
  const digital = levelSlot < 0 ? [] : digitalFacts(rules)
  const against = new Set(rules.set.warnings.flatMap((one) => (one.code === 'against_fact_way' ? [one.fact] : [])))
  const facts = rules.set.facts.flatMap((fact): AskedFact[] => {
    const own = slots.flatMap((slot, at) => (slot.fact.id === fact.id && !isDerived(slot.fact) ? [at] : []))
    const { routes } = rules.reading.digital
    const fed = digital.includes(fact.id) ? routes.flatMap((one, r) => (one.fact === fact.id ? [r] : [])) : []
    if (own.length === 0 && fed.length === 0) return []
    const goesOneWay = fact.better !== 'neither' && !against.has(fact.id)
    const isMonotone = goesOneWay && (fed.length === 0 || !against.has(slots[levelSlot]?.fact.id ?? ''))
    return [{ fact, slots: own, routes: fed, isMonotone }]
  })
  const indicators = rules.indicators.map((indicator): AskedIndicator => {
    const asked = indicator.levels.flatMap(({ rule }) => [...questionsOf(rule)])
    const levels = asked.filter(({ slot }) => isDerived(slot.fact))
    const asking = new Map(
      facts.flatMap(({ fact, routes }, f): [number, Asking][] => {
        const questions = asked
          .filter(({ slot }) => slot.fact.id === fact.id)
          .map((question) => ({ slot: rules.slots.indexOf(question.slot), question }))
        const ofLevel = routes.length > 0 ? levels : []
        return questions.length + ofLevel.length > 0 ? [[f, { questions, levels: ofLevel }]] : []
      }),
    )
    const program = compileProgram([{ ...indicator, levels: [...indicator.levels] }], rules.slots, () => 1)
    return { program, facts: [...asking.keys()], asking }
  })
  return { rules, facts, indicators, levelSlot, ifAbsent: new Map() }
}

/** Equal for answers that answer alike all that is asked. */
export function viewOf({ values, level }: Answer, { slots }: AskedFact, { questions, levels }: Asking): string {
  return (
    questions.map(({ slot, question }) => (holds(question, values[slots.indexOf(slot)] as number) ? 1 : 0)).join('') +
    levels.map((question) => (holds(question, level) ? 1 : 0)).join('')
  )
}

/** What is known of one person, in which facts can be given answers and made open again. */
export class World {
  readonly #asked: AskedRules
  readonly #S: Float64Array
  readonly #known: Float64Array
  /** By fact, the level that it shows, at `[2f]` for sure and at `[2f + 1]` at most. */
  readonly #levels: Float64Array
  readonly #knownLevels: Float64Array
  readonly #out = new Float64Array(2)

  /** Of the record that the reader has just read. */
  constructor(asked: AskedRules) {
    this.#asked = asked
    const { reading } = asked.rules
    this.#known = reading.S.slice()
    this.#S = reading.S.slice()
    this.#knownLevels = new Float64Array(2 * asked.facts.length)
    asked.facts.forEach(({ routes }, f) => {
      for (const r of routes)
        for (const end of [0, 1])
          this.#knownLevels[2 * f + end] = Math.max(
            this.#knownLevels[2 * f + end] as number,
            reading.routeLevel[2 * r + end] as number,
          )
    })
    this.#levels = this.#knownLevels.slice()
  }

  isOpen(f: number): boolean {
    const { slots } = this.#asked.facts[f] as AskedFact
    return (
      slots.some((slot) => this.#known[2 * slot] !== this.#known[2 * slot + 1]) ||
      this.#knownLevels[2 * f] !== this.#knownLevels[2 * f + 1]
    )
  }

  answer(f: number, { values, level }: Answer): void {
    const { slots, routes } = this.#asked.facts[f] as AskedFact
    for (let i = 0; i < slots.length; i++) {
      const end = 2 * (slots[i] as number)
      this.#S[end] = this.#S[end + 1] = values[i] as number
    }
    if (routes.length > 0) this.#putLevel(f, level, level)
  }

  /** As the record leaves it. */
  open(f: number): void {
    const { slots, routes } = this.#asked.facts[f] as AskedFact
    for (const slot of slots) {
      this.#S[2 * slot] = this.#known[2 * slot] as number
      this.#S[2 * slot + 1] = this.#known[2 * slot + 1] as number
    }
    if (routes.length > 0) this.#putLevel(f, this.#knownLevels[2 * f] as number, this.#knownLevels[2 * f + 1] as number)
  }

  #putLevel(f: number, lower: number, upper: number): void {
    const levels = this.#levels
    levels[2 * f] = lower
    levels[2 * f + 1] = upper
    const { levelSlot } = this.#asked
    if (levelSlot < 0) return
    let [least, most] = [0, 0]
    for (let end = 0; end < levels.length; end += 2) {
      least = Math.max(least, levels[end] as number)
      most = Math.max(most, levels[end + 1] as number)
    }
    this.#S[2 * levelSlot] = least
    this.#S[2 * levelSlot + 1] = most
  }

  /** Points of an indicator: those that are sure, and those not excluded. */
  pointsOf(i: number): readonly [lower: number, upper: number] {
    runProgram((this.#asked.indicators[i] as AskedIndicator).program, this.#S, 1, this.#out)
    return [this.#out[0] as number, this.#out[1] as number]
  }
}
