import { nextLevel } from './points-text.js'
import { lowerColumn } from './pass-text.js'
import { caseText, sumText, type Selected } from './query.js'
import { constantText } from './quote.js'
import type { SqlPlan } from './sql-plan.js'

/**
 * A number for each indicator, no two of them alike: of what is missing, the smaller the earlier it stands, those under the floor
 * first, then fewer facts to close, then the larger gain, then the order of the indicators. Beyond {@link most}: not missing.
 */
export function orderColumns(plan: SqlPlan): Selected[] {
  const { floor } = plan.rules.pass
  const { max, next, gains, half, most } = scaleOf(plan)
  const count = next.length
  return next.map(({ levels, isOpen }, i): Selected => {
    const lower = lowerColumn(plan, i)
    // Gains are whole and half points: twice a gain is a whole number.
    const rank = caseText(
      levels.map(({ when, points, needs }): [string, string] => [
        when,
        `(${needs}) * ${gains * count} + (${2 * max} - 2 * (${points} - ${lower})) * ${count}`,
      ]),
      String(2 * max * count),
    )
    const isMissing = `verdict <> 'met' AND (${lower} < ${floor} OR (total_lower < threshold AND ${lower} < ${max} AND ${isOpen}))`
    const text = `${rank} + ${caseText([[`${lower} < ${floor}`, String(i)]], String(half + i))}`
    return [caseText([[isMissing, text]], String(most + i)), orderColumn(i)]
  })
}

function scaleOf(plan: SqlPlan) {
  const max = plan.nobody.indicators[0]?.score.max ?? 0
  const next = plan.set.indicators.map((_, i) => nextLevel(plan, i, lowerColumn(plan, i)))
  const gains = 2 * max + 1
  const half = (Math.max(...next.map(({ most }) => most)) + 1) * gains * next.length
  return { max, next, gains, half, most: 2 * half }
}

const orderColumn = (i: number): string => `order${i}_c`
const placeColumn = (i: number): string => `place${i}_c`

/** The place of each missing indicator, from 0; NULL where it is not missing. */
export function placeColumns(plan: SqlPlan): Selected[] {
  const { most } = scaleOf(plan)
  // Each pair is compared in one way alone, so that engines which look for what they have worked out already find it.
  const isBefore = (i: number, j: number): string => plan.dialect.flag(`${orderColumn(i)} < ${orderColumn(j)}`)
  return plan.set.indicators.map((_, i): Selected => {
    const before = plan.set.indicators.flatMap((_, j) => (j === i ? [] : [j < i ? isBefore(j, i) : `1 - ${isBefore(i, j)}`]))
    return [caseText([[`${orderColumn(i)} < ${most}`, sumText(before)]]), placeColumn(i)]
  })
}

/** The ids of what is missing, in order. */
export function missingText({ set, dialect }: SqlPlan): string {
  const parts = set.indicators.map((_, place) =>
    caseText(
      set.indicators.map(({ id }, i) => [`${placeColumn(i)} = ${place}`, constantText(dialect, place === 0 ? id : `; ${id}`)]),
      "''",
    ),
  )
  return dialect.join(parts)
}
