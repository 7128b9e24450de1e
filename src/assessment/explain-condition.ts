import type { FactId } from '../model/record.js'
import { weakest, type Basis } from '../model/basis.js'
import { parameterOf } from '../model/condition.js'
import type { Level } from '../model/criteria-file.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { isoText } from '../model/day.js'
import { isDerived } from '../model/derived.js'
import type { ExplainedParameter, ExplanationNode } from '../model/explanation.js'
import type { Text } from '../model/text.js'
import type { Verdict } from '../model/verdict.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { stepOf } from '../rules/parameter.js'
import { assessmentWindow } from '../rules/window.js'
import { demandText } from './explain-needs.js'
import { explainedValue } from './explain-value.js'
import { dayWords, inBoth } from './explain-words.js'
import { verdictOf, type NeedRule } from './need-rule.js'

/** What the conditions of a set are told against: a day, and the slots of a record where there is one. */
export interface Telling {
  set: CriteriaSet
  on: string
  /** Ranges of the slots; absent when there is no record. */
  S: Float64Array | undefined
  /** What the routes to the level of digital skills rest on, for conditions that read it. */
  routes: readonly Basis[]
}

type From<T> = T & { file: string }

const allOf: Text = { vi: 'Đủ các điều sau', en: 'All of these' }
const anyOf: Text = { vi: 'Một trong các điều sau', en: 'One of these' }

/**
 * The conditions of a level as nodes; parts that must all hold stand side by side.
 *
 * @param known - whether the level is met, as far as it is known without a record
 * @param id - of the level
 */
export function conditionNodes(
  rule: NeedRule,
  level: From<Level>,
  telling: Telling,
  id: string,
  known: Verdict | undefined,
): ExplanationNode[] {
  const node = nodeOf(rule, true, level, telling, id, known)
  return node.kind === 'all' ? node.children : [nodeOf(rule, true, level, telling, `${id}.1`, known)]
}

/** @param wanted - the answer that the rule should have: below a negation everything is told as its opposite */
function nodeOf(
  rule: NeedRule,
  wanted: boolean,
  level: From<Level>,
  telling: Telling,
  id: string,
  known: Verdict | undefined,
): ExplanationNode {
  if ('not' in rule) return nodeOf(rule.not, !wanted, level, telling, id, known)
  const { S } = telling
  const verdict = S ? asWanted(verdictOf(rule, S), wanted) : known
  const shown = verdict && { verdict }
  if ('slot' in rule) return { ...leafOf(rule, wanted, level, telling, id), ...shown }
  const parts = 'all' in rule ? rule.all : rule.any
  const isAll = 'all' in rule === wanted
  // What is met makes every part met, what is not met leaves no way; else the parts may differ.
  const settles = parts.length === 1 || known === (isAll ? 'met' : 'unmet')
  const children = parts.map((part, i) => nodeOf(part, wanted, level, telling, `${id}.${i + 1}`, settles ? known : undefined))
  const [only] = children
  if (children.length === 1 && only) return only
  return { kind: isAll ? 'all' : 'any', id, text: isAll ? allOf : anyOf, ...shown, children }
}

function asWanted(verdict: Verdict, wanted: boolean): Verdict {
  if (wanted || verdict === 'unknown') return verdict
  return verdict === 'met' ? 'unmet' : 'met'
}

type Asked = Extract<NeedRule, { slot: number }>

function leafOf(asked: Asked, wanted: boolean, level: From<Level>, { set, on, S, routes }: Telling, id: string): ExplanationNode {
  const demand = wanted ? asked.yes : asked.no
  const { slot, leaf } = asked.question
  const named = parameterOf(leaf)
  const parameter = named === undefined ? undefined : explainedParameter(set, named, on)
  const source = [level.source, parameter?.source].flatMap((one) => one ?? [])
  return {
    kind: 'condition',
    id,
    text: inBoth((lang) => demandText(demand, lang)),
    ...(S && { value: explainedValue(slot, S[2 * asked.slot] as number, S[2 * asked.slot + 1] as number) }),
    fact: slot.fact.id as FactId,
    need: { operator: demand.operator, required: demand.required },
    ...(parameter && { parameter }),
    window: windowInWords(slot.fact, on),
    basis: weakest([level.basis, ...(parameter ? [parameter.basis] : []), ...(isDerived(slot.fact) ? routes : [])]),
    source,
    file: level.file,
    children: [],
  }
}

export function explainedParameter(set: CriteriaSet, id: string, on: string): ExplainedParameter {
  const { value, from, basis, source } = stepOf(set, id, on)
  const { label, unit, file } = set.parameters[id] as CriteriaSet['parameters'][string]
  return { id, ...(label && { label }), value, unit, from, basis, ...(source && { source }), file }
}

function windowInWords({ window }: FactDefinition, on: string): Text {
  switch (window) {
    case 'assessment-year': {
      const first = isoText(assessmentWindow(on).first)
      return {
        vi: `từ ${dayWords(first, 'vi')} đến ${dayWords(on, 'vi')}`,
        en: `${first} to ${on}`,
      }
    }
    case 'last-3-months':
      return { vi: `ba tháng tính đến ${dayWords(on, 'vi')}`, en: `the three months up to ${on}` }
    case 'ever':
      return { vi: `từ trước đến ${dayWords(on, 'vi')}`, en: `at any time up to ${on}` }
  }
}
