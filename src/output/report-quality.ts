import { html, type Markup, type Piece } from './markup.js'
import { section, tableOf, type ReportPage } from './report-page.js'
import { reportWords as words, warningWords } from './report-words.js'

/** What a tally does not hold of the rows that it was made of. Runs add up: add their numbers. */
export interface ReportQuality {
  /** Rows that were not assessed because of errors. */
  rejected: number
  /** Rows without a value. */
  blank?: number | undefined
  /** People, or rows, by the code of what was warned of. */
  warnings?: Readonly<Record<string, number>> | undefined
}

/** How far the numbers can be relied on: who attests the evidence, and what became of rows. */
export function qualityPart(page: ReportPage, quality: ReportQuality | undefined): Markup {
  const { findings } = page.data
  const sum = (key: 'given' | 'self' | 'declared'): number => findings.reduce((all, { evidence }) => all + evidence[key], 0)
  const [given, self, declared] = [sum('given'), sum('self'), sum('declared')]
  // Pieces of evidence are not people; but few of them are of few people, and so are all of them where the totals are hidden.
  const isLarge = (pieces: number): boolean => pieces === 0 || (pieces >= page.hide && page.shown.residence())
  const [mayGiven, mayDeclared] = [isLarge(given), isLarge(declared)]
  const maySelf = mayGiven && isLarge(self) && isLarge(given - self)
  const selfShare = given > 0 && maySelf ? ` (${page.percent({ numerator: self, denominator: given })})` : ''
  const counted = findings.reduce((all, { people }) => all + people, 0)
  const { verdicts, people } = page.sums
  const unknownShare = page.percent({ numerator: verdicts.unknown, denominator: people })
  const rows: (readonly [string, Piece])[] = [
    [page.say(words.given), page.countIf(mayGiven, given)],
    [page.say(words.self), `${page.countIf(maySelf, self)}${selfShare}`],
    [page.say(words.declared), page.countIf(mayDeclared, declared)],
    ...(page.shown.residence() ? [[page.say(words.unknown), `${page.count(verdicts.unknown)} (${unknownShare})`] as const] : []),
    ...(quality ? [[page.say(words.rejected), page.count(quality.rejected)] as const] : []),
    ...(quality?.blank !== undefined ? [[page.say(words.blank), page.count(quality.blank)] as const] : []),
  ]
  const warnings = Object.entries(quality?.warnings ?? {}).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return section(
    page.say(words.quality),
    tableOf({ caption: page.say(words.records), head: [page.say(words.figure), page.say(words.number)], rows }),
    counted < people
      ? html`<p>${page.with(words.oldTally, people - counted, page.shown.parts([counted, people - counted])[1])}</p>`
      : '',
    warnings.length > 0
      ? tableOf({
          caption: page.say(words.warned),
          head: [page.say(words.figure), page.say(words.times)],
          rows: warnings.map(([code, times]) => [warningText(page, code), page.alone(times)]),
        })
      : '',
  )
}

function warningText(page: ReportPage, code: string): Piece {
  const text = Object.hasOwn(warningWords, code) ? warningWords[code] : undefined
  return text ? page.say(text) : html`<code>${code}</code>`
}
