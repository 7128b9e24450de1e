import type { ExplanationNode } from '../model/explanation.js'
import { dayWords } from '../assessment/explain-words.js'
import { formatNumber } from '../assessment/fill-text.js'
import { html, joined, type Markup, type Piece } from './markup.js'
import { basisMark, verdictMark, type PageContext } from './person-page-parts.js'
import { pageWords } from './person-page-words.js'

/** All levels and conditions of an indicator, or all routes of the digital level: opened on a screen, never printed. */
export function detailsOf(nodes: readonly ExplanationNode[], page: PageContext): Piece {
  if (!page.withDetails) return ''
  return html`<details>
    <summary>${page.say(pageWords.details)}</summary>
    <ul>
      ${nodes.map((node) => itemOf(node, page))}
    </ul>
  </details>`
}

function itemOf(node: ExplanationNode, page: PageContext): Markup {
  const { text, points, value, verdict, basis, source, children, kind } = node
  const grounds = kind === 'condition' ? groundsOf(node, page) : [basisMark(basis, page), page.cite(source, false)]
  const parts: Piece[] = [
    kind === 'level' && points !== undefined ? html`<b>${points} ${page.say(pageWords.pointsOf)}:</b> ` : '',
    page.say(text),
    value ? [kind === 'condition' ? ` (${page.say(pageWords.now)} ` : ' (', html`<b>${page.say(value.text)}</b>`, ')'] : '',
    ' ',
    verdictMark(verdict, page),
    ' ',
    grounds,
    children.length > 0
      ? html`<ul>
          ${children.map((child) => itemOf(child, page))}
        </ul>`
      : '',
  ]
  return html`<li>${parts}</li>`
}

/** Where a condition's number comes from, and the days in which evidence counts. */
function groundsOf({ parameter, window, basis, source, file }: ExplanationNode, page: PageContext): Piece {
  const parts: Piece[] = []
  if (window) parts.push(`${page.say(pageWords.counted)} ${page.say(window)}`)
  if (parameter) {
    const { id, value, from } = parameter
    const since = `${page.say(pageWords.since)} ${dayWords(from, page.lang)}`
    parts.push(`${page.say(pageWords.parameter)} ${id} = ${formatNumber(value, page.lang)}, ${since}`)
  }
  const of = parameter?.file ?? file
  if (of !== undefined) parts.push(`${page.say(pageWords.file)} ${of}.json`)
  return html`<small>${joined(parts, '; ')} ${basisMark(basis, page)}${page.cite(source, false)}</small>`
}
