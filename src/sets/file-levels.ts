import type { FileLevels, Level } from '../model/criteria-file.js'

/** One level that a file gives, or takes out of its base. */
export interface LevelEntry {
  /** By which overlays find a level: its `id`, or else its points. */
  name: string
  /** Where it stands in `levels`. */
  key: number | string
  /** `null`: the base's level of this name is taken out. */
  level: Level | null
}

export const levelName = ({ id, points }: Pick<Level, 'id' | 'points'>): string => id ?? String(points)

/** The levels of a file, whichever of the two forms it writes them in. A name that says no points leaves them `NaN`. */
export function entriesOf(levels: FileLevels | undefined): LevelEntry[] {
  if (levels === undefined) return []
  if (Array.isArray(levels)) return levels.map((level, key) => ({ name: levelName(level), key, level }))
  return Object.entries(levels).map(([name, given]) => {
    if (given === null) return { name, key: name, level: null }
    const isPoints = /^\d/.test(name)
    const points = given.points ?? (isPoints ? Number(name) : NaN)
    return { name, key: name, level: { ...(!isPoints && { id: name }), ...given, points } }
  })
}
