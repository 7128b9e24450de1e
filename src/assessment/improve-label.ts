import type { Activity, Certificate, FactValue } from '../model/record.js'
import type { Lang, Text } from '../model/text.js'
import type { FactDefinition } from '../model/vocabulary.js'
import type { FactNeeds } from './improve-needs.js'

/** A fact and its change in words. */
export function labelOfStep(needs: FactNeeds, need: number, from: FactValue | null, to: FactValue): Text {
  const { fact } = needs
  const tell = (lang: Lang): string => {
    const change = changeInWords(needs, need, from, to, lang)
    return change === '' ? fact.label[lang] : `${fact.label[lang]}: ${change}`
  }
  return { vi: tell('vi'), en: tell('en') }
}

function changeInWords(needs: FactNeeds, need: number, from: FactValue | null, to: FactValue, lang: Lang): string {
  const { fact } = needs
  switch (fact.type) {
    case 'rank': {
      const step = fact.ranks.find(({ rank }) => rank === to)
      return step ? `“${step.label[lang]}”` : String(to)
    }
    case 'count':
    case 'number':
      return numberInWords(fact, from as number | null, to as number, needs.isUp, lang)
    case 'codes':
      return codesInWords(needs, fact, need, added(from, to), lang)
    case 'activities':
    case 'certificates':
      return itemsInWords(
        fact,
        (to as readonly (Activity & Certificate)[]).slice((from as readonly unknown[] | null)?.length),
        lang,
      )
    case 'boolean':
      return to === true ? '' : words.no[lang]
    case 'code':
      return ''
  }
}

const words = {
  no: { vi: 'không', en: 'no' },
  add: { vi: 'thêm', en: 'add' },
  anyItem: { vi: 'nội dung nào cũng được', en: 'on any subject' },
  certificate: { vi: 'có chứng nhận', en: 'with a certificate' },
  hours: { vi: 'giờ', en: 'hours' },
  example: { vi: 'ví dụ', en: 'for example' },
} satisfies Record<string, Text>

function numberInWords(fact: FactDefinition, from: number | null, to: number, isUp: boolean, lang: Lang): string {
  const unit = fact.type === 'number' && fact.unit === 'percent' ? '%' : ''
  const number = (of: number): string => `${lang === 'vi' ? String(of).replace('.', ',') : of}${unit}`
  if (from === null) return lang === 'vi' ? `đạt ${number(to)}` : `reach ${number(to)}`
  if (lang === 'en') return `from ${number(from)} to ${number(to)}`
  return `từ ${number(from)} ${isUp ? 'lên' : 'xuống'} ${number(to)}`
}

/** Codes that are in `to` and not in `from`, in their order there. */
function added(from: FactValue | null, to: FactValue): string[] {
  const held = (value: FactValue | null): string[] =>
    Array.isArray(value)
      ? (value as string[])
      : Object.entries((value ?? {}) as Record<string, unknown>).flatMap(([code, holds]) => (holds === true ? [code] : []))
  const before = new Set(held(from))
  return held(to).filter((code) => !before.has(code))
}

/** Codes that only make up a number are told as examples. */
function codesInWords(
  needs: FactNeeds,
  fact: Extract<FactDefinition, { type: 'codes' }>,
  need: number,
  codes: readonly string[],
  lang: Lang,
): string {
  const wanted = needs.demands.filter((_, d) => needs.vectorOf(need)[d] !== 0).map(({ of }) => of)
  const named = new Set(wanted.flatMap((of) => (of !== 'level' && of.slot.holds === 'code' ? [of.slot.code] : [])))
  const isFixed = (code: string): boolean => named.has(code) || wanted.includes('level')
  const list = (some: readonly string[]): string =>
    some.map((code) => fact.codes.find((one) => one.code === code)?.label[lang] ?? code).join('; ')
  const fixed = codes.filter(isFixed)
  const free = codes.filter((code) => !isFixed(code))
  return [
    ...(fixed.length > 0 ? [`${words.add[lang]} ${list(fixed)}`] : []),
    ...(free.length > 0 ? [`${words.add[lang]} ${free.length}, ${words.example[lang]} ${list(free)}`] : []),
  ].join('; ')
}

function itemsInWords(
  fact: Extract<FactDefinition, { type: 'activities' | 'certificates' }>,
  items: readonly (Activity & Certificate)[],
  lang: Lang,
): string {
  const labelOf = (codes: readonly { code: string; label: Text }[], code: string | null | undefined): string[] =>
    code === null || code === undefined ? [] : [codes.find((one) => one.code === code)?.label[lang] ?? code]
  const counts = new Map<string, number>()
  for (const { kind, topic, hours, certificate } of items) {
    const parts = [...labelOf(fact.kinds, kind), ...('topics' in fact ? labelOf(fact.topics, topic) : [])]
    if (parts.length === 0) parts.push(words.anyItem[lang])
    if (typeof hours === 'number') parts.push(`${hours} ${words.hours[lang]}`)
    if (certificate === true) parts.push(words.certificate[lang])
    const told = parts.join(', ')
    counts.set(told, (counts.get(told) ?? 0) + 1)
  }
  return [...counts].map(([told, count]) => `${words.add[lang]} ${count} (${told})`).join('; ')
}
