import { farmer } from '../src/sets/shipped/farmer.js'
import { referenceTables, type SqlTables } from '../src/sql.js'
import type { Database } from '../test/sql/databases.js'
import { insertsOf, rowsOf } from '../test/sql/people-rows.js'
import { drawPeople, type Missing } from './people.js'

export const missing: Missing = { facts: 0.2, hours: 0.2, as: 'no key' }

/**
 * Loads farmers into a database, each of them so many times.
 *
 * Codes as columns of the people, as wide tables have them: 22 rows a person more would be timed otherwise.
 */
export async function load(database: Database, drawn: number, copies: number): Promise<SqlTables> {
  const base = drawPeople(drawn, missing)
  const { ddl, tables } = referenceTables(farmer, database.dialect)
  await database.run(ddl)
  for (const insert of insertsOf(rowsOf(base, tables), 2000)) await database.run(insert)
  const facts = { ...tables.facts }
  const columns = farmer.facts.flatMap((fact) => {
    if (fact.type !== 'codes') return []
    const named = fact.codes.map(({ code }, i): [string, string] => [code, `${fact.id}_${i}`])
    const listed = (tables.facts?.[fact.id] as { listed: { column: string } }).listed.column
    facts[fact.id] = { columns: Object.fromEntries(named) }
    return named.map(([code, column]) => ({
      found: `bool_or(fact = '${fact.id}' AND code = '${code}' AND holds) AS "${column}"`,
      told: `CASE WHEN p.${listed} THEN coalesce(k."${column}", false) END AS "${column}"`,
    }))
  })
  const found = `SELECT person, ${columns.map((column) => column.found).join(', ')} FROM people_codes GROUP BY person`
  const told = columns.map((column) => column.told).join(', ')
  await database.run(`CREATE TABLE wide AS SELECT p.*, ${told} FROM people p LEFT JOIN (${found}) k ON k.person = p.id`)
  for (const [table, id] of [
    ['wide', 'id'],
    ['learning_activities', 'person'],
    ['certificates', 'person'],
  ]) {
    const replace = database.dialect === 'duckdb' ? `t.* REPLACE (${id} || '-' || n AS ${id})` : 'r.*'
    const from =
      database.dialect === 'duckdb'
        ? `${table} t, generate_series(0, ${copies - 1}) AS s(n)`
        : `${table} t, generate_series(0, ${copies - 1}) AS s(n), jsonb_populate_record(t, jsonb_build_object('${id}', t.${id} || '-' || n)) AS r`
    await database.run(`CREATE TABLE big_${table} AS SELECT ${replace} FROM ${from}`)
  }
  await database.run('ANALYZE')
  const big = (source: unknown): object => ({ ...(source as object), table: `big_${(source as { table: string }).table}` })
  for (const fact of ['learningActivities', 'certificates']) facts[fact] = big(facts[fact]) as never
  return { ...tables, people: { ...tables.people, table: 'big_wide' }, facts }
}
