import { createReadStream } from 'node:fs'
import { readPeople } from '../../src/csv.js'
import type { CitizenRecord } from '../../src/index.js'

export const samplePath = 'docs/examples/data/people-2000.csv'

/** The 2000 invented people of the sample. */
export async function samplePeople(): Promise<CitizenRecord[]> {
  const people: CitizenRecord[] = []
  for await (const row of readPeople(createReadStream(samplePath))) {
    if (!('record' in row)) throw new Error(`line ${row.line} of the sample cannot be read`)
    people.push(row.record)
  }
  return people
}
