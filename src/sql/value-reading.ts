import { acceptedText, type FactReading } from './fact-reading.js'
import { caseText, type Selected } from './query.js'
import { constantList, constantText } from './quote.js'
import { nullOf, valueText, yesText } from './source.js'
import type { SqlPlan } from './sql-plan.js'
import { isColumn } from './tables.js'

/** Reads a fact that is one value: a number, a yes or no, or one code. @param at - position of the fact */
export function readValue(plan: SqlPlan, at: number): FactReading {
  const { dialect } = plan
  const { fact } = plan.facts[at] as SqlPlan['facts'][number]
  const source = plan.sourceOf(fact.id)
  const name = plan.factNames[at] as string
  if (source === undefined || !isColumn(source)) {
    const known = knownColumns(plan, at, () => nullOf(dialect.integer))
    return { steps: [], people: [], known, faults: [], given: [] }
  }
  const raw = fact.type === 'boolean' ? yesText(dialect, 'r', source) : valueText(dialect, 'r', source)
  const column = `p.${name}_r`
  const holds = (code: string): string => {
    const same = `${column} = ${constantText(dialect, code)}`
    return caseText([
      [same, '1'],
      [`${column} IS NOT NULL`, '0'],
    ])
  }
  const known = knownColumns(plan, at, (code) => acceptedText(plan, at, code === undefined ? column : holds(code)))
  return { steps: [], people: [[raw, `${name}_r`]], known, faults: faultsOf(plan, at, column), given: [`${column} IS NOT NULL`] }
}

/** The columns that somebody asks for. @param textOf - of one code, or of the value itself */
function knownColumns(plan: SqlPlan, at: number, textOf: (code?: string) => string): Selected[] {
  const { fact, reader } = plan.facts[at] as SqlPlan['facts'][number]
  if (fact.type === 'code')
    return [...reader.codes].flatMap(([code, { slot }]): Selected[] =>
      slot < 0 ? [] : [[textOf(code), plan.codeColumn(at, code)]],
    )
  const isAsked = plan.slots.some((slot) => slot.fact.id === fact.id) || reader.scoreBands !== undefined
  return isAsked ? [[textOf(), `${plan.factNames[at] as string}_v`]] : []
}

/** What makes a value none of the fact: outside of its range, not whole, or no code of it. */
function faultsOf({ dialect, facts }: SqlPlan, at: number, column: string): string[] {
  const { fact, reader } = facts[at] as SqlPlan['facts'][number]
  if (fact.type === 'code') return [`${column} NOT IN ${constantList(dialect, [...reader.codes.keys()])}`]
  if (fact.type === 'boolean') return dialect.hasBooleans ? [] : [`${column} NOT IN (0, 1)`]
  const range = `${column} NOT BETWEEN ${constantText(dialect, reader.min)} AND ${constantText(dialect, reader.max)}`
  return [range, ...(reader.whole ? [`${column} <> floor(${column})`] : [])]
}
