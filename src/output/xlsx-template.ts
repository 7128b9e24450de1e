import type { Writable } from 'node:stream'
import type { CriteriaSet } from '../model/criteria-set.js'
import { CdhtError, issue } from '../model/issue.js'
import type { Lang } from '../model/text.js'
import { sets as shipped } from '../sets/shipped/index.js'
import { groupNameOf, templateColumns, type TemplateColumn } from './template-columns.js'
import { templateWords as words } from './template-words.js'
import { guideSheet } from './xlsx-template-guide.js'
import { XlsxPackage, type WholeSheet } from './xlsx-package.js'
import { rowLimit, type Cell, type Validation } from './xlsx-sheet.js'
import type { StyleName } from './xlsx-styles.js'
import { columnLetters } from './xlsx-xml.js'

export interface TemplateOptions {
  /** Group whose shipped set the form asks for; either this or `set`. */
  group?: string
  /** Set whose facts the form asks for. */
  set?: CriteriaSet
  /** Of the headings, notes and lists. Default: `vi`. */
  lang?: Lang
}

/** Titles above the headings: the name of the form, and what it is not. */
const titleRows = 2
export const headingRow = titleRows + 1

/**
 * Writes an empty form (.xlsx) for the people of one group, which `readPeople` reads back whatever is filled in: a row a person;
 * a column for every field of the record and every fact that can change a result of the set; folded away, points that were
 * stated, and who attests what. Headings have notes, cells have drop-down lists, bounds and hints. A sheet explains it all.
 *
 * Facts of several answers (codes, activities, certificates) are written into one cell, as in CSV: items parted by `;`, their
 * parts by `|`. The form is no official form, and says so.
 *
 * @throws CdhtError `options`, `unknown_group`, for a group without a shipped set
 *
 * @example
 * await writeTemplate(createWriteStream('phieu-nong-dan.xlsx'), { group: 'farmer' })
 */
export async function writeTemplate(target: Writable, options: TemplateOptions): Promise<void> {
  const lang = options.lang ?? 'vi'
  const set = options.set ?? Object.values<CriteriaSet>(shipped).find(({ group }) => group === options.group)
  if (!set) throw new CdhtError('options', [issue('unknown_group', ['group'], {})])
  const columns = templateColumns(set, lang)
  const lists = columns.map(({ choices }) => choices?.values ?? [])
  const book = new XlsxPackage(target)
  book.addSheet(formSheet(set, columns, lang))
  book.addSheet(guideSheet(set, columns, lang))
  book.addSheet(listSheet(columns, lists, lang))
  await book.end()
}

const headingStyles: Record<TemplateColumn['part'], StyleName> = {
  person: 'heading',
  evidence: 'questionHeading',
  score: 'optionalHeading',
  attester: 'optionalHeading',
}

function formSheet(set: CriteriaSet, columns: readonly TemplateColumn[], lang: Lang): WholeSheet {
  return {
    name: words.form[lang],
    columns: columns.map(({ part, isText, choices }) => ({
      width: part === 'person' ? 18 : choices && part === 'evidence' ? 28 : 16,
      style: isText ? 'text' : 'plain',
      ...((part === 'score' || part === 'attester') && { folded: true }),
    })),
    frozen: { rows: headingRow, columns: 1 },
    rows: [
      [{ value: words.title(groupNameOf(set)[lang])[lang], style: 'title' }],
      [{ value: words.notOfficial[lang], style: 'alert' }],
      columns.map(({ heading, part }): Cell => ({ value: heading, style: headingStyles[part] })),
    ],
    heights: { [headingRow]: 80 },
    printedOnEveryPage: `${headingRow}:${headingRow}`,
    validations: columns.map((column, c) => validationOf(column, c + 1, lang)),
    notes: columns.map(({ heading, help }, c) => ({ row: headingRow, column: c + 1, text: `${heading}\n${help}` })),
  }
}

function validationOf({ heading, help, choices, number }: TemplateColumn, column: number, lang: Lang): Validation {
  const letters = columnLetters(column)
  const prompt = { title: heading.length > 32 ? `${heading.slice(0, 31)}…` : heading, text: help }
  const source = choices && `'${words.lists[lang]}'!$${letters}$2:$${letters}$${choices.values.length + 1}`
  return {
    ref: `${letters}${headingRow + 1}:${letters}${rowLimit}`,
    prompt,
    ...(choices && source !== undefined && { list: { source, strict: choices.strict } }),
    ...(number && { number }),
    ...((choices?.strict === true || number) && {
      error: { title: words.wrong[lang], text: number ? help : words.wrongChoice[lang] },
    }),
  }
}

/** What the drop-down lists offer, each under its heading; hidden, for labels are too long for the lists themselves. */
function listSheet(columns: readonly TemplateColumn[], lists: readonly (readonly (string | number)[])[], lang: Lang): WholeSheet {
  const longest = Math.max(...lists.map(({ length }) => length))
  const styleOf = (value: string | number): StyleName => (typeof value === 'number' ? 'plain' : 'text')
  return {
    name: words.lists[lang],
    isHidden: true,
    columns: columns.map(() => ({ width: 30 })),
    rows: [
      columns.map(({ heading }): Cell => ({ value: heading, style: 'section' })),
      ...Array.from({ length: longest }, (_, i) =>
        lists.map((list): Cell => {
          const value = list[i]
          return value === undefined ? undefined : { value, style: styleOf(value) }
        }),
      ),
    ],
  }
}
