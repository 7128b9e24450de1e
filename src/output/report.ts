import { dayWords } from '../assessment/explain-words.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { CdhtError, issue, refuse, type Issue } from '../model/issue.js'
import type { PopulationRules } from '../model/population-rules.js'
import { isObject } from '../model/record.js'
import type { TargetPlan } from '../model/target-plan.js'
import type { Lang } from '../model/text.js'
import { disclosure } from '../population/disclosure.js'
import { measureTargets } from '../population/measure-targets.js'
import type { Tally } from '../population/tally.js'
import { sets as shipped } from '../sets/shipped/index.js'
import { populationRules } from '../sets/shipped/population.js'
import { html, type Markup } from './markup.js'
import { pageEnd, pageStart } from './page.js'
import { basisMark } from './person-page-parts.js'
import { digitalPart } from './report-digital.js'
import { groundsPart } from './report-grounds.js'
import { reportLists } from './report-lists.js'
import { missingPart } from './report-missing.js'
import { ReportPage } from './report-page.js'
import { targetsPart } from './report-targets.js'
import { meansPart, totalsPart } from './report-points.js'
import { qualityPart, type ReportQuality } from './report-quality.js'
import { groupsPart, summaryPart, unitsPart } from './report-rates.js'
import { reportStyle } from './report-style.js'
import { sumRows } from './report-sums.js'
import { tableNames } from './result-table.js'
import { reportBasis, reportWords as words } from './report-words.js'

export interface ReportOptions {
  lang: Lang
  /** Fewest people that are shown; default 5. Smaller counts are hidden, and so is what they could be worked out from. 0: shows all. */
  hide?: number | undefined
  /** In the place of the usual title. */
  title?: string | undefined
  /** Whom the report is about, such as a province; absent: not told. */
  place?: string | undefined
  /** Names of units by their code. */
  units?: Readonly<Record<string, string>> | undefined
  /** The unit above each, where sub-totals by `unitTable` are published beside the page: they decide with it what is hidden. */
  parents?: ReadonlyMap<string, string> | undefined
  /** Sets that people may have been judged by, for names and sources. Default: all shipped sets, which are always known. */
  sets?: Iterable<CriteriaSet> | undefined
  /** Measured for `year`, and shown with its targets. */
  plan?: TargetPlan | undefined
  /** Default: that of the tally's last day. */
  year?: number | undefined
  /** What became of rows that the tally does not know of. */
  quality?: ReportQuality | undefined
  /** As the tally was given them. */
  rules?: PopulationRules | undefined
}

/**
 * A report on the people of a tally as one static HTML page: rates, distribution, means, what is missing, digital skills, targets,
 * quality, basis and sources. It holds no script, asks for nothing from elsewhere and prints on A4. It is about numbers alone:
 * counts of fewer than `hide` people are hidden.
 *
 * @returns the whole document; the same for the same tally and options
 * @throws CdhtError `options`
 *
 * @example
 * writeFileSync('report.html', renderReport(count, { lang: 'vi', place: 'Tỉnh Ninh Bình' }))
 */
export function renderReport(tally: Tally, options: ReportOptions): string {
  const found = faultsOf(options)
  if (found.length > 0) throw new CdhtError('options', refuse(found).issues)
  const { lang, hide = 5, title, place, units = {}, plan, quality, rules = populationRules } = options
  const data = tally.toJSON()
  const rows = tally.rows()
  const known: CriteriaSet[] = [...(options.sets ?? []), ...Object.values(shipped)]
  const names = tableNames(known)
  const page = new ReportPage(
    lang,
    hide,
    data,
    rows,
    sumRows(rows.filter(({ by }) => by === 'residence')),
    disclosure(data, { hide, parents: options.parents, rules }),
    reportLists(rows, [...names.groups.keys()]),
    names,
    data.sets.flatMap(({ digest }) => known.filter((set) => set.digest === digest).slice(0, 1)),
    units,
  )
  const year = options.year ?? Number(data.days?.last.slice(0, 4) ?? NaN)
  const heading = title ?? page.say(words.title)
  const parts =
    page.sums.people === 0
      ? [html`<p>${page.say(words.nobody)}</p>`]
      : [
          summaryPart(page),
          ...(plan && Number.isInteger(year)
            ? [targetsPart(page, plan, measureTargets(tally, plan, { year, rules }), year)]
            : []),
          groupsPart(page),
          unitsPart(page),
          totalsPart(page),
          meansPart(page),
          missingPart(page),
          digitalPart(page, rules.digital.levels),
          qualityPart(page, quality),
          groundsPart(page, rules),
        ]
  const body = html`<main>${headPart(page, heading, place)}${parts}</main>`
  return `${pageStart(lang, heading, reportStyle)}${body.text}\n${pageEnd}`
}

function headPart(page: ReportPage, heading: string, place: string | undefined): Markup {
  const { basis, days } = page.data
  const [first, last] = [days?.first ?? '', days?.last ?? ''].map((day) => dayWords(day, page.lang)) as [string, string]
  const when =
    days === null
      ? page.say(words.noDay)
      : first === last
        ? `${page.say(words.asOf)} ${last}`
        : `${page.say(words.between)} ${first} ${page.say(words.to)} ${last}`
  return html`<header>
    <h1>${heading}</h1>
    ${place === undefined ? '' : html`<p class="about">${page.say(words.place)}: ${place}</p>`}
    <p class="about">${when}</p>
    ${basis === null ? '' : html`<p class="basis ${basis}">${basisMark(basis, page)} <strong>${page.say(reportBasis[basis])}</strong></p>`}
  </header>`
}

function faultsOf(options: unknown): Issue[] {
  if (!isObject(options)) return [issue('wrong_type', [], { expected: 'object' })]
  const { lang, hide, year, plan } = options as Partial<ReportOptions>
  const found: Issue[] = []
  if (lang !== 'vi' && lang !== 'en') found.push(issue('wrong_option', ['lang'], {}))
  if (hide !== undefined && !(Number.isInteger(hide) && hide >= 0)) found.push(issue('wrong_option', ['hide'], {}))
  if (year !== undefined && !Number.isInteger(year)) found.push(issue('wrong_option', ['year'], {}))
  if (plan !== undefined && !(isObject(plan) && Array.isArray(plan.targets))) found.push(issue('wrong_option', ['plan'], {}))
  return found
}
