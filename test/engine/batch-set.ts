import { loadSet } from '../../src/index.js'
import type { CriteriaFile } from '../../src/model/criteria-file.js'
import type { CriteriaSet } from '../../src/model/criteria-set.js'
import { everyOperator } from '../support/every-operator.js'
import { criteriaJson, plainSetOf } from '../support/plain/set.js'
import type { Batch } from './random-conditions.js'

export const plain = plainSetOf([criteriaJson('framework') as CriteriaFile, everyOperator])
const loaded = loadSet([...['framework', 'facts', 'digital-skills'].map(criteriaJson), everyOperator])

/** Points of the three levels of an indicator: each sum tells which of them are met. */
export const points = [1, 2, 4]

/** The conditions of a batch as the levels of ten indicators that add up. */
export function setOf({ named, conditions }: Batch): CriteriaSet {
  const [level] = loaded.indicators[0]!.levels
  return {
    ...loaded,
    conditions: { ...loaded.conditions, ...named },
    indicators: loaded.indicators.map(({ id, label, files }, i) => ({
      id,
      label,
      files,
      grading: 'sum',
      levels: points.map((points, n) => ({ ...level!, points, when: conditions[3 * i + n]! })),
    })),
  }
}
