import { isoText } from '../model/day.js'
import { isQuestion, type Question, type Rule } from '../rules/rule.js'
import { lineWidth, numberText } from './literal.js'

/** A condition as code: a comparison, or several of them joined. */
export type Expression = string | { join: '&&' | '||'; parts: Expression[] }

/** The variable that holds one end of a slot: 0 the end that is asked for, 1 the other one. */
export type VariableOf = (question: Question, other: 0 | 1) => string

/**
 * A rule as an expression over the ends of slots. A `not` is carried down to the comparisons: it turns each of them around and
 * reads the other end of its slot, so that what is sure of a thing says what is not excluded of its opposite.
 */
export function expressionOf(rule: Rule, variableOf: VariableOf, negated = false): Expression {
  if (isQuestion(rule)) return comparisonOf(rule, variableOf, negated)
  if ('not' in rule) return expressionOf(rule.not, variableOf, !negated)
  const parts = 'all' in rule ? rule.all : rule.any
  return joined(
    'all' in rule !== negated ? '&&' : '||',
    parts.map((part) => expressionOf(part, variableOf, negated)),
  )
}

/** Parts joined in the same way are one list: no brackets that say nothing. */
function joined(join: '&&' | '||', parts: readonly Expression[]): Expression {
  const flat = parts.flatMap((part) => (typeof part !== 'string' && part.join === join ? part.parts : [part]))
  const [only] = flat
  return flat.length === 1 && only !== undefined ? only : { join, parts: flat }
}

const inverse = { '>=': '<', '<': '>=', '>': '<=', '<=': '>' } as const
const signs = { greaterThanInclusive: '>=', greaterThan: '>', lessThan: '<', lessThanInclusive: '<=' } as const

function comparisonOf(question: Question, variableOf: VariableOf, negated: boolean): Expression {
  const bound = numberText(boundOf(question))
  const compare = (sign: keyof typeof inverse): string => {
    const isUpward = sign === '>=' || sign === '>'
    return `${variableOf(question, isUpward === negated ? 1 : 0)} ${negated ? inverse[sign] : sign} ${bound}`
  }
  if (question.operator !== 'equal') return compare(signs[question.operator])
  return joined(negated ? '||' : '&&', [compare('>='), compare('<=')])
}

/** Days are numbers such as 20251231 in a module, so that people can read them. */
function boundOf({ slot, bound }: Question): number {
  return slot.holds === 'items' && slot.params.measure === 'latest' ? dayCode(isoText(bound)) : bound
}

/** @param iso - `2025-12-31` @returns 20251231 */
export const dayCode = (iso: string): number => Number(iso.replaceAll('-', ''))

const flat = (of: Expression): string =>
  typeof of === 'string' ? of : of.parts.map((part) => (typeof part === 'string' ? part : `(${flat(part)})`)).join(` ${of.join} `)

/** `if (…) then`, broken over lines where it is too long for one. */
export function ifText(condition: Expression, then: string): string {
  const question = `  if (${flat(condition)})`
  if (question.length + then.length < lineWidth) return `${question} ${then}`
  if (question.length <= lineWidth) return `${question}\n    ${then}`
  return `  if (\n    ${brokenText(condition, '    ')}\n  )\n    ${then}`
}

function brokenText(of: Expression, indent: string): string {
  if (typeof of === 'string') return of
  const parts = of.parts.map((part) => {
    if (typeof part === 'string') return part
    const line = `(${flat(part)})`
    return indent.length + line.length + of.join.length < lineWidth ? line : `(${brokenText(part, `${indent}  `)})`
  })
  return parts.join(` ${of.join}\n${indent}`)
}
