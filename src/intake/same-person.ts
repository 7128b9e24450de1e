import { canonical } from '../sets/digest.js'
import { Spill, type SpillOptions } from './spill.js'

/** By what is chosen between records of one person that differ. */
export interface PersonKey {
  id: string
  /** ISO day; who has none is the oldest. */
  recordedOn?: string | null | undefined
  /** The smallest by code unit is taken; none comes last. */
  unit?: string | null | undefined
}

/** Where a record stands. */
export interface Place {
  file: string
  line: number
}

/** A record and where it stands; it has to be the same after a JSON round trip. */
export interface Placed<T> extends Place {
  value: T
}

/** A person of whom there are records that differ: only one of them counts. */
export interface SamePerson {
  id: string
  counted: Place
  /** Why that one: it is the latest, or of those the one of the smallest unit, or of those the smallest as text. */
  by: 'recorded-on' | 'unit' | 'text'
  /** The others that differ from it. */
  others: Place[]
}

export interface OnceOptions<T> extends SpillOptions {
  keyOf: (value: T) => PersonKey
  /** Called for every person of whom records differ, in no particular order. */
  onConflict?: (found: SamePerson) => void
  /** Called for every record that is left out because it says the same as the one that counts. */
  onRepeat?: (left: Place) => void
}

/**
 * Every person once, within and across files: records that say the same count as one, and of those that differ the latest counts
 * (`recordedOn`), then that of the smallest unit, then the smallest as canonical JSON, so that the order of files and rows changes
 * nothing. Memory does not grow with the number of records: from some 8 million characters on they go to temporary files, which
 * are removed at the end. People come out in another order than they came in.
 *
 * @example
 * for await (const { value } of onlyOnce(placed, { keyOf: ({ id, recordedOn }) => ({ id, recordedOn }) })) count.add(value)
 */
export async function* onlyOnce<T>(
  records: AsyncIterable<Placed<T>> | Iterable<Placed<T>>,
  options: OnceOptions<T>,
): AsyncGenerator<Placed<T>> {
  const { keyOf } = options
  const spill = new Spill(options)
  try {
    for await (const { file, line, value } of records) {
      const { id, recordedOn, unit } = keyOf(value)
      await spill.add([id, JSON.stringify([recordedOn ?? '', unit ?? null, file, line, value])])
    }
    for await (const part of spill.parts()) {
      const people = new Map<string, string[]>()
      for await (const [id, text] of part) {
        const texts = people.get(id)
        if (texts) texts.push(text)
        else people.set(id, [text])
      }
      for (const [id, texts] of people) yield choose(id, texts.map(copyOf<T>), options)
    }
  } finally {
    await spill.remove()
  }
}

interface Copy<T> extends Placed<T> {
  recordedOn: string
  unit: string | null
}
function copyOf<T>(text: string): Copy<T> {
  const [recordedOn, unit, file, line, value] = JSON.parse(text) as [string, string | null, string, number, T]
  return { recordedOn, unit, file, line, value }
}

function choose<T>(id: string, copies: Copy<T>[], { onConflict, onRepeat }: OnceOptions<T>): Placed<T> {
  const [only] = copies as [Copy<T>]
  if (copies.length === 1) return placed(only)
  const inOrder = copies.map((copy) => ({ copy, text: canonical(copy.value) })).sort(byRule)
  const [first] = inOrder as [(typeof inOrder)[number]]
  const others = inOrder.filter(({ text }) => text !== first.text)
  for (const { copy, text } of inOrder.slice(1)) if (text === first.text) onRepeat?.(placeOf(copy))
  const [next] = others
  if (next) {
    const by =
      next.copy.recordedOn !== first.copy.recordedOn ? 'recorded-on' : next.copy.unit !== first.copy.unit ? 'unit' : 'text'
    onConflict?.({ id, counted: placeOf(first.copy), by, others: others.map(({ copy }) => placeOf(copy)) })
  }
  return placed(first.copy)
}

type Compared<T> = { copy: Copy<T>; text: string }

/** The one that counts first. Where it stands decides last, so that also which of two equal ones is named depends on nothing else. */
function byRule<T>(a: Compared<T>, b: Compared<T>): number {
  if (a.copy.recordedOn !== b.copy.recordedOn) return a.copy.recordedOn > b.copy.recordedOn ? -1 : 1
  if (a.copy.unit !== b.copy.unit) return a.copy.unit === null || (b.copy.unit !== null && a.copy.unit > b.copy.unit) ? 1 : -1
  if (a.text !== b.text) return a.text < b.text ? -1 : 1
  if (a.copy.file !== b.copy.file) return a.copy.file < b.copy.file ? -1 : 1
  return a.copy.line - b.copy.line
}

const placeOf = <T>({ file, line }: Copy<T>): Place => ({ file, line })
const placed = <T>({ file, line, value }: Copy<T>): Placed<T> => ({ file, line, value })
