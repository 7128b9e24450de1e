/** Whether a cell of a table may be shown; `undefined` stands for the total over that axis. */
export type MayShow = (i?: number, j?: number, k?: number) => boolean

/** Counts by three features; a table of fewer has one value of the others. */
export type Cube = readonly (readonly (readonly number[])[])[]

/**
 * Which counts of a table with all its totals may be shown, where nobody is to be known from a number: none of 1 to `hide` - 1
 * people, and in no line that adds up to a total a single hidden one, which could be worked out from the rest. A count of 0
 * tells of nobody and is shown, unless it has to cover another. Of several that could cover one, the smallest is hidden.
 *
 * @param hide - fewest people that are shown; 0 or 1 shows all
 * @param isSecret - cells to be hidden whatever they count, because another table hides them; asked for totals too
 */
export function showable(counts: Cube, hide: number, isSecret: MayShow = () => false): MayShow {
  const sizes = [counts.length, counts[0]?.length ?? 0, counts[0]?.[0]?.length ?? 0] as const
  const grid = new Grid(sizes)
  counts.forEach((plane, i) => plane.forEach((line, j) => line.forEach((people, k) => grid.add([i, j, k], people))))
  grid.hideWhere((people, at) => (people > 0 && people < hide) || isSecret(...at))
  if (hide > 1) while (grid.cover()) continue
  return (i, j, k) => !grid.isHidden([i ?? sizes[0], j ?? sizes[1], k ?? sizes[2]])
}

type Place = readonly [i: number, j: number, k: number]

/** Cells and, behind the last of each axis, totals. */
class Grid {
  readonly #values: Float64Array
  readonly #hidden: Uint8Array
  /** Every line whose cells add up to its last one, as positions. An axis of one cell has no such lines: its total is the cell. */
  readonly #lines: number[][] = []

  constructor(readonly sizes: Place) {
    const [a, b, c] = sizes
    this.#values = new Float64Array((a + 1) * (b + 1) * (c + 1))
    this.#hidden = new Uint8Array(this.#values.length)
    for (let i = 0; i <= a; i++)
      for (let j = 0; j <= b; j++)
        for (let k = 0; k <= c; k++) {
          if (i === a && a > 0) this.#lines.push(Array.from({ length: a + 1 }, (_, at) => this.#at([at, j, k])))
          if (j === b && b > 0) this.#lines.push(Array.from({ length: b + 1 }, (_, at) => this.#at([i, at, k])))
          if (k === c && c > 0) this.#lines.push(Array.from({ length: c + 1 }, (_, at) => this.#at([i, j, at])))
        }
  }

  #at([i, j, k]: Place): number {
    return (i * (this.sizes[1] + 1) + j) * (this.sizes[2] + 1) + k
  }

  add([i, j, k]: Place, people: number): void {
    const [a, b, c] = this.sizes
    for (const x of [i, a])
      for (const y of [j, b])
        for (const z of [k, c]) {
          const at = this.#at([x, y, z])
          this.#values[at] = (this.#values[at] as number) + people
        }
  }

  hideWhere(isSmall: (people: number, at: (number | undefined)[]) => boolean): void {
    const [a, b, c] = this.sizes
    for (let i = 0; i <= a; i++)
      for (let j = 0; j <= b; j++)
        for (let k = 0; k <= c; k++) {
          const at = this.#at([i, j, k])
          const place = [i, j, k].map((one, axis) => (one === this.sizes[axis] ? undefined : one))
          if (isSmall(this.#values[at] as number, place)) this.#hidden[at] = 1
        }
  }

  isHidden(at: Place): boolean {
    return this.#hidden[this.#at(at)] === 1
  }

  /** Hides one more in every line that has one hidden; whether there was such a line. */
  cover(): boolean {
    let found = false
    for (const line of this.#lines) {
      if (line.reduce((sum, at) => sum + (this.#hidden[at] as number), 0) !== 1) continue
      const open = line.filter((at) => this.#hidden[at] === 0)
      const total = line.at(-1)
      // A total says most, so that it is the last to go; 0 is the poorest cover.
      const cost = (at: number): number => (at === total ? 2 ** 53 : this.#values[at] || 2 ** 52)
      const next = open.reduce((best, at) => (cost(at) < cost(best) ? at : best), open[0] as number)
      this.#hidden[next] = 1
      found = true
    }
    return found
  }
}
