import { weakest, type Basis } from '../model/basis.js'
import { indicatorIds } from '../model/indicator.js'
import type { PopulationRules } from '../model/population-rules.js'
import { stepOn } from '../rules/parameter.js'
import { populationRules } from '../sets/shipped/population.js'
import { CellTable, membershipsOf } from './cell-table.js'
import type { CountedResult } from './counted-result.js'
import { profileCode } from './profile.js'
import { tally, tallyOf, type Tally } from './tally.js'

const length = indicatorIds.length

/**
 * Counts people by their written results, as a tally counts them by assessments and records; what is missing of whom is not
 * counted, nor who attests the evidence. Give everybody once.
 */
export class ResultTally {
  readonly #tables = { residence: new CellTable(), workplace: new CellTable() }
  readonly #points = new Float64Array(2 * length + 2)
  readonly #ages = new Map<number, Basis>()
  #basis: Basis | null = null
  #days: { first: string; last: string } | null = null

  /** @param rules - by whose adult age the results were made */
  constructor(readonly rules: PopulationRules = populationRules) {}

  add(result: CountedResult): void {
    const { group, on, basis, residence, workplace, unitLevel, digital, indicators } = result
    const points = this.#points.fill(0)
    indicators.forEach(({ lower, upper }, i) => {
      points[i] = lower
      points[length + i] = upper
      points[2 * length] = (points[2 * length] as number) + lower
      points[2 * length + 1] = (points[2 * length + 1] as number) + upper
    })
    const profile = profileCode(result)
    const person = { profile, digital, points }
    const of = membershipsOf(result)
    this.#tables.residence.cellOf(residence, group, null, of).add(person)
    this.#tables.workplace.cellOf(workplace, group, unitLevel, of).add(person)
    this.#basis = weakest([basis, this.#basis ?? basis])
    const { first, last } = this.#days ?? { first: on, last: on }
    this.#days = { first: on < first ? on : first, last: on > last ? on : last }
    const age = stepOn(this.rules.adultAge, on)
    if (age) this.#ages.set(age.value, weakest([age.basis, this.#ages.get(age.value) ?? age.basis]))
  }

  /** Everybody so far. */
  tally(): Tally {
    return tallyOf({
      ...tally().toJSON(),
      basis: this.#basis,
      adultAges: [...this.#ages].sort(([a], [b]) => a - b).map(([age, basis]) => ({ age, basis })),
      days: this.#days,
      residence: this.#tables.residence.toJSON(),
      workplace: this.#tables.workplace.toJSON(),
    })
  }
}

/**
 * The tally of written results, as `tally` would have counted the same assessments and records. What is missing of whom is not
 * counted, nor who attests the evidence, nor by which set. Give everybody once: `onlyOnce` sees to that.
 *
 * @example
 * const count = await tallyResults(results)
 * measureTargets(count, targets['ninh-binh-126'], { year: 2025 })
 */
export async function tallyResults(results: AsyncIterable<CountedResult> | Iterable<CountedResult>): Promise<Tally> {
  const counted = new ResultTally()
  for await (const result of results) counted.add(result)
  return counted.tally()
}
