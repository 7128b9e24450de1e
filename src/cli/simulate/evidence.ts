import type { Activity, Certificate, Codes, FactDefinition, FactValue } from '../../index.js'
import { sampleDate, twoDigits } from './date.js'
import { groupProfiles, type GroupProfile } from './groups.js'
import type { Random } from './random.js'

/** Year whose evidence the people report. */
export const sampleYear = 2025

/** Who is asked, and how. */
export interface Respondent {
  profile: GroupProfile
  /** Drives every answer; 0 is middling. */
  zeal: number
  /** Known from an HR table alone, which has dates and diplomas and no hours. */
  isHrOnly: boolean
}

/** Answers that come easier (above) or harder (below) than most. */
const ease: Readonly<Record<string, number>> = {
  readingFrequency: 1.3,
  goodRelations: 1.5,
  languageUse: 0.3,
  languageLevel: -0.9,
  learningPlan: 0.8,
  initiativeRank: 0.2,
  verifiesInformation: 0.9,
  recordKeeping: 0.9,
  opinionsAdopted: 0.1,
  selfUpdatesOnline: 0.2,
  improvements: 0.5,
}
const usualEase = 0.6

/** The most that people usually report in a year. */
const usualMost: Readonly<Record<string, number>> = {
  booksRead: 7,
  communitySessions: 10,
  peopleSupported: 7,
  improvements: 4,
  opinionsGiven: 7,
  opinionsAdopted: 3,
  reconciliations: 3,
  commonActivities: 8,
  cooperationGroups: 4,
  experienceShared: 8,
}

/** A share that grows with `x` and stays between 0 and 1; one half at 0. */
const share = (x: number): number => 0.5 + (0.5 * x) / (1 + Math.abs(x))

export function sampleFact(fact: FactDefinition, of: Respondent, random: Random): FactValue {
  const { zeal } = of
  const drive = zeal + (ease[fact.id] ?? usualEase)
  switch (fact.type) {
    case 'rank': {
      const [from, to] = fact.range
      return from + random.binomial(to - from, share(drive * 1.7))
    }
    case 'count':
      return random.binomial(usualMost[fact.id] ?? 4, share(drive * 1.5))
    case 'number':
      return random.binomial(20, share(zeal + 0.9)) * 5
    case 'boolean':
      return random.chance(fact.better === 'more' ? share(drive * 2) : 0.5)
    case 'code':
      return random.pick(fact.codes).code
    case 'codes':
      return sampleCodes(fact, of, random)
    case 'activities':
      return sampleActivities(fact, of, random)
    case 'certificates':
      return sampleCertificates(fact, of, random)
  }
}

function sampleCodes(fact: FactDefinition & { type: 'codes' }, { profile, zeal }: Respondent, random: Random): Codes {
  const usual = [...profile.sources, ...profile.services]
  const codes = fact.codes.map(({ code }) => code)
  const base = fact.id === 'digitalActivities' ? 0.3 : 0
  const held = codes.filter((code) => random.chance(share((zeal + base + (usual.includes(code) ? 3 : -0.2)) * 1.5)))
  // Some forms are answered code by code, and a few codes stay open.
  if (fact.id !== 'digitalServices' || !random.chance(0.04)) return held
  return Object.fromEntries(codes.filter(() => random.chance(0.9)).map((code) => [code, held.includes(code)]))
}

function sampleActivities(
  fact: FactDefinition & { type: 'activities' },
  { profile, zeal, isHrOnly }: Respondent,
  random: Random,
): Activity[] {
  const kinds = fact.kinds.map(({ code }) => code)
  return Array.from({ length: random.binomial(6, share(zeal + 0.2)) }, () => {
    const year = isHrOnly && random.chance(0.4) ? random.whole(sampleYear - 4, sampleYear - 1) : sampleYear
    const from = sampleDate(random, year, isHrOnly ? [0.25, 0.25] : [0.02, 0.08])
    const day = Number(from.slice(8))
    const lasts = from.length === 10 && day <= 20 && random.chance(0.4)
    return {
      kind: random.chance(0.5) ? random.pick(['course', 'short-training', 'online-course', 'seminar']) : random.pick(kinds),
      topic: random.chance(0.85) ? random.pick(profile.topics) : 'other',
      from,
      ...(lasts && { to: `${from.slice(0, 8)}${twoDigits(day + random.whole(1, 5))}` }),
      ...(!isHrOnly && random.chance(0.85) && { hours: random.pick([2, 2.5, 3, 4, 8, 12, 16, 24, 40]) }),
      ...(random.chance(0.9) && { certificate: random.chance(0.45) }),
    }
  })
}

function sampleCertificates(
  fact: FactDefinition & { type: 'certificates' },
  { zeal }: Respondent,
  random: Random,
): Certificate[] {
  return fact.kinds
    .filter(() => random.chance(0.18 * share(zeal)))
    .map(({ code }) => ({
      kind: code,
      ...(code === 'digital-framework' && { level: random.whole(1, 5) }),
      ...(random.chance(0.8) && { issuedOn: sampleDate(random, random.whole(sampleYear - 12, sampleYear), [0.4, 0.2]) }),
    }))
}

/** Facts that the form of some group asks. */
export const askedFacts = (facts: readonly FactDefinition[]): FactDefinition[] =>
  facts.filter(
    (fact) => !(fact.type === 'rank' && fact.derived) && groupProfiles.some(({ notAsked }) => !notAsked.includes(fact.id)),
  )
