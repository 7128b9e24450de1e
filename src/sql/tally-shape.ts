import { dayCode, isoText } from '../model/day.js'
import { CdhtError, issue } from '../model/issue.js'
import { memberships, unitLevels } from '../model/record.js'
import { lastBirthOfAge } from '../population/adult.js'
import { stepOn, type ParameterStep } from '../rules/parameter.js'
import { populationRules } from '../sets/shipped/population.js'
import { dayEnds, isNoDay, partialDayText } from './day-text.js'
import { digitalEnds, type SqlPlan } from './sql-plan.js'
import { basisText, lowerColumn, upperColumn } from './pass-text.js'
import { caseText, type Selected, type Step } from './query.js'
import { nullOf, valueText, yesText } from './source.js'
import { constantList, constantText, quoted } from './quote.js'

/** From which age people count as adults on a day. @throws CdhtError `options` before the first such rule */
export function adultStep(on: string): ParameterStep {
  const step = stepOn(populationRules.adultAge, on)
  if (step === undefined) throw new CdhtError('options', [issue('not_in_force', ['on'], { on })])
  return step
}

/** What counting asks of the people beside their results: columns read from their table. */
export function countedFields({ dialect, tables }: SqlPlan): Selected[] {
  const { birth, residence, workplace, unitLevel, registered, memberships: of } = tables.people
  const columns = of && memberships.map((one) => yesText(dialect, 'r', of[one]))
  const names = memberships.map((one, i) => caseText([[`${columns?.[i] ?? ''} = 1`, constantText(dialect, `; ${one}`)]], "''"))
  const none = dialect.from(dialect.join(names), 3)
  const isAsked = columns?.map((column) => `${column} IS NOT NULL`).join(' AND ') ?? ''
  const isNone = columns?.map((column) => `${column} = 0`).join(' AND ') ?? ''
  const text = (column: typeof residence): string =>
    column === undefined ? nullOf(dialect.text) : valueText(dialect, 'r', column)
  return [
    [birth === undefined ? nullOf(dialect.integer) : partialDayText(dialect, 'r', birth), 'born_c'],
    [text(residence), 'residence_c'],
    [text(workplace), 'workplace_c'],
    [text(unitLevel), 'level_c'],
    [registered === undefined ? nullOf(dialect.integer) : yesText(dialect, 'r', registered), 'registered_c'],
    [
      columns === undefined
        ? nullOf(dialect.text)
        : caseText([
            [isNone, "'-'"],
            [isAsked, none],
          ]),
      'memberships_c',
    ],
  ]
}
/** Conditions under which one of these fields is none. */
export const countedFaults = ({ dialect }: SqlPlan): [when: string, field: string][] => [
  [`p.born_c IS NOT NULL AND (${isNoDay(dialect, 'p.born_c')})`, "'birth'"],
  [`p.level_c NOT IN ${constantList(dialect, unitLevels)}`, "'unitLevel'"],
]

const letter = (met: string, unmet: string): string =>
  caseText(
    [
      [met, "'y'"],
      [unmet, "'n'"],
    ],
    "'u'",
  )
const letterOf = (column: string): string => letter(`${column} = 'met'`, `${column} = 'unmet'`)

