import type { CriteriaSet } from '../model/criteria-set.js'
import type { Lang, Text } from '../model/text.js'
import { factsAsked, type TemplateColumn } from './template-columns.js'
import { templateWords as words } from './template-words.js'
import type { WholeSheet } from './xlsx-package.js'
import type { Cell } from './xlsx-sheet.js'
import { workbookWords } from './xlsx-words.js'
import { columnLetters } from './xlsx-xml.js'

/** How to fill in a form: the rules of all cells, then every column with its values. */
export function guideSheet(set: CriteriaSet, columns: readonly TemplateColumn[], lang: Lang): WholeSheet {
  const table = (value: string): Cell => ({ value, style: 'tableText' })
  const setLine = `${workbookWords.set[lang]} ${set.id} (${set.label[lang]}), ${workbookWords.version[lang]} ${set.version}`
  // Shipped sets do not carry it.
  const tellsEvidence = columns.some(({ usualEvidence }) => usualEvidence !== undefined)
  const shown = tellsEvidence ? words.guideHeadings : words.guideHeadings.slice(0, -1)
  return {
    name: words.guide[lang],
    fitsPage: true,
    columns: [{ width: 8 }, { width: 46 }, { width: 60 }, { width: 70 }, { width: 40 }],
    rows: [
      [{ value: words.guideTitle[lang], style: 'title' }],
      ...words.guideLines.map((line, i): Cell[] => [
        { value: `${i + 1}.`, style: 'text' },
        { value: line[lang], style: i === 0 ? 'alert' : 'text' },
      ]),
      [undefined, { value: setLine, style: 'text' }],
      [],
      shown.map((heading): Cell => ({ value: heading[lang], style: 'heading' })),
      ...columns.map((column, c) => [
        table(columnLetters(c + 1)),
        table(column.heading),
        table(column.help),
        table(valuesOf(column, set, lang)),
        ...(tellsEvidence ? [table(column.usualEvidence ?? '')] : []),
      ]),
    ],
  }
}

/** All values of a list; of activities their kinds and their topics. */
function valuesOf({ heading, choices, number, part }: TemplateColumn, set: CriteriaSet, lang: Lang): string {
  if (number) return `${number.from}–${number.to}`
  const fact = part === 'evidence' ? factsAsked(set).find(({ label }) => label[lang] === heading) : undefined
  const list = (of: readonly { label: Text }[]): string => of.map(({ label }) => label[lang]).join('; ')
  if (fact?.type === 'activities') return `${words.kinds[lang]}: ${list(fact.kinds)}\n${words.topics[lang]}: ${list(fact.topics)}`
  return (choices?.values ?? []).join('; ')
}
