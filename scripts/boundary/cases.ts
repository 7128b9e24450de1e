import type { CaseFile } from '../../src/model/case-file.js'
import type { Condition, Leaf } from '../../src/model/condition.js'
import type { PlainIndicator, PlainSet } from '../../test/support/plain/set.js'
import { alwaysMet, inlined, leavesIn, waysOf, withInPlaceOf } from './condition.js'
import { leastEvidence, type Evidence } from './evidence.js'
import { meets, recordOf, scoreOf } from './judge.js'
import { isYesOrNo, needOf, wordsOf } from './leaf.js'

type Case = CaseFile['cases'][number]

export interface BoundaryCases {
  cases: Case[]
  /** Leaves that decide nothing in any case, in words: another leaf implies them. */
  idle: string[]
}

interface Way {
  points: number
  leaves: Leaf[]
  evidence: Evidence
  /** For each leaf that can fall short alone, the evidence in which it does. */
  below: { leaf: Leaf; evidence: Evidence }[]
}

/**
 * Of every level of an indicator, in order of points: each way of just meeting it, and each such case with one leaf one step
 * short.
 *
 * @throws where no case scores exactly a level
 */
export function boundaryCasesOf(set: PlainSet, indicator: PlainIndicator, on: string): BoundaryCases {
  const levels = indicator.levels
    .map(({ points, when }) => ({ points, when: inlined(when, set.conditions) }))
    .sort((a, b) => a.points - b.points)
  const asked = levels.flatMap(({ when }) => leavesIn(when))
  const ways = levels.flatMap((level) => leastWays(set, level, asked, on))
  const exact = ways.filter(({ points, evidence }) => scoreOf(set, indicator, evidence, on)[0] === points)
  for (const { points } of levels)
    if (!exact.some((way) => way.points === points)) throw new Error(`${set.id}: no case of ${indicator.id} scores ${points}`)

  const seen = new Set(exact.map(({ evidence }) => JSON.stringify(evidence)))
  const cases: Case[] = []
  const add = (name: string, evidence: Evidence): void => {
    const score = scoreOf(set, indicator, evidence, on)
    if (score[0] !== score[1]) throw new Error(`${set.id}: ${name} leaves an answer open`)
    cases.push({ name, on, record: recordOf(set, evidence), expect: { indicators: { [indicator.id]: score } } })
  }
  for (const way of exact) {
    const name = nameOf(set, indicator, way, exact, on)
    add(`${name}: exactly`, way.evidence)
    for (const { leaf, evidence } of way.below) {
      const key = JSON.stringify(evidence)
      if (!seen.has(key)) add(`${name}: ${isYesOrNo(leaf) ? `without ${wordsOf(leaf)}` : `${wordsOf(leaf)} one below`}`, evidence)
      seen.add(key)
    }
  }
  const idle = levels.flatMap(({ points, when }) =>
    leavesIn(when)
      .filter((leaf) => !exact.some((way) => decides(set, when, leaf, way, on)))
      .map((leaf) => `${indicator.id} ${points}: ${wordsOf(leaf)} ${needOf(leaf, set, on).least}`),
  )
  return { cases, idle }
}

/** The ways of meeting a level that have no leaf to spare, each at the least evidence. */
function leastWays(set: PlainSet, level: { points: number; when: Condition }, asked: readonly Leaf[], on: string): Way[] {
  const evidenceOf = (leaves: readonly Leaf[]): Evidence =>
    leastEvidence(
      leaves.map((leaf) => needOf(leaf, set, on)),
      asked,
      set,
      on,
    )
  const ways = new Map<string, Way>()
  for (const all of waysOf(level.when)) {
    let leaves = all
    for (const leaf of all) {
      const others = leaves.filter((one) => one !== leaf)
      if (meets(set, level.when, evidenceOf(others), on)) leaves = others
    }
    const evidence = evidenceOf(leaves)
    const key = JSON.stringify(evidence)
    if (!ways.has(key)) ways.set(key, { points: level.points, leaves, evidence, below: belowOf(set, leaves, asked, on) })
  }
  return [...ways.values()]
}

function belowOf(set: PlainSet, leaves: readonly Leaf[], asked: readonly Leaf[], on: string): Way['below'] {
  return leaves
    .map((leaf) => {
      const needs = leaves.map((one) => needOf(one, set, on))
      const short = needs.map((need) => (need.leaf === leaf ? { leaf, least: need.least - 1 } : need))
      return { leaf, evidence: leastEvidence(short, asked, set, on) }
    })
    .filter(({ leaf, evidence }) => !meets(set, leaf, evidence, on))
}

/** Whether some case below this way misses the condition for want of the leaf alone. */
function decides(set: PlainSet, when: Condition, leaf: Leaf, way: Way, on: string): boolean {
  return (
    meets(set, when, way.evidence, on) &&
    way.below.some(
      ({ evidence }) => !meets(set, when, evidence, on) && meets(set, withInPlaceOf(when, leaf, alwaysMet(leaf)), evidence, on),
    )
  )
}

/** The level, and of several ways to it what tells this one from the others. */
function nameOf(set: PlainSet, indicator: PlainIndicator, way: Way, all: readonly Way[], on: string): string {
  const words = ({ leaves }: Way): string[] =>
    leaves.map((leaf) => (isYesOrNo(leaf) ? wordsOf(leaf) : `${wordsOf(leaf)} ${needOf(leaf, set, on).least}`))
  const others = all.filter((other) => other !== way && other.points === way.points).map(words)
  const own = words(way).filter((word) => !others.every((other) => other.includes(word)))
  const by = others.length > 0 && own.length > 0 ? ` by ${own.join(' and ')}` : ''
  return `${indicator.id} ${way.points}${by}`
}
