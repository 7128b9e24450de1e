import { dayWords } from '../assessment/explain-words.js'
import { bases, type SourceRef } from '../model/basis.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { Lang, Text } from '../model/text.js'
import { legendOf, type LegendRow } from './legend.js'
import { legendWords } from './person-page-words.js'
import { sourceLine } from './source-line.js'
import { basisNotice } from './summary-words.js'
import { basisWords, verdictWords } from './words.js'
import type { WholeSheet } from './xlsx-package.js'
import type { Cell } from './xlsx-sheet.js'
import { workbookWords as words } from './xlsx-words.js'

/** A set by which somebody was assessed, on a day; `set` is absent where it was not at hand. */
export interface UsedSet {
  id: string
  version: string
  digest: string
  on: string
  set: CriteriaSet | undefined
}

/** What the words of the results mean, every level of the sets that were used, and what it all rests on. */
export function legendSheet(used: readonly UsedSet[], lang: Lang): WholeSheet {
  const sources = new Sources(lang)
  const rows: Cell[][] = [
    ...section(words.readings[lang]),
    ...pairs([words.word, words.meaning], lang, 'heading'),
    ...(['met', 'unmet', 'unknown'] as const).flatMap((one) => pairs([verdictWords[one], words[one]], lang)),
    ...pairs([words.sure, words.sureMeaning], lang),
    ...pairs([words.most, words.mostMeaning], lang),
    ...pairs([words.blank, words.blankMeaning], lang),
    ...section(words.bases[lang]),
    ...bases.toReversed().flatMap((basis) => pairs([basisWords[basis], legendWords[basis]], lang)),
    ...digitalRows(used, lang),
    ...section(words.levels[lang]),
    [{ value: basisNotice.proposed[lang].replace(/\s+/g, ' '), style: 'alert' }],
    ...used.flatMap((one) => setRows(one, sources, lang)),
    ...section(words.sources[lang]),
    ...sources.lines.map((line, i): Cell[] => [text(`[${i + 1}]`), text(line)]),
  ]
  return {
    name: words.legend[lang],
    fitsPage: true,
    columns: [{ width: 40 }, { width: 100 }, { width: 9 }, { width: 30 }, { width: 12 }],
    rows: [[{ value: words.legend[lang], style: 'title' }], ...rows],
  }
}

const text = (value: string): Cell => ({ value, style: 'tableText' })
const section = (title: string): Cell[][] => [[], [{ value: title, style: 'section' }]]
const pairs = (of: readonly [Text, Text], lang: Lang, style: 'tableText' | 'heading' = 'tableText'): Cell[][] => [
  of.map((one) => ({ value: one[lang], style })),
]

function digitalRows(used: readonly UsedSet[], lang: Lang): Cell[][] {
  const set = used.find((one) => one.set)?.set
  if (!set) return []
  const { levels, notAssessed } = set.digital
  return [
    ...section(words.digital[lang]),
    ...levels.map(({ level, label }): Cell[] => [text(String(level)), text(label[lang])]),
    [text('-'), text(notAssessed.label[lang])],
    [{ value: words.digitalNote[lang], style: 'plain' }],
  ]
}

function setRows({ id, version, digest, on, set }: UsedSet, sources: Sources, lang: Lang): Cell[][] {
  const name = `${words.set[lang]} ${id}${set ? ` (${set.label[lang]})` : ''}, ${words.version[lang]} ${version}, ${words.day[lang]} ${dayWords(on, lang)}, ${words.digest[lang]} ${digest}`
  if (!set) return [...section(name), [{ value: words.setNotGiven[lang], style: 'plain' }]]
  const headings = [words.indicator, words.level, words.points, words.basis, words.source]
  const cellsOf = ({ indicator, points, text: level, addsUp, basis, sources: cited }: LegendRow): Cell[] => [
    text(indicator ?? words.passRule[lang]),
    text(addsUp ? `${level} ${words.addsUp[lang]}` : level),
    points === undefined ? text('') : { value: points, style: 'tableWhole' },
    text(basisWords[basis][lang]),
    text(sources.cite(cited)),
  ]
  return [
    ...section(name),
    headings.map((one) => ({ value: one[lang], style: 'heading' })),
    ...legendOf(set, on, lang).map(cellsOf),
  ]
}

/** Every source once, in the order of their numbers. */
class Sources {
  readonly lines: string[] = []

  constructor(readonly lang: Lang) {}

  /** Numbers such as `[1][2]`. */
  cite(of: readonly SourceRef[]): string {
    const numbers = of.map((source) => {
      const line = sourceLine(source, this.lang)
      const at = this.lines.indexOf(line)
      return at < 0 ? this.lines.push(line) : at + 1
    })
    return [...new Set(numbers)].map((number) => `[${number}]`).join('')
  }
}
