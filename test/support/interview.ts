import { evaluate, type CitizenRecord, type FactId, type Verdict } from '../../src/index.js'
import type { CriteriaSet } from '../../src/model/criteria-set.js'

export interface Interview {
  asked: FactId[]
  verdict: Verdict
}

/**
 * Asks a person for evidence until nothing that could still be asked would change the verdict. What the person's record does not
 * hold the person cannot tell, and is asked once.
 *
 * @param ask - what to ask next of a person of whom so much is known, the best question first
 */
export function interview(
  person: CitizenRecord,
  set: CriteriaSet,
  on: string,
  ask: (record: CitizenRecord) => readonly FactId[],
): Interview {
  const evidence: Record<string, unknown> = {}
  const record = { ...person, evidence } as CitizenRecord
  const asked: FactId[] = []
  for (;;) {
    const next = ask(record).find((fact) => !asked.includes(fact))
    if (next === undefined) return { asked, verdict: evaluate(record, { on, set }).verdict }
    asked.push(next)
    const answer = person.evidence?.[next]
    if (answer !== undefined) evidence[next] = answer
  }
}

/** The order in which a form would ask: the vocabulary's. */
export function inFormOrder(facts: readonly FactId[], { facts: vocabulary }: CriteriaSet): FactId[] {
  const place = new Map(vocabulary.map(({ id }, at) => [id, at]))
  return facts.toSorted((a, b) => (place.get(a) as number) - (place.get(b) as number))
}
