import { issue, type Issue } from '../model/issue.js'
import { isObject } from '../model/record.js'
import { cellsOfJson, readItem } from './item-list-cell.js'
import { itemOf, type ItemList, type ItemRow } from './item-row.js'
import { itemListOf, listFactOf, type ItemOptions } from './items.js'
import { jsonLimit, type JsonText } from './json-text.js'
import { readJson, type ReadPeopleOptions } from './ndjson.js'
import type { PeopleOptions } from './people.js'
import type { TextSource } from './text-source.js'

export type ReadItemsOptions = ReadPeopleOptions & ItemOptions & Pick<PeopleOptions, 'sets'>

/**
 * The items of a JSON list, or of a file with one item a line (NDJSON), each with the `id` of its person:
 * `{"id":"P1","kind":"course","from":"2025-03-12","hours":16}`. Words and days are read as in a table; `{"id":"P1","kind":"-"}` says that the person has none.
 *
 * @throws {CdhtError} as {@link readPeople}; `options` for a fact that takes no list
 */
export async function* readItems(source: TextSource, options: ReadItemsOptions): AsyncGenerator<ItemRow> {
  const list = itemListOf(listFactOf(options))
  yield* readJson(source, options, (piece) => readJsonItem(piece, list))
}

function readJsonItem({ line, text }: JsonText, { fact, parts }: ItemList): ItemRow {
  if (text === undefined) return { line, fact, issues: [issue('too_long', [], { limit: jsonLimit })] }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // The reason would repeat a piece of the text.
    return { line, fact, issues: [issue('broken_json', [], {})] }
  }
  if (!isObject(json)) return { line, fact, issues: [issue('wrong_type', [], { expected: 'object' })] }
  const { id: given, ...rest } = json
  const id = typeof given === 'string' && given !== '' ? given : undefined
  const wrong: Issue[] = []
  if (given === undefined || given === '') wrong.push(issue('missing', ['id'], {}))
  else if (id === undefined) wrong.push(issue('wrong_type', ['id'], { expected: 'text' }))
  const cells = cellsOfJson(rest, parts, [])
  if (!cells.ok) return itemOf(line, id, fact, undefined, [...wrong, ...cells.issues])
  const saysNone = cells.value[0] === '-' && cells.value.slice(1).every((cell) => cell === '')
  const item = saysNone ? undefined : readItem(cells.value, parts, (name) => [name], wrong)
  return itemOf(line, id, fact, item, wrong)
}
