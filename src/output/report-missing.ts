import { indicatorIds } from '../model/indicator.js'
import type { FindingData } from '../population/finding-json.js'
import { html, type Markup } from './markup.js'
import { barsDrawing, looks, type Look } from './report-bars.js'
import { figureOf, section, tableOf, type ReportPage } from './report-page.js'
import { reportWords as words } from './report-words.js'

/** Facts that are listed; a person may lack any number of them. */
const listed = 10

/** What people who do not meet the criteria lack most often. */
export function missingPart(page: ReportPage): Markup {
  const findings = page.data.findings.map(({ missing }) => missing)
  const told = findings.reduce((sum, { people }) => sum + people, 0)
  if (told === 0) return section(page.say(words.missing), html`<p>${page.say(words.missingNone)}</p>`)
  if (!page.shown.residence() || told < page.hide)
    return section(page.say(words.missing), html`<p>${page.say(words.partHidden)}</p>`)
  const by = (reason: 'floor' | 'total', i: number): number => findings.reduce((sum, one) => sum + (one[reason][i] as number), 0)
  // Their order, too, says only what is shown.
  const rows = indicatorIds
    .map((id, i) => {
      const [floor, total] = [by('floor', i), by('total', i)]
      const [mayFloor, mayTotal] = page.shown.parts([floor, total, told - floor - total])
      const name = `${i + 1}. ${page.names.indicators.get(id)?.[page.lang] ?? id}`
      return { name, floor: mayFloor ? floor : null, total: mayTotal ? total : null }
    })
    .sort((a, b) => (b.floor ?? -1) - (a.floor ?? -1) || (b.total ?? -1) - (a.total ?? -1))
  const reasons = [
    ['floor', looks.sure, page.say(words.floor)],
    ['total', looks.possible, page.say(words.roomLeft)],
  ] as const
  const text = (people: number | null): string => page.countIf(people !== null, people ?? 0)
  return section(
    page.say(words.missing),
    html`<p>${page.with(words.missingOf, told)}</p>`,
    figureOf(
      {
        id: 'missing',
        title: page.say(words.missingChart),
        about: rows
          .map(
            ({ name, floor, total }) =>
              `${name}: ${page.say(words.floor)} ${text(floor)}, ${page.say(words.roomLeft)} ${text(total)}`,
          )
          .join('; '),
        draw: (width) =>
          barsDrawing(
            {
              names: rows.map(({ name }) => name),
              most: told,
              axisText: (value) => page.count(value),
              parts: reasons.map(([reason, look]) => ({
                look,
                values: rows.map((row) => row[reason]),
                label: (value) => page.count(value),
              })),
            },
            width,
          ),
      },
      reasons.map(([, look, name]): [Look, string] => [look, name]),
      tableOf({
        caption: page.say(words.missingChart),
        head: [page.say(words.indicator), ...reasons.map(([, , name]) => name)],
        rows: rows.map(({ name, floor, total }) => [name, text(floor), text(total)]),
      }),
      page,
    ),
    factsTable(findings, told, page),
  )
}

function factsTable(findings: readonly FindingData['missing'][], told: number, page: ReportPage): Markup {
  const people = new Map<string, number>()
  for (const { facts } of findings)
    for (const [fact, more] of Object.entries(facts)) people.set(fact, (people.get(fact) ?? 0) + more)
  const may = new Map([...people].map(([fact, count]) => [fact, page.shown.parts([count, told - count])[0] === true]))
  // Those that are hidden come last and by name: neither their place nor that they are listed says how many they are.
  const shown = (fact: string, count: number): number => (may.get(fact) ? count : -1)
  const most = [...people].sort(([a, x], [b, y]) => shown(b, y) - shown(a, x) || (a < b ? -1 : 1)).slice(0, listed)
  const nameOf = (fact: string): string => page.names.facts.get(fact)?.[page.lang] ?? fact
  return tableOf({
    caption: page.say(words.factsTable),
    head: [page.say(words.fact), page.say(words.people), page.say(words.ofThem)],
    rows: most.map(([fact, count]) => [
      nameOf(fact),
      page.countIf(may.get(fact), count),
      may.get(fact) ? page.percent({ numerator: count, denominator: told }) : page.say(words.hidden),
    ]),
  })
}
