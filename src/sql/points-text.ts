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

/** Where an indicator goes from its sure points: the points of the next level, and how many facts are lacking for it. */
export function nextLevel(plan: SqlPlan, i: number, lower: string): { points: string; needs: string; most: number } {
  const { grading, cap, levels } = plan.rules.indicators[i] as DayIndicator
  const most = Math.max(0, ...levels.map(({ rule }) => mostNeeds(rule)))
  // The fewest points come first.
  const cases = levels.map(({ points, rule }) => {
    const needs = needsText(plan, rule)
    return grading === 'highest'
      ? { when: `${lower} < ${points}`, points: String(points), needs }
      : { when: `${needs} > 0`, points: plan.dialect.least([`${lower} + ${points}`, String(cap)]), needs }
  })
  return {
    points: caseText(
      cases.map(({ when, points }) => [when, points]),
      lower,
    ),
    needs: caseText(
      cases.map(({ when, needs }) => [when, needs]),
      '0',
    ),
    most,
  }
}
