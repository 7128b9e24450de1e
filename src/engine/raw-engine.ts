import type { IndicatorId } from '../model/indicator.js'

/** Parameters of the event `level-met`: one level that one person meets for certain. */
export interface LevelMet {
  indicator: IndicatorId
  points: number
  /** Id of the record. */
  id: string
}

/** The event of one rule, as `success` and `failure` carry it. */
export interface LevelEvent {
  type: 'level-met'
  params: LevelMet
}

/**
 * The underlying json-rules-engine, for those who want its events. `level-met` and `success` tell of a level that is met for
 * certain, `failure` of one that is not, or not yet known to be. The order of events is not fixed. A handler that throws
 * rejects the `assess` that it was called for.
 */
export interface RawEngine {
  on(event: 'level-met', handler: (level: LevelMet) => unknown): this
  on(event: 'success' | 'failure', handler: (event: LevelEvent) => unknown): this
  off(event: 'level-met', handler: (level: LevelMet) => unknown): this
  off(event: 'success' | 'failure', handler: (event: LevelEvent) => unknown): this
}
