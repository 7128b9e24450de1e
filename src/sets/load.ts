import type { CriteriaSet } from '../model/criteria-set.js'
import { CdhtError, isError, issue, refuse, type Issue, type Result } from '../model/issue.js'
import { checkFiles, checkGrounds } from './check-file.js'
import { checkRemovals } from './check-removals.js'
import { checkSet } from './check-set.js'
import { digestOf } from './digest.js'
import { draftOf, extendSet, type Draft } from './extend.js'
import { chainsOf, parseFiles, type Chain, type Files } from './files.js'
import { overlapsOf } from './overlap.js'
import { withPartFiles } from './part-files.js'
import { placesIn, withFile } from './place.js'

export interface LoadOptions {
  /** The set that the outermost of the files extends; without it the files must hold everything, the vocabulary included. */
  base?: CriteriaSet | undefined
  /**
   * Operators of the caller's own that conditions may name. Only `createEngine` of `cong-dan-hoc-tap/engine` can assess by such
   * a set; everything else refuses it.
   */
  operators?: readonly string[] | undefined
}

/**
 * Makes one criteria set of its files: merges what extends what, then checks everything that could go wrong later.
 *
 * @param json - parsed criteria files in any order: one overlay with its `base`, or a whole chain with `facts.json` and
 *   `digital-skills.json`
 * @throws CdhtError `criteria` with every fault found, each with file and path
 */
export function loadSet(json: unknown, options: LoadOptions = {}): CriteriaSet {
  const loaded = safeLoadSet(json, options)
  if (loaded.ok) return loaded.value
  throw new CdhtError('criteria', loaded.issues)
}

/** As {@link loadSet}, with the faults as a value. */
export function safeLoadSet(json: unknown, options: LoadOptions = {}): Result<CriteriaSet> {
  const files = parseFiles(Array.isArray(json) ? json : [json])
  if (!files.ok) return files
  const chains = chainsOf(files.value, options.base ? [options.base] : [])
  if (!chains.ok) return chains
  const [chain, another] = chains.value
  if (chain === undefined) return refuse([issue('malformed', [], { expected: 'criteria set' })])
  if (another !== undefined) {
    const leaves = chains.value.map(({ files }) => files.at(-1) as Chain['files'][number])
    const [overlap] = overlapsOf(leaves)
    return refuse([overlap ?? issue('several_sets', [], { ids: leaves.map(({ id }) => id) })])
  }
  const alone = [...checkGrounds(files.value), ...checkFiles(files.value)]
  if (alone.length > 0) return refuse(alone)
  const { set, found } = resolveChain(files.value, chain, options.operators)
  return set ? { ok: true, value: set } : refuse(found.filter(isError))
}

/**
 * Merges the files of one set, each right by itself, and checks what came out.
 *
 * @param operators - the caller's own
 * @returns `set` where nothing is wrong, its warnings with it; `draft` what was merged, as far as it could be
 */
export function resolveChain(
  files: Files,
  chain: Chain,
  operators?: readonly string[],
): { set: CriteriaSet | undefined; draft: Draft | undefined; found: Issue[] } {
  const merged = mergeChain(files, chain)
  if (!merged.ok) return { set: undefined, draft: undefined, found: merged.issues }
  const draft = merged.value
  const found = checkSet(draft, placesIn(files.sets), operators).map((one) => withFile(one, files))
  const set = found.some(isError) ? undefined : finish(draft, found)
  return { set, draft, found }
}

function finish(draft: Draft, warnings: Issue[]): CriteriaSet {
  const whole = withPartFiles(draft)
  return { ...whole, digest: digestOf(whole), warnings }
}

function mergeChain({ vocabulary, digital }: Files, { files, base }: Chain): Result<Draft> {
  const [first, ...rest] = files as [Chain['files'][number], ...Chain['files']]
  const found = base ? checkRemovals(base, first) : []
  let draft: Draft
  if (base !== undefined) draft = extendSet(base, first)
  else if (!vocabulary) return refuse([issue('missing_file', [], { id: 'facts' })])
  else if (!digital) return refuse([issue('missing_file', [], { id: 'digital-skills' })])
  else draft = draftOf(first, vocabulary, digital)
  for (const file of rest) {
    found.push(...checkRemovals(draft, file))
    draft = extendSet(draft, file)
  }
  return found.length > 0 ? refuse(found) : { ok: true, value: draft }
}
