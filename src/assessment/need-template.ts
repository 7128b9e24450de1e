import type { Need } from '../model/assessment.js'
import type { Leaf, LeafParams, Operator } from '../model/condition.js'
import type { FactId, FactValue } from '../model/record.js'
import type { Lang, Text } from '../model/text.js'
import type { FactDefinition } from '../model/vocabulary.js'
import type { Question } from '../rules/rule.js'

/** A need without what the person has. */
export type NeedTemplate = Omit<Extract<Need, { fact: unknown }>, 'actual' | 'gap'>

const opposite: Record<string, Operator> = {
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  equal: 'notEqual',
  contains: 'doesNotContain',
}

/** @param wanted - the answer that the question should have */
export function templateOf({ leaf, slot, operator, bound }: Question, wanted: boolean): NeedTemplate {
  const { fact } = slot
  const id = fact.id as FactId
  if (slot.holds === 'code') {
    const asked: Operator = fact.type === 'codes' ? 'contains' : 'equal'
    const label = labelWith(fact.label, (lang) => labelOfCode('codes' in fact ? fact.codes : [], slot.code)[lang])
    return { fact: id, label, operator: wanted ? asked : (opposite[asked] as Operator), required: slot.code }
  }
  if (fact.type === 'boolean') return { fact: id, label: fact.label, operator: 'equal', required: wanted }
  const asked = wanted ? operator : (opposite[operator] as Operator)
  const required: FactValue = slot.holds === 'items' && slot.params.measure === 'latest' ? String(leaf.value) : bound
  return { fact: id, label: labelOfAsked(fact, leaf, asked, bound), operator: asked, required }
}

function labelOfAsked(fact: FactDefinition, leaf: Leaf, operator: Operator, bound: number): Text {
  if (fact.type === 'rank') {
    const step = fact.ranks.find(({ rank }) => rank === bound)?.label
    if (!step) return fact.label
    return labelWith(fact.label, (lang) => `“${step[lang]}”${rankWords[operator]?.[lang] ?? ''}`)
  }
  if (fact.type === 'activities' || fact.type === 'certificates') return labelOfItems(fact, leaf.params as LeafParams)
  return fact.label
}

const rankWords: Partial<Record<Operator, Text>> = {
  greaterThanInclusive: { vi: ' trở lên', en: ' or above' },
  greaterThan: { vi: ' không đủ, cần mức trên', en: ' is not enough, a step above' },
  lessThanInclusive: { vi: ' trở xuống', en: ' or below' },
  lessThan: { vi: ' là quá mức, cần mức dưới', en: ' is too much, a step below' },
  notEqual: { vi: ' thì không', en: ' does not count' },
}

function labelOfItems(fact: Extract<FactDefinition, { type: 'activities' | 'certificates' }>, params: LeafParams): Text {
  const { kinds, topics, measure, certified } = params
  const parts = (lang: Lang): string[] => [
    ...(measure === 'hours' ? [lang === 'vi' ? 'số giờ' : 'hours'] : []),
    ...(kinds ? [kinds.map((code) => labelOfCode(fact.kinds, code)[lang]).join('; ')] : []),
    ...(topics && 'topics' in fact ? [topics.map((code) => labelOfCode(fact.topics, code)[lang]).join('; ')] : []),
    ...(certified ? [lang === 'vi' ? 'có chứng nhận' : 'with a certificate'] : []),
  ]
  if (parts('vi').length === 0) return fact.label
  return labelWith(fact.label, (lang) => parts(lang).join(', '))
}

const labelWith = (label: Text, more: (lang: Lang) => string): Text =>
  Object.freeze({ vi: `${label.vi}: ${more('vi')}`, en: `${label.en}: ${more('en')}` })

function labelOfCode(codes: readonly { code: string; label: Text }[], code: string): Text {
  return codes.find((one) => one.code === code)?.label ?? { vi: code, en: code }
}
