import type { Lang, TargetResult, UnitTableRow } from '../index.js'
import { countText, percentText } from '../population/number-text.js'
import { rateText, type Rate } from '../population/rate.js'
import type { UnitTableNames } from '../output/unit-table-csv.js'
import { speak, type Say } from './io.js'
import { reportText as words } from './report-text.js'
import { formatTable, type TableColumn } from './table.js'

/** A table of units and groups for a terminal. */
export function formatUnitTable(
  rows: readonly UnitTableRow[],
  names: UnitTableNames,
  lang: Lang,
  show: 'unit' | 'group' | 'both',
): string {
  const say = speak(lang)
  const h = words.headings
  const firsts = { unit: [h.unit], group: [h.group], both: [h.unit, h.group] }[show]
  const text: TableColumn[] = firsts.map(() => ({ align: 'left', limit: 28 }))
  const numbers: TableColumn[] = Array.from({ length: 5 }, () => ({ align: 'right' }))
  const shares: TableColumn[] = [
    { align: 'right', limit: 24 },
    { align: 'right', limit: 24 },
  ]
  const headings = [...firsts, h.registered, h.people, h.met, h.unmet, h.unknown, h.ofRegistered, h.ofAdults].map((one) =>
    say(one),
  )
  const lines = rows.map((row) => [
    ...(show === 'group' ? [] : [unitName(row, names, say)]),
    ...(show === 'unit' ? [] : [groupName(row, names, say)]),
    ...countCells(row, lang),
  ])
  return formatTable([...text, ...numbers, ...shares], [headings, ...lines])
}

function unitName({ of, unit }: UnitTableRow, { units }: UnitTableNames, say: Say): string {
  if (of === 'all') return say(words.allUnits)
  if (unit === null) return say(words.noUnit)
  const name = units.get(unit)
  const full = name === undefined ? unit : `${unit} ${name}`
  return of === 'above' ? say(words.above(full)) : full
}

const groupName = ({ group }: UnitTableRow, { groups }: UnitTableNames, say: Say): string => {
  const label = group === null ? words.total : groups.get(group)
  return label ? say(label) : (group ?? '')
}

function countCells({ counts }: UnitTableRow, lang: Lang): string[] {
  if (!counts) return Array.from({ length: 7 }, () => words.hidden[lang])
  const { registered, people, met, unmet, unknown, ofRegistered, ofAdults } = counts
  const numbers = [registered, people, met, unmet, unknown].map((number) => countText(number, lang))
  return [...numbers, shareText(ofRegistered, lang), shareText(ofAdults, lang)]
}

function shareText({ numerator, denominator, unknown, perhaps, ends, interval }: Rate, lang: Lang): string {
  const share = percentText({ numerator, denominator }, lang)
  if (!interval || unknown + perhaps === 0) return share
  return `${share} (${percentText(ends.lower, lang)}–${percentText(ends.upper, lang)})`
}

/**
 * How a population stands to each line of a plan.
 *
 * @param may - of each line, whether its numbers may be shown
 */
export function formatTargets(results: readonly TargetResult[], may: readonly boolean[], lang: Lang): string {
  const say = speak(lang)
  return results
    .map((result, i) => {
      const { label, status, milestone, rate, needed, reason } = result
      const head = `${say(label)}: ${say(words.statuses[status])}`
      const why = [
        ...(milestone ? [say(words.milestone(milestone.percent, milestone.year))] : []),
        ...(reason ? [say(words.reasons[reason])] : []),
      ]
      const lines = [`${head}${why.length > 0 ? ` (${why.join('; ')})` : ''}`]
      if (!may[i]) lines[0] = `${say(label)}: ${say(words.hiddenRate)}`
      else if (rate && rate.interval) {
        lines.push(`  ${rateText(rate, lang)}`)
        if (needed && status !== 'reached' && milestone) lines.push(`  ${say(words.needed(needed.lower, needed.upper))}`)
      }
      return lines.join('\n')
    })
    .join('\n')
}
