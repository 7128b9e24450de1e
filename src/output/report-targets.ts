import type { TargetResult } from '../population/measure-targets.js'
import type { TargetPlan } from '../model/target-plan.js'
import { dayWords } from '../assessment/explain-words.js'
import { percentOf } from '../population/fraction.js'
import { html, type Markup, type Piece } from './markup.js'
import { basisMark } from './person-page-parts.js'
import { barsDrawing, looks, type Look } from './report-bars.js'
import { figureOf, section, tableOf, type ReportPage } from './report-page.js'
import { reportWords as words, targetWords } from './report-words.js'

/** How the people stand to every line of a plan: what is sure, what is still possible, and the target. */
export function targetsPart(page: ReportPage, plan: TargetPlan, results: readonly TargetResult[], year: number): Markup {
  const may = page.shown.targets(plan, results)
  const drawn = results.filter((one, i) => one.rate?.interval && may[i])
  const sure = (one: TargetResult): number => (one.rate && percentOf(one.rate.ends.lower)) ?? 0
  const possible = (one: TargetResult): number => (one.rate && percentOf(one.rate.ends.upper)) ?? 0
  const title = `${page.say(words.targetsChart)} ${year}`
  const legend: [Look, string][] = [
    [looks.met, page.say(words.sureShare)],
    [looks.possible, page.say(words.possibleShare)],
    [{ color: '#b00020', text: '#ffffff' }, page.say(words.targetSign)],
  ]
  return section(
    page.say(words.targets),
    html`<p>
      ${page.say(plan.label)}${page.cite([plan.document])}${plan.inForce ? `, ${dayWords(plan.inForce.from, page.lang)}` : ''}
    </p>`,
    html`<p>${page.say(words.notTitles)}</p>`,
    drawn.length > 0
      ? figureOf(
          {
            id: 'targets',
            title,
            about: drawn
              .map(
                (one) =>
                  `${page.say(one.label)}: ${resultText(page, one)}; ${page.say(words.target)} ${milestoneText(page, one)}; ${page.say(targetWords[one.status])}`,
              )
              .join('. '),
            draw: (width) =>
              barsDrawing(
                {
                  names: drawn.map((one) => page.say(one.label)),
                  most: 100,
                  axisText: (value) => `${value}%`,
                  parts: [
                    {
                      look: looks.met,
                      values: drawn.map(sure),
                      label: (_, i) => endText(page, drawn[i] as TargetResult, 'lower'),
                    },
                    { look: looks.possible, values: drawn.map((one) => possible(one) - sure(one)) },
                  ],
                  marks: drawn.map(({ milestone }) => milestone?.percent ?? null),
                },
                width,
              ),
          },
          legend,
          '',
          page,
        )
      : '',
    tableOf({
      caption: title,
      head: (['target', 'required', 'result', 'standing', 'needs'] as const).map((key) => page.say(words[key])),
      words: [1, 2, 3],
      rows: results.map((one, i) => line(page, one, may[i] === true)),
    }),
  )
}

function line(page: ReportPage, one: TargetResult, may: boolean): Piece[] {
  const { label, milestone, status, needed, basis } = one
  const marks: Piece = milestone ? [' ', basisMark(milestone.basis, page), page.cite(milestone.source && [milestone.source])] : ''
  const count: Piece = basis.count ? html`<small> (${page.say(words.countBasis)} ${basisMark(basis.count, page)})</small>` : ''
  const range = needed && may ? rangeOf(page, needed.lower, needed.upper) : '–'
  return [
    page.say(label),
    [milestoneText(page, one), marks],
    [may ? resultText(page, one) : page.say(words.hidden), count],
    html`<b>${page.say(targetWords[may ? status : 'cannot-be-said'])}</b>`,
    range,
  ]
}

const rangeOf = (page: ReportPage, lower: number, upper: number): string =>
  lower === upper ? page.count(lower) : `${page.count(lower)}–${page.count(upper)}`

const milestoneText = (page: ReportPage, { milestone }: TargetResult): string =>
  milestone
    ? `${String(milestone.percent).replace('.', page.lang === 'vi' ? ',' : '.')}% (${milestone.year})`
    : page.say(words.noMilestone)

const endText = (page: ReportPage, { rate }: TargetResult, end: 'lower' | 'upper'): string =>
  rate ? page.percent(rate.ends[end]) : '–'

/** The share with its counts, and between which shares it lies while something is not known. */
function resultText(page: ReportPage, one: TargetResult): string {
  const { rate } = one
  if (rate === null) return page.say(words.notInRecords)
  const { numerator, denominator, unknown, perhaps } = rate
  const share = `${page.percent({ numerator, denominator })} (${page.count(numerator)} / ${page.count(denominator)})`
  return unknown + perhaps === 0 ? share : `${share}; ${endText(page, one, 'lower')}–${endText(page, one, 'upper')}`
}
