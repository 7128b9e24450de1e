import { issue, type Issue } from '../model/issue.js'
import { listLimit, type Activity, type Certificate, type CitizenRecord } from '../model/record.js'
import { compareItems } from './item-order.js'
import type { ItemRow, RejectedItem } from './item-row.js'
import { isOwned, ItemStore, storeLimits, type ItemSource, type OwnedItem, type StoreLimits } from './item-store.js'
import { ItemStream, notSorted } from './item-stream.js'
import type { AcceptedRow, PersonRow } from './person-row.js'

/** What became of the rows of a list: `rows` is the sum of the others. */
export interface ItemCounts {
  rows: number
  /** With their people. */
  joined: number
  rejected: number
  /** Of an id that no person who was read has. */
  unmatched: number
}

export interface JoinOptions extends Partial<StoreLimits> {
  /**
   * `any` (default): the items are read before the first person, and at most `held` of them (30,000) stay in memory; the rest is
   * sorted in a temporary folder, which is removed at the end. `sorted`: both come in the order of their ids, compared by
   * code unit as `<` does, and nothing is kept; the first row out of order ends the join with `not_sorted`.
   */
  order?: 'any' | 'sorted'
  /** Called for every row that is not joined, whether it could not be read or is of nobody (`unknown_person`). */
  onRejected?: (row: RejectedItem) => void | Promise<void>
  /** Called once, after the last person. */
  onEnd?: (counts: ItemCounts) => void
}

/**
 * People with the items of their own from a list that stands elsewhere. Every person comes out once, in the order in which
 * they come, and every item is joined, rejected or of nobody; neither order changes anybody's record.
 *
 * A person of whom the list has no row keeps what the record says: the list stays unknown. A row that could not be read
 * leaves an item of which nothing is known with its person, which can only widen the upper end of a result. Who has the same
 * list in the record already is rejected (`list_given_twice`), for nobody can tell what is in both.
 *
 * @throws {CdhtError} what either source throws; `record`, `not_sorted` with the line, where `order` is `sorted`
 *
 * @example
 * const activities = readItems(createReadStream('activities.csv'), { fact: 'learningActivities' })
 * for await (const row of joinItems(readPeople(createReadStream('people.csv')), activities))
 *   if ('record' in row) console.log(row.record.evidence?.learningActivities?.length)
 */
export async function* joinItems(
  people: AsyncIterable<PersonRow>,
  items: AsyncIterable<ItemRow>,
  options: JoinOptions = {},
): AsyncGenerator<PersonRow> {
  const counts: ItemCounts = { rows: 0, joined: 0, rejected: 0, unmatched: 0 }
  const pass = async ({ line, id, fact, ...rest }: OwnedItem): Promise<void> => {
    // What could not be read was told when it was met.
    if ('issues' in rest) return
    counts.unmatched++
    await options.onRejected?.({ line, id, fact, issues: [issue('unknown_person', ['id'], {})] })
  }
  const read = (item: ItemRow): void | Promise<void> => {
    counts.rows++
    if (!('issues' in item)) return
    counts.rejected++
    return options.onRejected?.(item)
  }
  const isSorted = options.order === 'sorted'
  const source = isSorted
    ? new ItemStream(items, { read, passed: pass })
    : await storeItems(items, read, {
        held: options.held ?? storeLimits.held,
        temporaryFolder: options.temporaryFolder ?? storeLimits.temporaryFolder,
      })
  let before: string | undefined
  try {
    for await (const row of people) {
      if (!('record' in row)) {
        yield row
        continue
      }
      const { id } = row.record
      if (isSorted && before !== undefined && id <= before) throw notSorted('people', row.line)
      before = id
      const taken = source.take(id)
      const own = taken instanceof Promise ? await taken : taken
      if (own.length === 0) {
        yield row
        continue
      }
      const joined = attach(row, own)
      if ('record' in joined) counts.joined += own.reduce((sum, item) => sum + ('issues' in item ? 0 : 1), 0)
      else for (const item of own) await pass(item)
      yield joined
    }
    for await (const item of source.rest()) await pass(item)
  } finally {
    await source.close()
  }
  options.onEnd?.(counts)
}

async function storeItems(
  items: AsyncIterable<ItemRow>,
  read: (item: ItemRow) => void | Promise<void>,
  limits: StoreLimits,
): Promise<ItemSource> {
  const store = new ItemStore(limits)
  try {
    for await (const item of items) {
      const told = read(item)
      if (told) await told
      if (isOwned(item)) store.add(item)
    }
    store.sort()
    return store
  } catch (error) {
    store.close()
    throw error
  }
}

function attach(row: AcceptedRow, own: readonly OwnedItem[]): PersonRow {
  const { line, record } = row
  const lists = new Map<string, (Activity | Certificate)[]>()
  for (const one of own) {
    let list = lists.get(one.fact)
    if (!list) lists.set(one.fact, (list = []))
    if ('issues' in one) list.push({})
    else if (one.item) list.push(one.item)
  }
  const given = (record.evidence ?? {}) as Readonly<Record<string, unknown>>
  const wrong: Issue[] = []
  for (const [fact, list] of lists) {
    if ((given[fact] ?? undefined) !== undefined) wrong.push(issue('list_given_twice', [fact], {}))
    if (list.length > listLimit) wrong.push(issue('too_many', [fact], { limit: listLimit }))
    // Warnings name items by their position, which the order of the file must not change.
    list.sort(compareItems)
  }
  const [first, ...more] = wrong
  if (first) return { line, id: record.id, group: record.group, issues: [first, ...more] }
  return { ...row, record: { ...record, evidence: { ...given, ...Object.fromEntries(lists) } as CitizenRecord['evidence'] } }
}
