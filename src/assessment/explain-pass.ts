import type { Assessment } from '../model/assessment.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { ExplanationNode } from '../model/explanation.js'
import type { Text } from '../model/text.js'
import { atLeast, both, type Range } from '../model/verdict.js'
import { explainedParameter } from './explain-condition.js'
import { inBoth } from './explain-words.js'
import { formatNumber } from './fill-text.js'
import { passVerdict, thresholdOf, type PassRule } from './pass.js'

type Area = boolean | null | undefined

/**
 * The kinds of area that an assessment may have been made for: its verdict follows from its points in each of them. Points
 * alone do not always tell an ordinary area from one that is not known; the threshold that both try comes first.
 */
export function possibleAreas(assessment: Assessment, pass: PassRule): Area[] {
  const { score, indicators, verdict } = assessment
  const least = (end: keyof Range): number => Math.min(...indicators.map((one) => one.score[end]))
  const of = [false, true, null].filter((area) => score.threshold === thresholdOf(pass, area))
  return of.filter((area) => passVerdict(pass, area, score.lower, score.upper, least('lower'), least('upper')) === verdict)
}

/** The pass rule: the total needed, and the least points of every indicator. */
export function passNode(assessment: Assessment, set: CriteriaSet, area: Area): ExplanationNode {
  const { pass } = set
  const { score, indicators, verdict, on } = assessment
  const floors = indicators.map((one) => one.verdict)
  const nodeOf = (kind: 'threshold' | 'floor', ref: string, id: string, words: (value: string) => Text): ExplanationNode => {
    const parameter = explainedParameter(set, ref, on)
    const { value, basis, source, file } = parameter
    return {
      kind,
      id,
      text: inBoth((lang) => words(formatNumber(value, lang))[lang]),
      verdict: kind === 'floor' ? floors.reduce(both, 'met') : atLeast(score.lower, score.upper, value),
      ...(kind === 'threshold' && { score: { lower: score.lower, upper: score.upper, max: score.max } }),
      parameter,
      basis,
      ...(source && { source: [source] }),
      file,
      children: [],
    }
  }
  return {
    kind: 'pass-rule',
    id: 'pass',
    text: { vi: 'Điều kiện đạt', en: 'Pass rule' },
    verdict,
    basis: score.basis,
    children: [
      ...(area === true ? [] : [nodeOf('threshold', pass.threshold.fact, 'pass.threshold', passWords.ordinary)]),
      ...(area === true || area === null
        ? [nodeOf('threshold', pass.disadvantagedThreshold.fact, 'pass.disadvantaged-threshold', passWords.disadvantaged)]
        : []),
      nodeOf('floor', pass.floor.fact, 'pass.floor', passWords.floor),
    ],
  }
}

/** The pass rule in words; each takes its number. */
export const passWords = {
  ordinary: (value: string): Text => ({ vi: `Tổng điểm từ ${value} trở lên`, en: `A total of at least ${value}` }),
  disadvantaged: (value: string): Text => ({
    vi: `Nếu thuộc vùng khó khăn: tổng điểm từ ${value} trở lên`,
    en: `In a disadvantaged area: a total of at least ${value}`,
  }),
  floor: (value: string): Text => ({
    vi: `Không chỉ số nào dưới ${value} điểm`,
    en: `No indicator below ${value} points`,
  }),
} as const
