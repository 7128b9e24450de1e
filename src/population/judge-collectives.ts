import { weakest, type Basis, type SourceRef } from '../model/basis.js'
import type { Collective, shareOf } from '../model/collectives-file.js'
import { isoDay } from '../model/day.js'
import { CdhtError, issue } from '../model/issue.js'
import type { PopulationRules } from '../model/population-rules.js'
import type { Text } from '../model/text.js'
import type { Verdict } from '../model/verdict.js'
import { stepOn } from '../rules/parameter.js'
import { populationRules } from '../sets/shipped/population.js'
import { holders, peopleOfCollective, shareAlone } from './names.js'
import { countPeople } from './people.js'
import { rateOf, type Rate } from './rate.js'
import { standingOf, type Standing, type TargetStatus } from './standing.js'
import { peopleIn, type CellData, type TallyData } from './tally-json.js'
import type { Tally } from './tally.js'

export interface CollectiveShare extends Standing {
  of: (typeof shareOf)[number]
  rate: Rate
  /** To be reached at least. */
  percent: number
  basis: Basis
  source?: SourceRef | undefined
}

export interface CollectiveLevel {
  id: string
  label: Text
  /** Of all its shares together. */
  status: TargetStatus
  /** Those of people whom the collective may have: where nobody learns, no share of learners is asked. */
  shares: CollectiveShare[]
}

export interface CollectiveResult {
  collective: string
  label: Text
  /** Code of the unit that is the collective. */
  unit: string
  people: number
  /** The lowest first. */
  levels: CollectiveLevel[]
  /** The highest level whose shares are reached for certain, with those of every level below it. */
  reached: string | null
  /** Why there is no level to judge, or none of whose shares anything can be said. */
  reason?: 'no-share-found' | 'not-in-force' | 'nobody-counted' | 'too-much-unknown'
  /** That nothing but the share is judged; with it, where no share was found, what was looked for. */
  note: Text
  /** The weakest that the shares, the verdicts and the count rest on. */
  basis: Basis | null
}

export interface JudgedCollectives {
  results: CollectiveResult[]
  /** People of no such collective: the record names no unit, or one of another level or whose level no record gives. */
  others: number
}

export interface CollectiveOptions {
  /** The day whose shares are asked, `YYYY-MM-DD`. */
  on: string
  rules?: PopulationRules | undefined
}

/**
 * How far the people of learning collectives meet the criteria, against the share that the collective needs. Every unit of the tally
 * (of the workplace for learning units, otherwise of the residence) is taken for one collective: to judge families, tally people by
 * the code of their family. Only the share is judged, and each result says so.
 *
 * @throws CdhtError `options` when `on` is no day
 *
 * @example
 * judgeCollectives(count, collectives['learning-unit-province'], { on: '2025-12-31' }).results[0]?.reached // 'level-1'
 */
export function judgeCollectives(
  tally: Pick<Tally, 'toJSON'>,
  collective: Collective,
  options: CollectiveOptions,
): JudgedCollectives {
  const { on, rules = populationRules } = options
  if (isoDay(on) === undefined) throw new CdhtError('options', [issue('impossible_day', ['on'], {})])
  const data = tally.toJSON()
  const units = new Map<string, CellData[]>()
  let others = 0
  for (const cell of data[collective.by])
    if (cell.unit === null) others += peopleIn(cell.profiles)
    else units.set(cell.unit, [...(units.get(cell.unit) ?? []), cell])
  const results: CollectiveResult[] = []
  for (const [unit, cells] of units) {
    const members = membersOf(cells, collective)
    const people = members.reduce((sum, { profiles }) => sum + peopleIn(profiles), 0)
    others += cells.reduce((sum, { profiles }) => sum + peopleIn(profiles), 0) - people
    if (people > 0) results.push({ unit, people, ...judge(members, collective, { on, rules, data }) })
  }
  return { results, others }
}

