import { suppressBeside } from './suppress.js'

/**
 * Which parts of a number of people that is told may be told themselves: each person is in one part. As in `suppress`, none of 1 to
 * `hide` - 1 people, and none by which such a one could be worked out.
 *
 * @param lineOf - parts of one line cover each other where they can, so that the sum of a line is told as well
 */
export function partsShown(parts: readonly number[], hide: number, lineOf: (part: number) => number = () => 0): boolean[] {
  const all = parts.reduce((sum, people) => sum + people, 0)
  if (all > 0 && all < hide) return parts.map(() => false)
  const { isHidden } = suppressBeside(
    parts.map((people, i) => ({ row: String(i), column: '', people: { all: people } })),
    { hide, parents: new Map(parts.map((_, i) => [String(i), `line ${lineOf(i)}`])), counts: [() => true] },
    (row) => (row === null ? 'shown' : undefined),
  )
  return parts.map((_, i) => !isHidden(String(i), ''))
}
