import type { CriteriaFile, Level } from '../model/criteria-file.js'
import type { Issue, Path } from '../model/issue.js'
import { entriesOf, levelName } from './file-levels.js'
import type { Files } from './files.js'

/** Where a level stands in its own file; a set that was loaded before no longer knows, and its name is told. */
export type PlaceOf = (indicator: string, level: Pick<Level, 'id' | 'points'> & { file: string }) => Path

export function placesIn(sets: readonly CriteriaFile[]): PlaceOf {
  return (indicator, { file, ...level }) => {
    const entries = entriesOf(sets.find(({ id }) => id === file)?.indicators?.[indicator]?.levels)
    const name = levelName(level)
    return ['indicators', indicator, 'levels', entries.find((entry) => entry.name === name)?.key ?? `${name} points`]
  }
}

/** Names the file that says what an issue is about: the last of the chain that has its place. */
export function withFile(found: Issue, { sets, digital, vocabulary }: Files): Issue {
  if (found.file !== undefined) return found
  const depthIn = (file: unknown): number => {
    let [depth, value] = [0, file]
    for (const key of found.path) {
      value = (value as Record<string | number, unknown> | null | undefined)?.[key]
      if (value === undefined) break
      depth++
    }
    return depth
  }
  const files = [...sets, ...(digital ? [digital] : []), ...(vocabulary ? [vocabulary] : [])]
  const [best] = files
    .map((file, i) => ({ id: file.id, depth: depthIn(file), i }))
    .sort((a, b) => b.depth - a.depth || Number(isBelow(sets, b.id, a.id)) - Number(isBelow(sets, a.id, b.id)) || b.i - a.i)
  return best && best.depth > 0 && best.depth >= Math.min(2, found.path.length) ? { ...found, file: best.id } : found
}

/** Whether a file extends another, directly or through others. */
function isBelow(sets: readonly CriteriaFile[], id: string, other: string): boolean {
  const file = sets.find((one) => one.id === id)
  return file?.extends !== undefined && (file.extends === other || isBelow(sets, file.extends, other))
}
