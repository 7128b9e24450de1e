import type { CriteriaSet, IndicatorDefinition } from '../model/criteria-set.js'
import { stepOn } from '../rules/parameter.js'

/** What an indicator makes of the points of the levels that are met, on a day. */
export function gradingOn(
  set: CriteriaSet,
  { grading, cap }: IndicatorDefinition,
  on: string,
): (points: readonly number[]) => number {
  if (grading === 'highest') return (points) => Math.max(0, ...points)
  const scale = set.parameters[set.maximum.fact]
  const most = cap ?? (scale && stepOn(scale, on)?.value) ?? Infinity
  return (points) => {
    const sum = points.reduce((a, b) => a + b, 0)
    return Math.min(most, sum)
  }
}
