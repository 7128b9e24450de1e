import type { Assessment, CriteriaSet } from '../../src/index.js'
import { resultColumns, tableNames } from '../../src/output/result-table.js'
import type { ResultRow } from './databases.js'

/** The row that a query must give for an assessment: the columns of the results table, but what is not known. */
export function expectedRow(assessment: Assessment, set: CriteriaSet): ResultRow {
  const columns = resultColumns(tableNames([set])).filter(({ id }) => id !== 'unknown')
  return { ...Object.fromEntries(columns.map(({ id, cell }) => [id, cell(assessment)])), refused: null }
}
