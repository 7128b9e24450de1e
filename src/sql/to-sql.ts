import { frameworkId } from '../assessment/assessor.js'
import { compile, type CompileOptions } from '../assessment/compile.js'
import { commentWord } from '../emit/literal.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { CdhtError, issue } from '../model/issue.js'
import { assessmentSteps } from './assessment-steps.js'
import { checkTables } from './check-tables.js'
import { engineOf, type DialectId } from './dialects.js'
import { queryText } from './query.js'
import { resultColumns } from './result-columns.js'
import { sqlPlanOf, type SqlPlan } from './sql-plan.js'
import type { SqlTables } from './tables.js'
import { countedFaults, countedFields, tallySelects, tallySteps } from './tally-shape.js'

export interface SqlOptions extends CompileOptions {
  /** The engine that will run the query. */
  dialect: DialectId
  /** Where the fields of records stand in the user's tables. */
  tables: SqlTables
  /** `assessments`, the default: a row a person; `tally`: counts of people in rows, for `tallyFromRows`, and nothing of one person. */
  shape?: 'assessments' | 'tally' | undefined
  /** `false` leaves the column `missing` out, which saves time. */
  reasons?: boolean | undefined
}

/**
 * Writes a set for one day as one SELECT that gives the library's results where the data is, a row a person: the columns of
 * `cdht assess` but `unknown`, and `refused`, which names the first field with a value that records cannot have; such a
 * person has no result. People of another group are left out.
 *
 * Names of the user's tables and columns are always quoted, and constants written by one function; texts of the set do not get
 * into the query. The same set and options always give the same text, and it asks for no order of rows.
 *
 * @throws CdhtError `options` as `compile` does, for a dialect that is not built, and for a mapping that cannot be used
 *
 * @example
 * toSql(farmer, { on: '2025-12-31', dialect: 'duckdb', tables: { people: { table: 'people', id: 'id' } } }) // 'WITH …'
 */
export function toSql(set: CriteriaSet, options: SqlOptions): string {
  const plan = planFor(set, options)
  const { shape = 'assessments', reasons = true } = options
  if (shape !== 'assessments' && shape !== 'tally') throw new CdhtError('options', [issue('wrong_option', ['shape'], {})])
  const head = headText(plan)
  const { fence } = plan.dialect
  if (shape === 'assessments')
    return `${head}\n${queryText(assessmentSteps(plan, reasons), [resultColumns(plan, reasons)], fence)}\n`
  const steps = assessmentSteps(plan, false, { fields: countedFields(plan), faults: countedFaults(plan) })
  return `${head}\n${queryText([...steps, ...tallySteps(plan)], tallySelects(plan), fence)}\n`
}

function planFor(set: CriteriaSet, options: SqlOptions): SqlPlan {
  compile(set, options)
  const { dialect, tables, on, accept } = options
  const engine = engineOf(dialect)
  const checked = checkTables(tables, set, engine)
  if (!checked.ok)
    throw new CdhtError(
      'options',
      checked.issues.map((one) => ({ ...one, path: ['tables', ...one.path] })) as typeof checked.issues,
    )
  return sqlPlanOf(set, { on, ...(accept && { accept }) }, engine, checked.value)
}

function headText({ set, on, accept, dialect }: SqlPlan): string {
  const whose = set.id === frameworkId ? '' : ` Nhóm / group: ${commentWord(set.group)}.`
  return [
    '-- Câu lệnh do cdht sql tạo ra từ bộ tiêu chí; không sửa tay mà tạo lại. Mức điểm ghi "proposed" là đề xuất, không phải quy định.',
    '-- Written by cdht sql from a criteria set; do not edit it, write it again. What is marked "proposed" is a proposal and no law.',
    `-- ${commentWord(set.id)} ${commentWord(set.version)}, ${on}, ${dialect.id}.${whose}${accept ? ` Accept: ${accept.join(', ')}.` : ''}`,
  ].join('\n')
}
