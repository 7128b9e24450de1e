import type { Assessment, IndicatorResult } from '../model/assessment.js'
import { weakest } from '../model/basis.js'
import type { CriteriaSet, IndicatorDefinition } from '../model/criteria-set.js'
import type { ExplanationNode } from '../model/explanation.js'
import type { Range, Verdict } from '../model/verdict.js'
import type { DayIndicator } from './day-indicators.js'
import type { DayRules } from './day-rules.js'
import { sourcesOf } from './digital-skills.js'
import { stepOf } from '../rules/parameter.js'
import { conditionNodes, type Telling } from './explain-condition.js'
import { missingNode } from './explain-missing.js'
import { fillText } from './fill-text.js'
import { needRuleOf, verdictOf } from './need-rule.js'

/** The competences, each with its indicators, their levels and conditions, and what is missing. */
export function competenceNodes(assessment: Assessment, rules: DayRules, telling: Telling): ExplanationNode[] {
  const { set } = telling
  return set.competences.map(({ id, indicators, basis, source }, c) => {
    const result = assessment.competences[c] as Assessment['competences'][number]
    return {
      kind: 'competence',
      id: `competence.${id}`,
      text: result.label,
      score: result.score,
      basis,
      ...(source && { source: [source] }),
      children: assessment.indicators.flatMap((indicator, i) =>
        indicators.includes(indicator.id) ? indicatorNode(assessment, indicator, i, rules, telling) : [],
      ),
    }
  })
}

function indicatorNode(
  assessment: Assessment,
  result: IndicatorResult,
  i: number,
  rules: DayRules,
  telling: Telling,
): ExplanationNode {
  const { id, label, verdict, score, basis, source, evidenceScore } = result
  const missing = assessment.missing.find(({ indicator }) => indicator === id)
  return {
    kind: 'indicator',
    id,
    text: label,
    verdict,
    score,
    basis,
    source,
    children: [
      ...(evidenceScore ? [declaredNode(id, evidenceScore, score.max)] : []),
      ...levelNodes(id, evidenceScore ?? score, i, rules, telling),
      ...(missing ? [missingNode(missing, id)] : []),
    ],
  }
}

const declaredNode = (id: string, { lower, upper }: Range, max: number): ExplanationNode => ({
  kind: 'declared',
  id: `${id}.declared`,
  text: {
    vi: 'Điểm ghi ở đây là điểm đã khai; theo minh chứng trong hồ sơ thì được:',
    en: 'The points told here were declared; by the evidence of the record they would be:',
  },
  score: { lower, upper, max },
  children: [],
})

/** @param evidence - what the evidence gives, a declared score set aside */
function levelNodes(id: string, evidence: Range, i: number, rules: DayRules, telling: Telling): ExplanationNode[] {
  const { set, on, S } = telling
  const definition = set.indicators[i] as IndicatorDefinition
  const day = rules.indicators[i] as DayIndicator
  const tell = knownLevels(day, evidence, isNested(set, id))
  return definition.levels.map((level, l) => {
    const rule = needRuleOf((day.levels[l] as DayIndicator['levels'][number]).rule, rules.slots)
    const verdict = S ? verdictOf(rule, S) : tell(level.points)
    const place = `${id}.${level.points}`
    const conditions = conditionNodes(rule, level, telling, place, verdict)
    return {
      kind: 'level',
      id: place,
      text: fillText(level.label, (parameter) => stepOf(set, parameter, on).value),
      ...(verdict && { verdict }),
      points: level.points,
      basis: weakest([level.basis, ...basesIn(conditions)]),
      source: sourcesOf(level),
      file: level.file,
      children: conditions,
    }
  })
}

const basesIn = (nodes: readonly ExplanationNode[]): NonNullable<ExplanationNode['basis']>[] =>
  nodes.flatMap(({ basis, children }) => [...(basis ? [basis] : []), ...basesIn(children)])

const isNested = (set: CriteriaSet, id: string): boolean =>
  !set.warnings.some((warning) => warning.code === 'nesting_not_decided' && warning.indicator === id)

/** Which levels are met, told from the points alone: above the upper end none is, and what the lower end stands for is. */
function knownLevels({ grading, cap, levels }: DayIndicator, { lower, upper }: Range, nested: boolean) {
  if (grading === 'sum') {
    const most = levels.reduce((sum, { points }) => sum + points, 0)
    return (): Verdict | undefined => (upper === 0 ? 'unmet' : lower === most && most <= cap ? 'met' : undefined)
  }
  return (points: number): Verdict | undefined => {
    if (points > upper) return 'unmet'
    if (points === lower || (points < lower && nested)) return 'met'
    return points === upper ? 'unknown' : undefined
  }
}
