import type { TargetPlan } from '../../model/target-plan.js'
import baRiaVungTau from './targets/ba-ria-vung-tau.json' with { type: 'json' }
import bacNinh from './targets/bac-ninh.json' with { type: 'json' }
import national677 from './targets/national-677.json' with { type: 'json' }
import ninhBinh126 from './targets/ninh-binh-126.json' with { type: 'json' }
import phuTho from './targets/phu-tho.json' with { type: 'json' }

/** The shipped plans with their targets, by id. */
export const targets = {
  'national-677': national677 as unknown as TargetPlan,
  'ninh-binh-126': ninhBinh126 as unknown as TargetPlan,
  'bac-ninh': bacNinh as unknown as TargetPlan,
  'phu-tho': phuTho as unknown as TargetPlan,
  'ba-ria-vung-tau': baRiaVungTau as unknown as TargetPlan,
} as const satisfies Record<string, TargetPlan>
