import type { Assessment, CriteriaSet } from '../../src/index.js'
import { personColumns } from '../../src/output/person-columns.js'
import { resultColumns, tableNames } from '../../src/output/result-table.js'
import type { ResultRow } from './databases.js'

/** The row that a query must give for an assessment: the columns of the results table, but what is not known. */
export function expectedRow(assessment: Assessment, set: CriteriaSet): ResultRow {
  // What reports count people by stands in the user's own tables already.
  const left = new Set(['unknown', ...personColumns().map(({ id }) => id)])
  const columns = resultColumns(tableNames([set])).filter(({ id }) => !left.has(id))
  return { ...Object.fromEntries(columns.map(({ id, cell }) => [id, cell(assessment)])), refused: null }
}
