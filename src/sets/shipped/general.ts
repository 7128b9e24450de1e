import type { CriteriaSet } from '../../model/criteria-set.js'
import own from './general.json' with { type: 'json' }
import { ship } from './ship.js'

/** Framework with its own levels: for people of no other group. The levels are a proposal, not official. */
export const general: CriteriaSet = /* @__PURE__ */ ship(own)
