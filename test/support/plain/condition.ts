import type { Condition, Leaf } from '../../../src/model/condition.js'
import type { FactDefinition } from '../../../src/model/vocabulary.js'
import type { Activity, Certificate, Codes } from '../../../src/model/record.js'
import { dayCount } from './days.js'
import { anything, exactly, isAtLeast, isMoreThan, isOneOf, type Interval } from './interval.js'
import { allOf, anyOf, opposite, type Answer } from './kleene.js'
import { countCodes, holds, measureActivities, measureCertificates } from './lists.js'
import { parameterOn, type PlainSet } from './set.js'

/** What a person's evidence is judged against. */
export interface Situation {
  set: PlainSet
  on: string
  /** Facts by id, those not accepted already taken out. */
  evidence: Record<string, unknown>
  digitalLevel: Interval
}

export function answerTo(condition: Condition, situation: Situation): Answer {
  if ('all' in condition) return allOf(condition.all.map((part) => answerTo(part, situation)))
  if ('any' in condition) return anyOf(condition.any.map((part) => answerTo(part, situation)))
  if ('not' in condition) return opposite(answerTo(condition.not, situation))
  if ('condition' in condition) return answerTo(namedCondition(condition.condition, situation.set), situation)
  return answerToLeaf(condition, situation)
}

/** Leaves without an answer in parts without an answer: inside a part that is settled, nothing matters any more. */
export function openLeaves(condition: Condition, situation: Situation): Leaf[] {
  if (answerTo(condition, situation) !== 'unknown') return []
  if ('all' in condition) return condition.all.flatMap((part) => openLeaves(part, situation))
  if ('any' in condition) return condition.any.flatMap((part) => openLeaves(part, situation))
  if ('not' in condition) return openLeaves(condition.not, situation)
  if ('condition' in condition) return openLeaves(namedCondition(condition.condition, situation.set), situation)
  return [condition]
}

function namedCondition(name: string, set: PlainSet): Condition {
  const condition = set.conditions[name]
  if (!condition) throw new Error(`no condition ${name}`)
  return condition
}

const negated: Record<string, string> = { notEqual: 'equal', notIn: 'in', doesNotContain: 'contains' }

function answerToLeaf(leaf: Leaf, situation: Situation): Answer {
  const positive = negated[leaf.operator]
  if (positive) return opposite(answerToLeaf({ ...leaf, operator: positive }, situation))

  const fact = situation.set.facts.find((one) => one.id === leaf.fact)
  if (!fact) throw new Error(`no fact ${leaf.fact}`)
  const given = situation.evidence[leaf.fact]
  const value = wantedValue(leaf, situation)

  if (fact.type === 'boolean' || fact.type === 'code') {
    if (given == null) return 'unknown'
    const wanted = Array.isArray(value) ? value : [value]
    return (wanted as unknown[]).includes(given) ? 'met' : 'unmet'
  }
  if (leaf.operator === 'contains') {
    if (given == null) return 'unknown'
    const held = holds(given as Codes, value as string)
    return held === undefined ? 'unknown' : held ? 'met' : 'unmet'
  }
  return compare(numberOf(leaf, fact, given, situation), leaf.operator, value)
}

function compare(x: Interval, operator: string, value: unknown): Answer {
  const numbers = (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === 'string' ? dayCount(one) : (one as number),
  )
  const k = numbers[0] as number
  if (operator === 'greaterThanInclusive') return isAtLeast(x, k)
  if (operator === 'greaterThan') return isMoreThan(x, k)
  if (operator === 'lessThan') return opposite(isAtLeast(x, k))
  if (operator === 'lessThanInclusive') return opposite(isMoreThan(x, k))
  if (operator === 'equal' || operator === 'in') return isOneOf(x, numbers)
  throw new Error(`no operator ${operator}`)
}

function wantedValue(leaf: Leaf, situation: Situation): unknown {
  const value = leaf.value
  if (typeof value === 'object' && !Array.isArray(value)) return parameterOn(situation.set, value.fact, situation.on)
  return value
}

export function numberOf(leaf: Leaf, fact: FactDefinition, given: unknown, situation: Situation): Interval {
  if (leaf.fact === 'digitalLevel') return situation.digitalLevel
  if (given == null) return anything
  switch (fact.type) {
    case 'codes':
      if (leaf.params?.measure !== 'count') throw new Error('codes can only be counted')
      return countCodes(
        given as Codes,
        fact.codes.map((one) => one.code),
      )
    case 'activities':
      if (!leaf.params) throw new Error('a list needs a measure')
      return measureActivities(given as Activity[], leaf.params, situation.on)
    case 'certificates':
      if (!leaf.params) throw new Error('a list needs a measure')
      return measureCertificates(given as Certificate[], leaf.params, situation.on)
    default:
      return exactly(given as number)
  }
}
