import { open } from 'node:fs/promises'
import {
  leastKeyBytes,
  pseudonymiseItems,
  pseudonymisePeople,
  type ItemRow,
  type PersonRow,
  type PseudonymOptions,
} from '../csv.js'
import { reasonOf, Refusal, type Io, type Say } from './io.js'
import { text } from './text.js'

/** Options of commands that replace citizen numbers before anything else is done with them. */
export const pseudonymOptions = { 'pseudonymise-key-file': { type: 'string' }, 'pad-zeros': { type: 'boolean' } } as const

/** Stands before all else that has to do with people: what comes after knows pseudonyms alone. */
export interface Pseudonyms {
  readonly areMade: boolean
  ofPeople(rows: AsyncIterable<PersonRow>): AsyncIterable<PersonRow>
  ofItems(rows: AsyncIterable<ItemRow>): AsyncIterable<ItemRow>
}

const asTheyAre: Pseudonyms = { areMade: false, ofPeople: (rows) => rows, ofItems: (rows) => rows }

/** @throws {Refusal} for a key that cannot be read or is no good; no byte of it is ever told */
export async function pseudonymsOf(
  command: string,
  given: { 'pseudonymise-key-file'?: string; 'pad-zeros'?: boolean },
  io: Io,
  say: Say,
): Promise<Pseudonyms> {
  const { 'pseudonymise-key-file': path, 'pad-zeros': padZeros = false } = given
  if (path === undefined) {
    if (padZeros) throw new Refusal(text.zerosWithoutKey, command)
    return asTheyAre
  }
  const { key, isOpen } = await readKey(path)
  if (isOpen && !io.inAnyOrder) io.stderr.write(`${say(text.keyTooOpen(path))}\n\n`)
  const options: PseudonymOptions = { key, padZeros }
  return {
    areMade: true,
    ofPeople: (rows) => pseudonymisePeople(rows, options),
    ofItems: (rows) => pseudonymiseItems(rows, options),
  }
}

/** A longer file is a list of people that was named by mistake. */
const keyLimit = 4096

/** Every byte of the file, its line end as well: as other programs read a key. */
async function readKey(path: string): Promise<{ key: Uint8Array; isOpen: boolean }> {
  const file = await open(path).catch((error: unknown) => {
    throw new Refusal(text.cannotRead(path, reasonOf(error)))
  })
  try {
    const { size, mode } = await file.stat()
    if (size > keyLimit) throw new Refusal(text.keyTooLong(path, keyLimit))
    const key = await file.readFile().catch((error: unknown) => {
      throw new Refusal(text.cannotRead(path, reasonOf(error)))
    })
    if (key.length < leastKeyBytes) throw new Refusal(text.keyTooShort(path, key.length, leastKeyBytes))
    // Windows has no such bits.
    return { key, isOpen: process.platform !== 'win32' && (mode & 0o077) !== 0 }
  } finally {
    await file.close()
  }
}
