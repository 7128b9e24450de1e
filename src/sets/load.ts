import { criteriaFileSchema, type CriteriaFile } from '../model/criteria-file.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { digitalSkillsFileSchema, type DigitalSkillsFile } from '../model/digital-skills-file.js'
import { CdhtError, isError, issue, refuse, type Issue, type Path, type Result } from '../model/issue.js'
import { isObject } from '../model/record.js'
import { vocabularyFileSchema, type VocabularyFile } from '../model/vocabulary.js'
import { parseWith } from '../model/zod-issues.js'
import { checkFiles } from './check-file.js'
import { checkSet, type PlaceOf } from './check-set.js'
import { digestOf } from './digest.js'
import { draftOf, extendSet, type Draft } from './extend.js'

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
  const chain = chainOf(files.value, options.base)
  if (!chain.ok) return chain
  const alone = checkFiles(files.value)
  if (alone.length > 0) return refuse(alone)
  const draft = mergeChain(files.value, chain.value, options.base)
  if (!draft.ok) return draft
  const found = checkSet(draft.value, placesIn(files.value.sets), options.operators).map((one) => withFile(one, files.value))
  if (found.some(isError)) return refuse(found.filter(isError))
  return { ok: true, value: { ...draft.value, digest: digestOf(draft.value), warnings: found } }
}

interface Files {
  vocabulary: VocabularyFile | undefined
  digital: DigitalSkillsFile | undefined
  sets: CriteriaFile[]
}

function parseFiles(json: readonly unknown[]): Result<Files> {
  const files: Files = { vocabulary: undefined, digital: undefined, sets: [] }
  const found: Issue[] = []
  json.forEach((file, i) => {
    const id = isObject(file) && typeof file['id'] === 'string' ? file['id'] : String(i)
    const keep = <T>(parsed: Result<T>, put: (value: T) => void): void => {
      if (parsed.ok) put(parsed.value)
      else found.push(...parsed.issues.map((one) => ({ ...one, file: id })))
    }
    if ((id === 'facts' && files.vocabulary) || (id === 'digital-skills' && files.digital))
      found.push({ ...issue('duplicate_id', ['id'], { id }), file: id })
    else if (id === 'facts') keep(parseWith(vocabularyFileSchema, file), (value) => (files.vocabulary = value))
    else if (id === 'digital-skills') keep(parseWith(digitalSkillsFileSchema, file), (value) => (files.digital = value))
    else keep(parseWith(criteriaFileSchema, file), (value) => void files.sets.push(value))
  })
  return found.length > 0 ? refuse(found) : { ok: true, value: files }
}

/** The files from the most general to the set itself. */
function chainOf({ sets }: Files, base: CriteriaSet | undefined): Result<CriteriaFile[]> {
  const twice = sets.find(({ id }, i) => sets.findIndex((other) => other.id === id) < i)
  if (twice) return refuse([{ ...issue('duplicate_id', ['id'], { id: twice.id }), file: twice.id }])
  const chains = sets.map((file) => chainTo(file, sets, base))
  const broken = chains.flatMap((chain) => (chain.ok ? [] : chain.issues))
  // Files in one circle would all say the same.
  const circle = broken.find(({ code }) => code === 'cyclic_base')
  if (broken.length > 0) return refuse(circle ? [circle] : broken)
  const leaves = sets.filter(({ id }) => !sets.some((other) => other.extends === id))
  const [leaf, another] = leaves
  if (leaf === undefined) return refuse([issue('malformed', [], { expected: 'criteria set' })])
  if (another !== undefined) return refuse([overlapOf(leaves) ?? issue('several_sets', [], { ids: leaves.map(({ id }) => id) })])
  return chains[sets.indexOf(leaf)] as Result<CriteriaFile[]>
}

function chainTo(leaf: CriteriaFile, sets: readonly CriteriaFile[], base: CriteriaSet | undefined): Result<CriteriaFile[]> {
  const chain = [leaf]
  for (;;) {
    const [first] = chain as [CriteriaFile]
    if (first.extends === undefined) return { ok: true, value: chain }
    const before = sets.find(({ id }) => id === first.extends)
    if (before === undefined) {
      if (first.extends === base?.id) return { ok: true, value: chain }
      return refuse([{ ...issue('unknown_base', ['extends'], { base: first.extends }), file: first.id }])
    }
    if (chain.includes(before)) return refuse([{ ...issue('cyclic_base', ['extends'], {}), file: first.id }])
    chain.unshift(before)
  }
}

function overlapOf(files: readonly CriteriaFile[]): Issue | undefined {
  for (const [i, a] of files.entries())
    for (const b of files.slice(i + 1))
      if (a.group !== undefined && a.group === b.group && a.inForce && b.inForce)
        if (a.inForce.from <= (b.inForce.to ?? '9999') && b.inForce.from <= (a.inForce.to ?? '9999'))
          return issue('overlapping_in_force', ['inForce'], { group: a.group, files: [a.id, b.id] })
  return undefined
}

function mergeChain(
  { vocabulary, digital }: Files,
  chain: readonly CriteriaFile[],
  base: CriteriaSet | undefined,
): Result<Draft> {
  const [first, ...rest] = chain as [CriteriaFile, ...CriteriaFile[]]
  let draft: Draft
  if (first.extends !== undefined && base !== undefined) draft = extendSet(base, first)
  else if (!vocabulary) return refuse([issue('missing_file', [], { id: 'facts' })])
  else if (!digital) return refuse([issue('missing_file', [], { id: 'digital-skills' })])
  else draft = draftOf(first, vocabulary, digital)
  for (const file of rest) draft = extendSet(draft, file)
  return { ok: true, value: draft }
}

function placesIn(sets: readonly CriteriaFile[]): PlaceOf {
  return (indicator, points, file): Path => {
    const levels = sets.find(({ id }) => id === file)?.indicators?.[indicator]?.levels
    const at = levels?.findIndex((level) => level.points === points) ?? -1
    return ['indicators', indicator, 'levels', at < 0 ? `${points} points` : at]
  }
}

/** Names the file that says what an issue is about: the last of the chain that has its place. */
function withFile(found: Issue, { sets, digital, vocabulary }: Files): Issue {
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
