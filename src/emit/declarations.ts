import { attesters } from '../model/attester.js'
import { bases } from '../model/basis.js'
import { lineWidth, stringText } from './literal.js'
import type { Plan } from './plan.js'

/** TypeScript declarations of an emitted module. */
export function declarationsOf({ set }: Plan): string {
  const count = set.indicators.length
  return `export type Verdict = 'met' | 'unmet' | 'unknown'
/** What a statement rests on, the weakest first; \`proposed\` is no law. */
${union('Basis', bases)}
${union(
  'IndicatorId',
  set.indicators.map(({ id }) => id),
)}
${union('Attester', attesters)}
export interface Text {
  vi: string
  en: string
}
export interface Range {
  lower: number
  upper: number
}

export interface IndicatorResult {
  id: IndicatorId
  competence: string
  score: Range & { max: number }
  floor: number
  verdict: Verdict
  from: 'evidence' | 'declared'
  basis: Basis
  /** Ids of the criteria files that its levels and numbers come from. */
  files: string[]
  /** What the evidence gives, when a declared score takes its place. */
  evidenceScore?: Range
}

/** An assessment of the library without its texts, its sources and what is missing. */
export interface Result {
  schema: 1
  id: string
  group: string
  on: string
  set: { id: string; version: string; digest: string; files: string[] }
  verdict: Verdict
  /** The weakest basis that the verdict used. */
  basis: Basis
  score: Range & { max: number; threshold: number; basis: Basis; files: string[] }
  competences: { id: string; score: Range & { max: number } }[]
  indicators: IndicatorResult[]
  digital: { level: Range; code: string; hasSkills: Verdict; proficient: Verdict }
  warnings: ({ code: string; path: (string | number)[]; severity: 'warning' } & Record<string, unknown>)[]
}

export interface Level {
  points: number
  basis: Basis
  label: Readonly<Text>
  parameters: readonly Readonly<{ id: string; value: number; basis: Basis }>[]
}
/** A number that rules ask about. */
export interface Slot {
  fact: string
  holds: 'value' | 'code' | 'count' | 'items'
  code?: string
  /** Days are numbers such as 20251231 in a slot of the latest one. */
  measure?: 'count' | 'hours' | 'latest'
  kinds?: readonly string[]
  topics?: readonly string[]
  certified?: true
  /** Of its fact, in a set of open facts. */
  bit: number
}

/** The set and the day as of which records are judged. */
export declare const set: Readonly<{
  id: string
  group: string
  version: string
  digest: string
  files: readonly string[]
  label: Readonly<Text>
  on: string
  accept?: readonly Attester[]
}>
/** What each level asks for, in words, and what it and its numbers rest on. */
export declare const indicators: readonly Readonly<{
  id: IndicatorId
  competence: string
  label: Readonly<Text>
  basis: Basis
  files: readonly string[]
  levels: readonly Readonly<Level>[]
}>[]
/** Slot \`s\` holds a range, \`S[2 * s]\` its lower and \`S[2 * s + 1]\` its upper end; not known is -Infinity and Infinity. */
export declare const slots: readonly Readonly<Slot>[]

/** @returns \`undefined\` for a record that is malformed or of another group; the library says what is wrong with it */
export declare function assess(record: unknown): Result | undefined
/**
 * @param out - ${2 * count + 6} numbers: sure points, points not excluded, both totals, the threshold, the verdict (1 met, 0 unmet, -1
 *   unknown), both ends of the level of digital skills
 * @returns \`false\`, and \`out\` is worth nothing, for a record that is malformed or of another group
 */
export declare function scoreInto(record: unknown, out: Float64Array): boolean
/** The rules alone, over filled slots. @param open - what \`openIn\` says of them @param out - at least ${2 * count} numbers */
export declare function pointsInto(S: Float64Array, open: number, out: Float64Array): void
/** Which facts are not exactly known, as the sum of their bits. */
export declare function openIn(S: Float64Array): number
`
}

/** A type of some texts, one a line where they are too many for one. */
function union(name: string, texts: readonly string[]): string {
  const parts = texts.map(stringText)
  const line = `export type ${name} = ${parts.join(' | ')}`
  return line.length <= lineWidth ? line : `export type ${name} =\n  | ${parts.join('\n  | ')}`
}
