import type { DayRange } from '../model/day.js'
import { safeKey, type Issue, type Path } from '../model/issue.js'
import type { Area, DigitalRules } from './digital-rules.js'

/** What has been read from one record: the slots of the program and the evidence of digital skills. */
export class Reading {
  /** Range of slot `s` at `[2s]` and `[2s + 1]`. */
  readonly S: Float64Array
  /** Bit set of the facts that are not exactly known. */
  open = 0
  /** Level that route `r` shows, at `[2r]` for sure and at `[2r + 1]` at most. */
  readonly routeLevel: Int32Array
  /** Distinct activities of area `a`, at `[2a]` for sure and at `[2a + 1]` at most. */
  readonly areaCount: Int32Array
  /** A level is shown, or a route was answered in full, so that the level is assessed; half an answer says no "none". */
  digitalEvidence = false
  digitalLower = 0
  digitalUpper = 0
  /** Items that begin after the day, if any. */
  late: Path[] = []
  /** What is wrong with the record, in its own order. Of a record at fault, nothing else here is worth anything. */
  faults: Issue[] = []

  readonly blank: Float64Array
  readonly blankRoutes: Int32Array
  readonly blankAreas: Int32Array

  constructor(
    slots: number,
    readonly digital: DigitalRules,
    /** Days in which dated items count; its last day is the day of the assessment. */
    readonly window: DayRange,
    /** Every bit, as before anything is known. */
    readonly allOpen: number,
  ) {
    this.S = new Float64Array(2 * slots)
    this.blank = this.S.map((_, end) => (end % 2 === 0 ? -Infinity : Infinity))
    this.routeLevel = new Int32Array(2 * digital.routes.length)
    this.blankRoutes = this.routeLevel.map((_, end) => (end % 2 === 0 ? 0 : (digital.most[(end - 1) / 2] as number)))
    this.areaCount = new Int32Array(2 * digital.areas.length)
    this.blankAreas = this.areaCount.map((_, end) => (end % 2 === 0 ? 0 : (digital.areas[(end - 1) / 2]?.size as number)))
  }

  /** Nothing is known. */
  clear(): void {
    this.S.set(this.blank)
    this.routeLevel.set(this.blankRoutes)
    this.areaCount.set(this.blankAreas)
    this.open = this.allOpen
    this.digitalEvidence = false
    if (this.late.length > 0) this.late = []
    if (this.faults.length > 0) this.faults = []
  }

  /** @param path - may end with a key of unknown origin */
  fault(fault: Issue, ...path: Path): void {
    this.faults.push({ ...fault, path: path.map(safeKey) })
  }

  /** @param slot - -1 when nobody asks */
  put(slot: number, value: number): void {
    if (slot < 0) return
    this.S[2 * slot] = value
    this.S[2 * slot + 1] = value
  }

  /** Makes a slot unknown again. */
  blankSlot(slot: number): void {
    if (slot < 0) return
    this.S[2 * slot] = -Infinity
    this.S[2 * slot + 1] = Infinity
  }

  putRoute(route: number, lower: number, upper: number): void {
    this.routeLevel[2 * route] = lower
    this.routeLevel[2 * route + 1] = upper
  }

  /**
   * Joins the routes: the level is the highest that any of them shows. Called once, after all evidence is read.
   *
   * @param levelSlot - that asks for the level; -1: none does. `levelBit` likewise
   */
  combineRoutes(levelSlot: number, levelBit: number): void {
    const { routeLevel } = this
    if (this.digital.activities !== undefined) this.#rateAreas(this.digital.activities.route)
    let lower = 0
    let upper = 0
    for (let r = 0; r < routeLevel.length; r += 2) {
      lower = Math.max(lower, routeLevel[r] as number)
      upper = Math.max(upper, routeLevel[r + 1] as number)
    }
    if (lower > 0) this.digitalEvidence = true
    this.digitalLower = lower
    this.digitalUpper = upper
    if (levelSlot < 0) return
    this.S[2 * levelSlot] = lower
    this.S[2 * levelSlot + 1] = upper
    if (lower === upper) this.open &= ~levelBit
  }

  #rateAreas(route: number): void {
    const { areaCount } = this
    const { areas, overall } = this.digital
    let sure = 0
    let possible = 0
    for (let a = 0; a < areas.length; a++) {
      const { adds } = areas[a] as Area
      sure += adds[areaCount[2 * a] as number] as number
      possible += adds[areaCount[2 * a + 1] as number] as number
    }
    this.putRoute(route, overall[sure] as number, overall[possible] as number)
  }
}
