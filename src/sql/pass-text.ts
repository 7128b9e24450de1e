import { bases, type Basis } from '../model/basis.js'
import { caseText, sumText, type Selected } from './query.js'
import { constantText } from './quote.js'
import type { SqlPlan } from './sql-plan.js'

/** Columns of the area: 1 disadvantaged, 0 ordinary, 2 asked and not known, NULL not given. */
export const unknownArea = 2

export const lowerColumn = ({ indicatorNames }: SqlPlan, i: number): string => `${indicatorNames[i] as string}_lower`
export const upperColumn = ({ indicatorNames }: SqlPlan, i: number): string => `${indicatorNames[i] as string}_upper`
export const declaredColumn = ({ indicatorNames }: SqlPlan, i: number): string => `${indicatorNames[i] as string}_declared`

/** Which indicators have a column of declared points. */
export const isDeclared = ({ set, tables }: SqlPlan, i: number): boolean => {
  const id = set.indicators[i]?.id
  return id !== undefined && tables.scores?.[id] !== undefined
}

/** Declared points take the place of the evidence. */
export function scoreColumns(plan: SqlPlan): Selected[] {
  return plan.set.indicators.flatMap((_, i): Selected[] => {
    const name = plan.indicatorNames[i] as string
    const of = (end: string): string => (isDeclared(plan, i) ? `coalesce(${declaredColumn(plan, i)}, ${end})` : end)
    return [
      [of(`${name}_lo`), lowerColumn(plan, i)],
      [of(`${name}_hi`), upperColumn(plan, i)],
    ]
  })
}

/** Whether declared points lie outside of what the evidence gives. */
export function differsText(plan: SqlPlan): string {
  const cases = plan.set.indicators.flatMap((_, i): [string, string][] => {
    const [declared, name] = [declaredColumn(plan, i), plan.indicatorNames[i] as string]
    return isDeclared(plan, i) ? [[`${declared} < ${name}_lo OR ${declared} > ${name}_hi`, '1']] : []
  })
  return caseText(cases, '0')
}

export function totalColumns(plan: SqlPlan): Selected[] {
  const { dialect, set, rules } = plan
  const lowers = set.indicators.map((_, i) => lowerColumn(plan, i))
  const uppers = set.indicators.map((_, i) => upperColumn(plan, i))
  const { threshold, disadvantagedThreshold } = rules.pass
  return [
    [sumText(lowers), 'total_lower'],
    [sumText(uppers), 'total_upper'],
    [dialect.least(lowers), 'least_lower'],
    [dialect.least(uppers), 'least_upper'],
    [caseText([['area = 1', String(disadvantagedThreshold)]], String(threshold)), 'threshold'],
  ]
}

/** The verdict; an area that was asked and is not known is judged both ways. @param area - `undefined`: as it is */
export function verdictText({ rules }: SqlPlan, area?: 'disadvantaged'): string {
  const { threshold, disadvantagedThreshold, floor } = rules.pass
  const needed = (of: (...both: number[]) => number): string =>
    area === undefined
      ? caseText([[`area = ${unknownArea}`, String(of(threshold, disadvantagedThreshold))]], 'threshold')
      : String(disadvantagedThreshold)
  return caseText(
    [
      [`least_upper < ${floor} OR total_upper < ${needed(Math.min)}`, "'unmet'"],
      [`least_lower >= ${floor} AND total_lower >= ${needed(Math.max)}`, "'met'"],
    ],
    "'unknown'",
  )
}

/** The weakest basis that the verdict used: of the pass rule, and of every indicator's evidence or of declared points. */
export function basisText(plan: SqlPlan): string {
  const { set, nobody, frames, declared } = plan
  const isGiven = (i: number): string => `${declaredColumn(plan, i)} IS NOT NULL`
  const uses = (basis: Basis): string[] => {
    const areas = [
      ...(frames.disadvantaged.basis === basis ? ['area = 1'] : []),
      ...(frames.either.basis === basis ? [`area = ${unknownArea}`] : []),
      ...(frames.ordinary.basis === basis ? ['area = 0', 'area IS NULL'] : []),
    ]
    const indicators = set.indicators.flatMap((_, i) => {
      const own = nobody.indicators[i]?.basis === basis
      if (!isDeclared(plan, i)) return own ? ['1 = 1'] : []
      const rests = declared.basis === basis ? [isGiven(i)] : []
      return own ? [...rests, `${declaredColumn(plan, i)} IS NULL`] : rests
    })
    const all = [...new Set([...areas, ...indicators])]
    return all.includes('1 = 1') ? ['1 = 1'] : all
  }
  const cases = bases.map((basis): [string, string] => [uses(basis).join(' OR '), `'${basis}'`]).filter(([when]) => when !== '')
  return cases[0]?.[0] === '1 = 1' ? cases[0][1] : caseText(cases)
}

/** Codes of what a result must say beside its numbers. */
export function warningsText(plan: SqlPlan): string {
  const { set, dialect } = plan
  const always = [...new Set(set.warnings.map(({ code }) => code))]
  const seldom: [when: string, code: string][] = [
    ['late_c > 0', 'after_day'],
    ['differs_c = 1', 'declared_differs'],
    ['area IS NULL AND elsewhere <> verdict', 'area_not_given'],
  ]
  const parts = seldom
    .filter(([, code]) => !always.includes(code as (typeof always)[number]))
    .map(([when, code]) => caseText([[when, `'; ${code}'`]], "''"))
  const first = always.map((code) => `; ${code}`).join('')
  return dialect.from(dialect.join([constantText(dialect, first), ...parts]), 3)
}
