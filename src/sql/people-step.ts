import { frameworkId } from '../assessment/assessor.js'
import type { FactReading } from './fact-reading.js'
import { unknownArea } from './pass-text.js'
import { caseText, type Selected, type Step } from './query.js'
import { constantText, quoted } from './quote.js'
import { nullOf, tableText, valueText, yesText } from './source.js'
import type { SqlPlan } from './sql-plan.js'
import type { Column } from './tables.js'

/** What counting people asks of them beside their results. */
export interface Counted {
  /** Columns read from their own table. */
  fields: readonly Selected[]
  /** Conditions under which one of them is none, with the field. */
  faults: readonly (readonly [when: string, field: string])[]
}

/** Declared points: of which indicator, in which column of ours, from where. */
export interface Score {
  id: string
  column: string
  source: Column
}

/** Whether any evidence or score was given at all. */
export function assessedText(readings: readonly FactReading[], scores: readonly Score[]): string {
  const given = [...readings.flatMap(({ given }) => given), ...scores.map(({ column }) => `p.${column} IS NOT NULL`)]
  return caseText(
    given.map((one) => [one, '1']),
    '0',
  )
}

/** The people with what their own table says. @param more - columns that counting asks for */
export function peopleStep(
  plan: SqlPlan,
  readings: readonly FactReading[],
  scores: readonly Score[],
  more: readonly Selected[],
): Step {
  const { dialect, tables, set } = plan
  const { id, group = { value: set.group } } = tables.people
  const columns: Selected[] = [
    [`r.${quoted(dialect, id)}`, 'person'],
    [valueText(dialect, 'r', group), 'group_c'],
    [areaText(plan), 'area'],
    ...more,
    ...readings.flatMap(({ people }) => people),
    ...scores.map(({ source, column }): Selected => [`CAST(${valueText(dialect, 'r', source)} AS ${dialect.double})`, column]),
  ]
  return { name: 'cdht_people', comment: 'the people, as they are in the table', columns, from: peopleFrom(plan) }
}

/** A value that says neither yes nor no says that it was asked and is not known; a blank one says what the mapping says. */
function areaText({ dialect, tables }: SqlPlan): string {
  const { disadvantagedArea: column, blankArea } = tables.people
  if (column === undefined) return nullOf(dialect.integer)
  const own = typeof column === 'object' && 'column' in column ? column.column : column
  const cases: [string, string][] = [[`${valueText(dialect, 'r', own)} IS NOT NULL`, String(unknownArea)]]
  const otherwise = caseText(cases, blankArea === 'unknown' ? String(unknownArea) : 'NULL')
  return `coalesce(${yesText(dialect, 'r', column)}, ${otherwise})`
}

/** Only people of the set's group; the framework assesses everybody. */
function peopleFrom({ dialect, tables, set }: SqlPlan): string[] {
  const { table, group } = tables.people
  const from = `FROM ${tableText(dialect, table)} r`
  if (group === undefined || set.id === frameworkId) return [from]
  return [from, `WHERE ${valueText(dialect, 'r', group)} = ${constantText(dialect, set.group)}`]
}

/** The first field whose value no record can have; NULL where all is well. */
export function refusedText(
  { dialect, nobody }: SqlPlan,
  readings: readonly (FactReading & { id: string })[],
  scores: readonly Score[],
  counted: Counted | undefined,
): string {
  const max = nobody.indicators[0]?.score.max ?? 0
  return caseText([
    [`p.person IS NULL OR CAST(p.person AS ${dialect.text}) = ${constantText(dialect, '')}`, "'id'"],
    ...(counted?.faults ?? []),
    ...readings.flatMap(({ faults, id }): [string, string][] =>
      faults.length === 0 ? [] : [[faults.join(' OR '), constantText(dialect, id)]],
    ),
    ...scores.map(({ id, column }): [string, string] => [
      `p.${column} NOT BETWEEN 0 AND ${max} OR 2 * p.${column} <> floor(2 * p.${column})`,
      constantText(dialect, id),
    ]),
  ])
}
