import { indicatorIds } from '../../src/model/indicator.js'
import type { Assessment } from '../../src/model/assessment.js'
import type { PlainResult } from './plain/evaluate.js'

/** The parts of an assessment that the plain evaluator works out as well. */
export function asPlain(assessment: Assessment): PlainResult {
  const under = new Set(assessment.missing.filter((one) => one.reason === 'floor').map((one) => one.indicator))
  return {
    lower: assessment.indicators.map((one) => one.score.lower),
    upper: assessment.indicators.map((one) => one.score.upper),
    total: [assessment.score.lower, assessment.score.upper],
    threshold: assessment.score.threshold,
    verdict: assessment.verdict,
    digital: [assessment.digital.level.lower, assessment.digital.level.upper],
    digitalCode: assessment.digital.code,
    hasSkills: assessment.digital.hasSkills,
    proficient: assessment.digital.proficient,
    unknown: [...assessment.unknown].sort(),
    warnings: assessment.warnings.map((one) => one.code).sort(),
    underFloor: indicatorIds.filter((id) => under.has(id)),
  }
}
