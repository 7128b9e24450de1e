import type { Need } from '../model/assessment.js'
import { verdictOf, type NeedRule } from './need-rule.js'

/** How many needs `countNeeds` counts in what `needsOf` tells, without telling it. @param wanted - the answer that the rule should have */
export function countLacking(rule: NeedRule, S: Float64Array, wanted = true): number {
  if ('slot' in rule) return verdictOf(rule, S) === (wanted ? 'met' : 'unmet') ? 0 : 1
  if ('not' in rule) return countLacking(rule.not, S, !wanted)
  const isAll = 'all' in rule
  const parts = isAll ? rule.all : rule.any
  if (isAll === wanted) {
    let sum = 0
    for (const part of parts) sum += countLacking(part, S, wanted)
    return sum
  }
  // One of the parts is enough.
  let least = Infinity
  for (const part of parts) {
    const count = countLacking(part, S, wanted)
    if (count === 0) return 0
    if (count < least) least = count
  }
  return least
}

const lists: Need[][] = [[]]

/** As many needs as a rule lacks, all alike: enough to put gaps in their order. */
export function uncountedNeeds(rule: NeedRule, S: Float64Array): Need[] {
  const count = countLacking(rule, S)
  return (lists[count] ??= Array.from({ length: count }, () => ({ any: [[nothing]] })))
}

const nothing: Need = { fact: 'booksRead', label: { vi: '', en: '' }, operator: 'equal', required: 0, actual: null }
