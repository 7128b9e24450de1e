import { isComplete, type Grounds } from '../model/basis.js'
import type { CriteriaFile } from '../model/criteria-file.js'
import type { DigitalSkillsFile } from '../model/digital-skills-file.js'
import { issue, type Issue, type Path } from '../model/issue.js'
import { entriesOf } from './file-levels.js'

/**
 * Whether a file says of each of its parts what it rests on. Asked of files, not of sets: shipped sets leave out the reasons
 * for people who maintain them.
 */
export function checkGroundsOf(file: CriteriaFile): Issue[] {
  const found: Issue[] = []
  for (const [id, { values }] of Object.entries(file.parameters ?? {}))
    values.forEach((step, i) => found.push(...checkGrounds(step, ['parameters', id, 'values', i], true)))
  for (const [id, { levels }] of Object.entries(file.indicators ?? {}))
    for (const { key, level } of entriesOf(levels))
      if (level) found.push(...checkGrounds(level, ['indicators', id, 'levels', key]))
  file.competences?.forEach((competence, i) => found.push(...checkGrounds(competence, ['competences', i])))
  return found.map((one) => ({ ...one, file: file.id }))
}

export function checkGroundsOfDigital(file: DigitalSkillsFile): Issue[] {
  const found = file.areas.flatMap((area, i) => checkGrounds(area, ['areas', i], true))
  file.routes.forEach((route, i) => {
    found.push(...checkGrounds(route, ['routes', i], true), ...checkGrounds(route.evidence, ['routes', i, 'evidence']))
  })
  return found.map((one) => ({ ...one, file: file.id }))
}

/** @param needsRationale - a proposed number says why; a level is explained by its indicator's note */
function checkGrounds(grounds: Grounds, path: Path, needsRationale = false): Issue[] {
  const { basis, source, rationale } = grounds
  if (basis === 'proposed') {
    if (source) return [issue('proposed_with_source', [...path, 'source'], {})]
    return needsRationale && !rationale ? [issue('proposed_without_rationale', path, {})] : []
  }
  if (basis === 'official') return source && isComplete(source) ? [] : [issue('official_without_source', path, {})]
  return source ? [] : [issue('basis_without_source', path, {})]
}
