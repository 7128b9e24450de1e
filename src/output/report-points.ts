import { formatNumber } from '../assessment/fill-text.js'
import { indicatorIds } from '../model/indicator.js'
import { html, type Markup, type Piece } from './markup.js'
import { hatching, looks, type Look } from './report-bars.js'
import { fits, inLines, ink, widths, type ChartWidth, type Drawing } from './report-chart.js'
import { figureOf, section, tableOf, type ReportPage } from './report-page.js'
import { sumsBy, type Sums } from './report-sums.js'
import { reportWords as words } from './report-words.js'
import { passNumbers } from './report-grounds.js'

/** Points of one bar of the distribution. */
const step = 5

/** How many people have which total, against the totals that they needed. */
export function totalsPart(page: ReportPage): Markup {
  const { sums, shown } = page
  if (!shown.residence()) return section(page.say(words.totals), html`<p>${page.say(words.partHidden)}</p>`)
  const numbers = passNumbers(page)
  const most = Math.max(step, ...sums.totals.upper.keys(), numbers.most ?? 0)
  const bins = Math.ceil(most / step)
  const ends = ['lower', 'upper'] as const
  const counted = ends.map((end) => binned(sums.totals[end], bins))
  const thresholds = thresholdsOf(page)
  // Who meets the criteria is known to be on one side of a threshold; bars of the same side cover each other.
  const side = (bin: number): number => thresholds.filter(([points]) => points <= bin * step).length
  const may = counted.map((line) => shown.parts(line, side))
  const isTold = isBlurred(sums.people, most) || may.every((line) => line.every((one) => one))
  const visible = (end: number, bin: number): boolean => isTold && may[end]?.[bin] === true
  const binText = (bin: number): string =>
    bin === bins - 1 ? `${bin * step}–${most}` : `${bin * step} – ${page.say(words.fewer)} ${(bin + 1) * step}`
  const known = thresholds.reduce((sum, [, people]) => sum + people, 0)
  const mayThreshold = shown.parts([...thresholds.map(([, people]) => people), sums.people - known])
  const lines = thresholds.map(
    ([points, people], k) =>
      html`<li>
        ${page.say(words.needed)}: <b>${formatNumber(points, page.lang)}</b> (${page.countIf(mayThreshold[k], people)}
        ${page.say(words.peopleWord)}) ${numbers.markOf(points)}
      </li>`,
  )
  const legend: [Look, string][] = [
    [looks.sure, page.say(words.sureTotal)],
    [looks.possible, page.say(words.possibleTotal)],
  ]
  const table = tableOf({
    caption: page.say(words.totalsChart),
    head: [page.say(words.points), ...legend.map(([, name]) => name)],
    rows: Array.from({ length: bins }, (_, bin) => [
      binText(bin),
      ...counted.map((line, end) => page.countIf(visible(end, bin), line[bin] as number)),
    ]),
  })
  return section(
    page.say(words.totals),
    html`<ul class="facts">
      ${lines}
    </ul>`,
    known < sums.people ? html`<p>${page.with(words.thresholdUnknown, sums.people - known, mayThreshold.at(-1))}</p>` : '',
    figureOf(
      {
        id: 'totals',
        title: page.say(words.totalsChart),
        about: `${legend[0]?.[1]}: ${Array.from({ length: bins }, (_, bin) => [bin, counted[0]?.[bin] ?? 0] as const)
          .filter(([bin, people]) => people > 0 || !visible(0, bin))
          .map(([bin, people]) => `${binText(bin)}: ${page.countIf(visible(0, bin), people)}`)
          .join('; ')}`,
        draw: (width) =>
          histogram(
            counted.map((line, end) => line.map((people, bin) => (visible(end, bin) ? people : null))),
            thresholds.map(([points]) => points),
            bins * step,
            page,
            width,
          ),
      },
      legend,
      table,
      page,
    ),
    html`<p>${page.say(words.floorToo)}</p>`,
  )
}

/**
 * Whether the means of all points leave open in which bars the people are: one of them could be in any other bar, and the others
 * within their own make up for it.
 */
const isBlurred = (people: number, most: number): boolean => (people - 1) * (step - 0.5) >= 2 * (most + step)

