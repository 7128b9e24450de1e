import { evidenceOfLevel } from '../../scripts/boundary/evidence.js'
import { profilesOf } from '../../src/sets/profile.js'
import { questionsOf, ruleOf, type Question } from '../../src/rules/rule.js'
import { keyOf } from '../../src/rules/slot.js'
import { parameterOn, type PlainIndicator, type PlainSet } from './plain/set.js'

/**
 * Evidence of every kind of person that the questions of these indicators can tell apart, with nothing left open; exact, not
 * a sample.
 *
 * @throws where that would be too many
 */
export function everyEvidence(set: PlainSet, indicators: readonly PlainIndicator[], on: string): Record<string, unknown>[] {
  const context = {
    facts: new Map(set.facts.map((fact) => [fact.id, fact])),
    conditions: set.conditions,
    valueOf: (parameter: string) => parameterOn(set, parameter, on),
  }
  const questions = indicators.flatMap(({ levels }) => levels.flatMap(({ when }) => [...questionsOf(ruleOf(when, context))]))
  const facts = [...new Set(questions.map(({ slot }) => slot.fact))]
  return facts.reduce<Record<string, unknown>[]>(
    (people, fact) => {
      const about = questions
        .filter(({ slot }) => slot.fact === fact)
        .map((question) => ({ key: keyOf(question.slot), question }))
      const values = valuesOf(fact, about, on)
      if (people.length * values.length > 1_000_000) throw new Error(`too many kinds of people to try: ${set.id}`)
      return people.flatMap((person) =>
        values.map((value) => ({
          ...person,
          ...(fact.type === 'rank' && fact.derived ? evidenceOfLevel(set, Number(value)) : { [fact.id]: complete(value, on) }),
        })),
      )
    },
    [{}],
  )
}

function valuesOf(fact: Question['slot']['fact'], about: { key: string; question: Question }[], on: string): unknown[] {
  const profiles = profilesOf(fact, about, on)
  if (!profiles) throw new Error(`too many kinds of answers to try: ${fact.id}`)
  return profiles.map(({ value }) => value)
}

/** Items of an example list say only what tells them apart; here nothing may stay open. */
function complete(value: unknown, on: string): unknown {
  if (!Array.isArray(value)) return value
  return value.map((item: unknown) =>
    typeof item === 'object' ? { ...('topic' in (item as object) && { from: on, hours: 0, certificate: false }), ...item } : item,
  )
}
