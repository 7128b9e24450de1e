import { isDerived } from '../model/derived.js'
import { CdhtError, issue, type Issue, type Result } from '../model/issue.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { refuseCell, type CellReader } from './cell.js'
import { factCellReader } from './fact-cell.js'
import { fieldWords } from './field-words.js'
import { isListFact } from './item-parts.js'
import { prefixes, readAttester, readScore, recordFields, requiredFields } from './field.js'
import { foldMarks, tidy } from './vietnamese.js'
import type { IntakeVocabulary } from './vocabulary.js'
import { WordIndex } from './word-index.js'

/** What one column fills in. */
export interface ColumnTarget {
  /** Where the value goes in the record. */
  path: readonly [string] | readonly [string, string]
  read: CellReader
  /** How a cell of several things is made up: codes parted by `;`, or items of parts. */
  list?: 'codes' | 'items'
}

export interface Column extends ColumnTarget {
  /** As the file writes it, spaces tidied. */
  heading: string
  index: number
}

export interface Headings {
  columns: Column[]
  /** Headings that no column of a record answers to, as the file writes them; blank ones are left out. */
  ignored: string[]
  /** How many cells a row may have. */
  width: number
}

/**
 * Headings of the caller's own, by what they stand for: a field of the record (`birth`, `residence`), the id of a fact,
 * `score:<indicator>` or `attested:<fact>`.
 */
export type HeadingAliases = Readonly<Record<string, string | readonly string[]>>

/** Which column a heading announces, and which columns a table cannot do without. */
export interface HeadingFinder {
  readonly required: readonly string[]
  find(heading: string): ColumnTarget | undefined
}

/**
 * More headings, by the id of what they stand for.
 *
 * @throws {CdhtError} `options`: `unknown_id` where an alias stands for nothing
 */
export function aliasIndex(aliases: HeadingAliases, find: HeadingFinder['find']): WordIndex<ColumnTarget> {
  const index = new WordIndex<ColumnTarget>()
  const wrong: Issue[] = []
  for (const [id, headings] of Object.entries(aliases)) {
    const target = find(id)
    if (target) index.add(typeof headings === 'string' ? [headings] : headings, target)
    else wrong.push(issue('unknown_id', ['aliases'], { id }))
  }
  const [first, ...more] = wrong
  if (first) throw new CdhtError('options', [first, ...more])
  return index
}

/** Finds a column by its heading: an id, or a Vietnamese or English label, with or without Vietnamese marks. */
export class HeadingIndex implements HeadingFinder {
  readonly required = requiredFields
  readonly #aliases: WordIndex<ColumnTarget>
  readonly #targets = new WordIndex<ColumnTarget>()
  readonly #facts = new WordIndex<string>()
  readonly #indicators = new WordIndex<string>()

  /**
   * @param aliases - more headings, by the id of what they stand for; they go before those that are known anyway
   * @throws {CdhtError} `options`: `unknown_id` where an alias stands for nothing
   */
  constructor(vocabulary: IntakeVocabulary, aliases: HeadingAliases = {}) {
    for (const field of recordFields(vocabulary)) {
      const name = field.path[field.path.length - 1] as string
      const id = field.path.join('.')
      const { vi, en } = fieldWords[id as keyof typeof fieldWords]
      this.#targets.add([name, id, vi, en, ...field.words], { path: field.path, read: field.read })
    }
    for (const fact of vocabulary.facts) {
      // A derived fact is worked out from others; a column of it has nothing to say.
      if (isDerived(fact)) continue
      const words = [fact.id, fact.label.vi, fact.label.en]
      const list = listOf(fact)
      this.#targets.add(words, { path: ['evidence', fact.id], read: factCellReader(fact), ...(list && { list }) })
      this.#facts.add(words, fact.id)
    }
    for (const { id, label } of vocabulary.indicators) this.#indicators.add([id, label.vi, label.en], id)
    this.#aliases = aliasIndex(aliases, (id) => this.#find(id))
  }

  find(heading: string): ColumnTarget | undefined {
    return this.#aliases.find(heading) ?? this.#find(heading)
  }

  #find(heading: string): ColumnTarget | undefined {
    return this.#targets.find(heading) ?? this.#findPrefixed(heading)
  }

  #findPrefixed(heading: string): ColumnTarget | undefined {
    const colon = heading.indexOf(':')
    if (colon < 0) return undefined
    const prefix = foldMarks(heading.slice(0, colon))
    const name = heading.slice(colon + 1)
    if (prefixes.scores.some((word) => foldMarks(word) === prefix)) {
      const indicator = this.#indicators.find(name)
      return indicator === undefined ? undefined : { path: ['scores', indicator], read: readScore }
    }
    if (prefixes.attested.some((word) => foldMarks(word) === prefix)) {
      const fact = this.#facts.find(name)
      return fact === undefined ? undefined : { path: ['attested', fact], read: readAttester }
    }
    return undefined
  }
}

function listOf(fact: FactDefinition): ColumnTarget['list'] {
  if (fact.type === 'codes') return 'codes'
  return isListFact(fact) ? 'items' : undefined
}

/** Whether the columns have what their table cannot do without. */
export const isComplete = (columns: readonly Column[], { required }: HeadingFinder): boolean =>
  required.every((field) => isNamed(field, columns))
const isNamed = (field: string, columns: readonly Column[]): boolean => columns.some(({ path }) => path[0] === field)

/**
 * What the headings of a file say about its columns.
 *
 * @param names - what each column may be called, the likeliest first; the first that is known counts
 * @returns issues for a file that cannot be used: a column it cannot do without (`id`, `group`) is not there, or two columns for one thing. Headings
 * that are not known are never in an issue: in a file without headings they would be a person's values.
 */
export function readHeadings(
  names: readonly (readonly string[])[],
  index: HeadingFinder,
): { columns: Column[]; result: Result<Headings> } {
  const columns: Column[] = []
  const ignored: string[] = []
  for (const [at, candidates] of names.entries()) {
    const headings = candidates.map(tidy)
    const heading = headings.find((one) => index.find(one) !== undefined)
    const target = heading === undefined ? undefined : index.find(heading)
    if (heading !== undefined && target) columns.push({ ...target, heading, index: at })
    else if (headings[0]) ignored.push(headings[0])
  }
  const wrong: Issue[] = index.required
    .filter((field) => !isNamed(field, columns))
    .map((field) =>
      issue('missing_heading', [], { field, ...(index.required !== requiredFields && { needed: [...index.required] }) }),
    )
  for (const column of columns) {
    const same = columns.filter(({ path }) => path.join('.') === column.path.join('.'))
    if (same.length > 1 && same[0] === column)
      wrong.push(issue('repeated_heading', [column.heading], { columns: same.map(({ index }) => index + 1) }))
  }
  const [first, ...more] = wrong
  const result: Result<Headings> = first
    ? refuseCell(first, ...more)
    : { ok: true, value: { columns, ignored, width: names.length } }
  return { columns, result }
}
