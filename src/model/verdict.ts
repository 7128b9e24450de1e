export const verdicts = ['met', 'unmet', 'unknown'] as const
/** `unknown`: the record lacks evidence that could still change the answer. */
export type Verdict = (typeof verdicts)[number]

/** A closed interval: the true value is nowhere below `lower` and nowhere above `upper`. */
export interface Range {
  lower: number
  upper: number
}

/** Whether both hold: one `unmet` settles it. */
export const both = (a: Verdict, b: Verdict): Verdict => (a === 'met' ? b : a === 'unmet' || b === 'met' ? a : b)

/** Whether at least one holds: one `met` settles it. */
export const either = (a: Verdict, b: Verdict): Verdict => (a === 'unmet' ? b : a === 'met' || b === 'unmet' ? a : b)

/** Whether a value that lies from `lower` to `upper` reaches `bound`. */
export const atLeast = (lower: number, upper: number, bound: number): Verdict =>
  lower >= bound ? 'met' : upper < bound ? 'unmet' : 'unknown'
