import type { CriteriaSet } from '../model/criteria-set.js'
import { isoDay } from '../model/day.js'
import { CdhtError, inFile, issue, type Issue } from '../model/issue.js'
import { checkFiles, checkGrounds } from './check-file.js'
import { chainsOf, distinct, parseFiles, type Files } from './files.js'
import { lintFile } from './lint-file.js'
import { lintFrame } from './lint-frame.js'
import { lintReach } from './lint-reach.js'
import { lintTexts } from './lint-text.js'
import { lintUse } from './lint-use.js'
import { resolveChain, type LoadOptions } from './load.js'
import { overlapsOf } from './overlap.js'
import { placesIn } from './place.js'

export interface LintOptions extends LoadOptions {
  /** The day of the check, `YYYY-MM-DD`; without it nothing is said of numbers compared with their source long ago. */
  on?: string | undefined
}

/**
 * Everything that is wrong with criteria files, and everything that looks like a slip: `severity` tells one from the other.
 * Several sets may be given together; two of one group must then not be in force on the same day.
 *
 * @param json - one parsed criteria file or several, in any order
 * @returns empty when there is nothing to say
 * @throws CdhtError `options` when `on` is no day
 */
export function lintSet(json: unknown, options: LintOptions = {}): Issue[] {
  return lintWith(json, options, options.base ? [options.base] : [])
}

/** @param bases - sets that a file may extend without their files */
export function lintWith(json: unknown, { on, operators }: LintOptions, bases: readonly CriteriaSet[]): Issue[] {
  if (on !== undefined && (typeof on !== 'string' || isoDay(on) === undefined))
    throw new CdhtError('options', [issue('impossible_day', ['on'], {})])
  const parsed = parseFiles(Array.isArray(json) ? json : [json])
  if (!parsed.ok) return parsed.issues
  const files = parsed.value
  const { sets, vocabulary, digital } = files
  const alone = checkFiles(files)
  const all = [...sets, ...(vocabulary ? [vocabulary] : []), ...(digital ? [digital] : [])]
  const slips = all.flatMap((file) => inFile(file.id, lintFile(file, on)))
  if (all.length === 0) return [issue('malformed', [], { expected: 'criteria set' })]
  return distinct([
    ...checkGrounds(files),
    ...alone,
    ...lintChains(files, new Set(alone.map(({ file }) => file)), operators, bases),
    ...slips,
  ])
}

/** @param faulty - files of which nothing can be made */
function lintChains(
  files: Files,
  faulty: ReadonlySet<string | undefined>,
  operators: readonly string[] | undefined,
  bases: readonly CriteriaSet[],
): Issue[] {
  const chains = chainsOf(files, bases)
  if (!chains.ok) return chains.issues
  const placeOf = placesIn(files.sets)
  const found: Issue[] = []
  const resolved: CriteriaSet[] = []
  for (const chain of chains.value) {
    const needed = [...chain.files.map(({ id }) => id), ...(chain.base ? [] : ['facts', 'digital-skills'])]
    if (needed.some((id) => faulty.has(id))) continue
    const { set, found: ofSet } = resolveChain(files, chain, operators)
    found.push(...ofSet)
    if (!set) continue
    resolved.push(set)
    found.push(...lintTexts(set, placeOf), ...lintReach(set, placeOf), ...lintFrame(set))
  }
  for (const file of files.sets)
    found.push(
      ...lintUse(
        file,
        resolved.filter((set) => set.files.includes(file.id)),
      ),
    )
  return [...found, ...overlapsOf(resolved)]
}
