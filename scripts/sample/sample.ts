import { askedFacts } from '../../src/cli/simulate/evidence.js'
import { sheetOf } from '../../src/cli/simulate/sheet.js'
import { sets, type CitizenRecord } from '../../src/index.js'
import { groupNames } from '../../src/output/group-names.js'
import { samplePeople } from './people.js'

/** The committed sample: where it is, how many people, and the seed it is drawn from. */
export const sample = { path: 'docs/examples/data/people-2000.csv', count: 2000, seed: 126 }

/** The people of the committed sample, and their file. */
export function makeSample(): { people: CitizenRecord[]; csv: string } {
  const { facts } = sets.general
  const people = samplePeople(facts, sample)
  const { head, lineOf } = sheetOf({ asked: askedFacts(facts), groups: groupNames(Object.values(sets)) })
  return { people, csv: head + people.map(lineOf).join('') }
}
