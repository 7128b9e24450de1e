import type { CriteriaSet } from '../../model/criteria-set.js'
import own from './worker.json' with { type: 'json' }
import { ship } from './ship.js'

/** Workers, craftspeople, the self-employed. The levels are a proposal, not official. */
export const worker: CriteriaSet = /* @__PURE__ */ ship(own)
