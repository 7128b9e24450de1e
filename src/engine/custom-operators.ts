import type { Assessment, Need } from '../model/assessment.js'
import { isCustom, leavesOf, type Condition, type Leaf } from '../model/condition.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { CitizenRecord, FactId, FactValue } from '../model/record.js'
import type { Text } from '../model/text.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { evidenceOf, type Answers } from './answers.js'

/**
 * An operator of the caller's, synchronous and without side effects.
 *
 * @param value - the fact as the record gives it (a list whole, codes in either form); with `params`, the number that they
 *   make of it
 * @param required - the `value` of the leaf, a parameter as its number on the day
 */
export type CustomOperator = (value: FactValue, required: number | boolean | string | readonly (string | number)[]) => boolean

/** A leaf with a custom operator, and the helper fact that carries its answer: `yes`, or another number for no. */
export interface Helper {
  id: string
  leaf: Leaf
  required: number | boolean | string | readonly (string | number)[]
  yes: number
  definition: FactDefinition
}

const keyOf = ({ fact, operator, params, value }: Leaf): string => JSON.stringify([fact, operator, params, value])

/**
 * The leaves with custom operators, each once, with a helper fact for each. No fact of a vocabulary can have the name of a
 * helper.
 *
 * @param valueOf - the value of a parameter on the day
 */
export function helpersOf(set: CriteriaSet, valueOf: (parameter: string) => number): Helper[] {
  const leaves = new Map<string, Leaf>()
  for (const { levels } of set.indicators)
    for (const { when } of levels)
      for (const leaf of leavesOf(when, set.conditions)) if (isCustom(leaf)) leaves.set(keyOf(leaf), leaf)
  return [...leaves.values()].map((leaf, i) => {
    const { label, window, attestedBy } = set.facts.find(({ id }) => id === leaf.fact) as FactDefinition
    const required = typeof leaf.value === 'object' && 'fact' in leaf.value ? valueOf(leaf.value.fact) : leaf.value
    const words = ` “${leaf.operator} ${Array.isArray(required) ? required.join(', ') : String(required)}”`
    const labels: Text = { vi: label.vi + words, en: label.en + words }
    const range: [number, number] = [-Number.MAX_VALUE, Number.MAX_VALUE]
    const id = `~${i}`
    return {
      id,
      leaf,
      required,
      // The leaf of a parameter stays a leaf of that parameter, so that its basis counts.
      yes: typeof leaf.value === 'object' && 'fact' in leaf.value ? (required as number) : 1,
      definition: { id, label: labels, window, attestedBy, type: 'number', better: 'neither', range },
    }
  })
}

/** The set with every custom leaf asking its helper. Everything else, digest included, stays. */
export function withHelpers(set: CriteriaSet, helpers: readonly Helper[]): CriteriaSet {
  if (helpers.length === 0) return set
  const byKey = new Map(helpers.map((helper) => [keyOf(helper.leaf), helper]))
  const rewrite = (condition: Condition): Condition => {
    if ('all' in condition) return { all: condition.all.map(rewrite) }
    if ('any' in condition) return { any: condition.any.map(rewrite) }
    if ('not' in condition) return { not: rewrite(condition.not) }
    if ('condition' in condition) return condition
    const helper = isCustom(condition) ? byKey.get(keyOf(condition)) : undefined
    if (!helper) return condition
    const { value } = condition
    return { fact: helper.id, operator: 'equal', value: typeof value === 'object' && 'fact' in value ? value : 1 }
  }
  return {
    ...set,
    facts: [...set.facts, ...helpers.map(({ definition }) => definition)],
    conditions: Object.fromEntries(Object.entries(set.conditions).map(([name, condition]) => [name, rewrite(condition)])),
    indicators: set.indicators.map((indicator) => ({
      ...indicator,
      levels: indicator.levels.map((level) => ({ ...level, when: rewrite(level.when) })),
    })),
  }
}

/**
 * Asks the operator about the fact as a record gives it.
 *
 * @returns the value of the helper, `undefined` while the fact is not known
 * @throws TypeError when the operator answers anything but true or false; whatever it throws itself
 */
export function askOperator(
  { leaf, required, yes }: Helper,
  operator: CustomOperator,
  record: CitizenRecord,
  answers: Answers,
): number | undefined {
  const value = valueFor(leaf, record, answers)
  if (value === undefined) return undefined
  const answer: unknown = operator(value, required)
  if (typeof answer !== 'boolean') throw new TypeError(`operator ${leaf.operator} must answer true or false`)
  return answer ? yes : yes === 0 ? 1 : 0
}

function valueFor(leaf: Leaf, record: CitizenRecord, answers: Answers): FactValue | undefined {
  if (!answers.isMeasured(leaf)) {
    const value = answers.isAccepted(record, leaf.fact) ? evidenceOf(record, leaf.fact) : null
    return value === null ? undefined : (value as FactValue)
  }
  const { lower, upper } = answers.range(record, leaf.fact, leaf.params)
  return lower === upper ? lower : undefined
}

/** Puts the facts of custom leaves in the place of their helpers, wherever an assessment names facts. */
export function withoutHelpers(
  assessment: Assessment,
  record: CitizenRecord,
  { helpers, set, answers }: { helpers: readonly Helper[]; set: CriteriaSet; answers: Answers },
): Assessment {
  if (helpers.length === 0) return assessment
  const byId = new Map(helpers.map((helper) => [helper.id, helper]))
  const named = new Set<string>(assessment.unknown.flatMap((fact) => answers.sourcesOf(byId.get(fact)?.leaf.fact ?? fact)))
  const order = [...set.facts.map(({ id }) => id), 'disadvantagedArea']
  const tell = (need: Need): Need => {
    if ('any' in need) return { any: need.any.map((way) => way.map(tell)) }
    const helper = byId.get(need.fact)
    if (!helper) return need
    const { leaf, required } = helper
    const operator = `${need.operator === 'equal' ? '' : 'not:'}${leaf.operator}`
    const known = need.actual === null ? null : (valueFor(leaf, record, answers) ?? null)
    // A copy: an assessment holds no reference to the record.
    const actual = JSON.parse(JSON.stringify(known)) as FactValue | null
    return { fact: leaf.fact as FactId, label: need.label, operator, required, actual } as Need
  }
  return {
    ...assessment,
    unknown: order.filter((fact) => named.has(fact)) as Assessment['unknown'],
    missing: assessment.missing.map((one) => ({ ...one, next: { ...one.next, needs: one.next.needs.map(tell) } })),
  }
}
