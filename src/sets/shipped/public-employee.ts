import type { CriteriaSet } from '../../model/criteria-set.js'
import own from './public-employee.json' with { type: 'json' }
import { ship } from './ship.js'

/** Public employees. The levels are a proposal, not official. */
export const publicEmployee: CriteriaSet = /* @__PURE__ */ ship(own)
