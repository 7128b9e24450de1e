import type { PopulationRules } from '../../model/population-rules.js'
import rules from './population.json' with { type: 'json' }

/** The shipped rules of counting people; that an adult is one of the age of majority, and who is no staff, are proposals. */
export const populationRules = rules as unknown as PopulationRules
