import type { CriteriaSet } from '../../model/criteria-set.js'
import own from './entrepreneur.json' with { type: 'json' }
import { ship } from './ship.js'

/** Entrepreneurs and household-business owners. The levels are a proposal, not official. */
export const entrepreneur: CriteriaSet = /* @__PURE__ */ ship(own)
