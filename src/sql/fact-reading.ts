import { attesters } from '../model/attester.js'
import { caseText, type Selected, type Step } from './query.js'
import { constantList } from './quote.js'
import { nullOf, valueText } from './source.js'
import type { SqlPlan } from './sql-plan.js'

/** What a query needs for one fact. The people's own table is called `r`, and `p` once its columns are read. */
export interface FactReading {
  /** Queries on child tables. */
  steps: Step[]
  /** Columns read from the people's own table. */
  people: Selected[]
  /** Joins a child table to the people. */
  join?: string
  /** What is known of the fact, as far as it is accepted. */
  known: Selected[]
  /** Conditions under which its value is none, so that the person is refused. */
  faults: string[]
  /** Conditions under which something was answered, whoever attests it. */
  given: string[]
  /** Number of items that begin after the day. */
  late?: string
}

/** An expression where the evidence of a fact is accepted, and `otherwise` where it is not. */
export function acceptedText(plan: SqlPlan, at: number, expression: string, otherwise = nullOf(plan.dialect.integer)): string {
  const by = plan.accepted(plan.facts[at]?.fact.id as string)
  if (by === 'all') return expression
  if (by === 'none') return otherwise
  const who = `coalesce(p.${byColumn(plan, at)}, 'self') IN ${constantList(plan.dialect, by)}`
  return caseText([[who, expression]], otherwise)
}

/** Who stands behind a fact, where that matters. */
export function attestedReading(plan: SqlPlan, at: number): Pick<FactReading, 'people' | 'faults'> {
  const id = plan.facts[at]?.fact.id as string
  const source = plan.tables.attested?.[id]
  if (source === undefined || typeof plan.accepted(id) === 'string') return { people: [], faults: [] }
  const name = byColumn(plan, at)
  return {
    people: [[valueText(plan.dialect, 'r', source), name]],
    faults: [`p.${name} NOT IN ${constantList(plan.dialect, attesters)}`],
  }
}

const byColumn = (plan: SqlPlan, at: number): string => `${plan.factNames[at] as string}_by`
