import type { Lang } from '../model/text.js'
import { assessedOf, type Counts, type GroupCounts } from './group-counts.js'
import { basisNotice, summaryWords } from './summary-words.js'
import type { WholeSheet } from './xlsx-package.js'
import type { Cell } from './xlsx-sheet.js'
import type { StyleName } from './xlsx-styles.js'
import { workbookWords } from './xlsx-words.js'

/** Counts by group, as `cdht assess` shows them. */
export function summarySheet(
  counts: GroupCounts,
  days: readonly string[],
  groups: ReadonlyMap<string, { vi: string; en: string }>,
  lang: Lang,
): WholeSheet {
  const h = summaryWords.summaryHeadings
  const line = (value: string, style: StyleName): Cell[] => [{ value: value.replace(/\s+/g, ' '), style }]
  const nameOf = (group: string): string => (group === '' ? summaryWords.groupUnread : groups.get(group))?.[lang] ?? group
  const table: Cell[][] = [
    [h.group, h.people, h.met, h.unmet, h.unknown, h.rejected, h.share].map((one) => ({ value: one[lang], style: 'heading' })),
    ...counts.rows(groups.keys()).map(({ group, counts: of }) => countCells(nameOf(group), of, 'table')),
    countCells(summaryWords.total[lang], counts.total, 'total'),
  ]
  const after = [
    ...summaryWords.summaryNotes[lang].split('\n').map((note) => line(note, 'plain')),
    [],
    ...(counts.basis ? [line(basisNotice[counts.basis][lang], 'alert')] : []),
    line(summaryWords.granting[lang], 'plain'),
  ]
  const title = days.length > 0 ? summaryWords.summaryTitle(...days) : workbookWords.summary
  return {
    name: workbookWords.summary[lang],
    fitsPage: true,
    columns: [{ width: 36 }, ...Array.from({ length: 6 }, () => ({ width: 12 }))],
    rows: [line(title[lang], 'title'), [], ...table, [], ...after],
  }
}

function countCells(name: string, of: Counts, kind: 'table' | 'total'): Cell[] {
  const assessed = assessedOf(of)
  const numbers = [assessed + of.rejected, of.met, of.unmet, of.unknown, of.rejected]
  return [
    { value: name, style: `${kind}Text` },
    ...numbers.map((value): Cell => ({ value, style: `${kind}Whole` })),
    assessed === 0 ? { value: '-', style: `${kind}Text` } : { value: of.met / assessed, style: `${kind}Percent` },
  ]
}
