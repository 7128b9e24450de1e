import type { AreaLevel, DigitalArea, DigitalRoute, DigitalSkills } from '../model/assessment.js'
import type { Grounds, SourceRef } from '../model/basis.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { atLeast, both, either, type Verdict } from '../model/verdict.js'
import type { Reading } from '../rules/reading.js'

export const sourcesOf = (...grounds: readonly Grounds[]): SourceRef[] =>
  grounds.flatMap(({ source }) => (source ? [source] : []))

/**
 * Whether a level shows digital skills, and whether with what else is known it shows a proficient person.
 *
 * @param required - level from which a person has digital skills
 * @param selfUpdates - whether the person updates the own evidence online
 */
export function digitalFlags(
  { levels }: Pick<CriteriaSet['digital'], 'levels'>,
  required: number,
  lower: number,
  upper: number,
  selfUpdates: Verdict,
): Pick<DigitalSkills, 'hasSkills' | 'proficient'> {
  const hasSkills = atLeast(lower, upper, required)
  const proficient = levels.find(({ code }) => code === 'proficient')?.level ?? Infinity
  return { hasSkills, proficient: both(hasSkills, either(atLeast(lower, upper, proficient), selfUpdates)) }
}

/** Tells the digital-skill level of what was read: its range, both flags, and the routes and areas behind it. */
export class DigitalTeller {
  readonly #set: CriteriaSet
  readonly #required: number
  readonly #selfUpdates: number
  readonly #routes: readonly Omit<DigitalRoute, 'level'>[]

  /** @param selfUpdates - slot of the fact that the person updates the own evidence online; -1 when there is none */
  constructor(set: CriteriaSet, reading: Reading, required: number, selfUpdates: number) {
    this.#selfUpdates = selfUpdates
    this.#set = set
    this.#required = required
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
    return {
      level: { lower, upper },
      code: digitalEvidence ? step.code : 'not-assessed',
      label: digitalEvidence ? step.label : notAssessed.label,
      ...digitalFlags(this.#set.digital, this.#required, lower, upper, selfUpdates),
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
