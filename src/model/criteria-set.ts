import type { Basis, Grounds, SourceRef } from './basis.js'
import type { Condition, ParameterRef } from './condition.js'
import type { InForce, Level, Parameter } from './criteria-file.js'
import type { DigitalSkillsFile } from './digital-skills-file.js'
import type { IndicatorId } from './indicator.js'
import type { Issue } from './issue.js'
import type { Text } from './text.js'
import type { FactDefinition } from './vocabulary.js'

/** A part that remembers the criteria file it came from. */
type From<T> = T & { file: string }

/** A number of the frame, with the ids of the files that name and give it. */
export type FrameRef = ParameterRef & { files: string[] }

export interface IndicatorDefinition {
  id: IndicatorId
  label: Text
  grading: 'highest' | 'sum'
  /** Most points that `sum` can give; absent for `highest`. */
  cap?: number | undefined
  /** Fewest points first. */
  levels: From<Level>[]
  /** Ids of the files of its levels, of their conditions and numbers, and of what else overlays say of it, the most general first. */
  files: string[]
  inspiredBy?: string[] | undefined
  note?: Text | undefined
}

export interface CompetenceDefinition extends Grounds {
  id: string
  label: Text
  indicators: string[]
  note?: Text | undefined
  source?: SourceRef | undefined
}

/**
 * A criteria set as it is evaluated: the files that it extends are merged, every reference is checked.
 * Plain data; made by `loadSet` or shipped.
 */
export interface CriteriaSet {
  id: string
  group: string
  version: string
  inForce: InForce
  label: Text
  /** SHA-256 of everything that can change a result or its wording, as hexadecimal. */
  digest: string
  /** Ids of the files it was made of, the most general first. */
  files: string[]
  /**
   * The file of every other part that a file lays over its base, by its place: `pass.threshold`, `conditions.busy`,
   * `facts.boatsOwned`, `indicators.reading` (its label, grading or cap, or a level taken out). Levels and parameters name theirs themselves; all
   * else comes from the file that extends none, and from those of the vocabulary and of digital skills.
   */
  origins: Record<string, string>
  facts: FactDefinition[]
  parameters: Record<string, From<Parameter>>
  conditions: Record<string, Condition>
  competences: CompetenceDefinition[]
  /** Points that one indicator can give at most. */
  maximum: FrameRef
  pass: { threshold: FrameRef; disadvantagedThreshold: FrameRef; floor: FrameRef }
  indicators: IndicatorDefinition[]
  digital: DigitalSkillsFile & { required: ParameterRef; enable: string[] }
  /** What results of this set must say, such as a leaf against its fact's way. */
  warnings: Issue[]
}

export type { Basis }
