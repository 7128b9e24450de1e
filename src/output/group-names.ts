import type { CriteriaSet } from '../model/criteria-set.js'
import type { Text } from '../model/text.js'

/** Names of the groups for readers: that of each set, except that the general framework serves whoever no other set names. */
export function groupNames(sets: Iterable<Pick<CriteriaSet, 'group' | 'label'>>): Map<string, Text> {
  const names = new Map<string, Text>()
  for (const { group, label } of sets) names.set(group, group === 'general' ? { vi: 'Đối tượng khác', en: 'Others' } : label)
  return names
}
