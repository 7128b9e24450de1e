import { leavesOf, namesIn, type ParameterRef } from '../model/condition.js'
import type { CriteriaSet, FrameRef, IndicatorDefinition } from '../model/criteria-set.js'
import type { Draft } from './extend.js'
import { parameterOf, parametersIn } from './named-parameters.js'

/** What results tell the files of. */
type Told = Pick<CriteriaSet, 'maximum' | 'pass' | 'indicators'>

/** Tells of every indicator and of every number of the frame which files it comes from, once all are merged and checked. */
export function withPartFiles(set: Draft): Draft & Told {
  const { pass, maximum } = set
  const told = (place: string, reference: ParameterRef): FrameRef => ({
    fact: reference.fact,
    files: filesOf(set, [reference.fact], [place]),
  })
  return {
    ...set,
    maximum: told('maximum', maximum),
    pass: {
      threshold: told('pass.threshold', pass.threshold),
      disadvantagedThreshold: told('pass.disadvantagedThreshold', pass.disadvantagedThreshold),
      floor: told('pass.floor', pass.floor),
    },
    indicators: set.indicators.map((indicator) => ({ ...indicator, files: filesOfIndicator(set, indicator) })),
  }
}

function filesOfIndicator(set: Draft, { id, label, levels }: IndicatorDefinition): string[] {
  const leaves = levels.flatMap(({ when }) => [...leavesOf(when, set.conditions)])
  const texts = [label, ...levels.map((level) => level.label)].flatMap(({ vi, en }) => [vi, en])
  return filesOf(
    set,
    [...leaves.flatMap(parameterOf), ...texts.flatMap(parametersIn)],
    [
      `indicators.${id}`,
      ...leaves.map(({ fact }) => `facts.${fact}`),
      ...levels.flatMap(({ when }) => [...namesIn(when, set.conditions)].map((name) => `conditions.${name}`)),
    ],
    levels.map(({ file }) => file),
  )
}

/** @param places - as in `origins` */
function filesOf(set: Draft, parameters: readonly string[], places: readonly string[], more: readonly string[] = []): string[] {
  const named = new Set([
    ...parameters.map((parameter) => set.parameters[parameter]?.file),
    ...places.map((place) => set.origins[place]),
    ...more,
  ])
  return set.files.filter((file) => named.has(file))
}
