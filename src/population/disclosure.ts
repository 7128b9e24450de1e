import type { PopulationRules } from '../model/population-rules.js'
import type { TargetPlan } from '../model/target-plan.js'
import type { Verdict } from '../model/verdict.js'
import { stepOn } from '../rules/parameter.js'
import { digitalClasses } from './digital-classes.js'
import type { TargetResult } from './measure-targets.js'
import { partsShown } from './parts-shown.js'
import { profileOf } from './profile.js'
import { suppressBeside, type SuppressCell } from './suppress.js'
import { peopleIn, type CellData, type TallyData } from './tally-json.js'
import { coarseCells, unitPlaces } from './unit-places.js'

/**
 * Which figures of a report may be shown, all of them together: the one place that decides it. Nothing hidden can be worked out of
 * all that this allows, by whoever knows what adds up to what and that no count is negative.
 */
export interface Disclosure {
  /** People of a unit of residence and group by their verdicts; `undefined`: of all units, of all groups. */
  residence: (unit?: string | null, group?: string) => boolean
  /** People of a workplace by their verdicts. */
  workplace: (unit?: string | null) => boolean
  /** People of a group, or of all, in a class of `digitalClasses`. */
  digital: (group: string | undefined, level: number) => boolean
  /** How many people an answer is that of. */
  answer: (of: Question, answer: Verdict) => boolean
  /** How many people were assessed. */
  assessed: boolean
  /** Means of everybody; with those of the groups that are shown they tell that of the people of all others. */
  means: boolean
  /** For each line of the plan, whether its counts and what follows from them may be shown. */
  targets: (plan: TargetPlan, results: readonly TargetResult[]) => boolean[]
  /** Of parts of all people, or of another count that is shown; see `partsShown`. */
  parts: (parts: readonly number[], lineOf?: (part: number) => number) => boolean[]
}

const questions = ['adult', 'registered', 'hasSkills', 'proficient'] as const
type Question = (typeof questions)[number]

export interface DisclosureOptions {
  /** A count of at least 1 and fewer than this many people is hidden. */
  hide: number
  /** The unit above each, where sub-totals are shown beside. */
  parents?: ReadonlyMap<string, string> | undefined
  rules: PopulationRules
}

/**
 * Places of units and groups are hidden whole, as `unitTable` hides them. A hidden total of everybody takes along all that adds up
 * to it.
 *
 * @throws CdhtError `options` when units lie above each other in a circle
 */
export function disclosure({ residence, workplace, days }: TallyData, options: DisclosureOptions): Disclosure {
  const { hide, parents = new Map<string, string>(), rules } = options
  const homes = unitPlaces(coarseCells(residence), hide, parents)
  const ofWork = coarseCells(workplace.map(({ unit, profiles }) => ({ unit, group: '', profiles })))
  const works = unitPlaces(ofWork, hide, new Map())
  const isShown = (unit?: string | null, group?: string): boolean =>
    !homes.isHidden(unit === undefined ? null : homes.rowOf(unit), group ?? null)
  const hasTotal = isShown()
  const hasWorks = hasTotal && !works.isHidden(null, null)
  const isLarge = (people: number): boolean => people === 0 || people >= hide
  const parts = (counts: readonly number[], lineOf?: (part: number) => number): boolean[] =>
    hasTotal ? partsShown(counts, hide, lineOf) : counts.map(() => false)

  const { levels, required } = rules.digital
  const digital = digitalShown(residence, levels, boundOf(required, days), hide, (group) => isShown(undefined, group))
  const hasLevels = hasTotal && digital.hasSkills
  const { people, assessed, answers } = countsOf(residence)
  const answer: Disclosure['answer'] = (of, one) => {
    const { met, unmet } = answers[of]
    if (!hasTotal || !isLarge(met)) return false
    if ((of === 'hasSkills' || of === 'proficient') && !hasLevels) return false
    return isLarge(unmet) || (of === 'hasSkills' && one === 'met')
  }
  const inHidden = residence.reduce((sum, { group, profiles }) => sum + (isShown(undefined, group) ? 0 : peopleIn(profiles)), 0)
  const isLargeTarget = ({ rate }: TargetResult): boolean =>
    rate === null || [rate.denominator, rate.numerator, rate.denominator - rate.numerator - rate.unknown].every(isLarge)
  return {
    residence: isShown,
    workplace: (unit) => hasWorks && !works.isHidden(unit === undefined ? null : works.rowOf(unit), null),
    digital: (group, level) => hasTotal && (group === undefined || isShown(undefined, group)) && digital.level(group, level),
    answer,
    assessed: hasTotal && isLarge(assessed) && isLarge(people - assessed),
    means: hasTotal && isLarge(inHidden),
    targets: (plan, results) => {
      const measureOf = new Map(plan.targets.map(({ id, measure }) => [id, measure]))
      const isSkills = ({ target }: TargetResult): boolean => measureOf.get(target) === 'digital-skills-among-holders'
      // Of all holders those with skills are counted; of these, in turn, those who are proficient.
      const hasSkills = hasLevels && answer('hasSkills', 'unmet') && results.filter(isSkills).every(isLargeTarget)
      const isProficient = ({ target }: TargetResult): boolean =>
        measureOf.get(target) === 'proficient-among-holders-with-digital-skills'
      return results.map((one) => isLargeTarget(one) && (hasSkills || !(isSkills(one) || isProficient(one))))
    },
    parts,
  }
}

