import type { CriteriaSet } from '../model/criteria-set.js'
import type { Lang, Text } from '../model/text.js'
import type { Fraction } from '../population/fraction.js'
import { countText, percentText } from '../population/number-text.js'
import type { TallyRow } from '../population/tally-row.js'
import type { TallyData } from '../population/tally-json.js'
import type { Disclosure } from '../population/disclosure.js'
import { html, type Markup, type Piece } from './markup.js'
import { chartPicture, type Chart } from './report-chart.js'
import { reportWords } from './report-words.js'
import type { Look } from './report-bars.js'
import type { ReportLists } from './report-lists.js'
import { PageContext } from './person-page-parts.js'
import type { TableNames } from './result-table.js'
import type { Sums } from './report-sums.js'

/** What every part of one report needs. */
export class ReportPage extends PageContext {
  constructor(
    lang: Lang,
    readonly hide: number,
    readonly data: TallyData,
    readonly rows: readonly TallyRow[],
    readonly sums: Sums,
    readonly shown: Disclosure,
    readonly lists: ReportLists,
    readonly names: TableNames,
    /** By digest; those among them that people were judged by. */
    readonly sets: readonly CriteriaSet[],
    readonly unitNames: Readonly<Record<string, string>>,
  ) {
    super(lang, false)
  }

  count(people: number): string {
    return countText(people, this.lang)
  }

  /** A count, or that it is hidden. */
  countIf(may: boolean | undefined, people: number): string {
    return may ? this.count(people) : this.say(reportWords.hidden)
  }

  /** A count that is part of no other one. */
  alone(people: number): string {
    return this.countIf(people === 0 || people >= this.hide, people)
  }

  percent(of: Fraction): string {
    return of.denominator === 0 ? '–' : percentText(of, this.lang).replace(/\d%$/, '%')
  }

  group(id: string): string {
    const name = this.names.groups.get(id)
    return name ? this.say(name) : id
  }

  unit(id: string | null): string {
    if (id === null) return this.say(reportWords.noUnit)
    const name = Object.hasOwn(this.unitNames, id) ? this.unitNames[id] : undefined
    return name === undefined ? id : `${name} (${id})`
  }

  /** A text with a number in the place of `{n}`, or that it is hidden. */
  with(text: Text, n: number, may: boolean | undefined = true): string {
    return this.say(text).replace('{n}', may ? this.count(n) : `(${this.say(reportWords.hidden)})`)
  }
}

export interface Table {
  caption: string
  head: readonly Piece[]
  /** First cells are headings of their rows. */
  rows: readonly (readonly Piece[])[]
  /** Columns that hold words, from 0. */
  words?: readonly number[]
  /** The last row is a total. */
  hasTotal?: boolean
}

export function tableOf({ caption, head, rows, words = [], hasTotal = false }: Table): Markup {
  const look = (column: number): string => (column === 0 || words.includes(column) ? 'words' : 'number')
  const last = rows.length - 1
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table class="${head.length > 7 ? 'dense' : ''}">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((one, i) => html`<th scope="col" class="${look(i)}">${one}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...cells], i) =>
            html`<tr class="${hasTotal && i === last ? 'total' : ''}">
              <th scope="row">${name ?? ''}</th>
              ${cells.map((cell, j) => html`<td class="${look(j + 1)}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

/** A chart under its title, with what its colours mean and its numbers in a table. */
export function figureOf(chart: Chart, legend: readonly (readonly [Look, string])[], table: Piece, page: ReportPage): Markup {
  return html`<figure>
    <figcaption>${chart.title}</figcaption>
    ${
      legend.length > 0
        ? html`<ul class="legend">
            ${legend.map(([look, name]) => html`<li>${swatch(look)}${name}</li>`)}
          </ul>`
        : ''
    }
    ${chartPicture(chart)}
    ${
      table === ''
        ? ''
        : html`<details>
            <summary>${page.say(reportWords.table)}: ${chart.title}</summary>
            ${table}
          </details>`
    }
  </figure>`
}

/** A square in the colour of a part; a picture, since backgrounds are not printed. */
function swatch({ color, hatched = false }: Look): Markup {
  return html`<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
    <rect x="0.5" y="0.5" width="15" height="15" fill="${color}" stroke="#555555"></rect>
    ${hatched ? html`<path d="M0 6L6 0M0 11L11 0M0 16L16 0M5 16L16 5M10 16L16 10" stroke="#777777" fill="none"></path>` : ''}
  </svg>`
}

export function section(title: string, ...body: Piece[]): Markup {
  return html`<section>
    <h2>${title}</h2>
    ${body}
  </section>`
}
