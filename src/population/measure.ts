import { weakest, type Basis } from '../model/basis.js'
import type { PopulationRules } from '../model/population-rules.js'
import { unitLevels } from '../model/record.js'
import type { TargetPlan } from '../model/target-plan.js'
import { both, type Verdict } from '../model/verdict.js'
import type { Text } from '../model/text.js'
import type { Membership } from './cell.js'
import { adultsIn, holders, proficientHolders, staffOf, withSkills } from './names.js'
import { countPeople, isOf, type Belonging } from './people.js'
import { rateOf, type Rate } from './rate.js'
import type { TallyData } from './tally-json.js'

type Target = TargetPlan['targets'][number]

/** A rate with the id by which a result lists it. */
export interface NamedRate {
  id: string
  rate: Rate
}

/** What a line of a plan comes to: its rate, parts of the same people counted apart, and other readings of its words. */
export interface Measure {
  rate: Rate
  parts: NamedRate[]
  readings: NamedRate[]
  /** The weakest that the count itself rests on; `null` while nobody is counted. */
  basis: Basis | null
}

type Measuring = (target: Target, tally: TallyData, rules: PopulationRules) => Measure

/** By what a line of a plan counts; `undefined` where no record says it. */
export const measures: Record<Target['measure'], Measuring | undefined> = {
  'briefed-on-criteria': undefined,
  'holders-among-adults-of-learning-collectives': measureAdults,
  'holders-among-staff-of-learning-units': measureStaff,
  'digital-skills-among-holders': measureSkills,
  'proficient-among-holders-with-digital-skills': measureProficiency,
}

/** Titles are granted by people; what is counted is who meets the criteria. */
const byCriteria = ({ vi, en }: Text): Text => ({
  vi: `${vi} (ở đây tính theo người đạt tiêu chí)`,
  en: `${en} (counted here: who meets the criteria)`,
})

const isHolder = ({ verdict }: { verdict: Verdict }): Verdict => verdict

function measureAdults(target: Target, { residence, basis, adultAges }: TallyData): Measure {
  const among = (any: readonly Membership[], denominator: Text): Rate =>
    rateOf(countPeople(residence, { belongs: (profile, key) => both(profile.adult, isOf(key, any)), counts: isHolder }), {
      numerator: holders,
      denominator,
    })
  const collectives = Object.entries(adultsIn) as [keyof typeof adultsIn, Text][]
  return {
    rate: among(
      collectives.map(([id]) => id),
      target.denominator,
    ),
    parts: collectives.map(([id, people]) => ({ id, rate: among([id], people) })),
    readings: [],
    basis: basis && weakest([basis, ...adultAges.map((one) => one.basis)]),
  }
}

function measureStaff(target: Target, { workplace, basis }: TallyData, { notStaff }: PopulationRules): Measure {
  const staff = workplace.filter(({ group }) => !notStaff.groups.includes(group))
  const inUnit: Belonging = { belongs: (_, key) => isOf(key, ['learning-unit']), counts: isHolder }
  const among = (cells: TallyData['workplace'], denominator: Text): Rate =>
    rateOf(countPeople(cells, inUnit), { numerator: holders, denominator })
  const levels = [...unitLevels.map((level) => [level, level] as const), ['not-given', null] as const]
  const { denominator } = target
  return {
    rate: among(staff, denominator),
    parts: levels.map(([id, level]) => ({
      id,
      rate: among(
        staff.filter(({ unitLevel }) => unitLevel === level),
        staffOf[id],
      ),
    })),
    readings: [
      {
        id: 'with-learners',
        rate: among(workplace, {
          vi: `${denominator.vi}, và ${notStaff.label.vi} trong đơn vị học tập`,
          en: `${denominator.en}, and ${notStaff.label.en} in learning units`,
        }),
      },
    ],
    basis: basis && weakest([basis, notStaff.basis]),
  }
}

function measureSkills(target: Target, { residence, basis }: TallyData, { digital }: PopulationRules): Measure {
  const counts = countPeople(residence, { belongs: isHolder, counts: ({ hasSkills }) => hasSkills })
  return {
    rate: rateOf(counts, { numerator: withSkills, denominator: byCriteria(target.denominator) }),
    parts: [],
    readings: [],
    basis: basis && weakest([basis, ...digital.required.values.map((step) => step.basis)]),
  }
}

function measureProficiency(target: Target, tally: TallyData, { digital }: PopulationRules): Measure {
  const { residence, basis } = tally
  const among = (belongs: Belonging['belongs'], denominator: Text): Rate =>
    rateOf(countPeople(residence, { belongs, counts: ({ proficient }) => proficient }), {
      numerator: proficientHolders,
      denominator,
    })
  return {
    rate: among(({ verdict, hasSkills }) => both(verdict, hasSkills), byCriteria(target.denominator)),
    parts: [],
    readings: [{ id: 'among-all-holders', rate: among(isHolder, holders) }],
    basis: basis && weakest([basis, ...digital.required.values.map((step) => step.basis)]),
  }
}
