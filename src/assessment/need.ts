import type { Need } from '../model/assessment.js'
import type { Leaf, LeafParams, Operator } from '../model/condition.js'
import type { FactId, FactValue } from '../model/record.js'
import type { Lang, Text } from '../model/text.js'
import type { FactDefinition } from '../model/vocabulary.js'
import type { Question, Rule } from '../rules/rule.js'
import type { SlotTable } from '../rules/slot.js'

type Asked = {
  slot: number
  question: Question
  /** Told when the question must be answered yes, and when it must be answered no. */
  yes: NeedTemplate
  no: NeedTemplate
}
type NeedTemplate = Omit<Extract<Need, { fact: unknown }>, 'actual' | 'gap'>

/** A rule prepared for telling what it lacks. */
export type NeedRule = Asked | { all: NeedRule[] } | { any: NeedRule[] } | { not: NeedRule }

export function needRuleOf(rule: Rule, slots: SlotTable): NeedRule {
  if ('all' in rule) return { all: rule.all.map((part) => needRuleOf(part, slots)) }
  if ('any' in rule) return { any: rule.any.map((part) => needRuleOf(part, slots)) }
  if ('not' in rule) return { not: needRuleOf(rule.not, slots) }
  return { slot: slots.indexOf(rule.slot), question: rule, yes: templateOf(rule, true), no: templateOf(rule, false) }
}

/** What is missing for the rule to be met for certain; empty when it is. */
export function needsOf(rule: NeedRule, S: Float64Array): Need[] {
  const needs: Need[] = []
  addNeeds(rule, S, true, needs)
  return needs
}

/** @param wanted - the answer that the rule should have */
function addNeeds(rule: NeedRule, S: Float64Array, wanted: boolean, into: Need[]): void {
  if ('slot' in rule) {
    if (!isSure(rule, S, wanted)) into.push(needOf(rule, S, wanted))
  } else if ('not' in rule) addNeeds(rule.not, S, !wanted, into)
  else if ('all' in rule === wanted) for (const part of 'all' in rule ? rule.all : rule.any) addNeeds(part, S, wanted, into)
  else addWays('all' in rule ? rule.all : rule.any, S, wanted, into)
}

/** One of the parts is enough. */
function addWays(parts: readonly NeedRule[], S: Float64Array, wanted: boolean, into: Need[]): void {
  const ways: Need[][] = []
  for (const part of parts) {
    const way: Need[] = []
    addNeeds(part, S, wanted, way)
    if (way.length === 0) return
    ways.push(way)
  }
  if (ways.length > 1) into.push({ any: ways })
  else for (const way of ways) into.push(...way)
}

function isSure({ slot, question }: Asked, S: Float64Array, wanted: boolean): boolean {
  const lower = S[2 * slot] as number
  const upper = S[2 * slot + 1] as number
  const { bound } = question
  switch (question.operator) {
    case 'greaterThanInclusive':
      return wanted ? lower >= bound : upper < bound
    case 'greaterThan':
      return wanted ? lower > bound : upper <= bound
    case 'lessThan':
      return wanted ? upper < bound : lower >= bound
    case 'lessThanInclusive':
      return wanted ? upper <= bound : lower > bound
    case 'equal':
      return wanted ? lower === bound && upper === bound : lower > bound || upper < bound
  }
}

function needOf(asked: Asked, S: Float64Array, wanted: boolean): Need {
  const template = wanted ? asked.yes : asked.no
  const { fact, label, operator, required } = template
  const { slot: of, bound } = asked.question
  const lower = S[2 * asked.slot] as number
  const upper = S[2 * asked.slot + 1] as number
  // Of a list that leaves something out the lower end is what is shown for certain.
  const known = lower === upper || (of.holds !== 'value' && of.holds !== 'code')
  if (!known || lower === -Infinity) return { fact, label, operator, required, actual: null }
  if (of.holds === 'code' || of.fact.type === 'boolean') return { fact, label, operator, required, actual: lower === 1 }
  if (of.holds === 'items' && of.params.measure === 'latest') return { fact, label, operator, required, actual: null }
  if (of.fact.type === 'rank' || operator === 'equal' || operator === 'notEqual')
    return { fact, label, operator, required, actual: lower }
  const strict = (operator === 'greaterThan' || operator === 'lessThan') && of.fact.type !== 'number' ? 1 : 0
  return { fact, label, operator, required, actual: lower, gap: Math.abs(bound - lower) + strict }
}

const opposite: Record<string, Operator> = {
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  equal: 'notEqual',
  contains: 'doesNotContain',
}

function templateOf({ leaf, slot, operator, bound }: Question, wanted: boolean): NeedTemplate {
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
