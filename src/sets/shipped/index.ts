import type { CriteriaSet } from '../../model/criteria-set.js'
import { civilServant } from './civil-servant.js'
import { entrepreneur } from './entrepreneur.js'
import { farmer } from './farmer.js'
import { general } from './general.js'
import { learner } from './learner.js'
import { manager } from './manager.js'
import { publicEmployee } from './public-employee.js'
import { worker } from './worker.js'

/** All shipped criteria sets, by group. */
export const sets = {
  general,
  farmer,
  worker,
  'civil-servant': civilServant,
  'public-employee': publicEmployee,
  entrepreneur,
  manager,
  learner,
} as const satisfies Record<string, CriteriaSet>
