import { createReadStream } from 'node:fs'
import { readPeople } from '../src/csv.js'
import { sets, type CitizenRecord, type CriteriaSet } from '../src/index.js'

/** The last day of the year of the sample. */
export const on = '2025-12-31'

/** The synthetic people of the documentation, each with the set of their group. */
export async function readSample(): Promise<{ person: CitizenRecord; set: CriteriaSet }[]> {
  const ofGroup = new Map(Object.values(sets).map((set) => [set.group, set]))
  const sample: { person: CitizenRecord; set: CriteriaSet }[] = []
  for await (const row of readPeople(createReadStream('docs/examples/data/people-2000.csv'))) {
    if (!('record' in row)) throw new Error('a row of the sample is refused')
    sample.push({ person: row.record, set: ofGroup.get(row.record.group) as CriteriaSet })
  }
  return sample
}

/** One line about many numbers: their median, 95th percentile and the largest. */
export function spread(numbers: readonly number[]): { mean: number; median: number; most95: number; most: number } {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] as number
  return { mean: sorted.reduce((sum, one) => sum + one, 0) / sorted.length, median: at(0.5), most95: at(0.95), most: at(1) }
}
