import { criteriaFileSchema, type CriteriaFile } from '../model/criteria-file.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { digitalSkillsFileSchema, type DigitalSkillsFile } from '../model/digital-skills-file.js'
import { CdhtError, isError, issue, refuse, type Issue, type Path, type Result } from '../model/issue.js'
import { isObject } from '../model/record.js'
import { vocabularyFileSchema, type VocabularyFile } from '../model/vocabulary.js'
import { parseWith } from '../model/zod-issues.js'
import { checkGroundsOf, checkGroundsOfDigital } from './check-grounds.js'
import { checkSet, type PlaceOf } from './check-set.js'
import { digestOf } from './digest.js'
import { draftOf, extendSet, type Draft } from './extend.js'

export interface LoadOptions {
  /** The set that the outermost of the files extends; without it the files must hold everything, the vocabulary included. */
  base?: CriteriaSet | undefined
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
  const grounds = [
    ...files.value.sets.flatMap(checkGroundsOf),
    ...(files.value.digital ? checkGroundsOfDigital(files.value.digital) : []),
  ]
  if (grounds.length > 0) return refuse(grounds)
  const draft = mergeChain(files.value, chain.value, options.base)
  if (!draft.ok) return draft
  const found = checkSet(draft.value, placesIn(files.value.sets))
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
    if (id === 'facts') keep(parseWith(vocabularyFileSchema, file), (value) => (files.vocabulary = value))
    else if (id === 'digital-skills') keep(parseWith(digitalSkillsFileSchema, file), (value) => (files.digital = value))
    else keep(parseWith(criteriaFileSchema, file), (value) => void files.sets.push(value))
  })
  return found.length > 0 ? refuse(found) : { ok: true, value: files }
}

/** The files from the most general to the set itself. */
function chainOf({ sets }: Files, base: CriteriaSet | undefined): Result<CriteriaFile[]> {
  const twice = sets.find(({ id }, i) => sets.findIndex((other) => other.id === id) < i)
  if (twice) return refuse([issue('duplicate_id', ['id'], { id: twice.id })])
  const leaves = sets.filter(({ id }) => !sets.some((other) => other.extends === id))
  const [leaf, another] = leaves
  if (leaf === undefined) return refuse([issue(sets.length > 0 ? 'cyclic_base' : 'malformed', [], { expected: 'criteria set' })])
  if (another !== undefined) return refuse([overlapOf(leaves) ?? issue('several_sets', [], { ids: leaves.map(({ id }) => id) })])
  const chain = [leaf]
  for (;;) {
    const [first] = chain as [CriteriaFile]
    if (first.extends === undefined || first.extends === base?.id) break
    const before = sets.find(({ id }) => id === first.extends)
    if (before === undefined) return refuse([{ ...issue('unknown_base', ['extends'], { base: first.extends }), file: first.id }])
    if (chain.includes(before)) return refuse([{ ...issue('cyclic_base', ['extends'], {}), file: first.id }])
    chain.unshift(before)
  }
  return { ok: true, value: chain }
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
