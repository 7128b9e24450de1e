import { showable } from '../population/small-cells.js'
import { html, type Markup, type Piece } from './markup.js'
import { looks, steps, type Look } from './report-bars.js'
import { answers } from './report-disclosed.js'
import { section, tableOf, type ReportPage } from './report-page.js'
import { shownOr } from './report-rates.js'
import { sharesFigure, type Shares } from './report-shares.js'
import { sumsBy, type Sums } from './report-sums.js'
import { reportWords as words } from './report-words.js'
import { answerWords } from './words.js'
import type { DigitalSkillsFile } from '../model/digital-skills-file.js'

/** People by the level that is sure, by group. */
export function digitalPart(page: ReportPage, levels: DigitalSkillsFile['levels']): Markup {
  const { shown, sums } = page
  const byGroup = sumsBy(
    page.rows.filter(({ by }) => by === 'residence'),
    ({ group }) => group,
  )
  const highest = Math.max(...levels.map(({ level }) => level))
  const classes: { name: string; look: Look; count: (one: Sums) => number }[] = [
    { name: page.say(words.notAssessed), look: looks.unknown, count: ({ levels: of }) => of.get(`0-${highest}`) ?? 0 },
    ...levels.map(({ level, label }, i) => ({
      name: page.say(label),
      look: steps[i] ?? looks.met,
      count: ({ levels: of }: Sums) =>
        [...of].reduce(
          (sum, [range, people]) => (range !== `0-${highest}` && range.startsWith(`${level}-`) ? sum + people : sum),
          0,
        ),
    })),
  ]
  const groups = shown.groups.map((group) => [group, byGroup.get(group) as Sums] as const)
  const may = showable([groups.map(([, one]) => classes.map(({ count }) => count(one)))], page.hide, (_, j, k) =>
    k !== undefined ? false : !shown.residence(undefined, j === undefined ? undefined : shown.groups[j]),
  )
  const row = (name: string, one: Sums, j: number | undefined): Shares['rows'][number] => ({
    ...{ name, people: one.people },
    counts: classes.map(({ count }, k) => (may(0, j, k) ? count(one) : null)),
  })
  const drawn = [
    ...(may(0) ? [row(page.say(words.all), sums, undefined)] : []),
    ...groups.flatMap(([group, one], j) => (may(0, j) ? [row(page.group(group), one, j)] : [])),
  ]
  const line = (name: string, one: Sums, j: number | undefined): Piece[] => [
    name,
    shownOr(page, may(0, j), one.people),
    ...classes.map(({ count }, k) => shownOr(page, may(0, j, k), count(one))),
  ]
  const table = tableOf({
    caption: page.say(words.digitalChart),
    head: [page.say(words.group), page.say(words.people), ...classes.map(({ name }) => name)],
    rows: [...groups.map(([group, one], j) => line(page.group(group), one, j)), line(page.say(words.total), sums, undefined)],
    hasTotal: true,
  })
  const flags = (['hasSkills', 'proficient'] as const).map((key) => {
    const counts = answers.map((answer) => sums[key][answer])
    const mayFlag = showable([[counts]], page.hide)
    return [page.say(words[key]), ...counts.map((people, k) => shownOr(page, mayFlag(0, 0, k), people))]
  })
  return section(
    page.say(words.digital),
    drawn.length > 0
      ? sharesFigure(
          { id: 'digital', title: `${page.say(words.digitalChart)} (${page.say(words.ofGroup)})`, classes, rows: drawn, table },
          page,
        )
      : table,
    tableOf({
      caption: page.say(words.digital),
      head: [page.say(words.figure), page.say(words.yes), page.say(words.no), page.say(answerWords.unknown)],
      rows: flags,
    }),
    html`<p>${page.say(words.digitalNote)}</p>`,
  )
}
