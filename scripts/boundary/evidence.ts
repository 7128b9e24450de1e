import type { Leaf } from '../../src/model/condition.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import type { PlainSet } from '../../test/support/plain/set.js'
import { leastItems } from './items.js'
import type { Need } from './leaf.js'

export type Evidence = Record<string, unknown>

/**
 * Evidence that meets `needs` and nothing more: every fact that is asked about is known, what no need speaks of at its worst.
 *
 * @param asked - every leaf of the indicator
 */
export function leastEvidence(needs: readonly Need[], asked: readonly Leaf[], set: PlainSet, on: string): Evidence {
  const evidence: Evidence = {}
  for (const fact of set.facts) {
    const questions = asked.filter((leaf) => leaf.fact === fact.id)
    if (questions.length === 0) continue
    const about = needs.filter(({ leaf }) => leaf.fact === fact.id)
    if (fact.better !== 'more') throw new Error(`no boundary case is known for ${fact.id}, of which more is not better`)
    if (fact.type === 'rank' && fact.derived) {
      const level = evidenceOfLevel(set, atLeast(about, fact.range[0]))
      for (const id of Object.keys(level))
        if (asked.some((leaf) => leaf.fact === id)) throw new Error(`${id} is asked about beside the level worked out from it`)
      Object.assign(evidence, level)
    } else evidence[fact.id] = leastValue(fact, about, questions, on)
  }
  return evidence
}

const atLeast = (needs: readonly Need[], worst: number): number => Math.max(worst, ...needs.map(({ least }) => least))

function leastValue(fact: FactDefinition, needs: readonly Need[], asked: readonly Leaf[], on: string): unknown {
  switch (fact.type) {
    case 'rank':
    case 'count':
    case 'number':
      return atLeast(needs, fact.range[0])
    case 'boolean':
      return atLeast(needs, 0) > 0
    case 'codes':
      return leastCodes(fact, needs, asked)
    case 'activities':
    case 'certificates':
      return leastItems(fact, needs, asked, on)
    case 'code':
      throw new Error(`no boundary case is known for the code ${fact.id}`)
  }
}

/** The codes that must be there, filled up to the number needed with codes that no question names. */
function leastCodes(fact: Extract<FactDefinition, { type: 'codes' }>, needs: readonly Need[], asked: readonly Leaf[]): string[] {
  const isCount = ({ operator }: Leaf): boolean => operator !== 'contains'
  const wanted = needs.filter(({ leaf, least }) => !isCount(leaf) && least > 0).map(({ leaf }) => leaf.value)
  const named = asked.filter((leaf) => !isCount(leaf)).map(({ value }) => value)
  const least = atLeast(
    needs.filter(({ leaf }) => isCount(leaf)),
    0,
  )
  const codes = fact.codes.map(({ code }) => code)
  const others = [...codes.filter((code) => !named.includes(code)), ...codes.filter((code) => named.includes(code))]
  const held = new Set<unknown>(wanted)
  for (const code of others) if (held.size < least) held.add(code)
  return codes.filter((code) => held.has(code))
}

/** Evidence of exactly this level of digital skills: a certificate, and nothing by any other route. */
export function evidenceOfLevel({ skills, enabledRoutes }: PlainSet, level: number): Evidence {
  const routes = skills.routes.filter((route) => !route.optional || enabledRoutes.includes(route.id))
  const evidence: Evidence = {}
  for (const route of routes) {
    if (route.kind === 'score') throw new Error(`no boundary case is known for the route ${route.id}`)
    evidence[route.fact] = []
  }
  if (level === 0) return evidence
  for (const route of routes) {
    const step = route.kind === 'certificate-level' ? route.bands.find((band) => band.level === level)?.from : undefined
    if (route.kind === 'certificate-level' && step !== undefined)
      return { ...evidence, [route.fact]: [{ kind: route.certificate, level: step }] }
  }
  throw new Error(`no certificate shows the digital level ${level}`)
}
