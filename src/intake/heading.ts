import { isDerived } from '../model/derived.js'
import { issue, type Issue, type Result } from '../model/issue.js'
import { refuseCell, type CellReader } from './cell.js'
import { factCellReader } from './fact-cell.js'
import { prefixes, readAttester, readScore, recordFields, requiredFields } from './field.js'
import { foldMarks, tidy } from './vietnamese.js'
import type { IntakeVocabulary } from './vocabulary.js'
import { WordIndex } from './word-index.js'

/** What one column fills in. */
export interface ColumnTarget {
  /** Where the value goes in the record. */
  path: readonly [string] | readonly [string, string]
  read: CellReader
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

/** Finds a column by its heading: an id, or a Vietnamese or English label, with or without Vietnamese marks. */
export class HeadingIndex {
  readonly #targets = new WordIndex<ColumnTarget>()
  readonly #facts = new WordIndex<string>()
  readonly #indicators = new WordIndex<string>()

  constructor(vocabulary: IntakeVocabulary) {
    for (const field of recordFields(vocabulary)) {
      const name = field.path[field.path.length - 1] as string
      this.#targets.add([name, field.path.join('.'), ...field.words], { path: field.path, read: field.read })
    }
    for (const fact of vocabulary.facts) {
      // A derived fact is worked out from others; a column of it has nothing to say.
      if (isDerived(fact)) continue
      const words = [fact.id, fact.label.vi, fact.label.en]
      this.#targets.add(words, { path: ['evidence', fact.id], read: factCellReader(fact) })
      this.#facts.add(words, fact.id)
    }
    for (const { id, label } of vocabulary.indicators) this.#indicators.add([id, label.vi, label.en], id)
  }

  find(heading: string): ColumnTarget | undefined {
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

/**
 * What the first row of a file says about its columns.
 *
 * @returns issues for a file that cannot be used: no column for `id` or `group`, or two columns for one thing. Headings
 * that are not known are never in an issue: in a file without headings they would be a person's values.
 */
export function readHeadings(cells: readonly string[], index: HeadingIndex): Result<Headings> {
  const columns: Column[] = []
  const ignored: string[] = []
  for (const [at, cell] of cells.entries()) {
    const heading = tidy(cell)
    const target = index.find(heading)
    if (target) columns.push({ ...target, heading, index: at })
    else if (heading !== '') ignored.push(heading)
  }
  const wrong: Issue[] = requiredFields
    .filter((field) => !columns.some(({ path }) => path[0] === field))
    .map((field) => issue('missing_heading', [], { field }))
  for (const column of columns) {
    const same = columns.filter(({ path }) => path.join('.') === column.path.join('.'))
    if (same.length > 1 && same[0] === column)
      wrong.push(issue('repeated_heading', [column.heading], { columns: same.map(({ index }) => index + 1) }))
  }
  const [first, ...more] = wrong
  return first ? refuseCell(first, ...more) : { ok: true, value: { columns, ignored, width: cells.length } }
}
