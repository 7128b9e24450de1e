import type { CriteriaSet } from '../../model/criteria-set.js'
import own from './manager.json' with { type: 'json' }
import { ship } from './ship.js'

/** Managers. The levels are a proposal, not official. */
export const manager: CriteriaSet = /* @__PURE__ */ ship(own)
