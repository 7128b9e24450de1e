import type { ExplanationNode } from '../model/explanation.js'
import { html, type Markup, type Piece } from './markup.js'
import { detailsOf } from './person-page-details.js'
import { basisMark, needList, nodesOf, scoreText, type PageContext } from './person-page-parts.js'
import { pageWords } from './person-page-words.js'

/** The ten indicators under their competences: points, the level that tells why, and what the next one takes. */
export function indicatorTable(tree: ExplanationNode, page: PageContext): Markup {
  const columns = [pageWords.indicator, pageWords.points, pageWords.reasons]
  let number = 0
  const competences = nodesOf(tree, 'competence').map(
    (competence) =>
      html`<tbody>
        <tr class="competence">
          <th colspan="${columns.length}" scope="rowgroup">
            ${page.say(competence.text)}: ${scoreText(competence, page)}
            <small>(${page.say(pageWords.grouping)} ${basisMark(competence.basis, page)}${page.cite(competence.source)})</small>
          </th>
        </tr>
        ${nodesOf(competence, 'indicator').map((indicator) => indicatorRow(indicator, ++number, tree, page))}
      </tbody>`,
  )
  return html`<table>
    <caption>
      ${page.say(pageWords.indicators)}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${page.say(column)}</th>`)}
      </tr>
    </thead>
    ${competences}
  </table>`
}

function indicatorRow(indicator: ExplanationNode, number: number, tree: ExplanationNode, page: PageContext): Markup {
  const levels = nodesOf(indicator, 'level')
  return html`<tr>
    <th scope="row">${number}. ${page.say(indicator.text)}</th>
    <td><b>${scoreText(indicator, page)}</b> ${basisMark(indicator.basis, page)}${page.cite(indicator.source)}</td>
    <td>
      <p>${reachedText(indicator, levels, page)}</p>
      ${missingText(indicator, tree, page)}${detailsOf(levels, page)}
    </td>
  </tr>`
}

/** Declared points stand for themselves; otherwise the best level that is met tells why. */
function reachedText(indicator: ExplanationNode, levels: readonly ExplanationNode[], page: PageContext): Piece {
  const [declared] = nodesOf(indicator, 'declared')
  if (declared) return `${page.say(declared.text)} ${scoreText(declared, page)}.`
  const best = levels.findLast(({ verdict }) => verdict === 'met')
  if (best) return [`${page.say(pageWords.reached)} ${best.points ?? ''}: `, page.say(best.text), '.']
  return page.say(levels.every(({ verdict }) => verdict === 'unmet') ? pageWords.noLevel : pageWords.noneSure)
}

/** Nothing where nothing is asked: the points say enough. */
function missingText(indicator: ExplanationNode, { verdict }: ExplanationNode, page: PageContext): Piece {
  const [missing] = nodesOf(indicator, 'missing')
  if (missing)
    return html`<div class="missing">
      <span class="${indicator.verdict === 'met' ? '' : 'floor'}">${page.say(missing.text)}</span>
      ${needList(missing, page)}
    </div>`
  const isFull = indicator.score !== undefined && indicator.score.lower === indicator.score.max
  return isFull || verdict === 'met' ? '' : html`<p>${page.say(pageWords.notNeeded)}</p>`
}
