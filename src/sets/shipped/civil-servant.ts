import type { CriteriaSet } from '../../model/criteria-set.js'
import own from './civil-servant.json' with { type: 'json' }
import { ship } from './ship.js'

/** Civil servants. The levels are a proposal, not official. */
export const civilServant: CriteriaSet = /* @__PURE__ */ ship(own)
