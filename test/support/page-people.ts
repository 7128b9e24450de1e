import fc from 'fast-check'
import { evaluate, explainTree, sets, type CitizenRecord, type CriteriaSet } from '../../src/index.js'
import { indicatorIds } from '../../src/model/indicator.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import type { ExplainedPerson } from '../../src/output/person-page.js'
import { recordOf } from './arbitrary.js'
import { plainSet } from './plain/set.js'

const on = '2025-12-31'

/** What would become code, markup or another cell if it were not escaped. */
export const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>' onload='x' </style></title>&amp;<!--`

/** A value that shows nothing at all. */
function nothingOf(fact: FactDefinition): unknown {
  switch (fact.type) {
    case 'codes':
    case 'activities':
    case 'certificates':
      return []
    case 'boolean':
      return false
    case 'code':
      return fact.codes[0]?.code
    default:
      return fact.range[0]
  }
}

/** A certificate of every kind, and an activity of every kind that begins after the day. */
function muchOf(fact: FactDefinition): unknown {
  if (fact.type === 'certificates') return fact.kinds.map(({ code }) => ({ kind: code }))
  if (fact.type === 'activities') return fact.kinds.map(({ code }) => ({ kind: code, from: '2026-01-01' }))
  return fact.type === 'codes' ? fact.codes.slice(0, -1).map(({ code }) => code) : null
}

/** Records of a set's group that make its page long: nothing known, nothing done, much on paper, all declared, and any. */
function recordsOf(set: CriteriaSet): CitizenRecord[] {
  const given = set.facts.filter((fact) => fact.type !== 'rank' || !fact.derived)
  const evidence = (value: (fact: FactDefinition) => unknown): CitizenRecord['evidence'] =>
    Object.fromEntries(given.map((fact) => [fact.id, value(fact)]))
  const parts: Partial<CitizenRecord>[] = [
    {},
    { disadvantagedArea: null },
    { evidence: evidence(nothingOf) },
    { evidence: evidence(muchOf), disadvantagedArea: null },
    { evidence: evidence(muchOf), scores: Object.fromEntries(indicatorIds.map((id) => [id, 4.5])) },
  ]
  const any = fc.sample(recordOf(plainSet(set.id), on), { seed: 7, numRuns: 12 })
  return [...parts.map((part): CitizenRecord => ({ id: hostile.repeat(3), group: set.group, ...part })), ...any]
}

/** Explained people of every shipped set, the longest pages among them. */
export function pagePeople(): ExplainedPerson[] {
  return Object.values(sets).flatMap((set: CriteriaSet) =>
    recordsOf(set).map((record): ExplainedPerson => {
      const assessment = evaluate(record, { on, set })
      return { assessment, tree: explainTree(assessment, set, record), set }
    }),
  )
}
