import { dayCode } from '../model/day.js'
import { hoursLimit, listLimit } from '../model/record.js'
import { acceptedText, type FactReading } from './fact-reading.js'
import { dayEnds, isNoDay, partialDayText } from './day-text.js'
import { itemCounters, type Counted } from './item-counting.js'
import { caseText, type Selected, type Step } from './query.js'
import { constantList, constantText, quoted } from './quote.js'
import { childText, nullOf, valueText, yesText } from './source.js'
import type { SqlPlan } from './sql-plan.js'
import { isItemRows, type Column, type ItemRows } from './tables.js'

/** Reads a list of activities or certificates: both ends of every slot, and of the routes of digital skills that it shows. */
export function readItems(plan: SqlPlan, at: number): FactReading {
  const { fact } = plan.facts[at] as SqlPlan['facts'][number]
  const source = plan.sourceOf(fact.id)
  const counted = itemCounters(plan, at)
  if (source === undefined || !isItemRows(source))
    return { steps: [], people: [], known: counted.map(({ name, unknown }) => [unknown, name]), faults: [], given: [] }
  const name = plan.factNames[at] as string
  const { listed } = source
  const alias = `l${at}`
  const hasRows = `${alias}.person IS NOT NULL`
  const known = (found: string, { none, unknown }: Counted): string => {
    const cases: [string, string][] = [[hasRows, found]]
    if (typeof listed === 'object') cases.push([`p.${name}_listed = 1`, none])
    return caseText(cases, listed === 'always' ? none : unknown)
  }
  return {
    steps: [...readingSteps(plan, at, source), countingStep(plan, at, counted)],
    people: typeof listed === 'object' ? [[yesText(plan.dialect, 'r', listed.column), `${name}_listed`]] : [],
    join: `LEFT JOIN cdht_${name} ${alias} ON ${alias}.person = p.person`,
    known: counted.map((one): Selected => [acceptedText(plan, at, known(`${alias}.${one.name}`, one), one.unknown), one.name]),
    faults: [`${alias}.fault_c = 1 OR ${alias}.items_c > ${listLimit}`],
    given: [hasRows, ...(listed === 'always' ? ['1 = 1'] : listed === undefined ? [] : [`p.${name}_listed = 1`])],
    late: acceptedText(plan, at, `coalesce(${alias}.late_c, 0)`, '0'),
  }
}

