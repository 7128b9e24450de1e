import { criteriaFileSchema, type CriteriaFile } from '../model/criteria-file.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { digitalSkillsFileSchema, type DigitalSkillsFile } from '../model/digital-skills-file.js'
import { inFile, issue, refuse, type Issue, type Result } from '../model/issue.js'
import { isObject } from '../model/record.js'
import { vocabularyFileSchema, type VocabularyFile } from '../model/vocabulary.js'
import { parseWith } from '../model/zod-issues.js'

/** Criteria files that were given together. */
export interface Files {
  vocabulary: VocabularyFile | undefined
  digital: DigitalSkillsFile | undefined
  sets: CriteriaFile[]
}

/** Whether each file is of its form, and named once. */
export function parseFiles(json: readonly unknown[]): Result<Files> {
  const files: Files = { vocabulary: undefined, digital: undefined, sets: [] }
  const found: Issue[] = []
  json.forEach((file, i) => {
    const id = isObject(file) && typeof file['id'] === 'string' ? file['id'] : String(i)
    const keep = <T>(parsed: Result<T>, put: (value: T) => void): void => {
      if (parsed.ok) put(parsed.value)
      else found.push(...inFile(id, parsed.issues))
    }
    if ((id === 'facts' && files.vocabulary) || (id === 'digital-skills' && files.digital))
      found.push(...inFile(id, [issue('duplicate_id', ['id'], { id })]))
    else if (id === 'facts') keep(parseWith(vocabularyFileSchema, file), (value) => (files.vocabulary = value))
    else if (id === 'digital-skills') keep(parseWith(digitalSkillsFileSchema, file), (value) => (files.digital = value))
    else keep(parseWith(criteriaFileSchema, file), (value) => void files.sets.push(value))
  })
  if (found.length > 0) return refuse(found)
  const { sets } = files
  const twice = sets.find(({ id }, i) => sets.findIndex((other) => other.id === id) < i)
  return twice ? refuse(inFile(twice.id, [issue('duplicate_id', ['id'], { id: twice.id })])) : { ok: true, value: files }
}

/** The files of one set, from the most general on. */
export interface Chain {
  files: readonly CriteriaFile[]
  /** What the first of them extends, where no file given has it. */
  base: CriteriaSet | undefined
}

/** The chain of every set that the files make: of every file that no other one extends. */
export function chainsOf({ sets }: Files, bases: readonly CriteriaSet[]): Result<Chain[]> {
  const chains = sets.map((file) => chainTo(file, sets, bases))
  const broken = chains.flatMap((chain) => (chain.ok ? [] : chain.issues))
  // Files in one circle, or above the same gap, would all say the same.
  const circle = broken.find(({ code }) => code === 'cyclic_base')
  if (broken.length > 0) return refuse(circle ? [circle] : distinct(broken))
  const isExtended = ({ id }: CriteriaFile): boolean => sets.some((other) => other.extends === id)
  return {
    ok: true,
    value: chains.flatMap((chain, i) => (chain.ok && !isExtended(sets[i] as CriteriaFile) ? [chain.value] : [])),
  }
}

function chainTo(leaf: CriteriaFile, sets: readonly CriteriaFile[], bases: readonly CriteriaSet[]): Result<Chain> {
  const files = [leaf]
  for (;;) {
    const [first] = files as [CriteriaFile]
    if (first.extends === undefined) return { ok: true, value: { files, base: undefined } }
    const before = sets.find(({ id }) => id === first.extends)
    if (before === undefined) {
      const base = bases.find(({ id }) => id === first.extends)
      if (base) return { ok: true, value: { files, base } }
      return refuse(inFile(first.id, [issue('unknown_base', ['extends'], { base: first.extends })]))
    }
    if (files.includes(before)) return refuse(inFile(first.id, [issue('cyclic_base', ['extends'], {})]))
    files.unshift(before)
  }
}

/** Each issue once. */
export function distinct(found: readonly Issue[]): Issue[] {
  const keys = found.map((one) => JSON.stringify(one))
  return found.filter((_, i) => keys.indexOf(keys[i] as string) === i)
}
