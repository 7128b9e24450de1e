import { isoDay } from '../model/day.js'
import { CdhtError, issue, safeKey } from '../model/issue.js'
import { tiers, type PopulationRules, type Tier } from '../model/population-rules.js'
import type { Text } from '../model/text.js'
import { populationRules } from '../sets/shipped/population.js'
import { tierNames } from './names.js'
import { tallyOf, type Tally } from './tally.js'
import type { TallyData } from './tally-json.js'
import { notInForce } from './tally-options.js'

/** The caller's units: the tier of each, and the unit above it. */
export type UnitTable = Readonly<Record<string, { tier: Tier; parent?: string | null | undefined }>>

export interface RollUpOptions {
  /** The tier whose units are wanted. */
  to: Tier
  /** The day whose tiers there are, `YYYY-MM-DD`. */
  on: string
  rules?: PopulationRules | undefined
}

export interface RolledUp {
  to: Tier
  /** `former`: a tier that there no longer is on that day, to compare with old reports. */
  view: 'current' | 'former'
  /** What the view shows; of a former tier also until when there was one. */
  label: Text
  tally: Tally
  /** Codes that the table does not lead to such a unit; they are counted under their own code. */
  unplaced: string[]
}

/**
 * A tally by the units of a higher tier: every unit gives way to the unit of that tier above it, and nobody is lost. A unit of
 * that tier or of a higher one stays.
 *
 * @throws CdhtError `options` when the day is none, there never was such a tier, or units lie above each other in a circle
 */
export function rollUp(tally: Tally, units: UnitTable, options: RollUpOptions): RolledUp {
  const { to, on, rules = populationRules } = options
  const view = viewOf(to, on, rules)
  const unplaced = new Set<string>()
  const above = (unit: string | null): string | null => {
    if (unit === null) return null
    const found = unitAbove(unit, units, to)
    if (found === undefined) unplaced.add(unit)
    return found ?? unit
  }
  const move = <T extends { unit: string | null }>(cells: readonly T[]): T[] =>
    cells.map((cell) => ({ ...cell, unit: above(cell.unit) }))
  const data = tally.toJSON()
  const parts: TallyData = {
    ...data,
    residence: move(data.residence),
    workplace: move(data.workplace),
    findings: move(data.findings),
  }
  return { to, ...view, tally: tallyOf(parts), unplaced: [...unplaced].sort() }
}

/** The unit of a tier above another, or this one where it is of that tier or a higher one; `undefined` where none is known. */
function unitAbove(unit: string, units: UnitTable, to: Tier): string | undefined {
  const passed = new Set<string>()
  let at: string | null | undefined = unit
  while (at != null && Object.hasOwn(units, at)) {
    if (passed.has(at)) throw new CdhtError('options', [issue('cyclic_unit', ['units', safeKey(at)], {})])
    passed.add(at)
    const { tier, parent }: UnitTable[string] = units[at] as UnitTable[string]
    if (tiers.indexOf(tier) >= tiers.indexOf(to)) return at
    at = parent
  }
  return undefined
}

function viewOf(to: Tier, on: string, rules: PopulationRules): Pick<RolledUp, 'view' | 'label'> {
  if (isoDay(on) === undefined) throw new CdhtError('options', [issue('impossible_day', ['on'], {})])
  const step = rules.tiers.findLast(({ from }) => from <= on)
  if (step === undefined) throw notInForce(on)
  const name = tierNames[to]
  if (step.tiers.includes(to)) return { view: 'current', label: { vi: `Theo ${name.vi}`, en: `By ${name.en}` } }
  const ended = rules.tiers.find(
    ({ from, tiers: of }, i) => from <= on && !of.includes(to) && rules.tiers[i - 1]?.tiers.includes(to),
  )
  if (ended === undefined) throw new CdhtError('options', [issue('wrong_option', ['to'], {})])
  return {
    view: 'former',
    label: {
      vi: `Theo ${name.vi} cũ (không còn từ ${ended.from.split('-').reverse().join('/')})`,
      en: `By former ${name.en} (none since ${ended.from})`,
    },
  }
}