/** The rows of the table in words of ours, then the days that they may mean, then whether they count. */
function readingSteps(plan: SqlPlan, at: number, source: ItemRows): Step[] {
  const { dialect, on } = plan
  const { fact, reader } = plan.facts[at] as SqlPlan['facts'][number]
  const name = plan.factNames[at] as string
  const isActivities = fact.type === 'activities'
  const [first, last] = [dayCode(`${on.slice(0, 4)}-01-01`), dayCode(on)]
  const of = (column: Column | undefined, type: string, text = valueText): string =>
    column === undefined ? nullOf(type) : text(dialect, 't', column)
  const begins = isActivities ? source.from : source.issuedOn
  const own: Selected[] = isActivities
    ? [
        [of(source.topic, dialect.text), 'topic_c'],
        [of(source.to, dialect.integer, partialDayText), 'to_c'],
        [of(source.hours, dialect.double), 'hours_r'],
        [of(source.certificate, dialect.integer, yesText), 'certified_c'],
      ]
    : [[of(source.level, dialect.integer), 'level_c']]
  const shared: Selected[] = [
    ['person', 'person'],
    ['kind_c', 'kind_c'],
    ...(isActivities
      ? (['topic_c', 'certified_c'] as const).map((one): Selected => [one, one])
      : ([['level_c', 'level_c']] as const)),
  ]
  const codes = [...reader.kinds.keys()]
  const topics = [...reader.topics.keys()]
  const faults = [
    `kind_c NOT IN ${constantList(dialect, codes)}`,
    `from_c IS NOT NULL AND (${isNoDay(dialect, 'from_c')})`,
    ...(isActivities
      ? [
          `topic_c NOT IN ${constantList(dialect, topics)}`,
          `to_c IS NOT NULL AND (${isNoDay(dialect, 'to_c')})`,
          `hours_r NOT BETWEEN 0 AND ${hoursLimit}`,
          ...(dialect.hasBooleans ? [] : ['certified_c NOT IN (0, 1)']),
        ]
      : [stepFault(plan, at)]),
  ]
  const [itemFirst, itemLast] = isActivities
    ? ['coalesce(to_first, from_first)', 'coalesce(to_last, from_last)']
    : ['from_first', 'from_last']
  return [
    {
      name: `cdht_${name}_rows`,
      comment: `${name}: the rows of the table`,
      columns: [
        [`t.${quoted(dialect, source.person)}`, 'person'],
        [of(source.kind, dialect.text), 'kind_c'],
        [of(begins, dialect.integer, partialDayText), 'from_c'],
        ...own,
      ],
      from: childText(dialect, source),
    },
    {
      name: `cdht_${name}_days`,
      comment: `${name}: the first and the last day that each date may mean`,
      columns: [
        ...shared,
        ...(isActivities ? [[`floor(CAST(hours_r AS ${dialect.double}) * 100 + 0.5)`, 'hours_c'] as const] : []),
        ...dayEnds(dialect, 'from_c', 'from_first', 'from_last'),
        ...(isActivities ? dayEnds(dialect, 'to_c', 'to_first', 'to_last') : []),
        [
          caseText(
            faults.map((fault) => [fault, '1']),
            '0',
          ),
          'fault_c',
        ],
      ],
      from: [`FROM cdht_${name}_rows`],
    },
    {
      name: `cdht_${name}_items`,
      comment: `${name}: whether each counts, 2 for sure, 1 perhaps, 0 not, from ${constantText(dialect, first)} to ${constantText(dialect, last)}`,
      columns: [
        ...shared,
        ...(isActivities ? [['hours_c', 'hours_c'] as const] : []),
        [itemFirst, 'first_c'],
        [itemLast, 'last_c'],
        [
          isActivities
            ? caseText(
                [
                  [`from_first > ${last} OR ${itemLast} < ${first}`, '0'],
                  [`from_last <= ${last} AND ${itemFirst} >= ${first}`, '2'],
                ],
                '1',
              )
            : caseText(
                [
                  [`from_first > ${last}`, '0'],
                  [`from_last > ${last}`, '1'],
                ],
                '2',
              ),
          'counts_c',
        ],
        [caseText([[`from_first > ${last}`, '1']], '0'), 'late_c'],
        [isActivities ? caseText([['fault_c = 1 OR to_last < from_first', '1']], '0') : 'fault_c', 'fault_c'],
      ],
      from: [`FROM cdht_${name}_days`],
    },
  ]
}

/** A step that the scale of the kind does not have. */
function stepFault(plan: SqlPlan, at: number): string {
  const { reader } = plan.facts[at] as SqlPlan['facts'][number]
  const kinds = [...reader.kinds.keys()]
  const { steps } = reader
  const [least, most] = steps.at(-1) as readonly [number, number]
  const own = kinds.flatMap((kind, k): [string, string][] => {
    const [first, last] = steps[k] as readonly [number, number]
    return first === least && last === most
      ? []
      : [[`kind_c = ${constantText(plan.dialect, kind)}`, caseText([[`level_c NOT BETWEEN ${first} AND ${last}`, '1']], '0')]]
  })
  const general = caseText([[`level_c NOT BETWEEN ${least} AND ${most} OR level_c <> floor(level_c)`, '1']], '0')
  return own.length === 0 ? `${general} = 1` : `${caseText(own, '0')} = 1 OR ${general} = 1`
}

function countingStep(plan: SqlPlan, at: number, counted: readonly Counted[]): Step {
  const name = plan.factNames[at] as string
  return {
    name: `cdht_${name}`,
    comment: `${name}: a row for each person; _lo is sure, _hi is not excluded, NULL is no limit`,
    columns: [
      ['person', 'person'],
      ...counted.map(({ text, name }): Selected => [text, name]),
      ['count(*)', 'items_c'],
      ['max(late_c)', 'late_c'],
      ['max(fault_c)', 'fault_c'],
    ],
    from: [`FROM cdht_${name}_items`, 'GROUP BY person'],
    grouped: true,
  }
}
