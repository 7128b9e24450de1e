import type { memberships, unitLevels } from '../model/record.js'
import type { Range } from '../model/verdict.js'
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

/** One person as a cell adds them. Points are whole numbers of half points. */
export interface Person {
  profile: string
  digital: Range
  /** Lower ends of the indicators, then their upper ends. */
  halves: readonly number[]
  total: Range
}

type Counts = Map<string, number>

/** The people of one cell, counted: whole numbers only, so that no order of adding can change a sum. */
export class Cell {
  readonly #profiles: Counts = new Map()
  readonly #digital: Counts = new Map()
  readonly #totals: { lower: Counts; upper: Counts } = { lower: new Map(), upper: new Map() }
  readonly #halves: number[] = []

  constructor(readonly key: CellKey) {}

  add({ profile, digital, halves, total }: Person): void {
    count(this.#profiles, profile, 1)
    count(this.#digital, `${digital.lower}-${digital.upper}`, 1)
    count(this.#totals.lower, String(total.lower), 1)
    count(this.#totals.upper, String(total.upper), 1)
    this.#addHalves(halves)
  }

  merge({ profiles, digital, halves, totals }: CellData): void {
    countAll(this.#profiles, profiles)
    countAll(this.#digital, digital)
    countAll(this.#totals.lower, totals.lower)
    countAll(this.#totals.upper, totals.upper)
    this.#addHalves([...halves.lower, ...halves.upper])
  }

  toJSON(): CellData {
    const n = this.#halves.length / 2
    return {
      ...this.key,
      profiles: inOrder(this.#profiles),
      digital: inOrder(this.#digital),
      halves: { lower: this.#halves.slice(0, n), upper: this.#halves.slice(n) },
      totals: { lower: inOrder(this.#totals.lower), upper: inOrder(this.#totals.upper) },
    }
  }

  #addHalves(halves: readonly number[]): void {
    for (let i = 0; i < halves.length; i++) this.#halves[i] = (this.#halves[i] ?? 0) + (halves[i] as number)
  }
}

const count = (counts: Counts, key: string, people: number): void => void counts.set(key, (counts.get(key) ?? 0) + people)

function countAll(counts: Counts, more: Readonly<Record<string, number>>): void {
  for (const key in more) count(counts, key, more[key] as number)
}

/** The same text for the same counts, whatever came first. */
const inOrder = (counts: Counts): Record<string, number> => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