/** Of a workplace that some record gives the level of, everybody but people of other levels. */
function membersOf(cells: CellData[], { unitLevels }: Collective): CellData[] {
  if (!unitLevels) return cells
  const isOfLevel = ({ unitLevel }: CellData): boolean => unitLevel !== null && unitLevels.includes(unitLevel)
  return cells.some(isOfLevel) ? cells.filter((cell) => cell.unitLevel === null || isOfLevel(cell)) : []
}

interface Judging {
  on: string
  rules: PopulationRules
  data: TallyData
}

function judge(cells: CellData[], collective: Collective, judging: Judging): Omit<CollectiveResult, 'unit' | 'people'> {
  const { id, label, noShare } = collective
  const note = noShare ? { vi: `${noShare.vi} ${shareAlone.vi}`, en: `${noShare.en} ${shareAlone.en}` } : shareAlone
  const levels = collective.levels.flatMap((level): CollectiveLevel[] => {
    const shares = level.shares.map(({ of, percent }) => judgeShare(cells, of, percent, judging))
    if (shares.includes('not-in-force')) return []
    const asked = shares.filter((share): share is CollectiveShare => share !== 'not-in-force' && isAsked(share))
    return [{ id: level.id, label: level.label, status: together(asked), shares: asked }]
  })
  const firstOpen = levels.findIndex(({ status }) => status !== 'reached')
  const reached = levels[firstOpen < 0 ? levels.length - 1 : firstOpen - 1]?.id ?? null
  const reason = reached === null ? reasonFor(collective, levels) : undefined
  const bases = levels.flatMap(({ shares }) => shares.map(({ basis }) => basis))
  const grounds = [...bases, ...(judging.data.basis ? [judging.data.basis] : []), ...countedBy(collective, judging)]
  return {
    collective: id,
    label,
    levels,
    reached,
    ...(reason && { reason }),
    note,
    basis: bases.length > 0 ? weakest(grounds) : null,
  }
}

/** Learners are asked about only where there are any; a unit without staff, or a family without adults, cannot be judged. */
const isAsked = ({ of, rate }: CollectiveShare): boolean => of !== 'learners' || rate.interval !== null

function judgeShare(
  cells: CellData[],
  of: CollectiveShare['of'],
  percent: Collective['levels'][number]['shares'][number]['percent'],
  { on, rules }: Judging,
): CollectiveShare | 'not-in-force' {
  const step = stepOn(percent, on)
  if (!step) return 'not-in-force'
  const learns = ({ group }: CellData): boolean => rules.notStaff.groups.includes(group)
  const counted = of === 'adults' ? cells : cells.filter((cell) => learns(cell) === (of === 'learners'))
  const belongs = (adult: Verdict): Verdict => (of === 'adults' ? adult : 'met')
  const counts = countPeople(counted, { belongs: ({ adult }) => belongs(adult), counts: ({ verdict }) => verdict })
  const rate = rateOf(counts, { numerator: holders, denominator: peopleOfCollective[of] })
  const { value, basis, source } = step
  return { of, rate, percent: value, basis, ...(source && { source }), ...standingOf(rate, value) }
}

function together(shares: readonly CollectiveShare[]): TargetStatus {
  if (shares.some(({ status }) => status === 'not-reached')) return 'not-reached'
  return shares.length > 0 && shares.every(({ status }) => status === 'reached') ? 'reached' : 'cannot-be-said'
}

function reasonFor({ levels: wanted }: Collective, levels: readonly CollectiveLevel[]): CollectiveResult['reason'] {
  const [lowest] = levels
  if (wanted.length === 0) return 'no-share-found'
  if (!lowest) return 'not-in-force'
  if (lowest.status === 'not-reached') return undefined
  return lowest.shares.some(({ rate }) => rate.interval === null) ? 'nobody-counted' : 'too-much-unknown'
}

/** What it rests on whom a share counts. */
function countedBy({ levels }: Collective, { rules, data }: Judging): Basis[] {
  const asked = new Set(levels.flatMap(({ shares }) => shares.map(({ of }) => of)))
  return [
    ...(asked.has('adults') ? data.adultAges.map(({ basis }) => basis) : []),
    ...(asked.has('staff') || asked.has('learners') ? [rules.notStaff.basis] : []),
  ]
}
