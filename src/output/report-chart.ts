import { BarChart, HeatmapChart, ScatterChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, VisualMapContinuousComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { html, Markup } from './markup.js'

echarts.use([BarChart, HeatmapChart, ScatterChart, GridComponent, MarkLineComponent, VisualMapContinuousComponent, SVGRenderer])

/** `narrow` fits a phone of 360 px, `wide` a side of A4 and larger screens; letters are 12 px and more in both. */
export type ChartWidth = 'narrow' | 'wide'
export const widths: Record<ChartWidth, number> = { narrow: 320, wide: 680 }

export interface Drawing {
  option: echarts.EChartsCoreOption
  height: number
}

export interface Chart {
  /** Unique on the page. */
  id: string
  title: string
  /** What it shows, in words, for whoever does not see it. */
  about: string
  draw: (width: ChartWidth) => Drawing
}

export const ink = '#1b1b1b'

/** A chart as a static picture in both widths, of which the style shows one. */
export function chartPicture({ id, title, about, draw }: Chart): Markup {
  const picture = (width: ChartWidth): Markup => {
    const { option, height } = draw(width)
    const name = `${id}-${width}`
    return html`<div class="chart ${width}">
      <svg viewBox="0 0 ${widths[width]} ${height}" role="img" aria-labelledby="${name}-t ${name}-d">
        <title id="${name}-t">${title}</title>
        <desc id="${name}-d">${about}</desc>
        ${new Markup(drawn(option, widths[width], height, name))}
      </svg>
    </div>`
  }
  return html`${picture('wide')}${picture('narrow')}`
}

/** The inside of a picture, without what only a script would use, and with ids of its own, so that one run draws like another. */
function drawn(option: echarts.EChartsCoreOption, width: number, height: number, name: string): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, textStyle: { color: ink, fontSize: 12 }, ...option })
    return chart
      .renderToSVGString()
      .replace(/^<svg[^>]*>|<\/svg>\s*$/g, '')
      .replace(/<style[^>]*>.*?<\/style>/gs, '')
      .replace(/ (?:ecmeta_\w+|class|xml:space|pointer-events)="[^"]*"/g, '')
      .replace(/font-family:[^;"]*;/g, '')
      .replace(/\bzr\d+-/g, `${name}-`)
      .replace(/\n\s*/g, '')
  } finally {
    chart.dispose()
  }
}

/** Whether a line takes at most about so many pixels, by the width of common letters. */
export const fits = (line: string, pixels: number, fontSize = 12): boolean => line.length * 0.53 * fontSize <= pixels

/** A text in lines of about so many pixels, by the width of common letters; a word is never cut. */
export function inLines(text: string, pixels: number, fontSize = 12): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last} ${word}`, pixels, fontSize)) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}
