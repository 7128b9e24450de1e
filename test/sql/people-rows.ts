import type { CitizenRecord } from '../../src/index.js'
import type { SqlTables } from '../../src/sql.js'

type Value = string | number | boolean | null | undefined
type Row = Record<string, Value>

/** The rows of the reference tables that hold some records, by table. */
export function rowsOf(records: readonly CitizenRecord[], { people, facts = {}, attested = {}, scores = {} }: SqlTables) {
  const tables = new Map<string, Row[]>()
  const add = (table: string, row: Row): void => {
    const rows = tables.get(table)
    if (rows) rows.push(row)
    else tables.set(table, [row])
  }
  const own: Row[] = []
  for (const record of records) {
    const { id: person, group, birth, units, unitLevel, registered, disadvantagedArea: area, evidence } = record
    const row: Row = {
      [people.id]: person,
      group_id: group,
      birth,
      residence: units?.residence,
      workplace: units?.workplace,
      unit_level: unitLevel,
      registered,
      disadvantaged_area: area === undefined ? undefined : area === null ? 'not-known' : area ? 'yes' : 'no',
    }
    for (const [one, column] of Object.entries(people.memberships ?? {}))
      if (record.memberships) row[column as string] = record.memberships.includes(one as never)
    for (const [id, source] of Object.entries(facts)) {
      const value = (evidence as Record<string, unknown> | null | undefined)?.[id]
      if (value === null || value === undefined) continue
      if (typeof source === 'string') row[source] = value as Value
      else if ('code' in source) {
        const isComplete = Array.isArray(value)
        if (isComplete) row[columnOf(source.listed)] = true
        const codes = isComplete ? [...new Set(value as string[])].map((code) => [code, true] as const) : Object.entries(value)
        for (const [code, holds] of codes) add(source.table as string, { person, fact: id, code, holds: holds as Value })
      } else if ('table' in source) {
        row[columnOf(source.listed)] = true
        for (const item of value as Record<string, Value>[]) {
          const { kind, topic, from: starts, to: ends, hours, certificate, level, issuedOn: issued_on } = item
          const isActivity = source.hours !== undefined
          add(source.table as string, {
            person,
            kind,
            ...(isActivity ? { topic, starts, ends, hours, certificate } : { level, issued_on }),
          })
        }
      }
    }
    for (const [id, column] of Object.entries(attested)) row[column as string] = (record.attested as Row | null | undefined)?.[id]
    for (const [id, column] of Object.entries(scores)) row[column as string] = (record.scores as Row | null | undefined)?.[id]
    own.push(row)
  }
  tables.set(people.table as string, own)
  return tables
}

const columnOf = (listed: unknown): string => (listed as { column: string }).column

/** `INSERT` statements of so many rows each. */
export function* insertsOf(tables: ReadonlyMap<string, readonly Row[]>, most = 500): Generator<string> {
  const constant = (value: Value): string => {
    if (value === null || value === undefined) return 'NULL'
    return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
  }
  for (const [table, rows] of tables) {
    if (rows.length === 0) continue
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    const names = columns.map((column) => `"${column}"`).join(', ')
    for (let at = 0; at < rows.length; at += most) {
      const texts = rows.slice(at, at + most).map((row) => `(${columns.map((column) => constant(row[column])).join(', ')})`)
      yield `INSERT INTO "${table}" (${names}) VALUES\n${texts.join(',\n')}`
    }
  }
}
