import type { Dialect } from './dialect.js'
import { constantText, quoted } from './quote.js'
import { caseText } from './query.js'
import type { ChildTable, Column } from './tables.js'

/** A column of the user's, or what its values stand for. @param from - name of the table in the query */
export function valueText(dialect: Dialect, from: string, column: Column): string {
  if (typeof column === 'string') return `${from}.${quoted(dialect, column)}`
  if ('value' in column) return constantText(dialect, column.value)
  const name = `${from}.${quoted(dialect, column.column)}`
  if (column.values === undefined) return name
  const cases = Object.entries(column.values).flatMap(([own, means]): [string, string][] =>
    means === null ? [] : [[`${name} = ${constantText(dialect, own)}`, constantText(dialect, means)]],
  )
  return cases.length === 0 ? nullOf(dialect.text) : caseText(cases)
}

/** A yes or no as 1 or 0. */
export function yesText(dialect: Dialect, from: string, column: Column): string {
  const value = valueText(dialect, from, column)
  const isPlain = typeof column === 'string' || ('column' in column && column.values === undefined)
  return isPlain ? dialect.asNumber(value) : value
}

export const nullOf = (type: string): string => `CAST(NULL AS ${type})`

export function tableText(dialect: Dialect, table: ChildTable['table']): string {
  return (typeof table === 'string' ? [table] : table).map((name) => quoted(dialect, name)).join('.')
}

/** `FROM` a child table, its rows called `t`, with the rows that count. */
export function childText(dialect: Dialect, { table, where = {} }: ChildTable): string[] {
  const conditions = Object.entries(where).map(([column, value]) => {
    const name = `t.${quoted(dialect, column)}`
    if (typeof value !== 'boolean') return `${name} = ${constantText(dialect, value)}`
    return dialect.hasBooleans ? `${value ? '' : 'NOT '}${name}` : `${name} = ${constantText(dialect, value)}`
  })
  return [`FROM ${tableText(dialect, table)} t`, ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : [])]
}
