import { twoDigits } from '../../src/cli/simulate/date.js'
import { simulatePeople } from '../../src/cli/simulate/people.js'
import type { CitizenRecord, FactDefinition } from '../../src/index.js'

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${twoDigits(i + 1)}`)

/** The people of the sample's few communes. @param facts - the vocabulary */
export function samplePeople(facts: readonly FactDefinition[], of: { count: number; seed: number }): CitizenRecord[] {
  const communes = numbered('X', 12).map((code, i) => [code, i < 9 ? false : i < 11 ? true : null] as const)
  const idOf = (number: number): string => `P${String(number).padStart(6, '0')}`
  return [...simulatePeople(facts, of, { communes, workplaces: numbered('DV', 30), idOf })]
}
