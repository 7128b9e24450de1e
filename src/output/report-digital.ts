import { digitalClasses } from '../population/digital-classes.js'
import { html, type Markup } from './markup.js'
import { looks, steps, type Look } from './report-bars.js'
import { section, tableOf, type ReportPage } from './report-page.js'
import { sharesFigure } from './report-shares.js'
import { answers, sumsBy, type Sums } from './report-sums.js'
import { reportWords as words } from './report-words.js'
import { answerWords } from './words.js'
import type { DigitalSkillsFile } from '../model/digital-skills-file.js'

/** People by the level that is sure, by group. */
export function digitalPart(page: ReportPage, levels: DigitalSkillsFile['levels']): Markup {
  const { shown, sums, lists } = page
  if (!shown.residence()) return section(page.say(words.digital), html`<p>${page.say(words.partHidden)}</p>`)
  const byGroup = sumsBy(
    page.rows.filter(({ by }) => by === 'residence'),
    ({ group }) => group,
  )
  const classes: { name: string; look: Look }[] = [
    { name: page.say(words.notAssessed), look: looks.unknown },
    ...levels.map(({ label }, i) => ({ name: page.say(label), look: steps[i] ?? looks.met })),
  ]
  const lines = [
    ...lists.groups.map((group) => ({ name: page.group(group), of: byGroup.get(group) as Sums, group })),
    { name: page.say(words.total), of: sums, group: undefined },
  ].map(({ name, of, group }) => ({
    ...{ name, people: of.people, may: shown.residence(undefined, group) },
    counts: digitalClasses(of.levels, levels).map((people, i) => (shown.digital(group, i) ? people : null)),
  }))
  const all = { ...(lines.at(-1) as (typeof lines)[number]), name: page.say(words.all) }
  const table = tableOf({
    caption: page.say(words.digitalChart),
    head: [page.say(words.group), page.say(words.people), ...classes.map(({ name }) => name)],
    rows: lines.map(({ name, people, may, counts }) => [
      name,
      page.countIf(may, people),
      ...counts.map((one) => page.countIf(one !== null, one ?? 0)),
    ]),
    hasTotal: true,
  })
  const flags = (['hasSkills', 'proficient'] as const).map((key) => [
    page.say(words[key]),
    ...answers.map((answer) => page.countIf(shown.answer(key, answer), sums[key][answer])),
  ])
  return section(
    page.say(words.digital),
    sharesFigure(
      {
        id: 'digital',
        title: `${page.say(words.digitalChart)} (${page.say(words.ofGroup)})`,
        classes,
        rows: [all, ...lines.slice(0, -1)].filter(({ may }) => may),
        table,
      },
      page,
    ),
    tableOf({
      caption: page.say(words.digital),
      head: [page.say(words.figure), page.say(words.yes), page.say(words.no), page.say(answerWords.unknown)],
      rows: flags,
    }),
    html`<p>${page.say(words.digitalNote)}</p>`,
  )
}
