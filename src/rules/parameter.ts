import type { Parameter } from '../model/criteria-file.js'
import type { CriteriaSet } from '../model/criteria-set.js'

export type ParameterStep = Parameter['values'][number]

/**
 * The step of a parameter in force on a day.
 *
 * @param parameter - `values` sorted by `from`, oldest first
 * @param on - ISO day; a step applies from its own `from`, inclusive
 * @returns the step, or `undefined` before the first `from`; never a guess
 */
export function stepOn(parameter: Pick<Parameter, 'values'>, on: string): ParameterStep | undefined {
  return parameter.values.findLast((step) => step.from <= on)
}

/** The step of a parameter of a loaded set on a day on which the set is in force: there always is one. */
export function stepOf({ parameters }: Pick<CriteriaSet, 'parameters'>, id: string, on: string): ParameterStep {
  const step = parameters[id] && stepOn(parameters[id], on)
  if (!step) throw new Error(`parameter without a value: ${id}`)
  return step
}
