import { leavesOf, namesIn } from '../model/condition.js'
import type { CriteriaFile } from '../model/criteria-file.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { inFile, issue, type Issue } from '../model/issue.js'
import { parameterOf, parametersIn } from './named-parameters.js'

/**
 * Facts, parameters, named conditions and caps of a file that change nothing in any set made of it. Asked of files that extend
 * another: what a root declares is for others to use.
 *
 * @param sets - those that have the file among theirs, all loaded
 */
export function lintUse(file: CriteriaFile, sets: readonly CriteriaSet[]): Issue[] {
  if (file.extends === undefined || sets.length === 0) return []
  const usedFacts = new Set(sets.flatMap(factsUsedBy))
  const usedParameters = new Set(sets.flatMap(parametersUsedBy))
  const found = (file.facts ?? []).flatMap((fact, i) =>
    usedFacts.has(fact.id) ? [] : [issue('unused_fact', ['facts', i], { fact: fact.id }, 'warning')],
  )
  for (const parameter of Object.keys(file.parameters ?? {}))
    if (!usedParameters.has(parameter)) found.push(issue('unused_parameter', ['parameters', parameter], { parameter }, 'warning'))
  const usedConditions = new Set(sets.flatMap(conditionsUsedBy))
  for (const condition of Object.keys(file.conditions ?? {}))
    if (!usedConditions.has(condition)) found.push(issue('unused_condition', ['conditions', condition], { condition }, 'warning'))
  for (const [indicator, { cap }] of Object.entries(file.indicators ?? {}))
    if (cap !== undefined && !sets.some((set) => isSum(set, indicator)))
      found.push(issue('cap_without_sum', ['indicators', indicator, 'cap'], { indicator }, 'warning'))
  return inFile(file.id, found)
}

const leavesIn = ({ indicators, conditions }: CriteriaSet) =>
  indicators.flatMap(({ levels }) => levels.flatMap(({ when }) => [...leavesOf(when, conditions)]))

const factsUsedBy = (set: CriteriaSet): string[] => [
  ...leavesIn(set).map(({ fact }) => fact),
  ...set.digital.routes.map(({ fact }) => fact),
]

const conditionsUsedBy = ({ indicators, conditions }: CriteriaSet): string[] =>
  indicators.flatMap(({ levels }) => levels.flatMap(({ when }) => [...namesIn(when, conditions)]))

const isSum = ({ indicators }: CriteriaSet, indicator: string): boolean =>
  indicators.some(({ id, grading }) => id === indicator && grading === 'sum')

function parametersUsedBy(set: CriteriaSet): string[] {
  const { pass, maximum, digital, indicators, competences } = set
  const labels = [...competences, ...indicators, ...indicators.flatMap(({ levels }) => levels)].map(({ label }) => label)
  const used = new Set([
    ...[pass.threshold, pass.disadvantagedThreshold, pass.floor, maximum, digital.required].map(({ fact }) => fact),
    ...leavesIn(set).flatMap(parameterOf),
    ...labels.flatMap(({ vi, en }) => [...parametersIn(vi), ...parametersIn(en)]),
  ])
  // What another may not fall below is used with it. A set takes what is added while it is walked.
  for (const parameter of used) {
    const bound = set.parameters[parameter]?.notBelow
    if (bound !== undefined) used.add(bound)
  }
  return [...used]
}
