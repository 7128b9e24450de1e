import type { Basis, SourceRef } from './basis.js'
import type { Operator } from './condition.js'
import type { FactId, FactValue } from './record.js'
import type { Text } from './text.js'
import type { Range, Verdict } from './verdict.js'

/**
 * What a node tells:
 * - `result` the root; `note` a sentence about the whole result, `warning` one about this person's record
 * - `pass-rule` with a `threshold` (in an area that is not known both) and the `floor`
 * - `competence`, `indicator`, `declared` (what the evidence gives beside declared points), `level`
 * - `all`, `any`, `condition`: what a level asks for, a negation already turned into its opposite
 * - `missing`, `need`: what would close a gap; `unknown`, `fact`: evidence that could still change the verdict
 * - `digital`, `flag`, `route`, `route-evidence`, `area`: the digital-skill level and what shows it
 */
export type ExplanationKind =
  | 'result'
  | 'note'
  | 'warning'
  | 'pass-rule'
  | 'threshold'
  | 'floor'
  | 'competence'
  | 'indicator'
  | 'declared'
  | 'level'
  | 'all'
  | 'any'
  | 'condition'
  | 'missing'
  | 'need'
  | 'unknown'
  | 'fact'
  | 'digital'
  | 'flag'
  | 'route'
  | 'route-evidence'
  | 'area'

/** What a record shows: numbers, days for a latest day, 0 and 1 for a yes-no question. `null`: no bound on that side. */
export interface ExplainedValue {
  lower: number | string | null
  upper: number | string | null
  /** The same in words, such as `2`, `có`, `chưa có thông tin`. */
  text: Text
}

/** A parameter with its value on the day of the assessment. */
export interface ExplainedParameter {
  id: string
  label?: Text
  value: number
  unit: string
  /** The day from which this value applies. */
  from: string
  basis: Basis
  source?: SourceRef
  /** Id of the criteria file that says so. */
  file: string
}

/**
 * One step of an explanation: plain data, equal after a JSON round trip, with every text ready in both languages, so that a page
 * shows it and works nothing out. A field that says nothing of a kind of node, or that is not known without the record, is absent.
 */
export interface ExplanationNode {
  kind: ExplanationKind
  /** Unique in the tree, and the same for everybody whom the set judges on that day. */
  id: string
  text: Text
  verdict?: Verdict
  /** Points, of a total, a competence, an indicator, or what the evidence gives beside declared points. */
  score?: Range & { max: number }
  /** Points that a level, or the next level of what is missing, gives. */
  points?: number
  /** What the record shows; only with the record, except of what the assessment itself tells (digital skills). */
  value?: ExplainedValue
  fact?: FactId | 'disadvantagedArea'
  /** What is asked of the fact. */
  need?: { operator: Operator; required: FactValue }
  parameter?: ExplainedParameter
  /** The days in which evidence counts, in words. */
  window?: Text
  /** What this node rests on, its parameter included: the weakest. */
  basis?: Basis
  source?: SourceRef[]
  /** Id of the criteria file that this comes from. */
  file?: string
  children: ExplanationNode[]
}
