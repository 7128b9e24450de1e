import type { CriteriaSet } from '../../model/criteria-set.js'
import own from './learner.json' with { type: 'json' }
import { ship } from './ship.js'

/** Pupils, students and adult learners. The levels are a proposal, not official. */
export const learner: CriteriaSet = /* @__PURE__ */ ship(own)
