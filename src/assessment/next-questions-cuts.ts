import type { Question } from '../rules/rule.js'

/** Whole numbers of `1 / parts` from which on a comparison answers otherwise than below. */
export function cutsOf({ operator, bound }: Question, parts = 1): number[] {
  // A bound such as 8.1 is not quite 810 hundredths.
  const scaled = Math.round(bound * parts * 1e4) / 1e4
  const [at, past] = [Math.ceil(scaled), Math.floor(scaled) + 1]
  if (operator === 'equal') return [at, past]
  return [operator === 'greaterThanInclusive' || operator === 'lessThan' ? at : past]
}