/** The level from which people have digital skills; `undefined` where nothing is known of it, or it changed between the days. */
function boundOf(required: PopulationRules['digital']['required'], days: TallyData['days']): number | undefined {
  const [first, last] = days ? [days.first, days.last].map((day) => stepOn(required, day)?.value) : []
  return first === last ? first : undefined
}

/**
 * People by class of `digitalClasses` and group, beside a table that tells how many people there are, and how many of each group
 * that it shows. Those who have digital skills are a sum of classes.
 */
function digitalShown(
  residence: readonly CellData[],
  levels: PopulationRules['digital']['levels'],
  bound: number | undefined,
  hide: number,
  isGroupShown: (group: string) => boolean,
): { level: Disclosure['digital']; hasSkills: boolean } {
  const others = 'others'
  const columnOf = (group: string): string => (isGroupShown(group) ? JSON.stringify(group) : others)
  const cells = residence.flatMap(({ group, digital }) =>
    digitalClasses(Object.entries(digital), levels).map((all, i): SuppressCell => ({
      row: String(i),
      column: columnOf(group),
      people: { all },
    })),
  )
  const rows = [0, ...levels.map(({ level }) => level)]
  const parents = new Map(rows.map((level, i) => [String(i), bound !== undefined && level >= bound ? 'skills' : 'rest']))
  const all = cells.reduce((sum, { people }) => sum + (people['all'] ?? 0), 0)
  // Of so few people nothing can be shown, nor protected.
  if (all < hide) return { level: () => false, hasSkills: false }
  const { isHidden } = suppressBeside(cells, { hide, parents, counts: [() => true] }, (row, column) =>
    row === null ? 'shown' : column === others ? 'hidden' : undefined,
  )
  const level: Disclosure['digital'] = (group, i) => !isHidden(String(i), group === undefined ? null : columnOf(group))
  return { level, hasSkills: bound === undefined ? rows.every((_, i) => level(undefined, i)) : !isHidden('skills', null) }
}

function countsOf(cells: readonly CellData[]): {
  people: number
  assessed: number
  answers: Record<Question, Record<Verdict, number>>
} {
  const none = (): Record<Verdict, number> => ({ met: 0, unmet: 0, unknown: 0 })
  const counts = { people: 0, assessed: 0, answers: { adult: none(), registered: none(), hasSkills: none(), proficient: none() } }
  for (const { profiles } of cells)
    for (const [key, more] of Object.entries(profiles)) {
      const profile = profileOf(key)
      counts.people += more
      if (profile.assessed) counts.assessed += more
      for (const of of questions) counts.answers[of][profile[of]] += more
    }
  return counts
}
