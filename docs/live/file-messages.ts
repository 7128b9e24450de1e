import type { Text } from '../../src/model/text.js'
import type { Verdict } from '../../src/model/verdict.js'

/** What the page asks its worker for. */
export interface FileJob {
  file: Blob
  on: string
  lang: 'vi' | 'en'
}

/** One person of the first that are shown. */
export interface ShownPerson {
  id: string
  group: Text
  verdict: Verdict
  lower: number
  upper: number
}

export interface FileSummary {
  counts: Record<Verdict, number>
  rejected: number
  /** The first people and the first rejected rows, at most `shownRows` each. */
  people: ShownPerson[]
  wrong: { line: number; texts: Text[] }[]
  ignored: string[]
  results: Blob
  rejections: Blob | undefined
}

/** What the worker tells. */
export type FileNews =
  | { kind: 'progress'; rows: number }
  | { kind: 'done'; summary: FileSummary }
  /** The file as a whole cannot be read. */
  | { kind: 'refused'; texts: Text[] }

export const shownRows = 20
