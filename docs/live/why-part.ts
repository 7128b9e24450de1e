import type { ExplanationNode } from '../../src/model/explanation.js'
import { sourceLine } from '../../src/output/source-line.js'
import { language, say, word } from './context.js'
import { h, type Child } from './dom.js'
import { basisMark, points, verdictMark } from './marks.js'

const nodesOf = (node: ExplanationNode, kind: ExplanationNode['kind']): ExplanationNode[] =>
  node.children.filter((child) => child.kind === kind)

const indicatorsOf = (tree: ExplanationNode): ExplanationNode[] =>
  nodesOf(tree, 'competence').flatMap((competence) => nodesOf(competence, 'indicator'))

/** What would raise each indicator that has to rise, the most pressing first as the explanation has it. */
export function missingPart(tree: ExplanationNode): HTMLElement {
  const missing = indicatorsOf(tree).flatMap((indicator) =>
    nodesOf(indicator, 'missing').map((one) => h('li', {}, h('b', {}, say(indicator.text)), ': ', say(one.text), needs(one))),
  )
  return missing.length > 0 ? h('ul', { class: 'missing' }, missing) : h('p', {}, word('allMet'))
}

function needs({ kind, children }: ExplanationNode): HTMLElement | undefined {
  if (children.length === 0) return undefined
  const items = children.map((child) => h('li', {}, say(child.text), needs(child)))
  return h(kind === 'any' ? 'ol' : 'ul', { class: kind === 'any' ? 'ways' : '' }, items)
}

/** The rule of passing with what it rests on, then every indicator with its levels and conditions. */
export const whyPart = (tree: ExplanationNode): HTMLElement[] => [
  h(
    'ul',
    {},
    nodesOf(tree, 'pass-rule')
      .flatMap(({ children }) => children)
      .map((rule) => h('li', {}, say(rule.text), ' ', rule.verdict && verdictMark(rule.verdict), ' ', grounds(rule))),
  ),
  ...indicatorsOf(tree).map(whyIndicator),
]

/** What a number rests on; sources are told as they are written, in Vietnamese. */
const grounds = ({ basis, source }: ExplanationNode): Child[] => [
  basisMark(basis),
  (source ?? []).map((one) => h('small', { class: 'source' }, sourceLine(one, language()))),
]

function whyIndicator(indicator: ExplanationNode): HTMLElement {
  const levels = nodesOf(indicator, 'level')
  return h(
    'details',
    {},
    h('summary', {}, say(indicator.text), indicator.score && [' ', h('b', {}, points(indicator.score))]),
    h(
      'ul',
      {},
      levels.map((level) =>
        h(
          'li',
          {},
          h('b', {}, `${level.points ?? ''}: `),
          say(level.text),
          ' ',
          level.verdict && verdictMark(level.verdict),
          ' ',
          grounds(level),
          conditions(level),
        ),
      ),
    ),
  )
}

function conditions({ children }: ExplanationNode): HTMLElement | undefined {
  if (children.length === 0) return undefined
  return h(
    'ul',
    {},
    children.map((child) =>
      h(
        'li',
        {},
        say(child.text),
        child.value && h('small', {}, ` (${word('inRecord')}: ${say(child.value.text)})`),
        ' ',
        child.verdict && verdictMark(child.verdict),
        conditions(child),
      ),
    ),
  )
}
