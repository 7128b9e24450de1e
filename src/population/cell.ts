import { indicatorIds } from '../model/indicator.js'
import type { memberships, unitLevels } from '../model/record.js'
import type { Range } from '../model/verdict.js'
import { profileCode, profileKey, profileOf } from './profile.js'
import type { CellData } from './tally-json.js'

export type UnitLevel = (typeof unitLevels)[number]
export type Membership = (typeof memberships)[number]

/** Whom a cell counts: people who agree in all of these. `null`: the record does not say. */
export interface CellKey {
  unit: string | null
  group: string
  /** Of the workplace; always `null` by residence. */
  unitLevel: UnitLevel | null
  /** In the order of the record's vocabulary; `[]`: of none. */
  memberships: Membership[] | null
}

/** One person as a cell adds them. */
export interface Person {
  /** Of `profileCode`. */
  profile: number
  digital: Range
  /** Lower ends of the indicators, their upper ends, and both ends of the total, in points. */
  points: Float64Array
}

const n = indicatorIds.length
type Counts = Map<number, number>

/** The people of one cell, counted: whole numbers only, so that no order of adding can change a sum. */
export class Cell {
  readonly #profiles: Counts = new Map()
  /** By ten times the lower end of the level, and the upper end. */
  readonly #digital: Counts = new Map()
  /** By half points. */
  readonly #totals: { lower: Counts; upper: Counts } = { lower: new Map(), upper: new Map() }
  /** Sums of half points. */
  readonly #halves = new Float64Array(2 * n)

  constructor(readonly key: CellKey) {}

  add({ profile, digital, points }: Person): void {
    count(this.#profiles, profile, 1)
    count(this.#digital, 10 * digital.lower + digital.upper, 1)
    count(this.#totals.lower, 2 * (points[2 * n] as number), 1)
    count(this.#totals.upper, 2 * (points[2 * n + 1] as number), 1)
    for (let i = 0; i < 2 * n; i++) this.#halves[i] = (this.#halves[i] as number) + 2 * (points[i] as number)
  }

  merge({ profiles, digital, halves, totals }: CellData): void {
    countAll(this.#profiles, profiles, (key) => profileCode(profileOf(key)))
    countAll(this.#digital, digital, (level) => 10 * Number(level[0]) + Number(level[2]))
    countAll(this.#totals.lower, totals.lower, Number)
    countAll(this.#totals.upper, totals.upper, Number)
    for (let i = 0; i < 2 * n; i++)
      this.#halves[i] = (this.#halves[i] as number) + ((i < n ? halves.lower[i] : halves.upper[i - n]) as number)
  }

  toJSON(): CellData {
    const { memberships } = this.key
    return {
      ...this.key,
      memberships: memberships && [...memberships],
      profiles: inOrder(this.#profiles, profileKey),
      digital: inOrder(this.#digital, (level) => `${Math.floor(level / 10)}-${level % 10}`),
      halves: { lower: [...this.#halves.subarray(0, n)], upper: [...this.#halves.subarray(n)] },
      totals: { lower: inOrder(this.#totals.lower, String), upper: inOrder(this.#totals.upper, String) },
    }
  }
}

const count = (counts: Counts, code: number, people: number): void => void counts.set(code, (counts.get(code) ?? 0) + people)

function countAll(counts: Counts, more: Readonly<Record<string, number>>, codeOf: (key: string) => number): void {
  for (const key in more) count(counts, codeOf(key), more[key] as number)
}

/** The same text for the same counts, whatever came first. */
function inOrder(counts: Counts, keyOf: (code: number) => string): Record<string, number> {
  const list: Record<string, number> = {}
  // Engines keep room for every number below the largest key, unless that is far away; a province has a hundred thousand lists.
  list[farAway] = 0
  Reflect.deleteProperty(list, farAway)
  for (const code of [...counts.keys()].sort((a, b) => a - b)) list[keyOf(code)] = counts.get(code) as number
  return list
}
const farAway = 1_000_000
