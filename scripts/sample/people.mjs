import { groupProfiles } from './groups.mjs'
import { Random } from './random.mjs'

/**
 * @typedef {import('../../src/model/vocabulary.js').FactDefinition} FactDefinition
 * @typedef {import('../../src/model/record.js').CitizenRecord} CitizenRecord
 * @typedef {import('./groups.mjs').GroupProfile} GroupProfile
 */

/** Year whose evidence the people report. */
export const sampleYear = 2025

/** Facts that an HR table holds; the rest needs a form. */
const hrFacts = ['learningActivities', 'certificates', 'languageLevel', 'requiredLearningDone']

/** Communes of the sample, by how their area is classed: `null` was asked and could not be told. */
const communes = new Map([
  ...Array.from({ length: 9 }, (_, i) => /** @type {const} */ ([`X0${i + 1}`, false])),
  ['X10', true],
  ['X11', true],
  ['X12', null],
])

/**
 * People who do not exist, the same for the same seed.
 *
 * @param {readonly FactDefinition[]} facts - the vocabulary
 * @param {{ count: number; seed: number }} options
 * @returns {CitizenRecord[]}
 */
export function samplePeople(facts, { count, seed }) {
  const random = new Random(seed)
  const digits = Math.max(6, String(count).length)
  return Array.from({ length: count }, (_, i) => {
    const profile = random.pickWeighted(groupProfiles.map((p) => /** @type {const} */ ([p, p.share])))
    return samplePerson(`P${String(i + 1).padStart(digits, '0')}`, profile, facts, random)
  })
}

/**
 * @param {string} id
 * @param {GroupProfile} profile
 * @param {readonly FactDefinition[]} facts
 * @param {Random} random
 * @returns {CitizenRecord}
 */
function samplePerson(id, profile, facts, random) {
  const isHrOnly = random.chance(profile.hrOnly)
  // Most forms are complete; some leave a question or two open, a few are hardly begun.
  const blank = random.pickWeighted([
    [0, 0.78],
    [0.06, 0.17],
    [0.6, 0.05],
  ])
  const zeal = profile.zeal + random.normal()
  const residence = random.pick([...communes.keys()])
  const area = communes.get(residence)
  /** @type {Record<string, unknown>} */
  const evidence = {}
  for (const fact of facts) {
    if (fact.type === 'rank' && fact.derived) continue
    const value = sampleFact(fact, profile, zeal, isHrOnly, random)
    const isAsked = isHrOnly ? hrFacts.includes(fact.id) : !profile.notAsked.includes(fact.id)
    if (isAsked && !random.chance(blank) && value !== undefined) evidence[fact.id] = value
  }
  const memberships = ['learning-family', 'learning-clan', 'learning-community'].filter(() => random.chance(0.3))
  if (profile.hasWorkplace && random.chance(0.5)) memberships.push('learning-unit')
  const workplace = `DV${String(random.whole(1, 30)).padStart(2, '0')}`
  const unitLevel = random.pickWeighted([
    ['commune', 0.65],
    ['province', 0.35],
  ])
  const birth = sampleDate(random, random.whole(...profile.born), [0.65, 0.1])
  const isRegistered = random.pickWeighted([
    [true, 0.8],
    [false, 0.14],
    [undefined, 0.06],
  ])
  const recordedOn = isHrOnly ? `${sampleYear}-11-30` : `${sampleYear}-12-${String(random.whole(1, 31)).padStart(2, '0')}`
  return /** @type {CitizenRecord} */ ({
    id,
    group: profile.group,
    birth,
    units: profile.hasWorkplace ? { residence, workplace } : { residence },
    ...(profile.hasWorkplace && profile.group !== 'learner' && { unitLevel }),
    ...(!isHrOnly && { memberships }),
    ...(area !== undefined && { disadvantagedArea: area }),
    ...(isRegistered !== undefined && { registered: isRegistered }),
    recordedOn,
    ...(Object.keys(evidence).length > 0 && { evidence }),
  })
}

/** A share that grows with `x` and stays between 0 and 1; one half at 0. @param {number} x */
const share = (x) => 0.5 + (0.5 * x) / (1 + Math.abs(x))

/**
 * @param {FactDefinition} fact
 * @param {GroupProfile} profile
 * @param {number} zeal
 * @param {boolean} isHrOnly
 * @param {Random} random
 */
