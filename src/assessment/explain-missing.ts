import type { Assessment, Missing, Need } from '../model/assessment.js'
import type { Lang, Text } from '../model/text.js'
import { operatorWords } from './explain-words.js'
import { formatNumber } from './fill-text.js'

const headings: readonly { heading: Text; has: (missing: Missing) => boolean }[] = [
  {
    heading: { vi: 'Dưới điểm sàn, phải nâng lên:', en: 'Below the floor, must rise:' },
    has: ({ reason, certain }) => reason === 'floor' && certain,
  },
  {
    heading: { vi: 'Chưa chắc đạt điểm sàn, cần bổ sung trước:', en: 'Not sure to reach the floor, to be closed first:' },
    has: ({ reason, certain }) => reason === 'floor' && !certain,
  },
  { heading: { vi: 'Có thể thêm điểm cho tổng:', en: 'Could add to the total:' }, has: ({ reason }) => reason === 'total' },
]

/** What is missing and what would close it, floor before total. */
export function missingLines({ missing, indicators }: Assessment, lang: Lang): string[] {
  return headings.flatMap(({ heading, has }) => {
    const of = missing.filter(has)
    if (of.length === 0) return []
    return [
      '',
      heading[lang],
      ...of.flatMap(({ indicator, gain, next }) => {
        const label = indicators.find(({ id }) => id === indicator)?.label[lang] ?? indicator
        const [more, to] = [formatNumber(gain, lang), formatNumber(next.points, lang)]
        const offer = lang === 'vi' ? `thêm ${more} điểm (lên ${to}) nếu có đủ:` : `${more} more points (to ${to}) with all of:`
        return [`  - ${label}: ${offer}`, ...next.needs.flatMap((need) => needLines(need, lang, '      '))]
      }),
    ]
  })
}

function needLines(need: Need, lang: Lang, indent: string): string[] {
  if (!('any' in need)) return [`${indent}+ ${needText(need, lang)}`]
  return [
    `${indent}+ ${lang === 'vi' ? 'một trong các cách sau:' : 'one of these ways:'}`,
    ...need.any.flatMap((way, i) => {
      const number = `${indent}  ${String.fromCharCode(97 + i)}) `
      const [only] = way
      if (way.length === 1 && only && !('any' in only)) return [`${number}${needText(only, lang)}`]
      return [
        `${number}${lang === 'vi' ? 'đủ các mục:' : 'all of:'}`,
        ...way.flatMap((one) => needLines(one, lang, `${indent}     `)),
      ]
    }),
  ]
}

type FactNeed = Extract<Need, { fact: unknown }>

function needText(need: FactNeed, lang: Lang): string {
  const { label, required, actual, gap, operator } = need
  const unknown = lang === 'vi' ? ' (chưa có thông tin)' : ' (not known)'
  if (isCounted(need)) {
    const now = actual === null ? unknown : ` (${lang === 'vi' ? 'hiện có' : 'now'} ${formatNumber(Number(actual), lang)})`
    return `${label[lang]}: ${operatorWords[operator]?.[lang] ?? ''} ${formatNumber(Number(required), lang)}${gap === undefined && actual !== null ? '' : now}`
  }
  const negative = operator === 'doesNotContain' || required === false
  return `${negative ? (lang === 'vi' ? 'không: ' : 'not: ') : ''}${label[lang]}${actual === null ? unknown : ''}`
}

/** Of a rank, a code or a yes-no fact the label says all; a number is told. */
const isCounted = ({ required, label }: FactNeed): boolean => typeof required === 'number' && !label.vi.includes('“')
