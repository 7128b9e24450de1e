import { indicatorIds } from '../model/indicator.js'
import type { Verdict } from '../model/verdict.js'
import type { Answers, TallyRow } from '../population/tally-row.js'

/** Some people of a tally, added up. */
export interface Sums {
  people: number
  verdicts: Answers
  adults: Answers
  registered: Answers
  assessed: number
  hasSkills: Answers
  proficient: Answers
  /** People by `lower-upper` of their digital-skill level. */
  levels: Map<string, number>
  /** Sums of points in the order of the indicators. */
  points: { lower: number[]; upper: number[] }
  /** People by total. */
  totals: { lower: Map<number, number>; upper: Map<number, number> }
}

const none = (): Answers => ({ met: 0, unmet: 0, unknown: 0 })
/** In the order of tables. */
export const answers = ['met', 'unmet', 'unknown'] as const satisfies readonly Verdict[]

const emptySums = (): Sums => ({
  people: 0,
  verdicts: none(),
  adults: none(),
  registered: none(),
  assessed: 0,
  hasSkills: none(),
  proficient: none(),
  levels: new Map(),
  points: { lower: indicatorIds.map(() => 0), upper: indicatorIds.map(() => 0) },
  totals: { lower: new Map(), upper: new Map() },
})

const raise = <K>(counts: Map<K, number>, key: K, by: number): void => void counts.set(key, (counts.get(key) ?? 0) + by)

export function sumRows(rows: Iterable<TallyRow>): Sums {
  const sums = emptySums()
  for (const row of rows) {
    sums.people += row.people
    sums.assessed += row.assessed
    for (const kind of answers) {
      sums.verdicts[kind] += row[kind]
      for (const key of ['adults', 'registered', 'hasSkills', 'proficient'] as const) sums[key][kind] += row[key][kind]
    }
    for (const { lower, upper, people } of row.digitalLevels) raise(sums.levels, `${lower}-${upper}`, people)
    row.indicators.forEach(({ lower, upper }, i) => {
      sums.points.lower[i] = (sums.points.lower[i] as number) + lower
      sums.points.upper[i] = (sums.points.upper[i] as number) + upper
    })
    for (const end of ['lower', 'upper'] as const)
      for (const { points, people } of row.totals[end]) raise(sums.totals[end], points, people)
  }
  return sums
}

/** Rows by what they have in common, added up. */
export function sumsBy<K>(rows: readonly TallyRow[], keyOf: (row: TallyRow) => K): Map<K, Sums> {
  const parts = new Map<K, TallyRow[]>()
  for (const row of rows) {
    const part = parts.get(keyOf(row))
    if (part) part.push(row)
    else parts.set(keyOf(row), [row])
  }
  return new Map([...parts].map(([key, part]) => [key, sumRows(part)]))
}
