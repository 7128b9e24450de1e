import type { Assessment, IndicatorResult } from '../model/assessment.js'
import { weakest, type Basis, type Grounds, type SourceRef } from '../model/basis.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { isDerived } from '../model/derived.js'
import type { Text } from '../model/text.js'
import { atLeast, type Range } from '../model/verdict.js'
import type { ParameterStep } from '../rules/parameter.js'
import { questionsOf, type Rule } from '../rules/rule.js'
import type { DayIndicator } from './day-indicators.js'
import { sourcesOf } from './digital-skills.js'
import { fillText } from './fill-text.js'

interface CompiledIndicator {
  id: IndicatorResult['id']
  competence: string
  label: Text
  basis: Basis
  source: SourceRef[]
  files: string[]
  /** Label of the level that gives exactly these points; of a sum, no level does. */
  levelOf: ReadonlyMap<number, Text>
}

/** The day's numbers of the frame. */
export interface Frame {
  stepOf: (parameter: string) => ParameterStep
  max: number
  floor: number
  /** What the scale of an indicator rests on. */
  scale: ParameterStep
  /** What the level of digital skills rests on, where a condition reads it. */
  routes: readonly { basis: Basis }[]
}

/** Tells the score of an indicator, and of the competences, with everything about it that does not depend on the person. */
export class IndicatorTeller {
  readonly #indicators: readonly CompiledIndicator[]
  readonly #competences: readonly { id: string; label: Text; size: number }[]
  readonly #frame: Frame
  readonly #scaleFiles: string[]

  /** @param rules - the indicators of the set, with their conditions for the day */
  constructor(set: CriteriaSet, rules: readonly DayIndicator[], frame: Frame) {
    const valueOf = (parameter: string): number => frame.stepOf(parameter).value
    this.#frame = frame
    this.#competences = set.competences.map(({ id, label, indicators }) => ({
      id,
      label: fillText(label, valueOf),
      size: indicators.length,
    }))
    this.#scaleFiles = set.maximum.files
    this.#indicators = set.indicators.map(({ id, label, grading, files }, i) => {
      const { levels } = rules[i] as DayIndicator
      const grounds = new Set(levels.flatMap(({ rule, level }) => [level, ...groundsOf(rule, frame)]))
      return {
        id,
        competence: set.competences.find(({ indicators }) => indicators.includes(id))?.id ?? '',
        label: fillText(label, valueOf),
        basis: weakest([...grounds].map(({ basis }) => basis)),
        source: sourcesOf(...grounds),
        files,
        levelOf: new Map(grading === 'sum' ? [] : levels.map(({ level }) => [level.points, fillText(level.label, valueOf)])),
      }
    })
  }

  /** A declared score takes the place of the evidence, and rests on the scale alone. */
  tell(i: number, evidenceScore: Range, scores: Readonly<Record<string, unknown>> | undefined): IndicatorResult {
    const { id, competence, label, basis, source, files, levelOf } = this.#indicators[i] as CompiledIndicator
    const { floor, max, scale } = this.#frame
    const declared = scores?.[id]
    const isDeclared = typeof declared === 'number'
    const { lower, upper } = isDeclared ? { lower: declared, upper: declared } : evidenceScore
    const result: IndicatorResult = {
      id,
      competence,
      label,
      score: { lower, upper, max },
      floor,
      verdict: atLeast(lower, upper, floor),
      from: isDeclared ? 'declared' : 'evidence',
      basis: isDeclared ? scale.basis : basis,
      source: isDeclared ? sourcesOf(scale) : source,
      files: (isDeclared ? this.#scaleFiles : files).slice(),
    }
    const level = levelOf.get(lower)
    if (level !== undefined) result.level = level
    if (isDeclared) result.evidenceScore = evidenceScore
    return result
  }

  competences(indicators: readonly IndicatorResult[]): Assessment['competences'] {
    return this.#competences.map(({ id, label, size }) => {
      const score = { lower: 0, upper: 0, max: size * this.#frame.max }
      for (const one of indicators)
        if (one.competence === id) {
          score.lower += one.score.lower
          score.upper += one.score.upper
        }
      return { id, label, score }
    })
  }
}

function groundsOf(rule: Rule, { stepOf, routes }: Frame): Pick<Grounds, 'basis' | 'source'>[] {
  return [...questionsOf(rule)].flatMap(({ leaf: { value }, slot: { fact } }) => [
    ...(typeof value === 'object' && 'fact' in value ? [stepOf(value.fact)] : []),
    ...(isDerived(fact) ? routes : []),
  ])
}
