import { digitalText } from '../../src/assessment/explain.js'
import { basisLines, grantingLine, verdictLines } from '../../src/assessment/explain-words.js'
import { formatNumber } from '../../src/assessment/fill-text.js'
import { issueText, type Assessment, type IndicatorResult } from '../../src/index.js'
import { legendWords, pageWords } from '../../src/output/person-page-words.js'
import { bases } from '../../src/model/basis.js'
import { language, say, word } from './context.js'
import { h } from './dom.js'
import { bar, basisMark, points } from './marks.js'

/** The answer in one sentence, for who hears it and for the line that stays in view. */
export function shortResult({ verdict, score }: Assessment): string {
  return `${say(verdictLines[verdict])} ${word('total')}: ${points(score)}, ${word('needed')} ${formatNumber(score.threshold, language())}.`
}

/** What can be told at once: the answer, the total, each indicator, the digital level. */
export function resultPanel(assessment: Assessment, thresholds: readonly number[]): HTMLElement[] {
  const { verdict, score, basis, indicators, warnings } = assessment
  return [
    h(
      'div',
      { class: `answer ${verdict}` },
      h('p', { class: 'said' }, say(verdictLines[verdict])),
      h(
        'p',
        {},
        `${word('total')}: `,
        h('b', {}, points(score)),
        `, ${neededText(thresholds)} (${say(pageWords.thisNumber)} `,
        basisMark(score.basis),
        ')',
      ),
      bar(score, thresholds),
      h('p', {}, basisMark(basis), ' ', h('small', {}, say(basisLines[basis]), ' ', say(grantingLine))),
    ),
    h('p', { class: 'hint' }, word('rangeNote')),
    h('h3', {}, word('indicators')),
    h('ol', { class: 'indicators' }, indicators.map(indicatorLine)),
    ...digitalPart(assessment),
    ...(warnings.length > 0
      ? [
          h('h3', {}, word('notes')),
          h(
            'ul',
            {},
            warnings.map((warning) => h('li', {}, issueText(warning, language()))),
          ),
        ]
      : []),
  ]
}

/** @param thresholds - of an ordinary area and of a disadvantaged one, where it is not known in which the person lives */
function neededText(thresholds: readonly number[]): string {
  const [first = '', second] = thresholds.map((one) => formatNumber(one, language()))
  return `${word('needed')} ${first}${second === undefined ? '' : ` (${word('orDisadvantaged')}: ${second})`}`
}

function indicatorLine(indicator: IndicatorResult): HTMLElement {
  const { label, score, floor, verdict, level, basis } = indicator
  const floorText = verdict === 'met' ? undefined : word(verdict === 'unmet' ? 'belowFloor' : 'maybeBelow')
  return h(
    'li',
    {},
    h('div', { class: 'row' }, h('span', {}, say(label)), h('b', {}, points(score))),
    bar(score, [floor]),
    h(
      'p',
      {},
      basisMark(basis),
      floorText !== undefined && [' ', h('span', { class: `verdict ${verdict}` }, floorText)],
      level && [' ', h('small', {}, say(level))],
    ),
  )
}

function digitalPart(assessment: Assessment): HTMLElement[] {
  const shown = assessment.digital.because.filter(({ level }) => level.lower > 0)
  return [
    h('h3', {}, word('digital')),
    h('p', {}, say(digitalText(assessment)), ' ', h('small', {}, word('digitalNote'))),
    h(
      'ul',
      {},
      shown.map(({ rule, basis }) => h('li', {}, say(rule), ' ', basisMark(basis))),
    ),
  ]
}

/** What the marks mean. */
export const legend = (): HTMLElement =>
  h(
    'details',
    { class: 'legend' },
    h('summary', {}, word('legend')),
    h(
      'ul',
      {},
      bases.map((basis) => h('li', {}, basisMark(basis), ' ', say(legendWords[basis]))),
    ),
  )
