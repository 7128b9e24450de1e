import { Environment } from '@marcbachmann/cel-js'
import { evaluate as celEvaluate, parse as celParse } from 'cel-js'
import { ZenEngine } from '@gorules/zen-engine'
import { LogicEngine } from 'json-logic-engine'
import jsonLogic from 'json-logic-js'
import { isQuestion, type Rule } from '../../src/rules/rule.js'
import type { GradedRules } from '../../src/rules/program.js'
import { keyOf } from '../../src/rules/slot.js'

/** Facts of one person by short name, one for each slot, all exactly known. */
export type Facts = Record<string, number>

/** Writes the points of each indicator to `out`. */
export type Score = (facts: Facts, out: Float64Array) => void | Promise<void>

/** The rules in the words of every engine: an indicator is one expression that gives the points of the highest level met. */
export interface Worded {
  nameOf: (rule: Rule) => string
  indicators: readonly GradedRules[]
}

/** @param nameOfSlot - short name by slot key */
export function wordingOf(indicators: readonly GradedRules[], nameOfSlot: ReadonlyMap<string, string>): Worded {
  return {
    indicators,
    nameOf: (rule) => {
      if (!isQuestion(rule) || rule.operator !== 'greaterThanInclusive') throw new Error('these rules ask only "at least"')
      return nameOfSlot.get(keyOf(rule.slot)) as string
    },
  }
}

const fromTop = ({ levels }: GradedRules): GradedRules['levels'] => levels.toSorted((a, b) => b.points - a.points)

function asLogic(rule: Rule, of: Worded): object {
  if (isQuestion(rule)) return { '>=': [{ var: of.nameOf(rule) }, rule.bound] }
  if ('all' in rule) return { and: rule.all.map((part) => asLogic(part, of)) }
  if ('any' in rule) return { or: rule.any.map((part) => asLogic(part, of)) }
  return { '!': [asLogic(rule.not, of)] }
}

const logicOf = (of: Worded): object[] =>
  of.indicators.map((graded) => ({ if: [...fromTop(graded).flatMap(({ points, rule }) => [asLogic(rule, of), points]), 0] }))

function asText(
  rule: Rule,
  of: Worded,
  words: { and: string; or: string; not: string; number: (bound: number) => string },
): string {
  if (isQuestion(rule)) return `${of.nameOf(rule)} >= ${words.number(rule.bound)}`
  if ('all' in rule) return `(${rule.all.map((part) => asText(part, of, words)).join(words.and)})`
  if ('any' in rule) return `(${rule.any.map((part) => asText(part, of, words)).join(words.or)})`
  return `${words.not}(${asText(rule.not, of, words)})`
}

function textsOf(of: Worded, words: Parameters<typeof asText>[2]): string[] {
  return of.indicators.map((graded) =>
    fromTop(graded).reduceRight(
      (otherwise, { points, rule }) => `(${asText(rule, of, words)}) ? ${points} : (${otherwise})`,
      '0',
    ),
  )
}

const inCel = { and: ' && ', or: ' || ', not: '!', number: (bound: number) => `${bound}.0` }
const inZen = { and: ' and ', or: ' or ', not: 'not ', number: String }

/** Each peer made ready once, as its documentation has it for rules that are asked again and again. */
export async function peersOf(of: Worded): Promise<Map<string, Score>> {
  const logic = logicOf(of)
  const compiled = new LogicEngine()
  const built = logic.map((rule) => compiled.build(rule as never) as (facts: Facts) => number)

  const environment = new Environment({ unlistedVariablesAreDyn: true })
  const marcbachmann = textsOf(of, inCel).map((text) => environment.parse(text) as unknown as (facts: Facts) => unknown)
  const cel = textsOf(of, inCel).map((text) => {
    const parsed = celParse(text)
    if (!parsed.isSuccess) throw new Error(`cel-js cannot read ${text}`)
    return parsed.cst
  })

  const zen = new ZenEngine()
  const decision = zen.createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        id: 'points',
        name: 'points',
        type: 'expressionNode',
        position: { x: 1, y: 0 },
        content: { expressions: textsOf(of, inZen).map((value, i) => ({ id: `e${i}`, key: `p${i}`, value })) },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'points' },
      { id: 'b', type: 'edge', sourceId: 'points', targetId: 'out' },
    ],
  })

  return new Map<string, Score>([
    ['json-logic-engine, compiled', (facts, out) => built.forEach((rule, i) => (out[i] = rule(facts)))],
    ['json-logic-js', (facts, out) => logic.forEach((rule, i) => (out[i] = jsonLogic.apply(rule as never, facts) as number))],
    ['@marcbachmann/cel-js', (facts, out) => marcbachmann.forEach((rule, i) => (out[i] = Number(rule(facts))))],
    ['cel-js, parsed before', (facts, out) => cel.forEach((cst, i) => (out[i] = Number(celEvaluate(cst, facts))))],
    [
      'zen-engine',
      async (facts, out) => {
        const { result } = (await decision.evaluate(facts)) as { result: Record<string, number> }
        for (let i = 0; i < of.indicators.length; i++) out[i] = result[`p${i}`] as number
      },
    ],
  ])
}
