import type { FactReader } from './fact-reader.js'
import { readFact } from './read-fact.js'
import type { Reading } from './reading.js'

/** All that one value of one fact changes in a reading of nothing else. */
export interface Effect {
  /** Ends of slots, and what stands there. */
  ends: Int32Array
  values: Float64Array
  /** Bits of `open` that stay. */
  open: number
  /** Of evidence of digital skills. */
  skills: Skills | undefined
}

interface Skills {
  routes: Changes
  areas: Changes
  isEvidence: boolean
}

type Changes = readonly (readonly [at: number, value: number])[]

/**
 * What the value of a fact does to a reading. No two facts change the same, so that the effects of a record's values can be put
 * one upon another in any order.
 *
 * @param reading - is cleared
 * @returns `undefined` where something is wrong with the value, or an item of it is left out: only the whole record tells that
 */
export function effectOf(reading: Reading, fact: FactReader, value: unknown): Effect | undefined {
  reading.clear()
  readFact(reading, fact, value)
  if (reading.faults.length > 0 || reading.late.length > 0) return undefined
  const { S, blank, open } = reading
  const changed = changes(S, blank)
  const ends = Int32Array.from(changed, ([end]) => end)
  const routes = changes(reading.routeLevel, reading.blankRoutes)
  const areas = changes(reading.areaCount, reading.blankAreas)
  const isEvidence = reading.digitalEvidence
  const skills = isEvidence || routes.length > 0 || areas.length > 0 ? { routes, areas, isEvidence } : undefined
  return { ends, values: Float64Array.from(changed, ([, value]) => value), open, skills }
}

function changes(now: Float64Array | Int32Array, blank: Float64Array | Int32Array): Changes {
  const found: [number, number][] = []
  for (let at = 0; at < now.length; at++) if (now[at] !== blank[at]) found.push([at, now[at] as number])
  return found
}

export function putEffect(reading: Reading, { ends, values, open, skills }: Effect): void {
  const { S } = reading
  for (let i = 0; i < ends.length; i++) S[ends[i] as number] = values[i] as number
  reading.open &= open
  if (skills === undefined) return
  for (const [at, level] of skills.routes) reading.routeLevel[at] = level
  for (const [at, count] of skills.areas) reading.areaCount[at] = count
  if (skills.isEvidence) reading.digitalEvidence = true
}
