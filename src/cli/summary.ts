import { assessedOf, GroupCounts, type Counts } from '../output/group-counts.js'
import type { Say } from './io.js'
import { formatTable } from './table.js'
import { basisNotice, text } from './text.js'

/** Counts results by group while they come, and shows them. */
export class Summary extends GroupCounts {
  /** @param groups - the name of each group, in the order of the table */
  format(on: string, groups: ReadonlyMap<string, string>, say: Say): string {
    const h = text.summaryHeadings
    const rows = this.rows(groups.keys()).map(({ group, counts }) =>
      cells(group === '' ? say(text.groupUnread) : (groups.get(group) ?? group), counts, say),
    )
    const table = formatTable(
      [{ align: 'left', limit: 28 }, ...Array.from({ length: 6 }, () => ({ align: 'right' as const }))],
      [
        [h.group, h.people, h.met, h.unmet, h.unknown, h.rejected, h.share].map((one) => say(one)),
        ...rows,
        cells(say(text.total), this.total, say),
      ],
    )
    const notice = this.basis ? [say(basisNotice[this.basis]), ''] : []
    return [say(text.summaryTitle(on)), '', table, say(text.summaryNotes), '', ...notice, say(text.granting), ''].join('\n')
  }
}

function cells(name: string, counts: Counts, say: Say): string[] {
  const assessed = assessedOf(counts)
  const share = assessed === 0 ? '' : `${((100 * counts.met) / assessed).toFixed(1)}%`
  return [
    name,
    ...[assessed + counts.rejected, counts.met, counts.unmet, counts.unknown, counts.rejected].map(String),
    say({ vi: share.replace('.', ','), en: share }),
  ]
}
