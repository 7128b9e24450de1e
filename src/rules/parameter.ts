import type { Parameter } from '../model/criteria-file.js'

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
