import { nextLevel } from './points-text.js'
import { caseText, sumText, type Selected } from './query.js'
import { constantText } from './quote.js'
import type { SqlPlan } from './sql-plan.js'

/**
 * A number for each indicator that is missing, the smaller the earlier it stands: those under the floor first, then fewer facts
 * to close, then the larger gain, then the order of the indicators. NULL where nothing is missing.
 *
 * @param lowerOf - the column of the sure points of an indicator
 */
export function orderColumns(plan: SqlPlan, lowerOf: (i: number) => string): Selected[] {
  const { floor } = plan.rules.pass
  const max = plan.nobody.indicators[0]?.score.max ?? 0
  const next = plan.set.indicators.map((_, i) => nextLevel(plan, i, lowerOf(i)))
  const count = next.length
  // Gains are whole and half points.
  const gains = 2 * max + 1
  const needs = Math.max(...next.map(({ most }) => most)) + 1
  return next.map((one, i): Selected => {
    const lower = lowerOf(i)
    const gain = `(${one.points} - ${lower})`
    const rank = `((${one.needs}) * ${gains} + ${2 * max} - 2 * ${gain}) * ${count} + ${i}`
    const isShort = `total_lower < threshold AND ${lower} < ${max} AND ${gain} > 0`
    const text = caseText([
      ["verdict = 'met'", 'NULL'],
      [`${lower} < ${floor}`, rank],
      [isShort, `${needs * gains * count} + ${rank}`],
    ])
    return [text, orderColumn(i)]
  })
}

const orderColumn = (i: number): string => `order${i}_c`
const placeColumn = (i: number): string => `place${i}_c`

/** The place of each missing indicator, from 0. */
export function placeColumns({ set }: SqlPlan): Selected[] {
  return set.indicators.map((_, i): Selected => {
    const before = set.indicators.flatMap((_, j) =>
      j === i ? [] : [caseText([[`${orderColumn(j)} < ${orderColumn(i)}`, '1']], '0')],
    )
    return [caseText([[`${orderColumn(i)} IS NOT NULL`, sumText(before)]]), placeColumn(i)]
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
