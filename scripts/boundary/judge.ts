import type { Condition } from '../../src/model/condition.js'
import type { CitizenRecord } from '../../src/model/record.js'
import { plainEvaluate } from '../../test/support/plain/evaluate.js'
import type { PlainIndicator, PlainSet } from '../../test/support/plain/set.js'
import type { Evidence } from './evidence.js'

/** A person without a name, of the group of the set. */
export const recordOf = (set: PlainSet, evidence: Evidence): Record<string, unknown> => ({
  id: 'boundary',
  group: set.group,
  evidence,
})

/** What one indicator gives for evidence, by the plain evaluator. */
export function scoreOf(set: PlainSet, indicator: PlainIndicator, evidence: Evidence, on: string): [number, number] {
  const record = recordOf(set, evidence) as unknown as CitizenRecord
  const { lower, upper } = plainEvaluate(record, { ...set, indicators: [indicator] }, on)
  return [lower[0] as number, upper[0] as number]
}

const whole = { points: 1, label: { vi: '-', en: '-' }, basis: 'proposed' } as const

/** Whether evidence in which nothing is left open meets a condition, by the plain evaluator. */
export function meets(set: PlainSet, when: Condition, evidence: Evidence, on: string): boolean {
  const [lower, upper] = scoreOf(
    set,
    { id: 'any', grading: 'highest', cap: undefined, levels: [{ ...whole, when }] },
    evidence,
    on,
  )
  if (lower !== upper) throw new Error('a boundary case leaves an answer open')
  return lower === 1
}
