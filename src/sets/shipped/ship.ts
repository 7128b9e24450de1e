import type { CriteriaSet } from '../../model/criteria-set.js'
import common from './common.json' with { type: 'json' }

/** Puts together what all shipped sets share and what one has of its own. Both are generated from `criteria/` and checked there. */
export function ship(own: unknown): CriteriaSet {
  return { ...common, ...(own as object) } as unknown as CriteriaSet
}