function binned(totals: ReadonlyMap<number, number>, bins: number): number[] {
  const counts = Array.from({ length: bins }, () => 0)
  for (const [points, people] of totals) {
    const bin = Math.min(bins - 1, Math.floor(points / step))
    counts[bin] = (counts[bin] as number) + people
  }
  return counts
}

function thresholdsOf({ data }: ReportPage): [points: number, people: number][] {
  const found = new Map<number, number>()
  for (const { thresholds } of data.findings)
    for (const [points, people] of Object.entries(thresholds))
      found.set(Number(points), (found.get(Number(points)) ?? 0) + people)
  return [...found].sort(([a], [b]) => b - a)
}

function histogram(
  lines: readonly (readonly (number | null)[])[],
  thresholds: readonly number[],
  most: number,
  page: ReportPage,
  width: ChartWidth,
): Drawing {
  const [left, right] = [width === 'wide' ? 60 : 44, 16]
  const bins = lines[0]?.length ?? 1
  const bar = ((widths[width] - left - right) / bins) * 0.44
  return {
    height: width === 'wide' ? 300 : 260,
    option: {
      grid: { left, right, top: 26, bottom: 44 },
      xAxis: {
        ...{ type: 'value', min: 0, max: most, interval: width === 'wide' ? 10 : 20, containShape: false },
        ...{ name: page.say(words.points), nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: ink } },
        axisLabel: { color: ink },
        splitLine: { show: false },
        axisLine: { lineStyle: { color: '#777777' } },
      },
      yAxis: {
        ...{ type: 'value', minInterval: 1, splitNumber: 4, splitLine: { lineStyle: { color: '#d9d9d9' } } },
        ...{ name: page.say(words.people), nameTextStyle: { color: ink, align: 'left' }, nameGap: 10 },
        axisLabel: { color: ink, formatter: (value: number) => page.count(value) },
      },
      series: [
        ...lines.map((values, end) => {
          const look: Look = end === 0 ? looks.sure : looks.possible
          return {
            ...{ type: 'bar', barWidth: bar, barGap: 0, silent: true, emphasis: { disabled: true } },
            itemStyle: { color: look.color, borderColor: '#555555', borderWidth: 0.7, ...hatching(look) },
            data: values.map((people, bin) => [bin * step + step / 2, people ?? 0]),
          }
        }),
        // Of its own: beside bars a line would move with the bar that it belongs to.
        {
          ...{ type: 'scatter', data: [], silent: true },
          markLine: {
            ...{ silent: true, symbol: 'none', animation: false, emphasis: { disabled: true } },
            lineStyle: { color: '#b00020', width: 2, type: 'dashed' },
            label: {
              color: '#8c001a',
              fontSize: 12,
              formatter: ({ value }: { value: number }) => formatNumber(value, page.lang),
            },
            data: thresholds.map((points) => ({ xAxis: points })),
          },
        },
      ],
    },
  }
}

/** Mean points of every indicator, of all and of each group. */
export function meansPart(page: ReportPage): Piece {
  const { shown, sums, lists } = page
  const byGroup = sumsBy(
    page.rows.filter(({ by }) => by === 'residence'),
    ({ group }) => group,
  )
  const groups = lists.groups.filter((group) => shown.residence(undefined, group))
  const columns: [string, Sums][] = [
    ...(shown.means ? [[page.say(words.all), sums] as [string, Sums]] : []),
    ...groups.map((group): [string, Sums] => [page.group(group), byGroup.get(group) as Sums]),
  ]
  if (columns.length === 0) return ''
  const mean = ({ points, people }: Sums, end: 'lower' | 'upper', i: number): number => (points[end][i] as number) / people
  // Rounded down, as shares are; what is added guards a whole tenth from the rounding of a binary fraction.
  const text = (value: number): string =>
    (Math.floor(10 * value + 1e-9) / 10).toFixed(1).replace('.', page.lang === 'vi' ? ',' : '.')
  const names = indicatorIds.map((id) => page.names.indicators.get(id)?.[page.lang] ?? id)
  const both = (one: Sums, i: number): string => {
    const [lower, upper] = [text(mean(one, 'lower', i)), text(mean(one, 'upper', i))]
    return lower === upper ? lower : `${lower}–${upper}`
  }
  return section(
    page.say(words.means),
    figureOf(
      {
        id: 'means',
        title: page.say(words.meansChart),
        about: names
          .map((name, i) => `${name}: ${columns[0]?.[0]} ${text(mean((columns[0] as [string, Sums])[1], 'lower', i))}`)
          .join('; '),
        draw: (width) =>
          heatMap(
            names,
            columns.map(([name]) => name),
            (i, j) => mean((columns[j] as [string, Sums])[1], 'lower', i),
            text,
            width,
          ),
      },
      [],
      tableOf({
        caption: page.say(words.means),
        head: [page.say(words.indicator), ...columns.map(([name], j) => `${letter(j)}. ${name}`)],
        rows: names.map((name, i) => [`${i + 1}. ${name}`, ...columns.map(([, one]) => both(one, i))]),
      }),
      page,
    ),
    html`<p class="key narrow">
      ${columns.map(([name], j) => html`<span><b>${letter(j)}</b> ${name}</span> `)}
      ${names.map((name, i) => html`<span><b>${i + 1}</b> ${name}</span> `)}
    </p>`,
    html`<p>${page.say(words.meansNote)}</p>`,
  )
}

