import { openCsv, type ReadPeopleOptions } from './csv.js'
import { itemRowReader, type ItemRow } from './item-row.js'
import { itemHeadings, itemListOf, listFactOf, type ItemOptions } from './items.js'
import { readRows } from './people.js'
import type { TextSource } from './text-source.js'

export type ReadItemsOptions = ReadPeopleOptions & ItemOptions

/**
 * The rows of a list of dated things, activities or certificates, in a CSV file of its own: one row an item, with the id of
 * its person. Every row below the headings that holds any text comes out exactly once, as an item or as a rejection.
 *
 * Columns: `id` and `kind` are needed; `topic`, `from`, `to`, `hours`, `certificate` of an activity, `level`, `issuedOn` of a
 * certificate may be left out, and so may each of their cells, which are then not known. A kind of `-` in a row with nothing
 * else says that the person has none.
 *
 * @throws {CdhtError} as {@link readPeople}; `options` for a fact that takes no list
 *
 * @example
 * const people = readPeople(createReadStream('people.csv'))
 * const activities = readItems(createReadStream('activities.csv'), { fact: 'learningActivities' })
 * for await (const row of joinItems(people, activities))
 *   if ('record' in row) console.log(evaluate(row.record, { on: '2025-12-31' }).verdict)
 */
export async function* readItems(source: TextSource, options: ReadItemsOptions): AsyncGenerator<ItemRow> {
  const fact = listFactOf(options)
  const index = itemHeadings(fact, options)
  const list = itemListOf(fact)
  const { rows, about } = openCsv(source, index, options)
  yield* readRows(rows, index, options, about, itemRowReader(list))
}
