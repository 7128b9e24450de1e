import { missingText } from './missing-text.js'
import { basisText, lowerColumn, upperColumn, warningsText } from './pass-text.js'
import { caseText, type Selected } from './query.js'
import { constantText, quoted } from './quote.js'
import type { SqlPlan } from './sql-plan.js'

/**
 * The columns of a result under the ids of `cdht assess`; of a person who is refused all but the first five are NULL.
 *
 * @param missing - whether what is missing is among them
 */
export function resultColumns(plan: SqlPlan, missing: boolean): { columns: Selected[]; from: string[] } {
  const { dialect, set, on } = plan
  const constants: Selected[] = [
    [constantText(dialect, set.id), 'set'],
    [constantText(dialect, set.version), 'set_version'],
    [constantText(dialect, on), 'on'],
  ]
  const results: Selected[] = [
    ['verdict', 'verdict'],
    [basisText(plan), 'basis'],
    ['total_lower', 'total_lower'],
    ['total_upper', 'total_upper'],
    ['threshold', 'threshold'],
    ...set.indicators.flatMap(({ id }, i): Selected[] => [
      [lowerColumn(plan, i), `${id.replaceAll('-', '_')}_lower`],
      [upperColumn(plan, i), `${id.replaceAll('-', '_')}_upper`],
    ]),
    ['digital_lo', 'digital_lower'],
    ['digital_hi', 'digital_upper'],
    ['digital_code', 'digital_code'],
    ['has_skills', 'has_skills'],
    ['proficient', 'proficient'],
    ...(missing ? [[missingText(plan), 'missing'] as const] : []),
    [warningsText(plan), 'warnings'],
  ]
  const gated = results.map(([expression, name]): Selected => [caseText([['refused_c IS NULL', expression]]), name])
  const columns: Selected[] = [['person', 'id'], ['group_c', 'group'], ...constants, ...gated, ['refused_c', 'refused']]
  return {
    columns: columns.map(([expression, name]): Selected => [expression, quoted(dialect, name)]),
    from: [missing ? 'FROM cdht_placed' : 'FROM cdht_judged'],
  }
}
