import type { CitizenRecord, FactDefinition } from '../../index.js'
import { sampleDate, twoDigits } from './date.js'
import { sampleFact, sampleYear, type Respondent } from './evidence.js'
import { groupProfiles } from './groups.js'
import { Random } from './random.js'

/** Facts that an HR table holds; the rest needs a form. */
const hrFacts = ['learningActivities', 'certificates', 'languageLevel', 'requiredLearningDone']

/** A province that does not exist. */
export interface Province {
  /** Code and class of each commune: disadvantaged or not; `null` was asked and could not be told. */
  communes: readonly (readonly [code: string, disadvantaged: boolean | null])[]
  workplaces: readonly string[]
  idOf: (number: number) => string
  /** Last year of birth; children and pupils of the sample have none. */
  bornUntil?: number
}

/** People who do not exist, one after another, the same for the same seed. @param facts - the vocabulary */
export function* simulatePeople(
  facts: readonly FactDefinition[],
  { count, seed }: { count: number; seed: number },
  province: Province,
): Generator<CitizenRecord> {
  const random = new Random(seed)
  for (let number = 1; number <= count; number++) yield simulatePerson(province.idOf(number), facts, province, random)
}

function simulatePerson(
  id: string,
  facts: readonly FactDefinition[],
  { communes, workplaces, bornUntil = Infinity }: Province,
  random: Random,
): CitizenRecord {
  const profile = random.pickWeighted(groupProfiles.map((one) => [one, one.share] as const))
  const isHrOnly = random.chance(profile.hrOnly)
  const respondent: Respondent = { profile, isHrOnly, zeal: profile.zeal + random.normal() }
  const evidence = sampleEvidence(facts, respondent, random)
  const [residence, disadvantagedArea] = random.pick(communes)
  const memberships = (['learning-family', 'learning-clan', 'learning-community'] as const).filter(() => random.chance(0.3))
  const inUnit = random.chance(0.5)
  const workplace = random.pick(workplaces)
  const unitLevel = random.pickWeighted([
    ['commune', 0.65],
    ['province', 0.35],
  ] as const)
  const birth = sampleDate(random, random.whole(profile.born[0], Math.min(profile.born[1], bornUntil)), [0.65, 0.1])
  const registered = random.pickWeighted<boolean | undefined>([
    [true, 0.8],
    [false, 0.14],
    [undefined, 0.06],
  ])
  const day = random.whole(1, 31)
  return {
    id,
    group: profile.group,
    birth,
    units: profile.hasWorkplace ? { residence, workplace } : { residence },
    ...(profile.hasWorkplace && profile.group !== 'learner' && { unitLevel }),
    ...(!isHrOnly && { memberships: profile.hasWorkplace && inUnit ? [...memberships, 'learning-unit' as const] : memberships }),
    disadvantagedArea,
    ...(registered !== undefined && { registered }),
    recordedOn: isHrOnly ? `${sampleYear}-11-30` : `${sampleYear}-12-${twoDigits(day)}`,
    ...(Object.keys(evidence).length > 0 && { evidence }),
  }
}

function sampleEvidence(facts: readonly FactDefinition[], respondent: Respondent, random: Random): Record<string, unknown> {
  const { profile, isHrOnly } = respondent
  // Most forms are complete; some leave a question or two open, a few are hardly begun.
  const blank = random.pickWeighted([
    [0, 0.78],
    [0.06, 0.17],
    [0.6, 0.05],
  ])
  const evidence: Record<string, unknown> = {}
  for (const fact of facts) {
    if (fact.type === 'rank' && fact.derived) continue
    const isAsked = isHrOnly ? hrFacts.includes(fact.id) : !profile.notAsked.includes(fact.id)
    if (isAsked && !random.chance(blank)) evidence[fact.id] = sampleFact(fact, respondent, random)
  }
  return evidence
}
