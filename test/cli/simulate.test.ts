import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readPeople } from '../../src/csv.js'
import { populationRules } from '../../src/index.js'
import { isAdult, lastBirthOfAge } from '../../src/population/adult.js'
import { cdht, folderOfTest } from '../support/cdht.js'

const { file } = folderOfTest()
const on = '2025-12-31'
const age = populationRules.adultAge.values[0]?.value as number
const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
/** A million where everything is tried. */
const adults = process.env['CDHT_LONG'] ? 1_000_000 : 200

describe('simulate', () => {
  test('the same seed gives the same file, another one other people', async () => {
    const make = async (name: string, ...more: string[]) => {
      expect((await cdht('simulate', '--out', file(name), '--adults', '120', '--communes', '13', ...more)).code).toBe(0)
      return digest(file(name))
    }
    const first = await make('1.csv')
    expect(await make('2.csv', '--seed', '1')).toBe(first)
    expect(await make('3.csv', '--seed', '2')).not.toBe(first)
  })
  test('everybody is an adult of one of the communes, well formed, with an id that is nobody’s', async () => {
    const out = file('people.csv')
    const { stdout } = await cdht('simulate', '--out', out, '--adults', '120', '--communes', '13')
    expect(stdout).toContain('Đã ghi 120 người lớn GIẢ ĐỊNH của 13 xã')
    const communes = new Set<string | null | undefined>()
    const groups = new Set<string>()
    let people = 0
    for await (const row of readPeople(createReadStream(out))) {
      if (!('record' in row)) throw new Error(`line ${row.line} is rejected`)
      const { id, group, birth, units } = row.record
      people++
      expect(id).toBe(`SIM${String(people).padStart(9, '0')}`)
      expect(isAdult(birth, lastBirthOfAge(on, age))).toBe('met')
      communes.add(units?.residence)
      groups.add(group)
    }
    expect([people, communes.size, groups.size]).toEqual([120, 13, 8])
  })
  test.each([
    [['--adults', '5'], 'Chưa nêu tệp'],
    [['--out', 'people.xlsx'], 'Chưa nêu tệp'],
    [['--out', 'p.csv', '--adults', '0'], '--adults nhận'],
    [['--out', 'p.csv', '--communes', 'many'], '--communes nhận'],
    [['--out', 'p.csv', '--seed', '-1'], '--seed'],
    [['in.csv', '--out', 'p.csv'], 'không đọc tệp nào'],
    [['--out', '/nowhere/p.csv', '--adults', '5'], 'Không ghi được'],
  ])('%j is refused', async (argv, message) => {
    const { code, stderr } = await cdht('simulate', ...argv)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

test('a report of simulated people counts what plain SQL counts over the same results', async () => {
  const [people, results, count, report] = ['people.csv', 'results.csv', 'tally.json', 'report.csv'].map((name) =>
    file(name),
  ) as [string, string, string, string]
  expect((await cdht('simulate', '--out', people, '--adults', String(adults))).code).toBe(0)
  expect((await cdht('assess', people, '--on', on, '--out', results, '--tally', count)).code).toBe(0)
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const rowsOf = async (sql: string): Promise<string[]> => {
    const reader = await connection.runAndReadAll(sql)
    return reader
      .getRows()
      .map((row) => row.map(String).join(' '))
      .sort()
  }
  const table = `read_csv('${results}', header = true, all_varchar = true)`
  const counts = [
    `count(*) filter (registered = 'yes')`,
    'count(*)',
    ...['met', 'unmet', 'unknown'].map((verdict) => `count(*) filter (verdict = '${verdict}')`),
    ...["registered = 'yes'", "adult = 'met'"].flatMap((belongs) => [
      `count(*) filter (verdict = 'met' and ${belongs})`,
      `count(*) filter (${belongs})`,
    ]),
  ].join(', ')
  const ids = [
    'registered',
    'assessed',
    'met',
    'unmet',
    'unknown',
    'of_registered_met',
    'of_registered',
    'of_adults_met',
    'of_adults',
  ]
  for (const by of ['residence', 'workplace']) {
    const sql = await rowsOf(`
      select coalesce(${by}, ''), "group", ${counts} from ${table} group by all
      union all select coalesce(${by}, ''), 'all', ${counts} from ${table} group by all
      union all select '*', "group", ${counts} from ${table} group by all
      union all select '*', 'all', ${counts} from ${table}`)
    expect(sql.length).toBeGreaterThan(80)
    for (const input of [results, count]) {
      const { code } = await cdht('report', input, '--by', by, '--hide', '0', '--out', report, '--headings', 'id')
      expect(code).toBe(0)
      const rows = parse(readFileSync(report, 'utf8').slice(1), { columns: true }) as Record<string, string>[]
      const told = rows.map((row) =>
        [row['row'] === 'all' ? '*' : row['unit'], row['group'], ...ids.map((id) => row[id])].join(' '),
      )
      expect(told.sort()).toEqual(sql)
    }
  }
  connection.closeSync()
})
