import type { Assessment } from '../../src/model/assessment.js'
import type { Attester } from '../../src/model/attester.js'
import type { CriteriaSet } from '../../src/model/criteria-set.js'
import type { Issue } from '../../src/model/issue.js'
import type { Range } from '../../src/model/verdict.js'
import { safeEvaluateWith } from '../../src/assessment/evaluate.js'
import type { Expectation, Vector } from './vector-file.js'

type Asked = Pick<Vector, 'on' | 'record' | 'accept'>

/** What the library makes of a record, in the words of a vector: everything that a vector can name. */
export function judged(set: CriteriaSet, { on, record, accept }: Asked): Expectation {
  const result = safeEvaluateWith(record, { set, on, accept: accept as Attester[] | undefined })
  // What a set is warned about as a whole is the business of who loads it.
  return result.ok
    ? told({ ...result.value, warnings: result.value.warnings.slice(set.warnings.length) })
    : { refused: placesOf(result.issues) }
}

/** The part of `judged` that an expectation names, the lists of both in one order. */
export function compared(expected: Expectation, found: Expectation): { expected: Expectation; found: Expectation } {
  const { indicators = {} } = expected
  const named = Object.fromEntries(Object.entries(found.indicators ?? {}).filter(([id]) => id in indicators))
  const keys = 'refused' in found ? ['refused', ...Object.keys(expected)] : Object.keys(expected)
  return { expected: inOrder(expected, keys), found: inOrder({ ...found, ...(found.indicators && { indicators: named }) }, keys) }
}

const ends = ({ lower, upper }: Range): [number, number] => [lower, upper]
const byId = <T>(of: readonly T[], idOf: (one: T) => string, valueOf: (one: T) => Range): Record<string, [number, number]> =>
  Object.fromEntries(of.map((one) => [idOf(one), ends(valueOf(one))]))

function told(assessment: Assessment): Expectation {
  const { indicators, digital, score } = assessment
  const declared = indicators.filter(({ from }) => from === 'declared')
  return {
    verdict: assessment.verdict,
    total: ends(score),
    threshold: score.threshold,
    basis: assessment.basis,
    passBasis: score.basis,
    indicators: byId(
      indicators,
      ({ id }) => id,
      (one) => one.score,
    ),
    evidence: byId(
      declared,
      ({ id }) => id,
      (one) => one.evidenceScore as Range,
    ),
    bases: Object.fromEntries(indicators.map(({ id, basis }) => [id, basis])),
    competences: byId(
      assessment.competences,
      ({ id }) => id,
      (one) => one.score,
    ),
    digital: ends(digital.level),
    digitalCode: digital.code,
    hasSkills: digital.hasSkills,
    proficient: digital.proficient,
    areas: byId(
      digital.areas,
      ({ code }) => code,
      (one) => one.count,
    ),
    routes: byId(
      digital.because,
      ({ route }) => route,
      (one) => one.level,
    ),
    missing: Object.fromEntries(
      assessment.missing.map(({ indicator, reason, certain, gain }) => [indicator, [reason, certain, gain]]),
    ),
    unknown: [...assessment.unknown],
    warnings: placesOf(assessment.warnings),
  }
}

const placesOf = (issues: readonly Issue[]): { code: string; path: (string | number)[] }[] =>
  issues.map(({ code, path }) => ({ code, path: [...path] }))

function inOrder(of: Expectation, keys: readonly string[]): Expectation {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] !== 'number' ? value.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1)) : value
  return Object.fromEntries(Object.entries(of).flatMap(([key, value]) => (keys.includes(key) ? [[key, sorted(value)]] : [])))
}

const textOf = (value: unknown): string => JSON.stringify(value)
