import { issue } from '../model/issue.js'
import type { ItemRow } from './item-row.js'
import type { PersonRow } from './person-row.js'
import { pseudonymiser, type Pseudonym, type PseudonymOptions } from './pseudonym.js'
import { RepeatedIds } from './repeated-id.js'

/**
 * People with pseudonyms in the place of their citizen numbers. A row whose id is none is rejected: `not_cccd`, or `zeros_lost`
 * where a spreadsheet may have dropped its zeros. Rejected rows too keep no citizen number.
 *
 * @throws {CdhtError} what the source throws; `options`, `short_key`
 */
export async function* pseudonymisePeople(
  people: AsyncIterable<PersonRow>,
  options: PseudonymOptions,
): AsyncGenerator<PersonRow> {
  const pseudonymOf = pseudonymiser(options)
  // A number with its zeros and the same without them stood apart until now.
  const ids = options.padZeros ? new RepeatedIds() : undefined
  for await (const row of people) {
    const replaced = replaceIn(row, pseudonymOf)
    yield ids?.refuse(replaced, 'id') ?? replaced
  }
}

function replaceIn(row: PersonRow, pseudonymOf: (id: string) => Pseudonym): PersonRow {
  if (!('record' in row)) {
    const { id, ...rest } = row
    const pseudonym = id === undefined ? undefined : pseudonymOf(id)
    return typeof pseudonym === 'object' ? { ...rest, id: pseudonym.id } : rest
  }
  const { record, line } = row
  const pseudonym = pseudonymOf(record.id)
  if (typeof pseudonym !== 'object') return { line, group: record.group, issues: [issue(pseudonym, ['id'], {})] }
  const replaced = { line, record: { ...record, id: pseudonym.id } }
  // That zeros may be missing is settled.
  const [first, ...more] = [
    ...(row.warnings ?? []).filter(({ code }) => code !== 'zeros_lost'),
    ...(pseudonym.wasPadded ? [issue('zeros_added', ['id'], {}, 'warning')] : []),
  ]
  return first ? { ...replaced, warnings: [first, ...more] } : replaced
}

/** The items of a list of their own with the same pseudonyms. */
export async function* pseudonymiseItems(items: AsyncIterable<ItemRow>, options: PseudonymOptions): AsyncGenerator<ItemRow> {
  const pseudonymOf = pseudonymiser(options)
  // Items of one person mostly stand together.
  let before: { id: string; pseudonym: Pseudonym } | undefined
  for await (const row of items) {
    const { id, ...rest } = row
    if (id === undefined) {
      yield row
      continue
    }
    if (before?.id !== id) before = { id, pseudonym: pseudonymOf(id) }
    const { pseudonym } = before
    if (typeof pseudonym === 'object') yield { ...rest, id: pseudonym.id }
    else if ('issues' in rest) yield rest
    else yield { line: rest.line, fact: rest.fact, issues: [issue(pseudonym, ['id'], {})] }
  }
}
