import type { AreaLevel, DigitalArea, DigitalRoute, DigitalSkills } from '../model/assessment.js'
import type { Grounds, SourceRef } from '../model/basis.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { Verdict } from '../model/verdict.js'
import type { Reading } from '../rules/reading.js'

export const sourcesOf = (...grounds: readonly Grounds[]): SourceRef[] =>
  grounds.flatMap(({ source }) => (source ? [source] : []))

/** Tells the digital-skill level of what was read: its range, both flags, and the routes and areas behind it. */
export class DigitalTeller {
  readonly #set: CriteriaSet
  readonly #required: number
  /** From here a level counts as proficient by itself. */
  readonly #proficient: number
  readonly #selfUpdates: number
  readonly #routes: readonly Omit<DigitalRoute, 'level'>[]

  /** @param selfUpdates - slot of the fact that the person updates the own evidence online; -1 when there is none */
  constructor(set: CriteriaSet, reading: Reading, required: number, selfUpdates: number) {
    this.#selfUpdates = selfUpdates
    this.#set = set
    this.#required = required
    this.#proficient = set.digital.levels.find(({ code }) => code === 'proficient')?.level ?? Infinity
    this.#routes = reading.digital.routes.map((route) => ({
      route: route.id,
      rule: route.rule,
      basis: route.basis,
      evidence: { basis: route.evidence.basis, source: sourcesOf(route.evidence) },
    }))
  }

  tell(reading: Reading): DigitalSkills {
    const { digitalLower: lower, digitalUpper: upper, digitalEvidence } = reading
    const self = 2 * this.#selfUpdates
    const selfUpdates = self < 0 ? 'unmet' : atLeast(reading.S[self] as number, reading.S[self + 1] as number, 1)
    const { levels, notAssessed } = this.#set.digital
    const step = levels[lower] as (typeof levels)[number]
    const hasSkills = atLeast(lower, upper, this.#required)
    return {
      level: { lower, upper },
      code: digitalEvidence ? step.code : 'not-assessed',
      label: digitalEvidence ? step.label : notAssessed.label,
      hasSkills,
      proficient: both(hasSkills, either(atLeast(lower, upper, this.#proficient), selfUpdates)),
      areas: this.#areas(reading),
      because: this.#because(reading),
    }
  }

  #areas({ areaCount }: Reading): DigitalArea[] {
    return this.#set.digital.areas.map(({ code, label, basic, aboveBasic }, a) => {
      const rate = (count: number): AreaLevel => (count >= aboveBasic ? 'above-basic' : count >= basic ? 'basic' : 'none')
      const lower = areaCount[2 * a] as number
      const upper = areaCount[2 * a + 1] as number
      return { code, label, count: { lower, upper }, level: { lower: rate(lower), upper: rate(upper) } }
    })
  }

  /** Routes that show something for certain, the highest first. */
  #because({ routeLevel, digitalLower }: Reading): DigitalRoute[] {
    const shown: DigitalRoute[] = []
    for (let lower = digitalLower; lower > 0; lower--)
      for (let r = 0; r < this.#routes.length; r++) {
        if (routeLevel[2 * r] !== lower) continue
        const { route, rule, basis, evidence } = this.#routes[r] as DigitalRoute
        shown.push({ route, rule, basis, evidence, level: { lower, upper: routeLevel[2 * r + 1] as number } })
      }
    return shown
  }
}

export function atLeast(lower: number, upper: number, bound: number): Verdict {
  return lower >= bound ? 'met' : upper < bound ? 'unmet' : 'unknown'
}

export const both = (a: Verdict, b: Verdict): Verdict =>
  a === 'unmet' || b === 'unmet' ? 'unmet' : a === 'met' && b === 'met' ? 'met' : 'unknown'
const either = (a: Verdict, b: Verdict): Verdict =>
  a === 'met' || b === 'met' ? 'met' : a === 'unmet' && b === 'unmet' ? 'unmet' : 'unknown'
