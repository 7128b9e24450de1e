import { expressionOf, type Comparison, type Expression } from '../rules/comparison.js'
import { isQuestion, type Rule } from '../rules/rule.js'
import { sumText, type Selected } from './query.js'
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

/** Columns that are 1 where a comparison is not met for sure, so that a change is needed, and 0 where it is; each of them once. */
export function lackColumns(plan: SqlPlan): Selected[] {
  return [...lacks(plan)].map(([sure, name]) => [plan.dialect.lacks(sure), name])
}

/** Names of these columns, by what is met for sure. */
function lacks(plan: SqlPlan): ReadonlyMap<string, string> {
  const known = lacksOf.get(plan)
  if (known) return known
  const found = new Map<string, string>()
  const look = (rule: Rule, wanted: boolean): void => {
    if (isQuestion(rule)) {
      const sure = sureText(plan, rule, wanted)
      if (!found.has(sure)) found.set(sure, `lack${found.size}_c`)
    } else if ('not' in rule) look(rule.not, !wanted)
    else for (const part of 'all' in rule ? rule.all : rule.any) look(part, wanted)
  }
  for (const { levels } of plan.rules.indicators) for (const { rule } of levels) look(rule, true)
  lacksOf.set(plan, found)
  return found
}
const lacksOf = new WeakMap<SqlPlan, ReadonlyMap<string, string>>()

/**
 * How many facts have to change for a rule to be met for sure, as `missing` counts them: of several ways the shortest.
 *
 * @param wanted - the answer that the rule should have
 */
export function needsText(plan: SqlPlan, rule: Rule, wanted = true): string {
  if (isQuestion(rule)) return lacks(plan).get(sureText(plan, rule, wanted)) as string
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
