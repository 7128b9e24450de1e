import { percentOf } from '../population/fraction.js'
import { html, type Markup, type Piece } from './markup.js'
import { barsDrawing, looks, type Look } from './report-bars.js'
import { answers } from './report-disclosed.js'
import { figureOf, section, tableOf, type ReportPage, type Table } from './report-page.js'
import { sumsBy, type Sums } from './report-sums.js'
import { sharesFigure } from './report-shares.js'
import { reportWords as words } from './report-words.js'

/** More units than this stand in a table alone. */
const drawnUnits = 40

type Answer = (typeof answers)[number]
type May = (answer?: Answer) => boolean

/** In the order of a bar: from what is sure to what is not. */
const inBar = ['met', 'unknown', 'unmet'] as const satisfies readonly Answer[]

export function summaryPart(page: ReportPage): Markup {
  const { sums } = page
  const may: May = (answer) => page.shown.residence(undefined, undefined, answer)
  const card = (name: string, value: string, note = ''): Markup =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value} ${note === '' ? '' : html`<small>${note}</small>`}</dd>
    </div>`
  const rest: Piece[] = (['registered', 'adults', 'hasSkills'] as const).map((key) => {
    const { met, unknown } = sums[key]
    const known = unknown === 0 ? '' : ` (${page.say(words.notKnownOf)}: ${page.alone(unknown)})`
    return html`<li>${page.say(words[key])}: <b>${page.alone(met)}</b>${known}</li>`
  })
  return section(
    page.say(words.summary),
    html`<dl class="cards">
      ${card(page.say(words.people), shownOr(page, may(), sums.people))}
      ${card(page.say(words.share), shareText(page, sums, may), atMostText(page, sums, may))}
      ${answers.map((answer) => card(page.say(words[answer]), shownOr(page, may(answer), sums.verdicts[answer])))}
    </dl>`,
    html`<ul class="facts">
      <li>${page.say(words.assessed)}: <b>${page.alone(sums.assessed)}</b></li>
      ${rest}
    </ul>`,
    html`<p>${page.say(words.howToRead)}</p>`,
    html`<p><strong>${page.say(words.granting)}</strong></p>`,
  )
}

export function groupsPart(page: ReportPage): Markup {
  const { shown, sums } = page
  const byGroup = sumsBy(
    page.rows.filter(({ by }) => by === 'residence'),
    ({ group }) => group,
  )
  const everybody: [string, Sums, May] = [page.say(words.all), sums, (answer) => shown.residence(undefined, undefined, answer)]
  const lines = shown.groups.map((group): [string, Sums, May] => [
    page.group(group),
    byGroup.get(group) as Sums,
    (answer) => shown.residence(undefined, group, answer),
  ])
  const drawn = [everybody, ...lines].filter(([, , may]) => may())
  const table = answersTable(page, {
    caption: page.say(words.groups),
    name: page.say(words.group),
    rows: lines,
    total: [sums, everybody[2]],
  })
  return section(
    page.say(words.groups),
    drawn.length > 0
      ? sharesFigure(
          {
            id: 'groups',
            title: `${page.say(words.groupsChart)} (${page.say(words.ofGroup)})`,
            classes: inBar.map((answer) => ({ name: page.say(words[answer]), look: looks[answer] })),
            rows: drawn.map(([name, { people, verdicts }, may]) => ({
              ...{ name, people },
              counts: inBar.map((answer) => (may(answer) ? verdicts[answer] : null)),
            })),
            table: '',
          },
          page,
        )
      : '',
    table,
  )
}

export function unitsPart(page: ReportPage): Markup {
  const { shown, rows, sums } = page
  const [homes, works] = (['residence', 'workplace'] as const).map((table) =>
    sumsBy(
      rows.filter(({ by }) => by === table),
      ({ unit }) => unit,
    ),
  ) as [Map<string | null, Sums>, Map<string | null, Sums>]
  const named = (units: readonly (string | null)[]): boolean => units.some((unit) => unit !== null)
  if (!named(shown.units) && !named(shown.workplaces))
    return section(page.say(words.units), html`<p>${page.say(words.noUnits)}</p>`)
  const table = (
    caption: string,
    of: Map<string | null, Sums>,
    may: (unit: string | null | undefined, answer?: Answer) => boolean,
    units: readonly (string | null)[],
  ): Markup =>
    answersTable(page, {
      caption,
      name: page.say(words.unit),
      rows: units.map((unit) => [page.unit(unit), of.get(unit) as Sums, (answer) => may(unit, answer)]),
      total: [sums, (answer) => may(undefined, answer)],
    })
  return section(
    page.say(words.units),
    named(shown.units)
      ? [
          unitsChart(page, homes),
          table(page.say(words.residence), homes, (unit, answer) => shown.residence(unit, undefined, answer), shown.units),
          unitGroupsTable(page),
        ]
      : '',
    named(shown.workplaces) ? table(page.say(words.workplace), works, shown.workplace, shown.workplaces) : '',
  )
}

function unitsChart(page: ReportPage, homes: ReadonlyMap<string | null, Sums>): Piece {
  const mayOf =
    (unit: string | null): May =>
    (answer) =>
      page.shown.residence(unit, undefined, answer)
  const drawn = page.shown.units
    .filter((unit) => mayOf(unit)() && mayOf(unit)('met'))
    .map((unit): [string, Sums, May] => [page.unit(unit), homes.get(unit) as Sums, mayOf(unit)])
  if (drawn.length === 0) return ''
  if (drawn.length > drawnUnits) return html`<p>${page.say(words.tooManyUnits)}</p>`
  const share = ({ verdicts, people }: Sums, ...of: Answer[]): number =>
    percentOf({ numerator: of.reduce((sum, answer) => sum + verdicts[answer], 0), denominator: people }) ?? 0
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
              values: sorted.map(([, one, may]) => (may(answer) ? share(one, answer) : null)),
              label: answer === 'met' ? (_, i) => partText(page, (sorted[i] as [string, Sums, May])[1], 'met') : undefined,
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
  const { shown } = page
  const cells = sumsBy(
    page.rows.filter(({ by }) => by === 'residence'),
    ({ unit, group }) => JSON.stringify([unit, group]),
  )
  const cell = (unit: string | null, group: string): string => {
    const sums = cells.get(JSON.stringify([unit, group]))
    const may: May = (answer) => shown.residence(unit, group, answer)
    const met = shownOr(page, may('met'), sums?.verdicts.met ?? 0)
    const people = shownOr(page, may(), sums?.people ?? 0)
    return sums === undefined && may() ? '–' : may() || may('met') ? `${met} / ${people}` : met
  }
  return tableOf({
    caption: page.say(words.unitGroups),
    head: [page.say(words.unit), ...shown.groups.map((group) => page.group(group))],
    rows: shown.units.map((unit) => [page.unit(unit), ...shown.groups.map((group) => cell(unit, group))]),
  })
}

function answersTable(
  page: ReportPage,
  { caption, name, rows, total }: { caption: string; name: string; rows: [string, Sums, May][]; total: [Sums, May] },
): Markup {
  const line = (label: string, sums: Sums, may: May): Piece[] => [
    label,
    shownOr(page, may(), sums.people),
    ...answers.map((answer) => shownOr(page, may(answer), sums.verdicts[answer])),
    shareText(page, sums, may),
    atMostText(page, sums, may, true),
  ]
  const table: Table = {
    caption,
    head: [name, ...(['people', ...answers, 'share', 'upTo'] as const).map((key) => page.say(words[key]))],
    rows: [...rows.map(([label, sums, may]) => line(label, sums, may)), line(page.say(words.total), ...total)],
    hasTotal: true,
  }
  return tableOf(table)
}

export const shownOr = (page: ReportPage, may: boolean, people: number): string =>
  may ? page.count(people) : page.say(words.hidden)

function shareText(page: ReportPage, { verdicts, people }: Sums, may: May): string {
  return may() && may('met') ? page.percent({ numerator: verdicts.met, denominator: people }) : page.say(words.hidden)
}

/** What the share may come to once everything is known. */
function atMostText(page: ReportPage, { verdicts, people }: Sums, may: May, bare = false): string {
  if (!(may() && may('met') && may('unknown'))) return bare ? page.say(words.hidden) : ''
  const most = page.percent({ numerator: verdicts.met + verdicts.unknown, denominator: people })
  if (bare) return most
  return verdicts.unknown === 0 ? '' : `${page.say(words.upTo)}: ${most}`
}

const partText = (page: ReportPage, { verdicts, people }: Sums, answer: Answer): string =>
  page.percent({ numerator: verdicts[answer], denominator: people })
