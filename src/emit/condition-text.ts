import type { Comparison, Expression } from '../rules/comparison.js'
import type { Question } from '../rules/rule.js'
import { lineWidth, numberText } from './literal.js'

/** The variable that holds one end of a slot: 0 the end that is asked for, 1 the other one. */
export type VariableOf = (question: Question, other: 0 | 1) => string

/** A comparison of a variable with a number. */
export const comparisonText = (variableOf: VariableOf, { question, sign, bound, end }: Comparison): string =>
  `${variableOf(question, end)} ${sign} ${numberText(bound)}`

const operators = { all: '&&', any: '||' } as const

const flat = (of: Expression): string =>
  typeof of === 'string'
    ? of
    : of.parts.map((part) => (typeof part === 'string' ? part : `(${flat(part)})`)).join(` ${operators[of.join]} `)

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
    return indent.length + line.length + 2 < lineWidth ? line : `(${brokenText(part, `${indent}  `)})`
  })
  return parts.join(` ${operators[of.join]}\n${indent}`)
}
