import { percentOf } from '../population/fraction.js'
import type { Verdict } from '../model/verdict.js'
import { html, type Markup, type Piece } from './markup.js'
import { barsDrawing, looks, type Look } from './report-bars.js'
import { figureOf, section, tableOf, type ReportPage } from './report-page.js'
import { answers, sumsBy, type Sums } from './report-sums.js'
import { sharesFigure } from './report-shares.js'
import { reportWords as words } from './report-words.js'

/** More units than this stand in a table alone. */
const drawnUnits = 40

/** The people of a group or unit, and whether they may be told. */
type Line = [name: string, sums: Sums, may: boolean]

/** In the order of a bar: from what is sure to what is not. */
const inBar = ['met', 'unknown', 'unmet'] as const satisfies readonly Verdict[]

export function summaryPart(page: ReportPage): Markup {
  const { sums, shown } = page
  const may = shown.residence()
  const card = (name: string, value: string, note = ''): Markup =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value} ${note === '' ? '' : html`<small>${note}</small>`}</dd>
    </div>`
  const questions = [
    ['registered', 'registered'],
    ['adults', 'adult'],
    ['hasSkills', 'hasSkills'],
  ] as const
  const rest = questions.map(([key, question]): Piece => {
    const { met, unknown } = sums[key]
    const mayUnknown = shown.answer(question, 'unknown')
    const known = mayUnknown && unknown === 0 ? '' : ` (${page.say(words.notKnownOf)}: ${page.countIf(mayUnknown, unknown)})`
    return html`<li>${page.say(words[key])}: <b>${page.countIf(shown.answer(question, 'met'), met)}</b>${known}</li>`
  })
  return section(
    page.say(words.summary),
    may ? '' : html`<p>${page.say(words.totalHidden)}</p>`,
    html`<dl class="cards">
      ${card(page.say(words.people), page.countIf(may, sums.people))}
      ${card(page.say(words.share), shareText(page, sums, may), atMostText(page, sums, may))}
      ${answers.map((answer) => card(page.say(words[answer]), page.countIf(may, sums.verdicts[answer])))}
    </dl>`,
    html`<ul class="facts">
      <li>${page.say(words.assessed)}: <b>${page.countIf(shown.assessed, sums.assessed)}</b></li>
      ${rest}
    </ul>`,
    html`<p>${page.say(words.howToRead)}</p>`,
    html`<p><strong>${page.say(words.granting)}</strong></p>`,
  )
}

export function groupsPart(page: ReportPage): Markup {
  const { shown, sums, lists } = page
  const byGroup = sumsBy(
    page.rows.filter(({ by }) => by === 'residence'),
    ({ group }) => group,
  )
  const lines = lists.groups.map((group): Line => [
    page.group(group),
    byGroup.get(group) as Sums,
    shown.residence(undefined, group),
  ])
  const drawn = [[page.say(words.all), sums, shown.residence()] as Line, ...lines].filter(([, , may]) => may)
  return section(
    page.say(words.groups),
    drawn.length > 0
      ? sharesFigure(
          {
            id: 'groups',
            title: `${page.say(words.groupsChart)} (${page.say(words.ofGroup)})`,
            classes: inBar.map((answer) => ({ name: page.say(words[answer]), look: looks[answer] })),
            rows: drawn.map(([name, { people, verdicts }]) => ({
              ...{ name, people },
              counts: inBar.map((answer) => verdicts[answer]),
            })),
            table: '',
          },
          page,
        )
      : '',
    answersTable(page, page.say(words.groups), page.say(words.group), lines),
  )
}

export function unitsPart(page: ReportPage): Markup {
  const { shown, rows, lists } = page
  const [homes, works] = (['residence', 'workplace'] as const).map((table) =>
    sumsBy(
      rows.filter(({ by }) => by === table),
      ({ unit }) => unit,
    ),
  ) as [Map<string | null, Sums>, Map<string | null, Sums>]
  const named = (units: readonly (string | null)[]): boolean => units.some((unit) => unit !== null)
  if (!named(lists.units) && !named(lists.workplaces))
    return section(page.say(words.units), html`<p>${page.say(words.noUnits)}</p>`)
  const linesOf = (
    units: readonly (string | null)[],
    of: Map<string | null, Sums>,
    may: (unit: string | null) => boolean,
  ): Line[] => units.map((unit) => [page.unit(unit), of.get(unit) as Sums, may(unit)])
  const unit = page.say(words.unit)
  const homeLines = linesOf(lists.units, homes, (one) => shown.residence(one))
  return section(
    page.say(words.units),
    named(lists.units)
      ? [unitsChart(page, homeLines), answersTable(page, page.say(words.residence), unit, homeLines), unitGroupsTable(page)]
      : '',
    named(lists.workplaces)
      ? answersTable(page, page.say(words.workplace), unit, linesOf(lists.workplaces, works, shown.workplace))
      : '',
  )
}

function unitsChart(page: ReportPage, lines: readonly Line[]): Piece {
  const drawn = lines.filter(([, , may]) => may)
  if (drawn.length === 0) return ''
  if (drawn.length > drawnUnits) return html`<p>${page.say(words.tooManyUnits)}</p>`
  const share = ({ verdicts, people }: Sums, answer: Verdict): number =>
    percentOf({ numerator: verdicts[answer], denominator: people }) ?? 0
  const sorted = drawn.toSorted(([, a], [, b]) => share(b, 'met') - share(a, 'met'))
  return figureOf(
    {
      id: 'units',
      title: page.say(words.unitsChart),
      about: sorted.map(([name, one]) => `${name}: ${partText(page, one, 'met')}`).join('; '),
      draw: (width) =>
        barsDrawing(
          {
            names: sorted.map(([name]) => name),
            most: 100,
            axisText: (value) => `${value}%`,
            parts: (['met', 'unknown'] as const).map((answer) => ({
              look: looks[answer],
              values: sorted.map(([, one]) => share(one, answer)),
              label: answer === 'met' ? (_, i) => partText(page, (sorted[i] as Line)[1], 'met') : undefined,
            })),
          },
          width,
        ),
    },
    (['met', 'unknown'] as const).map((answer): [Look, string] => [looks[answer], page.say(words[answer])]),
    '',
    page,
  )
}

/** People who meet the criteria and people of every unit and group. */
function unitGroupsTable(page: ReportPage): Markup {
  const { shown, lists } = page
  const cells = sumsBy(
    page.rows.filter(({ by }) => by === 'residence'),
    ({ unit, group }) => JSON.stringify([unit, group]),
  )
  const cell = (unit: string | null, group: string): string => {
    if (!shown.residence(unit, group)) return page.say(words.hidden)
    const sums = cells.get(JSON.stringify([unit, group]))
    return sums === undefined ? '–' : `${page.count(sums.verdicts.met)} / ${page.count(sums.people)}`
  }
  return tableOf({
    caption: page.say(words.unitGroups),
    head: [page.say(words.unit), ...lists.groups.map((group) => page.group(group))],
    rows: lists.units.map((unit) => [page.unit(unit), ...lists.groups.map((group) => cell(unit, group))]),
  })
}

/** The people of each line by their verdicts, and of all of them. */
function answersTable(page: ReportPage, caption: string, name: string, lines: readonly Line[]): Markup {
  const row = ([label, sums, may]: Line): Piece[] => [
    label,
    page.countIf(may, sums.people),
    ...answers.map((answer) => page.countIf(may, sums.verdicts[answer])),
    shareText(page, sums, may),
    atMostText(page, sums, may, true),
  ]
  return tableOf({
    caption,
    head: [name, ...(['people', ...answers, 'share', 'upTo'] as const).map((key) => page.say(words[key]))],
    rows: [...lines, [page.say(words.total), page.sums, page.shown.residence()] as Line].map(row),
    hasTotal: true,
  })
}

function shareText(page: ReportPage, { verdicts, people }: Sums, may: boolean): string {
  return may ? page.percent({ numerator: verdicts.met, denominator: people }) : page.say(words.hidden)
}

/** What the share may come to once everything is known. */
function atMostText(page: ReportPage, { verdicts, people }: Sums, may: boolean, bare = false): string {
  if (!may) return bare ? page.say(words.hidden) : ''
  const most = page.percent({ numerator: verdicts.met + verdicts.unknown, denominator: people })
  if (bare) return most
  return verdicts.unknown === 0 ? '' : `${page.say(words.upTo)}: ${most}`
}

const partText = (page: ReportPage, { verdicts, people }: Sums, answer: Verdict): string =>
  page.percent({ numerator: verdicts[answer], denominator: people })
