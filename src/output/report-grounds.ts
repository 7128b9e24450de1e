import { formatNumber } from '../assessment/fill-text.js'
import { bases, type Basis, type SourceRef } from '../model/basis.js'
import type { Parameter } from '../model/criteria-file.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { PopulationRules } from '../model/population-rules.js'
import type { TallyData } from '../population/tally-json.js'
import { stepOn } from '../rules/parameter.js'
import { html, joined, type Markup, type Piece } from './markup.js'
import { basisMark, sourceList } from './person-page-parts.js'
import { legendWords } from './person-page-words.js'
import { section, type ReportPage } from './report-page.js'
import { reportWords as words } from './report-words.js'

/** A number of the frame as of the report's day, and what it rests on. */
interface FrameNumber {
  label: Parameter['label']
  id: string
  value: number
  basis: Basis
  source: SourceRef | undefined
}

/** The numbers of the pass rule of all sets that people were judged by, each once. */
function frameOf({ sets, data }: ReportPage): FrameNumber[] {
  const found = new Map<string, FrameNumber>()
  const on = data.days?.last
  if (on === undefined) return []
  for (const { pass, maximum, parameters } of sets)
    for (const { fact } of [pass.threshold, pass.disadvantagedThreshold, pass.floor, maximum]) {
      const parameter = parameters[fact]
      const step = parameter && stepOn(parameter, on)
      if (!step) continue
      const { value, basis, source } = step
      found.set(JSON.stringify([fact, value, basis, source]), { label: parameter.label, id: fact, value, basis, source })
    }
  return [...found.values()]
}

/** What the distribution of totals shows of the pass rule. */
export function passNumbers(page: ReportPage): { most: number | undefined; markOf: (points: number) => Piece } {
  const frame = frameOf(page)
  const thresholds = new Set(page.sets.flatMap(({ pass }) => [pass.threshold.fact, pass.disadvantagedThreshold.fact]))
  const [maximum] = page.sets.map((set) => frame.find(({ id }) => id === set.maximum.fact)?.value)
  const indicators = page.sets[0]?.indicators.length
  return {
    most: maximum !== undefined && indicators !== undefined ? maximum * indicators : undefined,
    markOf: (points) =>
      frame
        .filter(({ id, value }) => thresholds.has(id) && value === points)
        .map(({ basis, source }) => [basisMark(basis, page), page.cite(source && [source])]),
  }
}

/** What the report rests on, which sets were used, and every source that it cites. */
export function groundsPart(page: ReportPage, rules: PopulationRules): Markup {
  const { data, sets } = page
  const frame = frameOf(page).map(
    ({ label, id, value, basis, source }) =>
      html`<li>
        ${label ? page.say(label) : id}:
        <b>${formatNumber(value, page.lang)}</b> ${basisMark(basis, page)}${page.cite(source && [source])}
      </li>`,
  )
  const required = stepOn(rules.digital.required, data.days?.last ?? '')
  const legend = bases.map((basis): Piece => [basisMark(basis, page), ` ${page.say(legendWords[basis])}`])
  const unrecorded = page.sums.people - data.sets.reduce((sum, { people }) => sum + people, 0)
  const hiding = page.hide > 1 ? page.with(words.hiding, page.hide - 1) : page.say(words.noHiding)
  return section(
    page.say(words.grounds),
    frame.length > 0
      ? html`<h3>${page.say(words.passRule)}</h3>
          <ul>
            ${frame}
          </ul>`
      : '',
    html`<ul>
      ${sets.length > 0 ? html`<li>${page.say(words.levelsRest)}: ${joined(levelBases(sets, page), '; ')}</li>` : ''}
      ${required ? html`<li>${page.say(words.digitalRest)}: <b>${required.value}</b> ${basisMark(required.basis, page)}${page.cite(required.source && [required.source])}</li>` : ''}
      ${data.adultAges.map(({ age, basis }) => html`<li>${page.say(words.adultRest)}: <b>${age}</b> ${basisMark(basis, page)}</li>`)}
    </ul>`,
    html`<h3>${page.say(words.setsUsed)}</h3>`,
    html`<ul>
      ${setsInOrder(page).map(
        ({ id, version, digest }) =>
          html`<li>
            ${sets.find((set) => set.digest === digest)?.label[page.lang] ?? ''}
            <code>${id}</code> ${version}${sets.some((set) => set.digest === digest) ? '' : `; ${page.say(words.setUnknown)}`}
            <small class="digest">${digest}</small>
          </li>`,
      )}
      ${unrecorded > 0 ? html`<li>${page.with(words.setsMissing, unrecorded, page.shown.parts([unrecorded, page.sums.people - unrecorded])[0])}</li>` : ''}
    </ul>`,
    html`<p><b>${page.say(words.others)}:</b> ${hiding} ${page.say(words.rounding)}</p>`,
    html`<p><b>${page.say(words.marks)}:</b> ${joined(legend, '; ')}.</p>`,
    sourceList(page),
  )
}

/** How many levels rest on what, with the sources of those that have one. */
function levelBases(sets: readonly CriteriaSet[], page: ReportPage): Piece[] {
  const levels = sets.flatMap(({ indicators }) => indicators.flatMap((one) => one.levels))
  return bases.flatMap((basis): Piece[] => {
    const some = levels.filter((level) => level.basis === basis)
    const sources = some.flatMap(({ source }) => (source ? [source] : []))
    return some.length > 0 ? [[basisMark(basis, page), ` ${some.length} ${page.say(words.levels)}`, page.cite(sources)]] : []
  })
}

/** In the order of the groups that they are for, and then the ones that are not known here. */
function setsInOrder({ data, sets, names }: ReportPage): TallyData['sets'] {
  const groups = [...names.groups.keys()]
  const place = ({ digest }: TallyData['sets'][number]): number => {
    const set = sets.find((one) => one.digest === digest)
    return set ? groups.indexOf(set.group) : groups.length
  }
  return data.sets.toSorted((a, b) => place(a) - place(b))
}
