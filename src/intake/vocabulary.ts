import type { Text } from '../model/text.js'
import type { FactDefinition } from '../model/vocabulary.js'

/** The words that a file of people may use: what the criteria sets in use know. */
export interface IntakeVocabulary {
  facts: readonly FactDefinition[]
  groups: readonly { id: string; label: Text }[]
  indicators: readonly { id: string; label: Text }[]
}

interface SetWords {
  group: string
  label: Text
  facts: readonly FactDefinition[]
  indicators: readonly { id: string; label: Text }[]
}

/** All words of several sets; what several of them define alike is taken once. */
export function vocabularyOf(sets: Iterable<SetWords>): IntakeVocabulary {
  const facts = new Map<string, FactDefinition>()
  const groups = new Map<string, { id: string; label: Text }>()
  const indicators = new Map<string, { id: string; label: Text }>()
  for (const set of sets) {
    for (const fact of set.facts) facts.set(fact.id, fact)
    groups.set(set.group, { id: set.group, label: set.label })
    for (const { id, label } of set.indicators) if (!indicators.has(id)) indicators.set(id, { id, label })
  }
  return { facts: [...facts.values()], groups: [...groups.values()], indicators: [...indicators.values()] }
}
