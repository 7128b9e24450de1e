import { frameworkId } from '../assessment/assessor.js'
import { readCodes } from './code-reading.js'
import { areaColumns, countColumns, digitalColumns, levelColumns } from './digital-text.js'
import { attestedReading, type FactReading } from './fact-reading.js'
import { readItems } from './item-reading.js'
import { orderColumns, placeColumns } from './missing-text.js'
import {
  declaredColumn,
  differsText,
  isDeclared,
  lowerColumn,
  scoreColumns,
  totalColumns,
  upperColumn,
  unknownArea,
  verdictText,
} from './pass-text.js'
import { pointsColumns } from './points-text.js'
import { caseText, kept, sumText, type Selected, type Step } from './query.js'
import { constantText, quoted } from './quote.js'
import { nullOf, nullValues, tableText, valueText, yesText } from './source.js'
import type { SqlPlan } from './sql-plan.js'
import type { Column } from './tables.js'
import { readValue } from './value-reading.js'

/** The queries from the user's tables to the verdict, each reading from the one before. The last one is `cdht_placed`. */
export function assessmentSteps(plan: SqlPlan, counted?: Counted): Step[] {
  const more = counted?.fields ?? []
  const readings = plan.facts.map(({ fact }, at) => {
    const reading = fact.type === 'codes' ? readCodes(plan, at) : isList(fact.type) ? readItems(plan, at) : readValue(plan, at)
    const attested = attestedReading(plan, at)
    return {
      ...reading,
      id: fact.id,
      people: [...reading.people, ...attested.people],
      faults: [...reading.faults, ...attested.faults],
    }
  })
  const scores = plan.set.indicators.flatMap(({ id }, i): Score[] => {
    const source = plan.tables.scores?.[id]
    return source === undefined ? [] : [{ id, column: declaredColumn(plan, i), source }]
  })
  const counts = countColumns(plan)
  const areas = areaColumns(plan)
  const levels = levelColumns(plan)
  const digital = digitalColumns(plan)
  const { indicators } = plan.set
  const all = indicators.map((_, i) => i)
  const names = (columns: readonly Selected[]): string[] => columns.map(([, name]) => name)
  const always = ['person', 'group_c', 'area', 'refused_c', 'late_c', ...names(more), ...(counted ? ['assessed_c'] : [])]
  const declared = all.filter((i) => isDeclared(plan, i)).map((i) => declaredColumn(plan, i))
  const evidence = readings.flatMap(({ known }) => names(known))
  const updates = plan.ends[plan.selfUpdates]?.lo
  const slots = [...new Set(plan.ends.flatMap(({ lo, hi }) => [lo, hi]))]
  const lowersAndUppers = all.flatMap((i) => [lowerColumn(plan, i), upperColumn(plan, i)])
  const told = ['digital_lo', 'digital_hi', 'digital_answered', ...(updates === undefined ? [] : [updates])]
  const judged = ['total_lower', 'total_upper', 'threshold']
  const chain: Step[] = [
    {
      name: 'cdht_people',
      comment: 'the people, as they are in the table',
      columns: peopleColumns(plan, readings, scores, more),
      from: peopleFrom(plan),
    },
    {
      name: 'cdht_known',
      comment: 'what is known of each fact; NULL is not known',
      columns: [
        ...kept(['person', 'group_c', 'area'].map((name) => name)).map(([name]): Selected => [`p.${name}`, name]),
        ...names(more).map((name): Selected => [`p.${name}`, name]),
        ...declared.map((name): Selected => [`p.${name}`, name]),
        ...readings.flatMap(({ known }) => known),
        [sumText(readings.flatMap(({ late }) => late ?? [])), 'late_c'],
        [refusedText(plan, readings, scores, counted), 'refused_c'],
        ...(counted ? [[assessedText(readings, scores), 'assessed_c'] as const] : []),
      ],
      from: ['FROM cdht_people AS p', ...readings.flatMap(({ join }) => join ?? [])],
    },
    {
      name: 'cdht_counted',
      comment: 'how many codes hold: for sure (_lo), and at most (_hi)',
      columns: [...kept([...always, ...declared, ...evidence]), ...counts],
      from: ['FROM cdht_known'],
    },
    {
      name: 'cdht_areas',
      comment: 'areas of digital skills that are basic, and above basic',
      columns: [...kept([...always, ...declared, ...evidence, ...names(counts)]), ...areas],
      from: ['FROM cdht_counted'],
    },
    {
      name: 'cdht_slots',
      comment: 'what the rules ask about, with the level of digital skills',
      columns: [
        ...kept([
          ...new Set([
            ...always,
            ...declared,
            ...slots.filter((name) => !names(levels).includes(name)),
            ...(updates === undefined ? [] : [updates]),
          ]),
        ]),
        ...levels,
      ],
      from: ['FROM cdht_areas'],
    },
    {
      name: 'cdht_points',
      comment: 'the points of the evidence: for sure (_lo), and not excluded (_hi)',
      columns: [...kept([...new Set([...always, ...declared, ...slots, ...told])]), ...pointsColumns(plan)],
      from: ['FROM cdht_slots'],
    },
    {
      name: 'cdht_scores',
      comment: 'declared points take the place of the evidence',
      columns: [
        ...kept([...new Set([...always, ...declared, ...slots, ...told])]),
        ...scoreColumns(plan),
        [differsText(plan), 'differs_c'],
      ],
      from: ['FROM cdht_points'],
    },
    {
      name: 'cdht_totals',
      comment: 'totals',
      columns: [
        ...kept([...new Set([...always, ...declared, ...slots, ...told, ...lowersAndUppers, 'differs_c'])]),
        ...totalColumns(plan),
      ],
      from: ['FROM cdht_scores'],
    },
    {
      name: 'cdht_verdicts',
      comment: 'the verdict, and what it would be in a disadvantaged area',
      columns: [
        ...kept([...new Set([...always, ...declared, ...slots, ...told, ...lowersAndUppers, 'differs_c', ...judged])]),
        [verdictText(plan), 'verdict'],
        [verdictText(plan, 'disadvantaged'), 'elsewhere'],
      ],
      from: ['FROM cdht_totals'],
    },
    {
      name: 'cdht_orders',
      comment: 'what is missing: the smaller the number the earlier',
      columns: [
        ...kept([
          ...always,
          ...declared,
          ...lowersAndUppers,
          'differs_c',
          ...judged,
          'verdict',
          'elsewhere',
          'digital_lo',
          'digital_hi',
        ]),
        [digital.code, 'digital_code'],
        [digital.hasSkills, 'has_skills'],
        [digital.proficient, 'proficient'],
        ...orderColumns(plan, (i) => lowerColumn(plan, i)),
      ],
      from: ['FROM cdht_verdicts'],
    },
    {
      name: 'cdht_placed',
      comment: 'the places of what is missing',
      columns: [
        ...kept([
          ...always,
          ...declared,
          ...lowersAndUppers,
          ...[
            'differs_c',
            ...judged,
            'verdict',
            'elsewhere',
            'digital_lo',
            'digital_hi',
            'digital_code',
            'has_skills',
            'proficient',
          ],
        ]),
        ...placeColumns(plan),
      ],
      from: ['FROM cdht_orders'],
    },
  ]
  return [...readings.flatMap(({ steps }) => steps), ...chain]
}

