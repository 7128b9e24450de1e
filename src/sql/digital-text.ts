import { askedCodes } from './code-reading.js'
import { bandCases, routeColumn } from './item-counting.js'
import { caseText, sumText, type Selected } from './query.js'
import { constantText } from './quote.js'
import { digitalEnds, type SqlPlan } from './sql-plan.js'

const both = ['lo', 'hi'] as const

/** Of the facts that are sets of codes: how many hold for sure, and how many are open, of all or of each area of digital skills. */
export function countColumns(plan: SqlPlan): Selected[] {
  return plan.facts.flatMap(({ fact, reader }, at): Selected[] => {
    if (fact.type !== 'codes' || (reader.slot < 0 && !reader.rated)) return []
    if (!reader.rated) return countText(plan, at, askedCodes(plan, at), [countEnds(plan, at).lo, openColumn(plan, at)])
    return plan.rules.reading.digital.areas.flatMap((_, area) => countText(plan, at, codesOf(plan, at, area), areaColumns(area)))
  })
}

/** From the columns of {@link countColumns}: what may hold at most, and in how many areas the person is basic and above basic. */
export function reachedColumns(plan: SqlPlan): Selected[] {
  const { facts, rules, set } = plan
  const counts = facts.flatMap(({ fact, reader }, at): Selected[] => {
    if (fact.type !== 'codes' || (reader.slot < 0 && !reader.rated)) return []
    const { lo, hi } = countEnds(plan, at)
    if (!reader.rated) return [[`${lo} + ${openColumn(plan, at)}`, hi]]
    const areas = rules.reading.digital.areas.map((_, area) => areaColumns(area))
    const rest = codesOf(plan, at, -1)
    const sure = [...areas.map(([own]) => own), ...rest.map((code) => `coalesce(${plan.codeColumn(at, code)}, 0)`)]
    const open = [...areas.map(([, own]) => own), ...nullsOf(plan, at, rest)]
    return [
      [sumText(sure), lo],
      [sumText([...sure, ...open]), hi],
    ]
  })
  if (!facts.some(({ reader }) => reader.rated) || rules.reading.digital.activities === undefined) return counts
  const reached = (end: 'lo' | 'hi', from: 'basic' | 'aboveBasic'): string =>
    sumText(
      set.digital.areas.map((area, a) => {
        const [sure, open] = areaColumns(a)
        return plan.dialect.flag(`${end === 'lo' ? sure : `${sure} + ${open}`} >= ${area[from]}`)
      }),
    )
  return [
    ...counts,
    ...both.flatMap((end): Selected[] => [
      [reached(end, 'basic'), `basic_${end}`],
      [reached(end, 'aboveBasic'), `above_${end}`],
    ]),
  ]
}

const areaColumns = (area: number): [sure: string, open: string] => [`area${area}_lo`, `area${area}_open`]
const openColumn = ({ factNames }: SqlPlan, at: number): string => `${factNames[at] as string}_open`

/** The codes of one area; -1: those of none. */
function codesOf({ facts }: SqlPlan, at: number, area: number): string[] {
  const { reader } = facts[at] as SqlPlan['facts'][number]
  return [...reader.codes].flatMap(([code, of]) => (of.area === area ? [code] : []))
}

function countEnds({ ends, facts, factNames }: SqlPlan, at: number): { lo: string; hi: string } {
  const slot = facts[at]?.reader.slot ?? -1
  const name = `${factNames[at] as string}_all`
  return ends[slot] ?? { lo: `${name}_lo`, hi: `${name}_hi` }
}

function countText(plan: SqlPlan, at: number, codes: readonly string[], [sure, open]: [sure: string, open: string]): Selected[] {
  return [
    [sumText(codes.map((code) => `coalesce(${plan.codeColumn(at, code)}, 0)`)), sure],
    [sumText(nullsOf(plan, at, codes)), open],
  ]
}

const nullsOf = (plan: SqlPlan, at: number, codes: readonly string[]): string[] =>
  codes.length === 0 ? [] : [plan.dialect.nulls(codes.map((code) => plan.codeColumn(at, code)))]

/** The level of digital skills: the highest that any route shows, and whether it is assessed at all. */
export function levelColumns(plan: SqlPlan): Selected[] {
  const { facts, rules, set, dialect, factNames } = plan
  const { digital } = rules.reading
  const evidence: string[] = []
  const shown = { lo: ['0'], hi: ['0'] }
  digital.routes.forEach((route, r) => {
    const at = facts.findIndex(({ fact }) => fact.id === route.fact)
    if (at < 0) return
    if (route.kind === 'activities') {
      const { overall } = set.digital.routes.find(({ id }) => id === route.id) as typeof route
      for (const end of both)
        shown[end].push(
          caseText(
            overall.map((of) => [`basic_${end} >= ${of.areasBasic} AND above_${end} >= ${of.areasAboveBasic}`, String(of.level)]),
            '0',
          ),
        )
      const { lo, hi } = countEnds(plan, at)
      evidence.push(`${lo} = ${hi}`)
    } else if (route.kind === 'score') {
      const column = `${factNames[at] as string}_v`
      const bands = bandCases(column, route.bands)
      shown.lo.push(caseText(bands, '0'))
      shown.hi.push(caseText([[`${column} IS NULL`, String(digital.most[r])], ...bands], '0'))
      evidence.push(`${column} IS NOT NULL`)
    } else for (const end of both) shown[end].push(routeColumn(r, end))
  })
  return [
    [dialect.greatest([...new Set(shown.lo)]), digitalEnds.lo],
    [dialect.greatest([...new Set(shown.hi)]), digitalEnds.hi],
    [
      caseText(
        evidence.map((one) => [one, '1']),
        '0',
      ),
      'digital_answered',
    ],
  ]
}

/** What the level says, from the columns of {@link levelColumns}. */
export function digitalColumns(plan: SqlPlan): Record<'code' | 'hasSkills' | 'proficient', string> {
  const { set, dialect, stepOf, selfUpdates } = plan
  const { lo, hi } = digitalEnds
  const verdict = (met: string, unmet: string): string =>
    caseText(
      [
        [met, "'met'"],
        [unmet, "'unmet'"],
      ],
      "'unknown'",
    )
  const required = stepOf(set.digital.required.fact).value
  const proficient = set.digital.levels.find(({ code }) => code === 'proficient')?.level
  const updates = plan.ends[selfUpdates]?.lo
  const orUpdates = updates === undefined ? '' : ` OR ${updates} = 1`
  const andNotUpdates = updates === undefined ? '' : ` AND ${updates} = 0`
  const [reaches, fails] = proficient === undefined ? ['1 = 0', '1 = 1'] : [`${lo} >= ${proficient}`, `${hi} < ${proficient}`]
  return {
    code: caseText([
      [`digital_answered = 0 AND ${lo} = 0`, "'not-assessed'"],
      ...set.digital.levels.map(({ level, code }): [string, string] => [`${lo} = ${level}`, constantText(dialect, code)]),
    ]),
    hasSkills: verdict(`${lo} >= ${required}`, `${hi} < ${required}`),
    proficient: verdict(`${lo} >= ${required} AND (${reaches}${orUpdates})`, `${hi} < ${required} OR (${fails}${andNotUpdates})`),
  }
}
