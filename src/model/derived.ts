import type { FactDefinition } from './vocabulary.js'

/** Whether a fact is the level of digital skills, which is worked out from others and never given. */
export const isDerived = (fact: FactDefinition): boolean => fact.type === 'rank' && fact.derived === true
