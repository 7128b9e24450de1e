import type { Assessment, Missing } from '../model/assessment.js'
import type { ExplanationNode } from '../model/explanation.js'
import type { Lang, Text } from '../model/text.js'
import { needNodes } from './explain-needs.js'
import { inBoth } from './explain-words.js'
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
      ...of.flatMap((one) => {
        const label = indicators.find(({ id }) => id === one.indicator)?.label[lang] ?? one.indicator
        const needs = needNodes(one.next.needs, '')
        return [`  - ${label}: ${offerText(one, lang)}`, ...needs.flatMap((need) => needLines(need, lang, '      '))]
      }),
    ]
  })
}

/** What one indicator lacks, as a node with its needs. @param id - of the node above */
export function missingNode(missing: Missing, id: string): ExplanationNode {
  const heading = headings.find(({ has }) => has(missing))?.heading as Text
  const place = `${id}.missing`
  return {
    kind: 'missing',
    id: place,
    text: inBoth((lang) => `${heading[lang]} ${offerText(missing, lang)}`),
    points: missing.next.points,
    children: needNodes(missing.next.needs, place),
  }
}

function offerText({ gain, next }: Missing, lang: Lang): string {
  if (next.needs.length === 0) return lang === 'vi' ? 'không còn mức nào cao hơn.' : 'there is no higher level.'
  const [more, to] = [formatNumber(gain, lang), formatNumber(next.points, lang)]
  return lang === 'vi' ? `thêm ${more} điểm (lên ${to}) nếu có đủ:` : `${more} more points (to ${to}) with all of:`
}

function needLines(node: ExplanationNode, lang: Lang, indent: string): string[] {
  const line = `${indent}+ ${node.text[lang]}`
  return [
    line,
    ...node.children.flatMap((way, i) => [
      `${indent}  ${String.fromCharCode(97 + i)}) ${way.text[lang]}`,
      ...way.children.flatMap((one) => needLines(one, lang, `${indent}     `)),
    ]),
  ]
}
