import { expressionOf, type Comparison, type Expression } from '../rules/comparison.js'
import { isQuestion, type Rule } from '../rules/rule.js'
import { caseText, sumText } from './query.js'
import { constantText } from './quote.js'
import type { SqlPlan } from './sql-plan.js'

const operators = { all: 'AND', any: 'OR' } as const

const flat = (of: Expression): string =>
  typeof of === 'string'
    ? of
    : of.parts.map((part) => (typeof part === 'string' ? part : `(${flat(part)})`)).join(` ${operators[of.join]} `)

/**
 * Whether a rule is met for sure. An end that is NULL has no limit, so no comparison with it is true; there is no NOT that could
 * turn this around.
 */
export const sureText = (plan: SqlPlan, rule: Rule, wanted = true): string =>
  flat(expressionOf(rule, (comparison) => comparisonSql(plan, comparison, comparison.end === 1), !wanted))

/** Whether a rule is not excluded: the other ends are asked, and one without a limit excludes nothing. */
export const possibleText = (plan: SqlPlan, rule: Rule): string =>
  flat(
    expressionOf(rule, (comparison) => {
      const upper = comparison.end === 0
      const { lo, hi } = plan.endsOf(comparison.question.slot)
      return `(${comparisonSql(plan, comparison, upper)} OR ${upper ? hi : lo} IS NULL)`
    }),
  )

function comparisonSql(plan: SqlPlan, { question, sign, bound }: Comparison, upper: boolean): string {
  const { lo, hi } = plan.endsOf(question.slot)
  return `${upper ? hi : lo} ${sign} ${constantText(plan.dialect, bound)}`
}

/**
 * How many facts have to change for a rule to be met for sure, as `missing` counts them: of several ways the shortest.
 *
 * @param wanted - the answer that the rule should have
 */
export function needsText(plan: SqlPlan, rule: Rule, wanted = true): string {
  if (isQuestion(rule)) return caseText([[sureText(plan, rule, wanted), '0']], '1')
  if ('not' in rule) return needsText(plan, rule.not, !wanted)
  const parts = ('all' in rule ? rule.all : rule.any).map((part) => needsText(plan, part, wanted))
  return 'all' in rule === wanted ? (parts.length === 1 ? sumText(parts) : `(${sumText(parts)})`) : plan.dialect.least(parts)
}

/** The most that {@link needsText} can count. */
export function mostNeeds(rule: Rule, wanted = true): number {
  if (isQuestion(rule)) return 1
  if ('not' in rule) return mostNeeds(rule.not, !wanted)
  const counts = ('all' in rule ? rule.all : rule.any).map((part) => mostNeeds(part, wanted))
  return 'all' in rule === wanted ? counts.reduce((sum, one) => sum + one, 0) : Math.min(...counts)
}
