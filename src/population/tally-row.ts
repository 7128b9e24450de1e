import { indicatorIds, type IndicatorId } from '../model/indicator.js'
import type { GroupId } from '../model/record.js'
import type { Verdict } from '../model/verdict.js'
import type { Membership, UnitLevel } from './cell.js'
import { profileOf, type Profile } from './profile.js'
import type { CellData } from './tally-json.js'

/** People by an answer: `met` yes, `unmet` no, `unknown`. */
export type Answers = Record<Verdict, number>

/** One cell of a tally, with the sums that reports ask for. Points are points. */
export interface TallyRow {
  /** Which of the two tables the row is of; each of them counts everybody once. */
  by: 'residence' | 'workplace'
  /** `null`: the record names no unit. */
  unit: string | null
  group: GroupId
  /** Of the workplace; always `null` by residence. */
  unitLevel: UnitLevel | null
  /** `null`: the record does not say; `[]`: of none. */
  memberships: Membership[] | null
  people: number
  adults: Answers
  registered: Answers
  /** People of whom some evidence or a score was given. */
  assessed: number
  met: number
  unmet: number
  unknown: number
  hasSkills: Answers
  proficient: Answers
  /** People by the range of their digital-skill level. */
  digitalLevels: { lower: number; upper: number; people: number }[]
  /** Sums of the lower and upper ends over all people. */
  indicators: { id: IndicatorId; lower: number; upper: number }[]
  /** People by lower and by upper end of their total; a total that nobody has is left out. */
  totals: Record<'lower' | 'upper', { points: number; people: number }[]>
}

export function rowOf(by: TallyRow['by'], cell: CellData): TallyRow {
  const { unit, group, unitLevel, memberships, halves, totals } = cell
  const profiles = Object.entries(cell.profiles).map(([key, people]) => ({ ...profileOf(key), people }))
  const sum = (holds: (profile: Profile) => boolean): number =>
    profiles.reduce((all, one) => (holds(one) ? all + one.people : all), 0)
  const answers = (of: Exclude<keyof Profile, 'assessed'>): Answers => ({
    met: sum((one) => one[of] === 'met'),
    unmet: sum((one) => one[of] === 'unmet'),
    unknown: sum((one) => one[of] === 'unknown'),
  })
  const histogram = (of: Readonly<Record<string, number>>): { points: number; people: number }[] =>
    Object.entries(of).map(([half, people]) => ({ points: Number(half) / 2, people }))
  return {
    by,
    unit,
    group,
    unitLevel,
    memberships: memberships && [...memberships],
    people: sum(() => true),
    adults: answers('adult'),
    registered: answers('registered'),
    assessed: sum(({ assessed }) => assessed),
    ...answers('verdict'),
    hasSkills: answers('hasSkills'),
    proficient: answers('proficient'),
    digitalLevels: Object.entries(cell.digital).map(([level, people]) => {
      const [lower, upper] = level.split('-').map(Number) as [number, number]
      return { lower, upper, people }
    }),
    indicators: indicatorIds.map((id, i) => ({
      id,
      lower: (halves.lower[i] as number) / 2,
      upper: (halves.upper[i] as number) / 2,
    })),
    totals: { lower: histogram(totals.lower), upper: histogram(totals.upper) },
  }
}
