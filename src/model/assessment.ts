import type { Basis, SourceRef } from './basis.js'
import type { Operator } from './condition.js'
import type { IndicatorId } from './indicator.js'
import type { Issue } from './issue.js'
import type { FactId, FactValue, GroupId } from './record.js'
import type { Text } from './text.js'
import type { Range, Verdict } from './verdict.js'

/** What would close one gap: a fact to raise, or one of several ways. */
export type Need =
  | {
      fact: FactId
      /** The fact in words, with the code, step or kinds of items that are asked for. */
      label: Text
      operator: Operator
      /** What the level asks for; of a list, the number that is counted or the latest day. */
      required: FactValue
      /** What the record shows for certain; `null`: not known. */
      actual: FactValue | null
      /** How far a counted number is from what is required. */
      gap?: number
    }
  | { any: Need[][] }

export interface Missing {
  indicator: IndicatorId
  /** `floor`: below the least points of an indicator. `total`: could add to a total that is too low. */
  reason: 'floor' | 'total'
  /** Its best possible score is too low as well. */
  certain: boolean
  /** Points that the next level adds. */
  gain: number
  /** The lowest level above the score. */
  next: { points: number; needs: Need[] }
}

export interface IndicatorResult {
  id: IndicatorId
  competence: string
  label: Text
  score: Range & { max: number }
  floor: number
  /** Whether the floor is reached. */
  verdict: Verdict
  from: 'evidence' | 'declared'
  basis: Basis
  source: SourceRef[]
  /** Ids of the criteria files that its levels and numbers come from, the most general first. */
  files: string[]
  /** Label of the level that `score.lower` stands for. */
  level?: Text
  /** What the evidence gives, when a declared score takes its place. */
  evidenceScore?: Range
}

export type AreaLevel = 'none' | 'basic' | 'above-basic'

/** One area of DSI 2.0: distinct activities counted, and the level they give. */
export interface DigitalArea {
  code: string
  label: Text
  count: Range
  level: { lower: AreaLevel; upper: AreaLevel }
}

/** One route that shows a digital-skill level. */
export interface DigitalRoute {
  route: string
  rule: Text
  level: Range
  /** What the step from this evidence to our level rests on. */
  basis: Basis
  /** What the evidence itself is. */
  evidence: { basis: Basis; source: SourceRef[] }
}

export type DigitalCode = 'none' | 'emerging' | 'basic' | 'proficient' | 'advanced' | 'not-assessed'

export interface DigitalSkills {
  /** 0 none, 1 emerging, 2 basic, 3 proficient, 4 advanced. */
  level: Range
  /** Of `level.lower`; `not-assessed` when no route has evidence. */
  code: DigitalCode
  label: Text
  hasSkills: Verdict
  proficient: Verdict
  areas: DigitalArea[]
  because: DigitalRoute[]
}

/** What came out for one person: plain data, equal after a JSON round trip, with no reference to the record. */
export interface Assessment {
  schema: 1
  id: string
  group: GroupId
  /** The day as of which the record was judged. */
  on: string
  set: { id: string; version: string; digest: string; files: string[] }
  verdict: Verdict
  /** The weakest basis that the verdict used. */
  basis: Basis
  /** `files`: ids of the criteria files that the pass rule comes from, the most general first. */
  score: Range & { max: number; threshold: number; basis: Basis; files: string[] }
  competences: { id: string; label: Text; score: Range & { max: number } }[]
  indicators: IndicatorResult[]
  /** Empty when met. */
  missing: Missing[]
  /** Empty unless the verdict is unknown: evidence that may still change it. */
  unknown: (FactId | 'disadvantagedArea')[]
  digital: DigitalSkills
  warnings: Issue[]
}
