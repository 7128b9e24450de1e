import { compile } from '../src/assessment/compile.js'
import type { CitizenRecord } from '../src/model/record.js'
import { farmer } from '../src/sets/shipped/farmer.js'
import { referenceTables, toSql, type SqlTables } from '../src/sql.js'
import { openDuckDb, type Database } from '../test/sql/databases.js'
import { insertsOf, rowsOf } from '../test/sql/people-rows.js'
import { openPostgresServer } from '../test/support/postgres-server.js'
import { on } from './farmer-program.js'
import { drawPeople } from './people.js'

const drawn = 20_000
const copies = Math.ceil(Number(process.env['CDHT_PEOPLE'] ?? 1_000_000) / drawn)
const people = drawn * copies
/** People a second, from the table of design goals. */
const goals = { duckdb: 1_000_000, postgres: 200_000 }

const base = drawPeople(drawn, { facts: 0.2, hours: 0.2, as: 'no key' })

/** Codes as columns of the people, as wide tables have them: 22 rows a person more would be timed otherwise. */
async function load(database: Database): Promise<SqlTables> {
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

/** Seconds of writing everybody's results to a table, with every column; then every row is held against JavaScript's. */
async function time(database: Database, expected: ReadonlyMap<string, string>): Promise<number> {
  const tables = await load(database)
  const query = toSql(farmer, { on, dialect: database.dialect, tables })
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    await database.run('DROP TABLE IF EXISTS result')
    const start = performance.now()
    await database.run(`CREATE TABLE result AS ${query}`)
    times.push((performance.now() - start) / 1000)
  }
  const told = "concat_ws(' ', verdict, total_lower, total_upper, digital_lower, digital_upper, missing)"
  const rows = await database.rows(
    `SELECT substr(id, 1, 7) AS person, count(*) AS copies, min(${told}) AS least, max(${told}) AS most FROM result GROUP BY 1`,
  )
  const right = rows.filter(
    ({ person, copies: of, least, most }) =>
      Number(of) === copies && least === most && normal(least) === expected.get(String(person)),
  )
  if (rows.length !== drawn || right.length !== drawn) throw new Error(`${drawn - right.length} people differ from JavaScript`)
  return Math.min(...times)
}

/** 79 and 79.0 are one number. */
const normal = (text: unknown): string => String(text).replaceAll(/(\d)\.0\b/g, '$1')

function timeJavaScript(): [score: number, assess: number] {
  const assessor = compile(farmer, { on })
  const out = new Float64Array(26)
  const run = (work: (record: CitizenRecord) => unknown): number => {
    const start = performance.now()
    for (let copy = 0; copy < copies; copy++) for (const record of base) work(record)
    return (performance.now() - start) / 1000
  }
  run((record) => assessor.scoreInto(record, out))
  return [run((record) => assessor.scoreInto(record, out)), run((record) => assessor.assess(record))]
}

const assessor = compile(farmer, { on })
const expected = new Map(
  base.map((record): [string, string] => {
    const { id, verdict, score, digital, missing } = assessor.assess(record)
    const ids = missing.map(({ indicator }) => indicator).join('; ')
    return [id, [verdict, score.lower, score.upper, digital.level.lower, digital.level.upper, ids].join(' ')]
  }),
)
const [score, assess] = timeJavaScript()
const seconds: Record<string, number> = { 'JavaScript, scoreInto': score, 'JavaScript, assess': assess }
for (const [name, open] of [
  ['DuckDB', openDuckDb],
  ['PostgreSQL server', openPostgresServer],
] as const) {
  const database = await open()
  try {
    seconds[name] = await time(database, expected)
  } finally {
    await database.close()
  }
}
console.log(`${people.toLocaleString('en')} farmers, all columns written to a table; every row equals JavaScript's`)
const goalOf: Record<string, number> = { DuckDB: goals.duckdb, 'PostgreSQL server': goals.postgres }
for (const [name, of] of Object.entries(seconds)) {
  const speed = Math.round(people / of)
  const goal = goalOf[name]
  const told = goal === undefined ? '' : `   goal ${goal.toLocaleString('en')}: ${speed >= goal ? 'reached' : 'NOT REACHED'}`
  console.log(`${name.padEnd(24)} ${of.toFixed(1).padStart(6)} s ${speed.toLocaleString('en').padStart(12)} people/s${told}`)
}
