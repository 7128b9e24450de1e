import { passWords } from '../assessment/explain-pass.js'
import { fillText, formatNumber } from '../assessment/fill-text.js'
import { weakest, type Basis, type SourceRef } from '../model/basis.js'
import { leavesOf, parameterOf } from '../model/condition.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { Level } from '../model/criteria-file.js'
import type { Lang } from '../model/text.js'
import { stepOf } from '../rules/parameter.js'

/** A level, or a part of the pass rule, with the numbers of a day. */
export interface LegendRow {
  /** Of the indicator; absent for the pass rule. */
  indicator?: string
  points?: number
  text: string
  /** Whether the points of all levels met add up, rather than the best one counting. */
  addsUp: boolean
  /** The weakest of the level and of the numbers in it. */
  basis: Basis
  sources: SourceRef[]
}

/** What a set asks for on a day: the pass rule, then every level, the most points of an indicator first. */
export function legendOf(set: CriteriaSet, on: string, lang: Lang): LegendRow[] {
  return [
    ...(['threshold', 'disadvantagedThreshold', 'floor'] as const).map((part) => passRow(set, part, on, lang)),
    ...set.indicators.flatMap(({ label, grading, levels }) =>
      levels.toReversed().map((level) => ({
        indicator: label[lang],
        points: level.points,
        text: fillText(level.label, (parameter) => stepOf(set, parameter, on).value)[lang],
        addsUp: grading === 'sum',
        ...groundsOf(set, level, on),
      })),
    ),
  ]
}

const wordsOfPass = {
  threshold: passWords.ordinary,
  disadvantagedThreshold: passWords.disadvantaged,
  floor: passWords.floor,
} as const

function passRow(set: CriteriaSet, part: keyof CriteriaSet['pass'], on: string, lang: Lang): LegendRow {
  const { value, basis, source } = stepOf(set, set.pass[part].fact, on)
  return { text: wordsOfPass[part](formatNumber(value, lang))[lang], addsUp: false, basis, sources: source ? [source] : [] }
}

function groundsOf(set: CriteriaSet, level: Level, on: string): Pick<LegendRow, 'basis' | 'sources'> {
  const parameters = new Set([...leavesOf(level.when, set.conditions)].flatMap((leaf) => parameterOf(leaf) ?? []))
  const grounds = [level, ...[...parameters].map((id) => stepOf(set, id, on))]
  return { basis: weakest(grounds.map(({ basis }) => basis)), sources: grounds.flatMap(({ source }) => source ?? []) }
}
