import type { Need } from '../model/assessment.js'
import { isoDay } from '../model/day.js'
import type { ExplanationNode } from '../model/explanation.js'
import type { Lang } from '../model/text.js'
import { allOfThese, dayOperatorWords, dayWords, inBoth, notKnown, oneOfThese, operatorWords } from './explain-words.js'
import { formatNumber } from './fill-text.js'

type FactNeed = Extract<Need, { fact: unknown }>
/** What is asked of a fact, whatever the record shows. */
export type Demand = Pick<FactNeed, 'fact' | 'label' | 'operator' | 'required'>

/** Needs as nodes: a fact to raise, `any` of several ways, `all` parts of one way. @param id - of the node above */
export function needNodes(needs: readonly Need[], id: string): ExplanationNode[] {
  return needs.map((need, i) => needNode(need, `${id}.${i + 1}`))
}

function needNode(need: Need, id: string): ExplanationNode {
  if (!('any' in need)) {
    const { fact, operator, required } = need
    return { kind: 'need', id, text: inBoth((lang) => needText(need, lang)), fact, need: { operator, required }, children: [] }
  }
  const ways = need.any.map((way, w): ExplanationNode => {
    const place = `${id}.${w + 1}`
    const [only] = way
    if (way.length === 1 && only && !('any' in only)) return needNode(only, place)
    return { kind: 'all', id: place, text: allOfThese, children: needNodes(way, place) }
  })
  return { kind: 'any', id, text: oneOfThese, children: ways }
}

/** A demand, with what the record shows of it now. */
function needText(need: FactNeed, lang: Lang): string {
  const { actual, gap } = need
  const demand = demandText(need, lang)
  if (actual === null) return `${demand} (${notKnown[lang]})`
  if (!isCounted(need) || gap === undefined) return demand
  return `${demand} (${lang === 'vi' ? 'hiện có' : 'now'} ${formatNumber(Number(actual), lang)})`
}

export function demandText(demand: Demand, lang: Lang): string {
  const { label, required, operator } = demand
  if (isCounted(demand)) return `${label[lang]}: ${operatorWords[operator]?.[lang] ?? ''} ${formatNumber(Number(required), lang)}`
  if (typeof required === 'string' && isoDay(required) !== undefined)
    return `${label[lang]}: ${lang === 'vi' ? 'gần nhất' : 'the latest'} ${dayOperatorWords[operator]?.[lang] ?? ''} ${dayWords(required, lang)}`
  const negative = operator === 'doesNotContain' || operator === 'notEqual' || required === false
  return `${negative && !isStep(demand) ? (lang === 'vi' ? 'không: ' : 'not: ') : ''}${label[lang]}`
}

/** Of a rank, a code or a yes-no fact the label says all; a number is told. */
const isCounted = (demand: Demand): boolean => typeof demand.required === 'number' && !isStep(demand)
const isStep = ({ required, label }: Demand): boolean => typeof required === 'number' && label.vi.includes('“')
