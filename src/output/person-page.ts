import type { Assessment } from '../model/assessment.js'
import { bases } from '../model/basis.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { ExplanationNode } from '../model/explanation.js'
import type { Lang } from '../model/text.js'
import { dayWords } from '../assessment/explain-words.js'
import { html, joined, Markup, type Piece } from './markup.js'
import { detailsOf } from './person-page-details.js'
import { basisMark, needList, nodesOf, PageContext, scoreText, sourceList, verdictMark } from './person-page-parts.js'
import { indicatorTable } from './person-page-table.js'
import { legendWords, pageWords } from './person-page-words.js'

/** A person's result and all that its page shows. */
export interface ExplainedPerson {
  assessment: Assessment
  /** Of the same assessment, by the same set; with or without the record. */
  tree: ExplanationNode
  set: Pick<CriteriaSet, 'label'>
}

export interface PageOptions {
  lang: Lang
  /** Every condition, to be opened on a screen: most of a page's bytes. */
  details: boolean
}

/** Longest id and most notes that a page shows, so that it stays one page. */
const idLimit = 80
const noteLimit = 3

/** The page of one person: one side of A4 in print, one column on a phone. */
export function personPage({ assessment, tree, set }: ExplainedPerson, { lang, details }: PageOptions): Markup {
  const page = new PageContext(lang, details)
  const id = assessment.id.length > idLimit ? `${assessment.id.slice(0, idLimit)}…` : assessment.id
  const who: [name: keyof typeof pageWords, value: Piece][] = [
    ['person', html`<bdi>${id}</bdi>`],
    ['set', page.say(set.label)],
    ['day', dayWords(assessment.on, lang)],
  ]
  const body: Piece[] = [
    html`<header>
      <h1>${page.say(pageWords.title)}</h1>
      <dl>
        ${who.map(
          ([name, value]) =>
            html`<div>
              <dt>${page.say(pageWords[name])}:</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </header>`,
    resultBox(assessment, tree, page),
    indicatorTable(tree, page),
    digitalPart(tree, page),
    openPart(tree, page),
    groundsPart(assessment, tree, page),
  ]
  const { text } = html`${body}`
  return html`<article class="page ${density(text)}">${new Markup(text)}</article>`
}

/** Most signs that one side of A4 takes, by the size of its letters in print (as in the style); anything above is `densest`. */
const densities: readonly [name: string, most: number][] = [
  ['roomy', 5600],
  ['normal', 7400],
  ['dense', 9400],
]

function density(text: string): string {
  const printed = text
    .replace(/<details>.*?<\/details>|<li [^>]*class="screen-only">.*?<\/li>/gs, '')
    .replace(/<[^>]*>/g, '').length
  return densities.find(([, most]) => printed <= most)?.[0] ?? 'densest'
}

function note(tree: ExplanationNode, id: string, page: PageContext): string {
  const found = tree.children.find((node) => node.id === `result.${id}`)
  return found ? page.say(found.text) : ''
}

/** What the result rests on stands in the box itself; the mark of a number of the rule is for that number alone. */
function resultBox({ basis }: Assessment, tree: ExplanationNode, page: PageContext): Markup {
  const rules = nodesOf(tree, 'pass-rule').flatMap(({ children }) => children)
  return html`<section class="result ${tree.verdict ?? ''}">
    <p class="answer">${page.say(tree.text)} <span class="total">${page.say(pageWords.total)}: ${scoreText(tree, page)}</span></p>
    <p>${basisMark(basis, page)} <strong>${note(tree, 'basis', page)}</strong> ${note(tree, 'proposed', page)}</p>
    <ul>
      ${rules.map(
        (rule) =>
          html`<li>
            ${page.say(rule.text)}: ${verdictMark(rule.verdict, page)}
            <small>(${page.say(pageWords.thisNumber)} ${basisMark(rule.basis, page)}${page.cite(rule.source)})</small>
          </li>`,
      )}
    </ul>
  </section>`
}

function digitalPart(tree: ExplanationNode, page: PageContext): Piece {
  const [digital] = nodesOf(tree, 'digital')
  if (!digital) return ''
  const shown = nodesOf(digital, 'route').filter(({ value }) => typeof value?.lower === 'number' && value.lower > 0)
  const routes = shown.map((route) => {
    const [paper] = nodesOf(route, 'route-evidence')
    return html`<li>
      ${page.say(route.text)} ${page.say(pageWords.shows)} ${route.value ? page.say(route.value.text) : ''}
      <small>
        (${page.say(pageWords.mapping)} ${basisMark(route.basis, page)}; ${page.say(pageWords.paper)}
        ${basisMark(paper?.basis, page)}${page.cite(paper?.source)})
      </small>
    </li>`
  })
  return html`<section>
    <p>${page.say(digital.text)} ${page.say(pageWords.digitalNote)}</p>
    ${
      routes.length > 0
        ? html`<ul>
            ${routes}
          </ul>`
        : ''
    }${detailsOf(digital.children, page)}
  </section>`
}

/** What is not known and could still decide, and what to note. */
function openPart(tree: ExplanationNode, page: PageContext): Piece {
  const [unknown] = nodesOf(tree, 'unknown')
  const warnings = nodesOf(tree, 'warning')
  const left = warnings.length - noteLimit
  const item = ({ text }: ExplanationNode): Markup => html`<li>${page.say(text)}</li>`
  return [
    unknown
      ? html`<section>
          <h2>${page.say(unknown.text)}</h2>
          ${needList(unknown, page)}
        </section>`
      : '',
    warnings.length > 0
      ? html`<section>
          <h2>${page.say(pageWords.notes)}</h2>
          <ul>
            ${warnings.slice(0, noteLimit).map(item)}${left > 0 ? html`<li>+ ${left} ${page.say(pageWords.more)}</li>` : ''}
          </ul>
        </section>`
      : '',
  ]
}

function groundsPart({ set }: Assessment, tree: ExplanationNode, page: PageContext): Markup {
  const legend = bases.map((basis): Piece => [basisMark(basis, page), ` ${page.say(legendWords[basis])}`])
  return html`<footer>
    <p><b>${page.say(pageWords.granting)}:</b> ${note(tree, 'granting', page)} ${page.say(pageWords.software)}</p>
    <p><b>${page.say(pageWords.objection)}:</b> ${page.say(pageWords.objecting)}</p>
    <p><b>${page.say(pageWords.legend)}:</b> ${joined(legend, '; ')}.</p>
    <p>
      <b>${page.say(pageWords.set)}:</b> ${set.id}, ${page.say(pageWords.version)} ${set.version}, ${page.say(pageWords.digest)}
      <code>${set.digest}</code>, ${page.say(pageWords.files)} ${set.files.join(', ')}. ${page.say(pageWords.replaying)}
    </p>
    ${sourceList(page)}
  </footer>`
}
