import type { CompileOptions } from '../../src/index.js'
import { emitModule } from '../../src/emit.js'
import type { Assessment } from '../../src/model/assessment.js'
import type { CriteriaSet } from '../../src/model/criteria-set.js'

export interface Emitted {
  set: Record<string, unknown>
  indicators: readonly Record<string, unknown>[]
  slots: readonly { fact: string; holds: string; bit: number }[]
  assess(record: unknown): Record<string, unknown> | undefined
  scoreInto(record: unknown, out: Float64Array): boolean
  pointsInto(S: Float64Array, open: number, out: Float64Array): void
  openIn(S: Float64Array): number
}

/** Runs a text as a module of its own, which can reach nothing of ours. */
export async function moduleOf(code: string): Promise<Emitted> {
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  return (await import(/* @vite-ignore */ url)) as Emitted
}

const kept = new WeakMap<CriteriaSet, Map<string, Promise<Emitted>>>()

/** The module of a set and a day, emitted and run the first time it is asked for. */
export function emitted(set: CriteriaSet, options: CompileOptions): Promise<Emitted> {
  const key = JSON.stringify([options.on, options.accept])
  const ofSet = kept.get(set) ?? new Map<string, Promise<Emitted>>()
  const ready = ofSet.get(key) ?? moduleOf(emitModule(set, options).code)
  kept.set(set, ofSet.set(key, ready))
  return ready
}

/** Of an assessment of the library, what an emitted module tells as well. */
export function withoutTexts(assessment: Assessment): unknown {
  const { schema, id, group, on, set, verdict, basis, score, competences, indicators, digital, warnings } = assessment
  const { level, code, hasSkills, proficient } = digital
  return {
    ...{ schema, id, group, on, set, verdict, basis, score, warnings },
    competences: competences.map(({ id, score }) => ({ id, score })),
    indicators: indicators.map(({ id, competence, score, floor, verdict, from, basis, files, evidenceScore }) => ({
      ...{ id, competence, score, floor, verdict, from, basis, files },
      ...(evidenceScore && { evidenceScore }),
    })),
    digital: { level, code, hasSkills, proficient },
  }
}
