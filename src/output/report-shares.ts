import { percentOf } from '../population/fraction.js'
import type { Markup, Piece } from './markup.js'
import { barsDrawing, looks, type Look } from './report-bars.js'
import { figureOf, type ReportPage } from './report-page.js'
import { reportWords as words } from './report-words.js'

export interface Shares {
  /** Unique on the page. */
  id: string
  title: string
  classes: readonly { name: string; look: Look }[]
  /** Counts by class; `null`: hidden. What all hidden ones of a row are together is drawn as one part. */
  rows: readonly { name: string; people: number; counts: readonly (number | null)[] }[]
  table: Piece
}

/** How the people of each row divide among classes, in percent. */
export function sharesFigure({ id, title, classes, rows, table }: Shares, page: ReportPage): Markup {
  const rests = rows.map(({ people, counts }) => people - counts.reduce<number>((sum, one) => sum + (one ?? 0), 0))
  const hasHidden = rests.some((rest) => rest > 0)
  const all = [...classes, ...(hasHidden ? [{ name: page.say(words.hidden), look: looks.hidden }] : [])]
  const valueOf = (k: number, i: number): number | null => (k < classes.length ? rows[i]?.counts[k] : rests[i]) ?? null
  const text = (k: number, i: number): string => {
    const numerator = valueOf(k, i)
    return numerator === null ? page.say(words.hidden) : page.percent({ numerator, denominator: rows[i]?.people ?? 0 })
  }
  return figureOf(
    {
      id,
      title,
      about: rows.map(({ name }, i) => `${name}: ${classes.map((of, k) => `${of.name} ${text(k, i)}`).join(', ')}`).join('. '),
      draw: (width) =>
        barsDrawing(
          {
            names: rows.map(({ name }) => name),
            most: 100,
            axisText: (value) => `${value}%`,
            parts: all.map(({ look }, k) => ({
              look,
              values: rows.map(({ people }, i) => {
                const numerator = valueOf(k, i)
                return numerator === null ? null : percentOf({ numerator, denominator: people })
              }),
              label: (_, i) => (k < classes.length ? text(k, i) : page.say(words.hidden)),
            })),
          },
          width,
        ),
    },
    all.map(({ look, name }): [Look, string] => [look, name]),
    table,
    page,
  )
}
