import { CdhtError, issue } from '../model/issue.js'
import { sets as shipped } from '../sets/shipped/index.js'
import { recordFields } from './field.js'
import { aliasIndex, type ColumnTarget, type HeadingFinder } from './heading.js'
import { isListFact, itemPartsOf, partWords, type ListFact } from './item-parts.js'
import type { ItemList } from './item-row.js'
import type { TableOptions } from './people.js'
import { vocabularyOf } from './vocabulary.js'
import { WordIndex } from './word-index.js'

/** Options of every reader of lists that stand in a file of their own. */
export interface ItemOptions {
  /** The fact whose list it is: `learningActivities`, `certificates`, or one of your own of these types. */
  fact: string
}

/**
 * The fact that a list is of.
 *
 * @throws {CdhtError} `options`: `unknown_id` for a fact that is not known, `wrong_option` for one that takes no list
 */
export function listFactOf({ fact: id, sets }: ItemOptions & Pick<TableOptions, 'sets'>): ListFact {
  const fact = vocabularyOf(sets ?? Object.values(shipped)).facts.find((one) => one.id === id)
  if (!fact) throw new CdhtError('options', [issue('unknown_id', ['fact'], { id })])
  if (!isListFact(fact)) throw new CdhtError('options', [issue('wrong_option', ['fact'], {})])
  return fact
}

export const itemListOf = (fact: ListFact): ItemList => ({ fact: fact.id, parts: itemPartsOf(fact) })

/** The columns of a list: the person's id, and the parts of an item. */
export function itemHeadings(fact: ListFact, { aliases = {} }: Pick<TableOptions, 'aliases'>): HeadingFinder {
  const targets = new WordIndex<ColumnTarget>()
  for (const { path, words, read } of recordFields({ facts: [], groups: [], indicators: [] }))
    if (path[0] === 'id') targets.add(['id', ...words], { path, read })
  for (const [name, read] of itemPartsOf(fact)) targets.add([name, ...(partWords[fact.type][name] ?? [])], { path: [name], read })
  const known = aliasIndex(aliases, (id) => targets.find(id))
  // A list of items without anything about them would be no list.
  return { required: ['id', 'kind'], find: (heading) => known.find(heading) ?? targets.find(heading) }
}
