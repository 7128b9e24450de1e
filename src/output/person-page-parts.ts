import type { Basis, SourceRef } from '../model/basis.js'
import type { ExplanationNode } from '../model/explanation.js'
import type { Lang, Text } from '../model/text.js'
import type { Verdict } from '../model/verdict.js'
import { dayWords, rangeText } from '../assessment/explain-words.js'
import { html, joined, type Markup, type Piece } from './markup.js'
import { markWords, pageWords } from './person-page-words.js'
import { basisWords, verdictWords } from './words.js'

/** What every part of one page needs: its language, and the sources that it cites, each once, in the order of their numbers. */
export class PageContext {
  /** `printed`: cited outside of what only a screen shows. */
  readonly sources: { source: SourceRef; printed: boolean }[] = []

  constructor(
    readonly lang: Lang,
    /** Whether every condition can be opened on a screen. */
    readonly withDetails: boolean,
  ) {}

  say(text: Text): string {
    return text[this.lang]
  }

  /** Numbers of sources, such as `[1][2]`. */
  cite(sources: readonly SourceRef[] | undefined, printed = true): Piece {
    const numbers = (sources ?? []).map((source) => this.#numberOf(source, printed))
    return [...new Set(numbers)].map((number) => html`<sup class="cite">[${number}]</sup>`)
  }

  #numberOf(source: SourceRef, printed: boolean): number {
    const key = JSON.stringify(source)
    const at = this.sources.findIndex((one) => JSON.stringify(one.source) === key)
    if (at < 0) return this.sources.push({ source, printed })
    if (printed) this.sources[at] = { source, printed }
    return at + 1
  }
}

export function basisMark(basis: Basis | undefined, { lang }: PageContext): Piece {
  if (basis === undefined) return ''
  return html`<span class="mark ${basis}" title="${basisWords[basis][lang]}">${markWords[basis][lang]}</span>`
}

export function verdictMark(verdict: Verdict | undefined, { lang }: PageContext): Piece {
  return verdict === undefined ? '' : html`<span class="verdict ${verdict}">${verdictWords[verdict][lang]}</span>`
}

export const scoreText = ({ score }: ExplanationNode, { lang }: PageContext): string =>
  score ? `${rangeText(score, lang)}/${score.max}` : ''

export const nodesOf = (node: ExplanationNode, ...kinds: ExplanationNode['kind'][]): ExplanationNode[] =>
  node.children.filter(({ kind }) => kinds.includes(kind))

/** What a node needs, as a list; ways of which one is enough have letters. In print it runs on in lines. */
export function needList(node: ExplanationNode, page: PageContext): Piece {
  const { kind, children } = node
  const item = (child: ExplanationNode): Markup => html`<li>${page.say(child.text)}${needList(child, page)}</li>`
  return children.length > 0
    ? html` <ul class="needs ${kind === 'any' ? 'ways' : ''}">
        ${children.map(item)}
      </ul>`
    : ''
}

const vietnamese = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i

/** A text that is not translated, marked as Vietnamese where a page in another language shows it. */
export function untranslated(text: string, { lang }: PageContext): Piece {
  return lang !== 'vi' && vietnamese.test(text.normalize('NFC')) ? html`<span lang="vi">${text}</span>` : text
}

/** All sources of the page under their numbers. */
export function sourceList(page: PageContext): Piece {
  const lines = page.sources.map(
    ({ source, printed }, i) =>
      html`<li value="${i + 1}" class="${printed ? '' : 'screen-only'}">${sourceText(source, page)}</li>`,
  )
  return lines.length > 0
    ? html`<h2>${page.say(pageWords.sources)}</h2>
        <ol class="sources">
          ${lines}
        </ol>`
    : ''
}

function sourceText({ document, number, date, article, url, via }: SourceRef, page: PageContext): Piece {
  const parts: Piece[] = [untranslated(document, page)]
  if (number !== null && !document.includes(number)) parts.push(untranslated(number, page))
  if (date !== null) parts.push(`${page.say(pageWords.dated)} ${dayWords(date, page.lang)}`)
  parts.push(article === null ? page.say(pageWords.noArticle) : untranslated(article, page))
  if (via !== undefined) parts.push([`${page.say(pageWords.via)} `, untranslated(via, page)])
  if (url !== null) parts.push(/^https?:\/\//.test(url) ? html`<a href="${url}" rel="noreferrer">${url}</a>` : url)
  return joined(parts, '; ')
}
