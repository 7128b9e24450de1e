import type { CriteriaSet } from '../model/criteria-set.js'
import { isoDay } from '../model/day.js'
import { isInForce } from '../model/in-force.js'
import { issue, type Issue } from '../model/issue.js'
import { isObject } from '../model/record.js'

/**
 * The set of a group that is in force on a day.
 *
 * @returns `undefined` where none is of the group; an issue where none of them is in force, or several are
 */
export function chooseSet(sets: readonly CriteriaSet[], group: string, on: string): CriteriaSet | Issue | undefined {
  if (sets.length === 0 || !sets.every((set) => isObject(set) && isObject(set.inForce))) return issue('wrong_option', ['set'], {})
  if (typeof on !== 'string' || isoDay(on) === undefined) return issue('impossible_day', ['on'], {})
  const ofGroup = sets.filter((set) => set.group === group)
  const [only, other] = ofGroup
  if (only === undefined) return undefined
  const inForce = ofGroup.filter((set) => isInForce(set.inForce, on))
  const [set, another] = inForce
  if (another) return issue('overlapping_in_force', ['set'], { group, files: inForce.map(({ id }) => id) })
  // Between two of them no single span would be true.
  if (set) return set
  const { from, to } = only.inForce
  return issue('not_in_force', ['on'], { on, ...(!other && { from, ...(to !== undefined && { to }) }) })
}