/** Of 0, 1, … 10 points: means differ in the upper half, which takes most of the range. */
const shades = [
  '#ffffff',
  '#fbfdff',
  '#f3f8fd',
  '#e9f2fa',
  '#deebf7',
  '#d0e2f2',
  '#b5d2ea',
  '#8fbbdf',
  '#6aa5d4',
  '#2b69a1',
  '#08306b',
]

const letter = (i: number): string => String.fromCharCode(65 + (i % 26)).repeat(1 + Math.floor(i / 26))

const uprightHeight = 150

/** On a phone indicators and groups have numbers and letters, told below. */
function heatMap(
  names: readonly string[],
  columns: readonly string[],
  valueOf: (i: number, j: number) => number,
  text: (value: number) => string,
  width: ChartWidth,
): Drawing {
  const isWide = width === 'wide'
  const left = isWide ? 225 : 26
  const cell = Math.min(120, (widths[width] - left - 4) / columns.length)
  const flat = columns.map((name, j) => (isWide ? inLines(name, cell - 6) : letter(j)))
  // A word that is wider than its column stands upright, as all heads then do.
  const isUpright = flat.some((head) => head.split('\n').some((line) => !fits(line, cell)))
  const heads = isUpright ? columns.map((name) => inLines(name, uprightHeight)) : flat
  const top = isUpright ? uprightHeight + 8 : Math.max(...heads.map((head) => head.split('\n').length)) * 15 + 10
  const rows = names.map((name, i) => (isWide ? inLines(`${i + 1}. ${name}`, left - 16) : String(i + 1)))
  const row = Math.max(isWide ? 34 : 28, ...rows.map((name) => name.split('\n').length * 14 + 6))
  return {
    height: top + names.length * row + 4,
    option: {
      grid: { left, width: cell * columns.length, top, height: names.length * row },
      xAxis: {
        ...{ type: 'category', position: 'top', data: heads, axisTick: { show: false }, axisLine: { show: false } },
        axisLabel: { ...{ interval: 0, color: ink, lineHeight: 15, margin: 6 }, ...(isUpright && { rotate: 90 }) },
      },
      yAxis: {
        ...{ type: 'category', inverse: true, axisTick: { show: false }, axisLine: { show: false } },
        data: rows,
        axisLabel: { interval: 0, color: ink, lineHeight: 14 },
      },
      visualMap: {
        type: 'continuous',
        show: false,
        min: 0,
        max: 10,
        inRange: { color: shades },
      },
      series: [
        {
          ...{
            type: 'heatmap',
            silent: true,
            emphasis: { disabled: true },
            itemStyle: { borderColor: '#ffffff', borderWidth: 1 },
          },
          data: names.flatMap((_, i) =>
            columns.map((_, j) => {
              const value = valueOf(i, j)
              return {
                value: [j, i, value],
                label: {
                  ...{ show: true, fontSize: 12, textBorderWidth: 0, color: value > 8.4 ? '#ffffff' : ink },
                  formatter: () => text(value),
                },
              }
            }),
          ),
        },
      ],
    },
  }
}
