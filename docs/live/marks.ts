import { rangeText } from '../../src/assessment/explain-words.js'
import type { Basis } from '../../src/model/basis.js'
import type { Range, Verdict } from '../../src/model/verdict.js'
import { markWords } from '../../src/output/person-page-words.js'
import { basisWords, verdictWords } from '../../src/output/words.js'
import { language, say } from './context.js'
import { h, svg } from './dom.js'

/** What a number or a result rests on; told by its words and its border, not by colour alone. */
export const basisMark = (basis: Basis | undefined): HTMLElement | undefined =>
  basis && h('span', { class: `mark ${basis}`, title: say(basisWords[basis]) }, say(markWords[basis]))

export const verdictMark = (verdict: Verdict): HTMLElement =>
  h('span', { class: `verdict ${verdict}` }, verdictSign[verdict], ' ', say(verdictWords[verdict]))

const verdictSign: Record<Verdict, string> = { met: '✓', unmet: '✗', unknown: '?' }

export const points = ({ lower, upper, max }: Range & { max: number }): string =>
  `${rangeText({ lower, upper }, language())}/${max}`

/** Points as a bar: what is sure, what is still possible, and lines that are to be reached. The words beside it say the same. */
export function bar({ lower, upper, max }: Range & { max: number }, lines: readonly number[]): SVGElement {
  return svg(
    'svg',
    { class: 'bar', viewBox: `0 0 ${max} 1`, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
    svg('rect', { class: 'room', width: max, height: 1 }),
    svg('rect', { class: 'possible', x: lower, width: upper - lower, height: 1 }),
    svg('rect', { class: 'sure', width: lower, height: 1 }),
    // Over light and dark alike: the line has an edge of the other colour.
    lines.flatMap((at) => ['edge', 'line'].map((name) => svg('line', { class: name, x1: at, x2: at, y1: 0, y2: 1 }))),
  )
}
