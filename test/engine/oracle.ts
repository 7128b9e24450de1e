import { Engine } from 'json-rules-engine'
import type { Condition, Leaf, LeafParams } from '../../src/model/condition.js'
import type { CitizenRecord, Codes } from '../../src/model/record.js'
import { plainDigital } from '../support/plain/digital.js'
import { numberOf } from '../support/plain/condition.js'
import { holds } from '../support/plain/lists.js'
import type { Interval } from '../support/plain/interval.js'
import { allOf, anyOf, opposite, type Answer } from '../support/plain/kleene.js'
import { parameterOn, type PlainSet } from '../support/plain/set.js'
import type { Batch } from './random-conditions.js'

type End = 'lo' | 'hi'
/** A condition as json-rules-engine leaves it in the result of a run. */
type Told = { result?: boolean } & ({ all: Told[] } | { any: Told[] } | { not: Told } | (Leaf & { result: boolean }))

const dayText = (day: number): string =>
  day === -Infinity ? '0000-00-00' : new Date(day * 86_400_000).toISOString().slice(0, 10)

/**
 * json-rules-engine made to answer in three values, without a line of the library: its operators judge each leaf at both ends
 * of what is known, its result tree is folded by Kleene's tables.
 */
export class Oracle {
  readonly #engine: Engine
  readonly #set: PlainSet
  readonly #batch: Batch

  /** @param change - is given the engine before it runs */
  constructor(set: PlainSet, batch: Batch, change: (engine: Engine) => void = () => undefined) {
    this.#set = set
    this.#batch = batch
    this.#engine = new Engine([], { allowUndefinedFacts: true, pathResolver: (value) => value })
    for (const [name, condition] of Object.entries({ ...set.conditions, ...batch.named }))
      this.#engine.setCondition(name, atRoot(this.#withoutEqualRanges(condition)) as never)
    batch.conditions.forEach((condition, i) =>
      this.#engine.addRule({
        name: `${i}`,
        conditions: atRoot(this.#withoutEqualRanges(condition)) as never,
        event: { type: 'met' },
      }),
    )
    for (const id of Object.keys(set.parameters)) this.#engine.addFact(id, parameterOn(set, id, batch.on))
    change(this.#engine)
  }

  /** The answer to every condition of the batch, in order. */
  async answers(record: CitizenRecord): Promise<Answer[]> {
    const [lower, upper] = [await this.#run(record, 'lo'), await this.#run(record, 'hi')]
    const evidence = evidenceOf(record)
    return this.#batch.conditions.map((_, i) => {
      const [atLower, atUpper] = [lower.get(`${i}`), upper.get(`${i}`)]
      if (!atLower || !atUpper) throw new Error('a rule without a result')
      const known = (leaf: Leaf): boolean => leaf.fact === 'digitalLevel' || evidence[leaf.fact] != null
      const answer = fold(atLower.conditions, atUpper.conditions, known)
      // Where every leaf is decided at both ends, the engine's own answer must be the same.
      if (answer !== 'unknown' && isExact(atLower.conditions, atUpper.conditions, known) && atLower.result !== (answer === 'met'))
        throw new Error('the fold does not agree with the engine it folds')
      return answer
    })
  }

  async #run(record: CitizenRecord, end: End): Promise<Map<string, { result: boolean; conditions: Told }>> {
    const { results, failureResults } = await this.#engine.run(this.#facts(record, end))
    return new Map([...results, ...failureResults].map((one) => [one.name as string, one as never]))
  }

  /** Facts that are not known at all are not there. */
  #facts(record: CitizenRecord, end: End): Record<string, unknown> {
    const evidence = evidenceOf(record)
    const { on } = this.#batch
    const digitalLevel: Interval = plainDigital(evidence, this.#set, on).level
    const situation = { set: this.#set, on, evidence, digitalLevel }
    const facts: Record<string, unknown> = { digitalLevel: digitalLevel[end] }
    for (const fact of this.#set.facts) {
      const given = evidence[fact.id]
      if (given == null) continue
      if (!('codes' in fact) && !('kinds' in fact)) facts[fact.id] = given
      else if (fact.type === 'code') facts[fact.id] = given
      else
        facts[fact.id] = ({ measure, ...filters }: Partial<LeafParams>) => {
          if (!measure) return codesAt(given as Codes, 'codes' in fact ? fact.codes : [], end)
          const leaf = { fact: fact.id, operator: '', value: 0, params: { measure, ...filters } }
          const number = numberOf(leaf, fact, given, situation)[end]
          return measure === 'latest' ? dayText(number) : number
        }
    }
    return facts
  }

  /** "Equal" of a range is "at least and at most"; of a single value the engine's own `equal` is asked. */
  #withoutEqualRanges(condition: Condition): Condition {
    const rewrite = (part: Condition): Condition => this.#withoutEqualRanges(part)
    if ('all' in condition) return { all: condition.all.map(rewrite) }
    if ('any' in condition) return { any: condition.any.map(rewrite) }
    if ('not' in condition) return { not: rewrite(condition.not) }
    if ('condition' in condition) return { condition: condition.condition }
    const isRange = condition.params !== undefined || condition.fact === 'digitalLevel'
    if (condition.operator !== 'equal' || !isRange) return condition
    return { all: ['greaterThanInclusive', 'lessThanInclusive'].map((operator) => ({ ...condition, operator })) }
  }
}

function evidenceOf(record: CitizenRecord): Record<string, unknown> {
  return { ...record.evidence }
}

function codesAt(given: Codes, codes: readonly { code: string }[], end: End): string[] {
  return codes.map(({ code }) => code).filter((code) => holds(given, code) ?? end === 'hi')
}

const atRoot = (condition: Condition): Condition =>
  'all' in condition || 'any' in condition || 'not' in condition || 'condition' in condition ? condition : { all: [condition] }

/** Each leaf of both runs, side by side. */
function answersToLeaf(
  lower: Leaf & { result: boolean },
  upper: Leaf & { result: boolean },
  known: (leaf: Leaf) => boolean,
): Answer {
  if (!known(lower) || lower.result !== upper.result) return 'unknown'
  return lower.result ? 'met' : 'unmet'
}

function fold(lower: Told, upper: Told, known: (leaf: Leaf) => boolean): Answer {
  const parts = (a: Told[], b: Told[]): Answer[] => a.map((one, i) => fold(one, b[i] as Told, known))
  if ('all' in lower) return allOf(parts(lower.all, (upper as typeof lower).all))
  if ('any' in lower) return anyOf(parts(lower.any, (upper as typeof lower).any))
  if ('not' in lower) return opposite(fold(lower.not, (upper as typeof lower).not, known))
  return answersToLeaf(lower, upper as typeof lower, known)
}

function isExact(lower: Told, upper: Told, known: (leaf: Leaf) => boolean): boolean {
  if ('all' in lower) return lower.all.every((part, i) => isExact(part, (upper as typeof lower).all[i] as Told, known))
  if ('any' in lower) return lower.any.every((part, i) => isExact(part, (upper as typeof lower).any[i] as Told, known))
  if ('not' in lower) return isExact(lower.not, (upper as typeof lower).not, known)
  return answersToLeaf(lower, upper as typeof lower, known) !== 'unknown'
}
