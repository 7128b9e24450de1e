import type { CriteriaFile } from '../model/criteria-file.js'
import { inFile, issue, type Issue } from '../model/issue.js'
import type { Draft } from './extend.js'
import { entriesOf, levelName } from './file-levels.js'

/** A level that a file takes out must be there: a slip in its name would leave in force what was meant to go. */
export function checkRemovals(base: Draft, { id, indicators }: CriteriaFile): Issue[] {
  return Object.entries(indicators ?? {}).flatMap(([indicator, { levels }]) => {
    const known = base.indicators.find((one) => one.id === indicator)?.levels.map(levelName) ?? []
    const unknown = entriesOf(levels).filter(({ level, name }) => level === null && !known.includes(name))
    return inFile(
      id,
      unknown.map(({ name, key }) => issue('unknown_level', ['indicators', indicator, 'levels', key], { level: name })),
    )
  })
}