function sampleFact(fact, profile, zeal, isHrOnly, random) {
  switch (fact.type) {
    case 'rank': {
      const [from, to] = fact.range
      return from + random.binomial(to - from, share((zeal + (ease[fact.id] ?? 0.6)) * 1.5))
    }
    case 'count': {
      const most = usualMost[fact.id] ?? 4
      return random.binomial(most, share(zeal + (ease[fact.id] ?? 0.6)))
    }
    case 'number':
      return random.binomial(20, share(zeal + 0.9)) * 5
    case 'boolean':
      return random.chance(fact.better === 'more' ? share((zeal + (ease[fact.id] ?? 0.8)) * 1.5) : 0.5)
    case 'code':
      return random.pick(fact.codes).code
    case 'codes':
      return sampleCodes(fact, profile, zeal, random)
    case 'activities':
      return sampleActivities(fact, profile, zeal, isHrOnly, random)
    case 'certificates':
      return fact.kinds.flatMap(({ code }) => {
        if (!random.chance(0.18 * share(zeal))) return []
        return [
          {
            kind: code,
            ...(code === 'digital-framework' && { level: random.whole(1, 5) }),
            ...(random.chance(0.8) && { issuedOn: sampleDate(random, random.whole(sampleYear - 12, sampleYear), [0.4, 0.2]) }),
          },
        ]
      })
  }
}

/** Answers that come easier (above) or harder (below) than most. */
/** @type {Readonly<Record<string, number>>} */
const ease = {
  readingFrequency: 1.2,
  goodRelations: 1.4,
  languageUse: -0.1,
  languageLevel: -0.9,
  initiativeRank: -0.3,
  verifiesInformation: 0.9,
  opinionsAdopted: 0.1,
  selfUpdatesOnline: 0.2,
  languageNotRequired: 0.8,
}

/** The most that people usually report in a year. */
/** @type {Readonly<Record<string, number>>} */
const usualMost = {
  booksRead: 7,
  communitySessions: 10,
  peopleSupported: 7,
  improvements: 4,
  opinionsGiven: 6,
  opinionsAdopted: 3,
  reconciliations: 3,
  commonActivities: 8,
  cooperationGroups: 4,
  experienceShared: 7,
}

/**
 * @param {FactDefinition & { type: 'codes' }} fact
 * @param {GroupProfile} profile
 * @param {number} zeal
 * @param {Random} random
 */
function sampleCodes(fact, profile, zeal, random) {
  const usual = [...profile.sources, ...profile.services]
  const codes = fact.codes.map(({ code }) => code)
  const base = fact.id === 'digitalActivities' ? 0.2 : -0.1
  const held = codes.filter((code) => random.chance(share(zeal + base + (usual.includes(code) ? 1 : 0))))
  // Some forms answer question by question and leave a few open.
  if (fact.id !== 'digitalServices' || !random.chance(0.04)) return held
  return Object.fromEntries(codes.filter(() => random.chance(0.9)).map((code) => [code, held.includes(code)]))
}

/**
 * @param {FactDefinition & { type: 'activities' }} fact
 * @param {GroupProfile} profile
 * @param {number} zeal
 * @param {boolean} isHrOnly
 * @param {Random} random
 */
function sampleActivities(fact, profile, zeal, isHrOnly, random) {
  const kinds = fact.kinds.map(({ code }) => code)
  return Array.from({ length: random.binomial(6, share(zeal + 0.2)) }, () => {
    const year = isHrOnly && random.chance(0.4) ? random.whole(sampleYear - 4, sampleYear - 1) : sampleYear
    const from = sampleDate(random, year, isHrOnly ? [0.25, 0.25] : [0.02, 0.08])
    const lasts = from.length === 10 && from.slice(8) <= '20' && random.chance(0.4)
    return {
      kind: random.chance(0.5) ? random.pick(['course', 'short-training', 'online-course', 'seminar']) : random.pick(kinds),
      topic: random.chance(0.85) ? random.pick(profile.topics) : 'other',
      from,
      ...(lasts && { to: `${from.slice(0, 8)}${String(Number(from.slice(8)) + random.whole(1, 5)).padStart(2, '0')}` }),
      // Tables of HR systems hold dates and diplomas, no hours.
      ...(!isHrOnly && random.chance(0.85) && { hours: random.pick([2, 3, 4, 8, 12, 16, 24, 40, 2.5]) }),
      ...(random.chance(0.9) && { certificate: random.chance(0.45) }),
    }
  })
}

/**
 * @param {Random} random
 * @param {number} year
 * @param {readonly [yearOnly: number, yearAndMonth: number]} shares - the rest are whole days
 */
function sampleDate(random, year, [yearOnly, yearAndMonth]) {
  const precision = random.next()
  const month = String(random.whole(1, 12)).padStart(2, '0')
  const day = String(random.whole(1, 28)).padStart(2, '0')
  if (precision < yearOnly) return String(year)
  return precision < yearOnly + yearAndMonth ? `${year}-${month}` : `${year}-${month}-${day}`
}
