import { askedCodes } from './code-reading.js'
import { bandCases, routeColumn } from './item-counting.js'
import { caseText, sumText, type Selected } from './query.js'
import { constantText } from './quote.js'
import { digitalEnds, type SqlPlan } from './sql-plan.js'

const both = ['lo', 'hi'] as const

/** Of the facts that are sets of codes: how many hold, of all and of each area of digital skills. */
export function countColumns(plan: SqlPlan): Selected[] {
  return plan.facts.flatMap(({ fact, reader }, at): Selected[] => {
    if (fact.type !== 'codes' || (reader.slot < 0 && !reader.rated)) return []
    const all = askedCodes(plan, at)
    const ends = countEnds(plan, at)
    const columns: Selected[] = countText(plan, at, all, all.length).map((text, e) => [text, e === 0 ? ends.lo : ends.hi])
    if (!reader.rated) return columns
    plan.rules.reading.digital.areas.forEach(({ size }, area) => {
      const codes = [...reader.codes].flatMap(([code, of]) => (of.area === area ? [code] : []))
      countText(plan, at, codes, size).forEach((text, e) => columns.push([text, areaColumn(area, both[e] as 'lo')]))
    })
    return columns
  })
}

const areaColumn = (area: number, end: 'lo' | 'hi'): string => `area${area}_${end}`

function countEnds({ ends, facts, factNames }: SqlPlan, at: number): { lo: string; hi: string } {
  const slot = facts[at]?.reader.slot ?? -1
  const name = `${factNames[at] as string}_all`
  return ends[slot] ?? { lo: `${name}_lo`, hi: `${name}_hi` }
}

/** The codes that hold: for sure, and at most. @param size - number of all */
function countText(plan: SqlPlan, at: number, codes: readonly string[], size: number): [string, string] {
  const columns = codes.map((code) => plan.codeColumn(at, code))
  const no = sumText(columns.map((column) => `(1 - coalesce(${column}, 1))`))
  return [sumText(columns.map((column) => `coalesce(${column}, 0)`)), `${size} - (${no})`]
}

/** In how many areas the person is basic, and above basic. */
export function areaColumns({ facts, rules, set }: SqlPlan): Selected[] {
  if (!facts.some(({ reader }) => reader.rated) || rules.reading.digital.activities === undefined) return []
  const reached = (end: 'lo' | 'hi', from: 'basic' | 'aboveBasic'): string =>
    sumText(set.digital.areas.map((area, a) => caseText([[`${areaColumn(a, end)} >= ${area[from]}`, '1']], '0')))
  return both.flatMap((end): Selected[] => [
    [reached(end, 'basic'), `basic_${end}`],
    [reached(end, 'aboveBasic'), `above_${end}`],
  ])
}

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
