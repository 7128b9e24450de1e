import { areAttesters, type Attester } from '../model/attester.js'
import type { Basis } from '../model/basis.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { isoDay } from '../model/day.js'
import { CdhtError, issue, refuse, type Issue } from '../model/issue.js'
import { isObject } from '../model/record.js'
import type { PopulationRules } from '../model/population-rules.js'
import { stepOn } from '../rules/parameter.js'
import { populationRules } from '../sets/shipped/population.js'

/** `set`, `on` and `accept` are for `addScores` alone: an assessment says by itself on which day and by what it was judged. */
export interface TallyOptions {
  /** The day as of which the scores were made; without it nobody's age is known. */
  on?: string | undefined
  /** The set that made the scores, where its levels of digital skills are not the shipped ones. */
  set?: CriteriaSet | undefined
  /** As it was given to `compile`. */
  accept?: readonly Attester[] | undefined
  /** What the verdicts of the scores rest on; scores do not say it, so the weakest is taken. */
  basis?: Basis | undefined
  /** Other rules of counting than the shipped ones, such as another adult age. */
  rules?: PopulationRules | undefined
}

/** What {@link TallyOptions} come to. */
export interface TallySettings {
  set: CriteriaSet | undefined
  on: string | undefined
  accept: readonly Attester[] | undefined
  basis: Basis
  rules: PopulationRules
  levels: CriteriaSet['digital']['levels']
  /** Level from which a person has digital skills: of the day, or of every day there is when none is given. */
  required: readonly number[]
  /** Whether the set knows that a person updates the own evidence online. */
  asksSelfUpdates: boolean
}

/** @throws CdhtError `options` */
export function tallySettings(options: TallyOptions): TallySettings {
  const found = faultsOf(options)
  if (found.length > 0) throw new CdhtError('options', refuse(found).issues)
  const { on, set, accept, basis = 'proposed', rules = populationRules } = options
  const required = set ? set.parameters[set.digital.required.fact] : rules.digital.required
  const steps = on === undefined ? required?.values : required && [stepOn(required, on)].filter((step) => step !== undefined)
  if (steps === undefined || steps.length === 0) throw notInForce(on ?? '')
  return {
    set,
    on,
    accept,
    basis,
    rules,
    levels: set ? set.digital.levels : rules.digital.levels,
    required: steps.map(({ value }) => value),
    asksSelfUpdates: set === undefined || set.facts.some(({ id }) => id === 'selfUpdatesOnline'),
  }
}

export const notInForce = (on: string): CdhtError => new CdhtError('options', [issue('not_in_force', ['on'], { on })])

function faultsOf(options: unknown): Issue[] {
  if (!isObject(options)) return [issue('wrong_type', [], { expected: 'object' })]
  const { on, accept, set } = options as TallyOptions
  const found: Issue[] = []
  if (on !== undefined && (typeof on !== 'string' || isoDay(on) === undefined)) found.push(issue('impossible_day', ['on'], {}))
  if (accept !== undefined && !areAttesters(accept)) found.push(issue('unknown_attester', ['accept'], {}))
  if (set !== undefined && !(isObject(set) && isObject((set as CriteriaSet).digital)))
    found.push(issue('wrong_option', ['set'], {}))
  return found
}
