import type { CriteriaSet } from '../../model/criteria-set.js'
import own from './farmer.json' with { type: 'json' }
import { ship } from './ship.js'

/** Farmers and rural workers. The levels are a proposal, not official. */
export const farmer: CriteriaSet = /* @__PURE__ */ ship(own)
