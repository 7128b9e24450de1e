import type { DayIndicator } from '../assessment/day-indicators.js'
import { commentWord, numberComment } from '../emit/literal.js'
import { parametersOf } from '../emit/plan.js'
import { mostNeeds, needsText, possibleText, sureText } from './condition-sql.js'
import { caseText, sumText, type Selected } from './query.js'
import type { SqlPlan } from './sql-plan.js'

/** Both ends of the points that the evidence gives for each indicator. */
export function pointsColumns(plan: SqlPlan): Selected[] {
  return plan.rules.indicators.flatMap((indicator, i): Selected[] => {
    const name = plan.indicatorNames[i] as string
    return [
      [pointsText(plan, indicator, (rule) => sureText(plan, rule)), `${name}_lo`, commentOn(plan, i)],
      [pointsText(plan, indicator, (rule) => possibleText(plan, rule)), `${name}_hi`],
    ]
  })
}

type RuleText = (rule: DayIndicator['levels'][number]['rule']) => string

function pointsText({ dialect }: SqlPlan, { grading, cap, levels }: DayIndicator, conditionOf: RuleText): string {
  if (grading === 'highest') {
    const ordered = levels.toSorted((a, b) => b.points - a.points)
    const cases = ordered.map(({ points, rule }) => `    WHEN ${conditionOf(rule)} THEN ${Math.min(points, cap)}`)
    return cases.length === 0 ? '0' : `CASE\n${cases.join('\n')}\n    ELSE 0 END`
  }
  const parts = levels.map(({ points, rule }) => caseText([[conditionOf(rule), String(points)]], '0'))
  return dialect.least([sumText(parts), String(cap)])
}

/** What the points rest on, in words that a checked set has. */
function commentOn({ rules, nobody, stepOf }: SqlPlan, i: number): string {
  const { id, levels } = rules.indicators[i] as DayIndicator
  const parameters = [...new Set(levels.flatMap(({ rule }) => parametersOf(rule)))]
  const numbers = parameters.map((parameter) => numberComment(parameter, stepOf(parameter)))
  return [`${commentWord(id)}: ${commentWord(nobody.indicators[i]?.basis ?? '')}`, ...numbers].join('; ')
}

/** Where an indicator goes from its sure points. */
export interface NextLevel {
  /** Level by level, the fewest points first: whether it is the next one, its points, and how many facts are lacking for it. */
  levels: readonly { when: string; points: string; needs: string }[]
  /** Whether there is a next level. */
  isOpen: string
  /** The most facts that can be lacking. */
  most: number
}

/** @param lower - column of the sure points */
export function nextLevel(plan: SqlPlan, i: number, lower: string): NextLevel {
  const { grading, cap, levels } = plan.rules.indicators[i] as DayIndicator
  const most = Math.max(0, ...levels.map(({ rule }) => mostNeeds(rule)))
  const needs = levels.map(({ rule }) => needsText(plan, rule))
  if (grading === 'highest') {
    const isOpen = `${lower} < ${levels.at(-1)?.points ?? 0}`
    return {
      levels: levels.map(({ points }, l) => ({ when: `${lower} < ${points}`, points: `${points}`, needs: needs[l] as string })),
      isOpen,
      most,
    }
  }
  return {
    levels: levels.map(({ points }, l) => ({
      when: `${needs[l] as string} > 0`,
      points: plan.dialect.least([`${lower} + ${points}`, String(cap)]),
      needs: needs[l] as string,
    })),
    isOpen: `${lower} < ${cap} AND (${needs.map((one) => `${one} > 0`).join(' OR ')})`,
    most,
  }
}
