import type { DigitalSkillsFile } from '../model/digital-skills-file.js'

type Levels = DigitalSkillsFile['levels']

/**
 * People by what is sure of their digital skills: those of whom nothing is known, and then by the lower end of their level.
 *
 * @param ranges - people by `lower-upper`, as a tally keeps them
 */
export function digitalClasses(ranges: Iterable<readonly [string, number]>, levels: Levels): number[] {
  const counts = Array.from({ length: levels.length + 1 }, () => 0)
  const nothing = `0-${Math.max(...levels.map(({ level }) => level))}`
  for (const [range, people] of ranges) {
    const at = range === nothing ? 0 : 1 + levels.findIndex(({ level }) => range.startsWith(`${level}-`))
    counts[at] = (counts[at] ?? 0) + people
  }
  return counts
}
