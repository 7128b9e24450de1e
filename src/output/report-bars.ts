import { inLines, ink, widths, type ChartWidth, type Drawing } from './report-chart.js'

/** How a part of a bar looks: apart in lightness and in hatching, so that it is told in grey and by every eye. */
export interface Look {
  color: string
  hatched?: boolean
  /** Of the number in it. */
  text: string
}

export const looks = {
  met: { color: '#14532d', text: '#ffffff' },
  unmet: { color: '#f6cf9c', text: ink },
  unknown: { color: '#dcdcdc', hatched: true, text: ink },
  sure: { color: '#174a73', text: '#ffffff' },
  possible: { color: '#dbe7f1', hatched: true, text: ink },
  hidden: { color: '#ffffff', text: ink },
} as const satisfies Record<string, Look>

/** From none to much: darker is more. */
export const steps: readonly Look[] = [
  { color: '#fff3d6', text: ink },
  { color: '#f3c677', text: ink },
  { color: '#d98c3f', text: ink },
  { color: '#9c5221', text: '#ffffff' },
  { color: '#5a2a0c', text: '#ffffff' },
]

export interface BarPart {
  look: Look
  /** One for each bar; `null`: nothing is drawn. */
  values: readonly (number | null)[]
  /** What stands in a part that is wide enough. */
  label?: ((value: number, i: number) => string) | undefined
}

export interface Bars {
  names: readonly string[]
  parts: readonly BarPart[]
  most: number
  /** A line across a bar, such as a target. */
  marks?: readonly (number | null)[] | undefined
  axisText: (value: number) => string
}

const lineHeight = 15

/** Bars that lie, one below the other. On a phone a name stands above its bar, on wide paper beside it. */
export function barsDrawing({ names, parts, most, marks, axisText }: Bars, width: ChartWidth): Drawing {
  const isWide = width === 'wide'
  const interval = intervalOf(most, isWide ? 5 : 4)
  const end = interval * Math.ceil(most / interval)
  const left = isWide ? 225 : 12
  const right = 22
  const pixels = widths[width] - left - right
  const lines = names.map((name) => inLines(name, isWide ? left - 16 : pixels))
  const tallest = Math.max(1, ...lines.map((text) => text.split('\n').length))
  const bar = 20
  const nameHeight = tallest * lineHeight + 4
  const row = isWide ? Math.max(bar + 12, nameHeight + 6) : bar + nameHeight + 12
  const height = names.length * row + 34
  const value = (one: number | null): unknown => (one === null || one === 0 ? '-' : one)
  return {
    height,
    option: {
      grid: { left, right, top: 6, bottom: 28 },
      xAxis: {
        type: 'value',
        min: 0,
        max: end,
        interval,
        axisLabel: { color: ink, formatter: axisText },
        splitLine: { lineStyle: { color: '#d9d9d9' } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: lines,
        axisTick: { show: false },
        axisLine: { show: isWide, lineStyle: { color: '#777777' } },
        axisLabel: { show: isWide, interval: 0, color: ink, lineHeight, margin: 8 },
        z: 10,
      },
      series: [
        ...(isWide ? [] : [nameBars(lines, end, nameHeight)]),
        ...parts.map(({ look, values, label }) => ({
          type: 'bar',
          stack: 'all',
          silent: true,
          emphasis: { disabled: true },
          barWidth: bar,
          barGap: 0,
          itemStyle: { color: look.color, borderColor: '#555555', borderWidth: 0.7, ...hatching(look) },
          data: values.map((one, i) => ({
            value: value(one),
            label: {
              show: label !== undefined && one !== null && (one / end) * pixels > 44,
              formatter: () => label?.(one ?? 0, i) ?? '',
              ...{ position: 'inside', color: look.text, textBorderWidth: 0, fontSize: 12 },
              ...(look.hatched && { backgroundColor: look.color, padding: [1, 3] }),
            },
          })),
        })),
        ...(marks
          ? [
              {
                type: 'scatter',
                symbol: 'rect',
                symbolSize: [4, bar + 8],
                symbolOffset: [0, isWide ? 0 : nameHeight / 2],
                silent: true,
                emphasis: { disabled: true },
                itemStyle: { color: '#b00020', borderColor: '#ffffff', borderWidth: 1 },
                data: marks.flatMap((mark, i) => (mark === null ? [] : [[mark, i]])),
                z: 20,
              },
            ]
          : []),
      ],
    },
  }
}

/** A round distance between ticks, in about so many steps. */
export function intervalOf(most: number, times: number): number {
  const power = 10 ** Math.floor(Math.log10(most / times))
  const round = [1, 2, 2.5, 5, 10].find((one) => one * power * times >= most) ?? 10
  return Math.max(1, round * power)
}

/** Bars that are not seen and hold the names. */
const nameBars = (lines: readonly string[], most: number, height: number): object => ({
  ...{ type: 'bar', silent: true, emphasis: { disabled: true }, barWidth: height, itemStyle: { color: 'transparent' } },
  data: lines.map((text) => ({
    value: most,
    label: {
      ...{
        show: true,
        position: [0, height - 2],
        verticalAlign: 'bottom',
        color: ink,
        lineHeight,
        fontSize: 12,
        textBorderWidth: 0,
      },
      formatter: () => text,
    },
  })),
})

/** Thin slanted lines. */
export const hatching = ({ hatched = false }: Look): object =>
  hatched
    ? { decal: { symbol: 'rect', color: 'rgba(0,0,0,0.38)', dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: -Math.PI / 4 } }
    : {}