/** What tallies count of each person who is not refused. */
export function tallySteps(plan: SqlPlan): Step[] {
  const { dialect, on, set } = plan
  const last = dayCode(isoText(lastBirthOfAge(on, adultStep(on).value)))
  const profile = [
    letter(`born_last <= ${last}`, `born_first > ${last}`),
    letter('registered_c = 1', 'registered_c = 0'),
    caseText([['assessed_c = 1', "'y'"]], "'n'"),
    ...['verdict', 'has_skills', 'proficient'].map(letterOf),
  ]
  const halves = set.indicators.flatMap((_, i): Selected[] => [
    [`2 * ${lowerColumn(plan, i)}`, `${lowerColumn(plan, i)}_h`],
    [`2 * ${upperColumn(plan, i)}`, `${upperColumn(plan, i)}_h`],
  ])
  const keys = ['residence_c', 'workplace_c', 'level_c', 'memberships_c', 'group_c', 'refused_c']
  const whole = (of: string): string => `CAST(CAST(2 * ${of} AS ${dialect.integer}) AS ${dialect.text})`
  const digit = (column: string): string => `CAST(${column} AS ${dialect.text})`
  return [
    {
      name: 'cdht_born',
      comment: 'the first and the last day of birth that is possible',
      columns: [
        ...[...keys, 'registered_c', 'assessed_c', 'verdict', 'has_skills', 'proficient', 'total_lower', 'total_upper'].map(
          (name): Selected => [name, name],
        ),
        ...Object.values(digitalEnds).map((name): Selected => [name as string, name as string]),
        ...halves.map(([, name]): Selected => [name.slice(0, -2), name.slice(0, -2)]),
        ...dayEnds(dialect, 'born_c', 'born_first', 'born_last'),
        [basisText(plan), 'basis_c'],
      ],
      from: ['FROM cdht_judged'],
    },
    {
      name: 'cdht_profiles',
      comment: 'one text for all that is counted together',
      columns: [
        ...keys.map((name): Selected => [name, name]),
        ['basis_c', 'basis_c'],
        [dialect.join(profile), 'profile_c'],
        [dialect.join([digit(digitalEnds.lo), "'-'", digit(digitalEnds.hi)]), 'digital_c'],
        [whole('total_lower'), 'lower_c'],
        [whole('total_upper'), 'upper_c'],
        ...halves,
      ],
      from: ['FROM cdht_born'],
    },
  ]
}

export const tallyParts = ['profile', 'digital', 'total_lower', 'total_upper'] as const
const partColumns = { profile: 'profile_c', digital: 'digital_c', total_lower: 'lower_c', total_upper: 'upper_c' }

/** Counts in rows: a SELECT for each thing that is counted, by where people live and by where they work. */
export function tallySelects(plan: SqlPlan): { columns: Selected[]; from: string[] }[] {
  const { dialect, set } = plan
  const noText = nullOf(dialect.text)
  const sums = (of: (column: string) => string): Selected[] =>
    set.indicators.flatMap(({ id }, i): Selected[] => {
      const name = id.replaceAll('-', '_')
      return [
        [of(`${lowerColumn(plan, i)}_h`), quoted(dialect, `${name}_lower_halves`)],
        [of(`${upperColumn(plan, i)}_h`), quoted(dialect, `${name}_upper_halves`)],
      ]
    })
  const noSums = sums(() => nullOf(dialect.double))
  const row = (cells: Record<'by' | 'unit' | 'group' | 'unit_level' | 'memberships' | 'part' | 'key', string>): Selected[] => [
    ...Object.entries(cells).map(([name, text]): Selected => [text, quoted(dialect, name)]),
    ['count(*)', quoted(dialect, 'people')],
  ]
  const counted = (['residence', 'workplace'] as const).flatMap((by) =>
    tallyParts.map((part) => {
      const column = partColumns[part]
      const keys = [`${by}_c`, 'group_c', 'memberships_c', column, ...(by === 'workplace' ? ['level_c'] : [])]
      const columns = row({
        by: `'${by}'`,
        unit: `${by}_c`,
        group: 'group_c',
        unit_level: by === 'workplace' ? 'level_c' : noText,
        memberships: 'memberships_c',
        part: `'${part}'`,
        key: column,
      })
      return {
        columns: [...columns, ...(part === 'profile' ? sums((halves) => `sum(${halves})`) : noSums)],
        from: ['FROM cdht_profiles', 'WHERE refused_c IS NULL', `GROUP BY ${keys.join(', ')}`],
      }
    }),
  )
  const told = (part: 'basis' | 'refused', column: string, where: string): { columns: Selected[]; from: string[] } => {
    const none = { unit: noText, group: noText, unit_level: noText, memberships: noText }
    const columns = row({ by: noText, ...none, part: `'${part}'`, key: column })
    return { columns: [...columns, ...noSums], from: ['FROM cdht_profiles', `WHERE refused_c ${where}`, `GROUP BY ${column}`] }
  }
  return [...counted, told('basis', 'basis_c', 'IS NULL'), told('refused', 'refused_c', 'IS NOT NULL')]
}
