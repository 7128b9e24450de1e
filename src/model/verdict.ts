/** `unknown`: the record lacks evidence that could still change the answer. */
export type Verdict = 'met' | 'unmet' | 'unknown'

/** A closed interval: the true value is nowhere below `lower` and nowhere above `upper`. */
export interface Range {
  lower: number
  upper: number
}
