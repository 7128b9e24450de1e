import { CdhtError, issue, refuse } from '../model/issue.js'
import type { Lang, Text } from '../model/text.js'
import type { Range, Verdict } from '../model/verdict.js'
import { percentOf, type Fraction } from './fraction.js'
import { countText, percentText } from './number-text.js'

/** People of a denominator: those who count in the numerator, those who do not, and those of whom it is not known. */
export interface RateCounts {
  met: number
  unmet: number
  unknown?: number | undefined
  /** People who may belong to the denominator and may not, by what they would be in it. */
  perhaps?: Partial<Record<Verdict, number | undefined>> | undefined
}

/** Whom numerator and denominator count, in words. */
export interface RateDefinition {
  numerator: Text
  denominator: Text
}

/** A share that says of whom it is one. */
export interface Rate {
  definition: RateDefinition
  /** People who count for certain, of those who belong to the denominator for certain. */
  numerator: number
  denominator: number
  /** People of the denominator of whom it is not known whether they count. */
  unknown: number
  /** People of whom it is not known whether they belong to the denominator. */
  perhaps: number
  /** `numerator` of `denominator` in percent, unrounded; `null` of nobody. */
  value: number | null
  /**
   * The lowest and the highest percentage that knowing everything could still show: everybody unknown unmet, or everybody met.
   * `null` when nobody can belong to the denominator.
   */
  interval: Range | null
  /** The counts behind both ends of `interval`. */
  ends: { lower: Fraction; upper: Fraction }
}

/**
 * The rate of given counts, with its exact interval.
 *
 * @throws CdhtError `options` for counts that are no whole numbers from 0 on
 *
 * @example
 * rateOf({ met: 3, unmet: 1, unknown: 1 }, definition).interval // { lower: 60, upper: 80 }
 */
export function rateOf(counts: RateCounts, definition: RateDefinition): Rate {
  const { met, unmet, unknown = 0, perhaps = {} } = counts
  const maybe = { met: perhaps.met ?? 0, unmet: perhaps.unmet ?? 0, unknown: perhaps.unknown ?? 0 }
  const found = Object.entries({ met, unmet, unknown, ...prefixed(maybe) }).filter(
    ([, people]) => !Number.isSafeInteger(people) || people < 0,
  )
  if (found.length > 0) throw new CdhtError('options', refuse(found.map(([key]) => issue('wrong_option', [key], {}))).issues)
  const ends = {
    lower: orOnly({ numerator: met, denominator: met + unmet + unknown + maybe.unmet + maybe.unknown }, maybe.met, 1),
    upper: orOnly(sumOf(met + unknown + maybe.met + maybe.unknown, unmet), maybe.unmet, 0),
  }
  const [lower, upper] = [percentOf(ends.lower), percentOf(ends.upper)]
  const sure = { numerator: met, denominator: met + unmet + unknown }
  return {
    definition,
    ...sure,
    unknown,
    perhaps: maybe.met + maybe.unmet + maybe.unknown,
    value: percentOf(sure),
    interval: lower === null || upper === null ? null : { lower, upper },
    ends,
  }
}

const sumOf = (met: number, unmet: number): Fraction => ({ numerator: met, denominator: met + unmet })

/** Where leaving out all who may be left out leaves nobody, the share is that of those who may be there: all or none of them. */
const orOnly = (end: Fraction, people: number, share: 0 | 1): Fraction =>
  end.denominator === 0 ? { numerator: share * people, denominator: people } : end

const prefixed = (maybe: Record<Verdict, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(maybe).map(([key, people]) => [`perhaps.${key}`, people]))

/**
 * A rate in one line: its percentage, its counts, whom they count, and what is not known. Percentages are rounded down to the
 * hundredth.
 */
export function rateText({ numerator, denominator, unknown, perhaps, interval, ends, definition }: Rate, lang: Lang): string {
  const say = ({ [lang]: text }: Text): string => text
  const number = (of: number): string => countText(of, lang)
  const percent = (of: Fraction): string => percentText(of, lang)
  const share = percent({ numerator, denominator })
  const whom = `${say({ vi: 'tử số', en: 'numerator' })}: ${say(definition.numerator)}; ${say({ vi: 'mẫu số', en: 'denominator' })}: ${say(definition.denominator)}`
  const parts = [`${share} = ${number(numerator)} / ${number(denominator)} (${whom})`]
  if (unknown > 0) parts.push(`${say({ vi: 'chưa rõ', en: 'not known' })}: ${number(unknown)}`)
  if (perhaps > 0)
    parts.push(
      `${say({ vi: 'chưa rõ có thuộc mẫu số hay không', en: 'not known whether in the denominator' })}: ${number(perhaps)}`,
    )
  if (interval && unknown + perhaps > 0)
    parts.push(
      say({
        vi: `có thể từ ${percent(ends.lower)} đến ${percent(ends.upper)}`,
        en: `may be ${percent(ends.lower)} to ${percent(ends.upper)}`,
      }),
    )
  return parts.join('; ')
}
