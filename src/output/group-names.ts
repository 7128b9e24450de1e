import type { CriteriaSet } from '../model/criteria-set.js'
import type { Text } from '../model/text.js'

/**
 * Names of the groups for readers: that of each set, except that the general framework serves whoever no other set names,
 * and so comes last.
 */
export function groupNames(sets: Iterable<Pick<CriteriaSet, 'group' | 'label'>>): Map<string, Text> {
  const names = new Map<string, Text>()
  let hasOthers = false
  for (const { group, label } of sets)
    if (group === 'general') hasOthers = true
    else names.set(group, label)
  return hasOthers ? names.set('general', { vi: 'Đối tượng khác', en: 'Others' }) : names
}
