import { farmer } from '../src/sets/shipped/farmer.js'
import type { Activity, Certificate, CitizenRecord } from '../src/model/record.js'
import type { FactDefinition } from '../src/model/vocabulary.js'

/** How much of the people's evidence is missing, and how that is written down. */
export interface Missing {
  /** Chance that a fact is missing. */
  facts: number
  /** Chance that an activity has no hours. */
  hours: number
  /** What stands in the place of a missing fact. */
  as: 'no key' | 'null'
}

export const nothingMissing: Missing = { facts: 0, hours: 0, as: 'no key' }

type Random = () => number

/** Mulberry32: the same numbers in [0, 1) for the same seed, on every machine. */
function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

/** How often a code of a list holds, so that a record has about 22 codes. */
const codeChance: Record<string, number> = {
  informationSources: 0.35,
  supportActions: 0.35,
  digitalActivities: 0.4,
  digitalServices: 0.35,
}
/** Highest count that is drawn; the vocabulary's own range is far beyond what people do. */
const usualCount = 6

/**
 * Synthetic farmers with every fact that can be given, in the order of the vocabulary. They go through JSON text, as
 * records do that come from a file or the network.
 */
export function drawPeople(count: number, missing: Missing, seed = 1): CitizenRecord[] {
  const random = randomFrom(seed)
  const gaps = randomFrom(seed + 1)
  return Array.from(
    { length: count },
    (_, i) => JSON.parse(JSON.stringify(drawPerson(i, missing, random, gaps))) as CitizenRecord,
  )
}

/** @param gaps - decides what is missing, apart from `random`, so that all ways of missing leave the same people */
function drawPerson(i: number, missing: Missing, random: Random, gaps: Random): CitizenRecord {
  const evidence: Record<string, unknown> = {}
  for (const fact of farmer.facts) {
    if ((fact.type === 'rank' && fact.derived) || fact.id === 'localDigitalScore') continue
    const value = drawValue(fact, random, () => gaps() < missing.hours)
    const isMissing = gaps() < missing.facts
    if (!isMissing) evidence[fact.id] = value
    else if (missing.as === 'null') evidence[fact.id] = null
  }
  return {
    id: `P${String(i).padStart(6, '0')}`,
    group: 'farmer',
    birth: `${1950 + Math.floor(random() * 50)}-0${1 + Math.floor(random() * 9)}`,
    units: { residence: `X${Math.floor(random() * 200)}` },
    disadvantagedArea: random() < 0.3,
    evidence,
  }
}

function drawValue(fact: FactDefinition, random: Random, hoursMissing: () => boolean): unknown {
  switch (fact.type) {
    case 'rank':
      return Math.floor(random() * (fact.range[1] + 1))
    case 'count':
      return Math.floor(random() ** 2 * (usualCount + 1))
    case 'number':
      return Math.round(random() * fact.range[1])
    case 'boolean':
      return random() < 0.5
    case 'code':
      return pick(random, fact.codes).code
    case 'codes':
      return fact.codes.filter(() => random() < (codeChance[fact.id] ?? 0.3)).map(({ code }) => code)
    case 'activities':
      return Array.from({ length: pick(random, [0, 1, 1, 2, 2, 2, 3, 3, 4, 5]) }, (): Activity => {
        const month = 1 + Math.floor(random() * 12)
        const from = `${random() < 0.9 ? 2025 : 2024}-${String(month).padStart(2, '0')}`
        const day = random() < 0.8 ? `-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}` : ''
        const hours = 1 + Math.floor(random() * 24)
        return {
          kind: pick(random, fact.kinds).code,
          topic: pick(random, fact.topics).code,
          from: from + day,
          ...(random() < 0.3 && { to: '2025-12' }),
          ...(!hoursMissing() && { hours }),
          certificate: random() < 0.3,
        }
      })
    case 'certificates':
      return Array.from({ length: pick(random, [0, 0, 0, 1, 1, 2]) }, (): Certificate => {
        const kind = pick(random, fact.kinds).code
        return {
          kind,
          ...(kind === 'digital-framework' && { level: 1 + Math.floor(random() * 8) }),
          issuedOn: `${2012 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-15`,
        }
      })
  }
}
