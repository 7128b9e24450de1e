import { dayCode, isoText } from '../model/day.js'
import { isQuestion, type Question, type Rule } from './rule.js'

/** One end of a slot against a bound, as program text asks it. */
export interface Comparison {
  question: Question
  sign: '>=' | '>' | '<' | '<='
  /** Days are numbers such as 20251231. */
  bound: number
  /** The end that is read: 0 the one that is asked for, 1 the other one. */
  end: 0 | 1
}

/** A condition as text: a comparison, or several of them joined. */
export type Expression = string | { join: 'all' | 'any'; parts: Expression[] }

/**
 * A rule as an expression over the ends of slots. A `not` is carried down to the comparisons: it turns each of them around and
 * reads the other end of its slot, so that what is sure of a thing says what is not excluded of its opposite.
 */
export function expressionOf(rule: Rule, textOf: (comparison: Comparison) => string, negated = false): Expression {
  if (isQuestion(rule))
    return joined(
      negated ? 'any' : 'all',
      comparisonsOf(rule, negated).map((one) => textOf(one)),
    )
  if ('not' in rule) return expressionOf(rule.not, textOf, !negated)
  const parts = 'all' in rule ? rule.all : rule.any
  return joined(
    'all' in rule !== negated ? 'all' : 'any',
    parts.map((part) => expressionOf(part, textOf, negated)),
  )
}

/** Parts joined in the same way are one list: no brackets that say nothing. */
function joined(join: 'all' | 'any', parts: readonly Expression[]): Expression {
  const flat = parts.flatMap((part) => (typeof part !== 'string' && part.join === join ? part.parts : [part]))
  const [only] = flat
  return flat.length === 1 && only !== undefined ? only : { join, parts: flat }
}

const inverse = { '>=': '<', '<': '>=', '>': '<=', '<=': '>' } as const
const signs = { greaterThanInclusive: '>=', greaterThan: '>', lessThan: '<', lessThanInclusive: '<=' } as const

/** What a question asks: of `equal` two comparisons, both of which must hold; negated, at least one. */
function comparisonsOf(question: Question, negated: boolean): Comparison[] {
  const bound = boundOf(question)
  const compare = (sign: keyof typeof inverse): Comparison => {
    const isUpward = sign === '>=' || sign === '>'
    return { question, sign: negated ? inverse[sign] : sign, bound, end: isUpward === negated ? 1 : 0 }
  }
  return question.operator === 'equal' ? [compare('>='), compare('<=')] : [compare(signs[question.operator])]
}

/** Days are numbers such as 20251231 in program text, so that people can read them. */
function boundOf({ slot, bound }: Question): number {
  return slot.holds === 'items' && slot.params.measure === 'latest' ? dayCode(isoText(bound)) : bound
}
