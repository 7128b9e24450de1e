import type { Basis, SourceRef } from '../model/basis.js'
import { CdhtError, issue } from '../model/issue.js'
import type { PopulationRules } from '../model/population-rules.js'
import type { TargetPlan } from '../model/target-plan.js'
import type { Text } from '../model/text.js'
import type { Range } from '../model/verdict.js'
import { populationRules } from '../sets/shipped/population.js'
import { percentOf, reaches } from './fraction.js'
import { measures } from './measure.js'
import type { Rate } from './rate.js'
import { neededFor, nothingSaid, standingOf, type Standing } from './standing.js'
import type { Tally } from './tally.js'

export type { Standing, TargetStatus } from './standing.js'

export interface Milestone {
  year: number
  percent: number
  basis: Basis
  source?: SourceRef | undefined
}

export interface TargetRate extends Standing {
  id: string
  rate: Rate
}

export interface TargetResult extends Standing {
  plan: string
  /** Id of the line in its plan. */
  target: string
  label: Text
  /** How the plan's words are read. */
  note?: Text | undefined
  year: number
  /** `null` where no record says it, such as who was briefed. */
  rate: Rate | null
  /** The latest milestone not after the year; `null` before the first. */
  milestone: Milestone | null
  /** Why nothing can be said; absent otherwise. */
  reason?: 'not-in-records' | 'before-first-milestone' | 'nobody-counted' | 'too-much-unknown'
  /** The next milestone, with its distance in points of percent and in people. `null` after the last. */
  next: (Milestone & { distance: Range | null; needed: Range | null }) | null
  /** People of the same line counted apart, against the same percentage: each membership, each level of the workplace. */
  parts: TargetRate[]
  /** Other ways to read the plan's words, each with its own denominator. */
  readings: TargetRate[]
  /** What the percentage rests on, and the weakest that the count does. */
  basis: { milestone: Basis | null; count: Basis | null }
}

export interface MeasureOptions {
  /** Calendar year by whose end a milestone has to be reached. */
  year: number
  /** Other rules of counting than the shipped ones; give the tally the same. */
  rules?: PopulationRules | undefined
}

/**
 * How a population stands to every line of a plan. “Đạt” is meeting the criteria: titles are granted by people, and who was
 * granted one is not counted here.
 *
 * @throws CdhtError `options` when the year is no whole number
 *
 * @example
 * measureTargets(count, targets['ninh-binh-126'], { year: 2026 })[1]?.status // 'not-reached'
 */
export function measureTargets(tally: Pick<Tally, 'toJSON'>, plan: TargetPlan, options: MeasureOptions): TargetResult[] {
  const { year, rules = populationRules } = options
  if (!Number.isInteger(year)) throw new CdhtError('options', [issue('wrong_option', ['year'], {})])
  const data = tally.toJSON()
  return plan.targets.map((target) => {
    const { id, label, note, milestones } = target
    const inOrder = milestones.toSorted((a, b) => a.year - b.year)
    const milestone = inOrder.findLast((one) => one.year <= year)
    const next = inOrder.find((one) => one.year > year)
    const measure = measures[target.measure]?.(target, data, rules)
    const standing = (rate: Rate): Standing => standingOf(rate, milestone?.percent)
    const all: Standing = measure ? standing(measure.rate) : nothingSaid
    const reason = all.status === 'cannot-be-said' ? reasonFor(measure?.rate, milestone) : undefined
    return {
      plan: plan.id,
      target: id,
      label,
      ...(note && { note }),
      year,
      rate: measure?.rate ?? null,
      milestone: milestone ? plainMilestone(milestone) : null,
      ...all,
      ...(reason && { reason }),
      next: next ? { ...plainMilestone(next), ...distanceTo(next.percent, measure?.rate) } : null,
      parts: (measure?.parts ?? []).map((part) => ({ ...part, ...standing(part.rate) })),
      readings: (measure?.readings ?? []).map((reading) => ({ ...reading, ...standing(reading.rate) })),
      basis: { milestone: milestone?.basis ?? null, count: measure?.basis ?? null },
    }
  })
}

function distanceTo(percent: number, rate: Rate | undefined): { distance: Range | null; needed: Range | null } {
  if (!rate?.interval) return { distance: null, needed: null }
  const { lower, upper } = rate.ends
  const points = (end: typeof lower): number => (reaches(end, percent) ? 0 : percent - (percentOf(end) ?? 0))
  return { distance: { lower: points(upper), upper: points(lower) }, needed: neededFor(rate, percent) }
}

function reasonFor(rate: Rate | undefined, milestone: unknown): TargetResult['reason'] {
  if (rate === undefined) return 'not-in-records'
  if (milestone === undefined) return 'before-first-milestone'
  return rate.interval === null ? 'nobody-counted' : 'too-much-unknown'
}

const plainMilestone = ({ year, percent, basis, source }: Milestone): Milestone => ({
  year,
  percent,
  basis,
  ...(source && { source }),
})
