import { isoText } from '../model/day.js'
import type { ExplainedValue } from '../model/explanation.js'
import type { Lang, Text } from '../model/text.js'
import type { FactDefinition } from '../model/vocabulary.js'
import type { Slot } from '../rules/slot.js'
import { dayWords, inBoth, notKnown, rangeText } from './explain-words.js'
import { formatNumber } from './fill-text.js'

const yes: Text = { vi: 'có', en: 'yes' }
const no: Text = { vi: 'không', en: 'no' }
const none: Text = { vi: 'không có lần nào', en: 'none' }

/** What a slot holds, as plain data and in words. @param lower - -Infinity and Infinity stand for no bound */
export function explainedValue(slot: Slot, lower: number, upper: number): ExplainedValue {
  if (isLatest(slot)) return latest(lower, upper)
  const bounds = { lower: Number.isFinite(lower) ? lower : null, upper: Number.isFinite(upper) ? upper : null }
  if (lower === -Infinity && upper === Infinity) return { ...bounds, text: notKnown }
  if (slot.holds === 'code' || slot.fact.type === 'boolean')
    return { ...bounds, text: lower === upper ? (lower === 1 ? yes : no) : notKnown }
  if (slot.fact.type === 'rank') return { ...bounds, text: ranksInWords(slot.fact, lower, upper) }
  return { ...bounds, text: inBoth((lang) => numbersInWords(lower, upper, lang) + unitOf(slot, lang)) }
}

const isLatest = (slot: Slot): boolean => slot.holds === 'items' && slot.params.measure === 'latest'

function latest(lower: number, upper: number): ExplainedValue {
  const [first, last] = [lower, upper].map((day) => (Number.isFinite(day) ? isoText(day) : null)) as [
    string | null,
    string | null,
  ]
  const bounds = { lower: first, upper: last }
  if (last === null) return { ...bounds, text: upper === -Infinity ? none : notKnown }
  if (first === last) return { ...bounds, text: inBoth((lang) => dayWords(last, lang)) }
  return {
    ...bounds,
    text: inBoth((lang) => {
      const until = dayWords(last, lang)
      if (first === null) return lang === 'vi' ? `chưa rõ, không muộn hơn ${until}` : `not known, ${until} at the latest`
      return lang === 'vi' ? `từ ${dayWords(first, lang)} đến ${until}` : `${first} to ${until}`
    }),
  }
}

function ranksInWords(fact: Extract<FactDefinition, { type: 'rank' }>, lower: number, upper: number): Text {
  const step = (rank: number, lang: Lang): string =>
    `“${fact.ranks.find((one) => one.rank === rank)?.label[lang] ?? formatNumber(rank, lang)}”`
  return inBoth((lang) => {
    if (lower === upper) return step(lower, lang)
    return lang === 'vi' ? `từ ${step(lower, lang)} đến ${step(upper, lang)}` : `${step(lower, lang)} to ${step(upper, lang)}`
  })
}

function numbersInWords(lower: number, upper: number, lang: Lang): string {
  if (lower === -Infinity) return `${lang === 'vi' ? 'không quá' : 'at most'} ${formatNumber(upper, lang)}`
  if (upper < Infinity) return rangeText({ lower, upper }, lang)
  const least = formatNumber(lower, lang)
  return lang === 'vi' ? `từ ${least} trở lên` : `${least} or more`
}

function unitOf(slot: Slot, lang: Lang): string {
  if (slot.holds === 'items' && slot.params.measure === 'hours') return lang === 'vi' ? ' giờ' : ' hours'
  return slot.fact.type === 'number' && slot.fact.unit === 'percent' ? '%' : ''
}
