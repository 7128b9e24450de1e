import { sets, type CriteriaSet } from '../index.js'

/** In the order in which lists and tables show them. */
export const shippedSets: readonly CriteriaSet[] = Object.values(sets)