/** What counting people asks of them beside their results. */
export interface Counted {
  /** Columns read from their own table. */
  fields: readonly Selected[]
  /** Conditions under which one of them is none, with the field. */
  faults: readonly (readonly [when: string, field: string])[]
}

interface Score {
  id: string
  column: string
  source: Column
}

/** Whether any evidence or score was given at all. */
function assessedText(readings: readonly FactReading[], scores: readonly Score[]): string {
  const given = [...readings.flatMap(({ given }) => given), ...scores.map(({ column }) => `p.${column} IS NOT NULL`)]
  return caseText(
    given.map((one) => [one, '1']),
    '0',
  )
}

const isList = (type: string): boolean => type === 'activities' || type === 'certificates'

function peopleColumns(
  plan: SqlPlan,
  readings: readonly FactReading[],
  scores: readonly Score[],
  more: readonly Selected[],
): Selected[] {
  const { dialect, tables, set } = plan
  const { id, group = { value: set.group } } = tables.people
  return [
    [`r.${quoted(dialect, id)}`, 'person'],
    [valueText(dialect, 'r', group), 'group_c'],
    [areaText(plan), 'area'],
    ...more,
    ...readings.flatMap(({ people }) => people),
    ...scores.map(({ source, column }): Selected => [`CAST(${valueText(dialect, 'r', source)} AS ${dialect.double})`, column]),
  ]
}

function areaText({ dialect, tables }: SqlPlan): string {
  const { disadvantagedArea: column, blankArea } = tables.people
  if (column === undefined) return nullOf(dialect.integer)
  const asked = nullValues(column).map((own): [string, string] => [
    `${valueText(dialect, 'r', (column as { column: string }).column)} = ${constantText(dialect, own)}`,
    String(unknownArea),
  ])
  const value = yesText(dialect, 'r', column)
  const read = blankArea === 'unknown' ? `coalesce(${value}, ${unknownArea})` : value
  return caseText(asked, read)
}

/** Only people of the set's group; the framework assesses everybody. */
function peopleFrom({ dialect, tables, set }: SqlPlan): string[] {
  const { table, group } = tables.people
  const from = `FROM ${tableText(dialect, table)} AS r`
  if (group === undefined || set.id === frameworkId) return [from]
  return [from, `WHERE ${valueText(dialect, 'r', group)} = ${constantText(dialect, set.group)}`]
}

/** The first field whose value no record can have; NULL where all is well. */
function refusedText(
  { dialect, nobody }: SqlPlan,
  readings: readonly (FactReading & { id: string })[],
  scores: readonly Score[],
  counted: Counted | undefined,
): string {
  const max = nobody.indicators[0]?.score.max ?? 0
  return caseText([
    ['p.person IS NULL', "'id'"],
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
