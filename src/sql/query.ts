/** A column of a query: what it is, what it is called, and words of ours on it. */
export type Selected = readonly [expression: string, name: string, comment?: string]

/** A query with a name that later ones read from. */
export interface Step {
  name: string
  columns: readonly Selected[]
  /** What stands after the columns, a line each: `FROM …` and on. A name of the user's in it may hold line ends of its own. */
  from: readonly string[]
  /** Whether it puts rows together. */
  grouped?: true
  /** What the step is for, in words of ours. */
  comment: string
}

/** `WITH a AS (…), b AS (…) SELECT …`, a column a line. @param last - one SELECT, or several put together @param fence - see `Dialect` */
export function queryText(steps: readonly Step[], last: readonly Pick<Step, 'columns' | 'from'>[], fence: string): string {
  const parts = steps.map(({ name, columns, from, grouped, comment }) => {
    const end = fence !== '' && grouped !== true ? `\n  ${fence}` : ''
    return `-- ${comment}\n${name} AS (\n${selectText(columns, from, '  ')}${end}\n)`
  })
  const selects = last.map(({ columns, from }) => selectText(columns, from, ''))
  return `WITH\n${parts.join(',\n')}\n${selects.join('\nUNION ALL\n')}`
}

function selectText(columns: readonly Selected[], from: readonly string[], indent: string): string {
  const inner = `${indent}  `
  const lines = columns.map(([expression, name, comment]) => {
    const above = comment === undefined ? '' : `${inner}-- ${comment}\n`
    return `${above}${inner}${expression === name ? name : `${expression} AS ${name}`}`
  })
  return `${indent}SELECT\n${lines.join(',\n')}\n${indent}${from.join(`\n${indent}`)}`
}

/** The columns of an earlier step, as they are. */
export const kept = (names: readonly string[]): Selected[] => names.map((name) => [name, name])

/** The first value whose condition holds. @param otherwise - NULL when left out */
export function caseText(cases: readonly (readonly [when: string, then: string])[], otherwise?: string): string {
  if (cases.length === 0) return otherwise ?? 'NULL'
  const end = otherwise === undefined ? '' : ` ELSE ${otherwise}`
  return `CASE ${cases.map(([when, then]) => `WHEN ${when} THEN ${then}`).join(' ')}${end} END`
}

export const sumText = (parts: readonly string[]): string => (parts.length === 0 ? '0' : parts.join(' + '))
