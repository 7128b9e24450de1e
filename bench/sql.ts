import { compile } from '../src/assessment/compile.js'
import type { CitizenRecord } from '../src/model/record.js'
import { farmer } from '../src/sets/shipped/farmer.js'
import { toSql } from '../src/sql.js'
import { openDuckDb, type Database } from '../test/sql/databases.js'
import { openPostgresServer } from '../test/support/postgres-server.js'
import { on } from './farmer-program.js'
import { drawPeople } from './people.js'
import { load, missing } from './sql-load.js'

const drawn = 20_000
const copies = Math.ceil(Number(process.env['CDHT_PEOPLE'] ?? 1_000_000) / drawn)
const people = drawn * copies
/** People a second, from the table of design goals. */
const goals = { duckdb: 1_000_000, postgres: 200_000 }

const base = drawPeople(drawn, missing)

/**
 * Seconds of writing everybody's results to a table, with every column and without what is missing; then every row is held against
 * JavaScript's.
 */
async function time(database: Database, expected: ReadonlyMap<string, string>): Promise<[all: number, scores: number]> {
  const tables = await load(database, drawn, copies)
  const scores = await timeQuery(database, toSql(farmer, { on, dialect: database.dialect, tables, reasons: false }))
  await check(database, without, expected)
  const all = await timeQuery(database, toSql(farmer, { on, dialect: database.dialect, tables }))
  await check(database, [...without, 'missing'], expected)
  return [all, scores]
}

const without = ['verdict', 'total_lower', 'total_upper', 'digital_lower', 'digital_upper']

async function timeQuery(database: Database, query: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    await database.run('DROP TABLE IF EXISTS result')
    const start = performance.now()
    await database.run(`CREATE TABLE result AS ${query}`)
    times.push((performance.now() - start) / 1000)
  }
  return Math.min(...times)
}

async function check(database: Database, columns: readonly string[], expected: ReadonlyMap<string, string>): Promise<void> {
  const told = `concat_ws(' ', ${columns.join(', ')})`
  const wanted = (of: string): string => (columns.includes('missing') ? of : of.split(' ', without.length).join(' '))
  const rows = await database.rows(
    `SELECT substr(id, 1, 7) AS person, count(*) AS copies, min(${told}) AS least, max(${told}) AS most FROM result GROUP BY 1`,
  )
  const right = rows.filter(
    ({ person, copies: of, least, most }) =>
      Number(of) === copies && least === most && normal(least) === wanted(expected.get(String(person)) ?? ''),
  )
  if (rows.length !== drawn || right.length !== drawn) throw new Error(`${drawn - right.length} people differ from JavaScript`)
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
    const [all, scores] = await time(database, expected)
    seconds[name] = all
    seconds[`${name}, no missing`] = scores
  } finally {
    await database.close()
  }
}
console.log(
  `${people.toLocaleString('en')} farmers, all columns written to a table, or all but "missing"; every row equals JavaScript's`,
)
const goalOf: Record<string, number> = { DuckDB: goals.duckdb, 'PostgreSQL server': goals.postgres }
for (const [name, of] of Object.entries(seconds)) {
  const speed = Math.round(people / of)
  const goal = goalOf[name]
  const told = goal === undefined ? '' : `   goal ${goal.toLocaleString('en')}: ${speed >= goal ? 'reached' : 'NOT REACHED'}`
  console.log(`${name.padEnd(30)} ${of.toFixed(1).padStart(6)} s ${speed.toLocaleString('en').padStart(12)} people/s${told}`)
}
