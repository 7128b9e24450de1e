import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { samplePeople } from '../scripts/sample/people.js'
import { Random } from '../scripts/sample/random.js'
import { sets, type CitizenRecord, type FactDefinition } from '../src/index.js'

/** Facts that a column is made for; a derived one is never given. */
export const tableFacts: readonly FactDefinition[] = sets.general.facts.filter((fact) => !('derived' in fact && fact.derived))

export const tableHeadings: readonly string[] = [
  'id',
  'group',
  'birth',
  'residence',
  'disadvantagedArea',
  ...tableFacts.map(({ id }) => id),
]

/** People that are drawn; longer files repeat them under ids of their own. */
const drawn = 100_000
/** Share of the items of a list that is kept, so that a row has about 356 bytes. */
const keptItems = 0.595

/**
 * The people of the sample generator as a program would write them: ids in headings and codes, `1` and `0` for yes and no.
 *
 * @param blank - chance that a cell of a fact is left blank
 */
export function tableCells(count: number, blank: number): string[][] {
  const random = new Random(357)
  return samplePeople(sets.general.facts, { count, seed: 126 }).map((person) => [
    person.group,
    person.birth ?? '',
    person.units?.residence ?? '',
    yesNo(person.disadvantagedArea),
    ...tableFacts.map(({ id }) => {
      const text = cellOf((person.evidence as CitizenRecord['evidence'] & Record<string, unknown>)?.[id], random)
      return random.chance(blank) ? '' : text
    }),
  ])
}

const yesNo = (answer: boolean | null | undefined): string =>
  answer === null ? '?' : answer === undefined ? '' : answer ? '1' : '0'

function cellOf(value: unknown, random: Random): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return yesNo(value)
  if (Array.isArray(value)) {
    const items = value.filter(() => random.chance(keptItems))
    return items.length === 0 ? '-' : items.map((item) => (typeof item === 'string' ? item : itemText(item as object))).join(';')
  }
  // Code by code, as a few forms are answered.
  return typeof value === 'object' ? `"${JSON.stringify(value).replaceAll('"', '""')}"` : String(value as number)
}

const itemParts = {
  activity: ['kind', 'topic', 'from', 'to', 'hours', 'certificate'],
  certificate: ['kind', 'level', 'issuedOn'],
}

function itemText(item: object): string {
  const parts = 'topic' in item ? itemParts.activity : itemParts.certificate
  const given = item as Record<string, string | number | boolean | undefined>
  return parts
    .map((name) => (typeof given[name] === 'boolean' ? yesNo(given[name]) : String(given[name] ?? '')))
    .join('|')
    .replace(/\|+$/, '')
}

export const idAt = (row: number): string => `P${String(row).padStart(8, '0')}`

/** Writes a file of people who do not exist. @returns its size in bytes */
export async function writeTable(path: string, rows: number, blank: number): Promise<number> {
  const tails = tableCells(Math.min(rows, drawn), blank).map((cells) => `,${cells.join(',')}\n`)
  const file = createWriteStream(path)
  let text = `${tableHeadings.join(',')}\n`
  for (let row = 0; row < rows; row++) {
    text += idAt(row) + (tails[row % drawn] as string)
    if (text.length < 1 << 20) continue
    if (!file.write(text)) await once(file, 'drain')
    text = ''
  }
  file.end(text)
  await finished(file)
  return file.bytesWritten
}
