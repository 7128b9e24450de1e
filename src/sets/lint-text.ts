import { leavesOf } from '../model/condition.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { inFile, issue, type Issue } from '../model/issue.js'
import { parameterOf, parametersIn } from './named-parameters.js'
import type { PlaceOf } from './place.js'

/**
 * Whether the text of every level names the numbers that its condition asks for. What a lower level has named already need
 * not be said again where the best level counts.
 */
export function lintTexts(set: CriteriaSet, placeOf: PlaceOf): Issue[] {
  return set.indicators.flatMap(({ id, grading, levels }) => {
    const below = new Set<string>()
    return levels.flatMap((level) => {
      const at = [...placeOf(id, level), 'label']
      const asked = new Set([...leavesOf(level.when, set.conditions)].flatMap(parameterOf))
      const [vi, en] = [level.label.vi, level.label.en].map((text) => new Set(parametersIn(text))) as [Set<string>, Set<string>]
      const found: Issue[] = []
      for (const parameter of new Set([...vi, ...en])) {
        if (!vi.has(parameter) || !en.has(parameter))
          found.push(issue('parameter_in_one_language', [...at, vi.has(parameter) ? 'en' : 'vi'], { parameter }, 'warning'))
        if (!asked.has(parameter)) found.push(issue('text_parameter_not_asked', at, { parameter }, 'warning'))
      }
      for (const parameter of asked) {
        if (!vi.has(parameter) && !en.has(parameter) && !below.has(parameter))
          found.push(issue('parameter_not_in_text', at, { parameter }, 'warning'))
        if (grading === 'highest') below.add(parameter)
      }
      return inFile(level.file, found)
    })
  })
}
