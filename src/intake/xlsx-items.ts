import { itemRowReader, type ItemRow } from './item-row.js'
import { itemHeadings, itemListOf, listFactOf, type ItemOptions } from './items.js'
import { readRows } from './people.js'
import { openSheet, type ByteSource, type ReadPeopleOptions } from './xlsx.js'

export type ReadItemsOptions = ReadPeopleOptions & ItemOptions

/**
 * The rows of a list of activities or certificates in a sheet of its own, read as `readItems` of `/csv` reads them. A list that
 * is another sheet of the people's workbook is named by `sheet`.
 *
 * @throws {CdhtError} as {@link readPeople}; `options` for a fact that takes no list
 */
export async function* readItems(source: ByteSource, options: ReadItemsOptions): AsyncGenerator<ItemRow> {
  const fact = listFactOf(options)
  const index = itemHeadings(fact, options)
  const list = itemListOf(fact)
  const { rows, about } = await openSheet(source, options)
  yield* readRows(rows, index, options, about, itemRowReader(list), 'apart')
}
