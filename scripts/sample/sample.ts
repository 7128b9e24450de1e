import { sets, type CitizenRecord } from '../../src/index.js'
import { groupNames } from '../../src/output/group-names.js'
import { samplePeople } from './people.js'
import { peopleToCsv } from './sheet.js'

/** The committed sample: where it is, how many people, and the seed it is drawn from. */
export const sample = { path: 'docs/examples/data/people-2000.csv', count: 2000, seed: 126 }

/** The people of the committed sample, and their file. */
export function makeSample(): { people: CitizenRecord[]; csv: string } {
  const { facts } = sets.general
  const people = samplePeople(facts, sample)
  return { people, csv: peopleToCsv(people, { facts, groups: groupNames(Object.values(sets)) }) }
}
