import { Engine, type ConditionProperties, type NestedCondition } from 'json-rules-engine'
import type { Rule } from '../src/rules/rule.js'
import { isQuestion } from '../src/rules/rule.js'
import { keyOf, type Slot } from '../src/rules/slot.js'
import type { GradedRules } from '../src/rules/program.js'
import { farmerRules, type Filled } from './farmer-program.js'

/** A condition as json-rules-engine keeps it in the result of a run. */
type Told =
  | { all: Told[] }
  | { any: Told[] }
  | { not: Told }
  | { fact: string; operator: string; value: unknown; result: boolean; priority?: number }

/**
 * The farmer set for json-rules-engine: a rule for each level, every leaf a comparison with a fact that is derived beforehand
 * (one for each slot). The default path handling runs code found in a path, so it never gets a path to handle.
 */
export class RulesEngine {
  readonly #engine: Engine
  readonly #names: readonly string[]
  readonly #indicators: number

  constructor(slots: readonly Slot[], graded: readonly GradedRules[] = farmerRules) {
    this.#names = slots.map(keyOf)
    this.#indicators = graded.length
    const rules = graded.flatMap(({ levels }, indicator) =>
      levels.map(({ points, rule }) => ({
        conditions: atRoot(conditionOf(rule)),
        event: { type: 'points', params: { indicator, points } },
      })),
    )
    this.#engine = new Engine(rules, { pathResolver: (value) => value })
  }

  /** Facts of one record, by name: what is sure. */
  factsOf({ S }: Filled): Record<string, number> {
    return Object.fromEntries(this.#names.map((name, slot) => [name, S[2 * slot] as number]))
  }

  /** What is not excluded, by name. */
  upperFactsOf({ S }: Filled): ReadonlyMap<string, number> {
    return new Map(this.#names.map((name, slot) => [name, S[2 * slot + 1] as number]))
  }

  /** One run where everything is known: the points of each indicator, at both ends. */
  async score(facts: Record<string, number>, out: Float64Array): Promise<void> {
    const { events } = await this.#engine.run(facts)
    out.fill(0, 0, 2 * this.#indicators)
    for (const { params } of events) {
      const { indicator, points } = params as { indicator: number; points: number }
      if (points > (out[indicator] as number)) out[indicator] = out[this.#indicators + indicator] = points
    }
  }

  /**
   * One run on what is sure, and a second look at its result trees with what is not excluded; that is quicker than running
   * the engine twice.
   */
  async scoreRanges(facts: Record<string, number>, upper: ReadonlyMap<string, number>, out: Float64Array): Promise<void> {
    const { results, failureResults } = await this.#engine.run(facts)
    out.fill(0, 0, 2 * this.#indicators)
    for (const { event } of results) {
      const { indicator, points } = event?.params as { indicator: number; points: number }
      if (points > (out[indicator] as number)) out[indicator] = points
      if (points > (out[this.#indicators + indicator] as number)) out[this.#indicators + indicator] = points
    }
    for (const { event, conditions } of failureResults) {
      const { indicator, points } = event?.params as { indicator: number; points: number }
      if (points > (out[this.#indicators + indicator] as number) && isPossible(conditions as unknown as Told, upper))
        out[this.#indicators + indicator] = points
    }
  }
}

/** Every leaf asks "at least", so a leaf that is not sure is possible when the upper end reaches its value. */
function isPossible(told: Told, upper: ReadonlyMap<string, number>): boolean {
  if ('all' in told) return told.all.every((part) => isPossible(part, upper))
  if ('any' in told) return told.any.some((part) => isPossible(part, upper))
  if ('not' in told) throw new Error('the farmer set has no `not`, so it is not folded')
  return told.result || (upper.get(told.fact) as number) >= (told.value as number)
}

function conditionOf(rule: Rule): NestedCondition {
  if (isQuestion(rule)) {
    if (rule.operator !== 'greaterThanInclusive') throw new Error('the farmer set asks only "at least"')
    return { fact: keyOf(rule.slot), operator: rule.operator, value: rule.bound } satisfies ConditionProperties
  }
  if ('all' in rule) return { all: rule.all.map(conditionOf) }
  if ('any' in rule) return { any: rule.any.map(conditionOf) }
  return { not: conditionOf(rule.not) }
}

/** The root of a rule must be a group. */
const atRoot = (condition: NestedCondition) => ('all' in condition || 'any' in condition ? condition : { all: [condition] })
