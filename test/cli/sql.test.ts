import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sets } from '../../src/index.js'
import { referenceTables, sqlDialects, toSql, type SqlTables } from '../../src/sql.js'
import { cdht } from '../support/cdht.js'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cdht-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const path = (name: string): string => join(folder, name)

const sql = (...argv: string[]) => cdht('sql', ...argv)
const mapping = 'docs/examples/sql/nhan-su.mapping.json'
const usual = ['--set', 'public-employee', '--on', '2025-12-31', '--dialect', 'postgres']

test('the query of a mapping, by shape and accept, is that of the library', async () => {
  const tables = JSON.parse(readFileSync(mapping, 'utf8')) as SqlTables
  const options = { on: '2025-12-31', dialect: 'postgres', tables } as const
  const query = toSql(sets['public-employee'], options)
  expect(await sql(...usual, '--mapping', mapping)).toEqual({ code: 0, stdout: query, stderr: '' })
  const counted = await sql(...usual, '--mapping', mapping, '--shape', 'tally', '--accept', 'employer')
  expect(counted.stdout).toBe(toSql(sets['public-employee'], { ...options, shape: 'tally', accept: ['employer'] }))
  const { code, stdout } = await sql(...usual, '--mapping', mapping, '--out', path('q.sql'))
  expect(code).toBe(0)
  expect(readFileSync(path('q.sql'), 'utf8')).toBe(query)
  expect(stdout).toContain(`ngày đánh giá 31/12/2025: ${path('q.sql')}`)
  expect(stdout).toContain('KHÔNG phải quy định chính thức')
})

test('--ddl prints tables for those who have none, and writes their mapping beside them', async () => {
  const { ddl, tables } = referenceTables(sets.farmer, 'duckdb')
  expect(await sql('--set', 'farmer', '--dialect', 'duckdb', '--ddl')).toEqual({ code: 0, stdout: ddl, stderr: '' })
  const { stdout } = await sql('--set', 'farmer', '--dialect', 'duckdb', '--ddl', '--out', path('t.sql'), '--lang', 'en')
  expect(stdout).toContain(path('t.mapping.json'))
  expect(JSON.parse(readFileSync(path('t.mapping.json'), 'utf8'))).toEqual(tables)
  const query = await sql('--set', 'farmer', '--on', '2025-12-31', '--dialect', 'duckdb', '--mapping', path('t.mapping.json'))
  expect(query.stdout).toBe(toSql(sets.farmer, { on: '2025-12-31', dialect: 'duckdb', tables }))
})

test('what cannot be used is refused, with its place, and nothing is written', async () => {
  writeFileSync(
    path('bad.json'),
    '{"people": {"table": "cdht_x", "id": "id"}, "facts": {"nope": "a", "booksRead": {"columns": {}}}}',
  )
  const bad = await sql(
    '--set',
    'farmer',
    '--on',
    '2025-12-31',
    '--dialect',
    'duckdb',
    '--mapping',
    path('bad.json'),
    '--lang',
    'en',
  )
  expect(bad.code).toBe(2)
  for (const place of ['people.table', 'facts.nope', 'facts.booksRead']) expect(bad.stderr).toContain(`  - ${place}: `)
  const wrong: [argv: string[], told: string][] = [
    [['--set', 'farmer', '--dialect', 'mysql'], sqlDialects.join(', ')],
    [['--set', 'farmer', '--dialect', 'mysql', '--ddl'], sqlDialects.join(', ')],
    [['--set', 'farmer'], '--dialect'],
    [['--dialect', 'duckdb'], '--set'],
    [['--set', 'farmer', '--dialect', 'duckdb', '--on', '2025-12-31'], '--mapping'],
    [['--set', 'farmer', '--dialect', 'duckdb', '--mapping', mapping], '--on'],
    [[...usual, '--mapping', mapping, '--shape', 'rows'], '--shape'],
    [[...usual, '--mapping', mapping, '--out', path('q.txt')], '.sql'],
    [[...usual, '--mapping', path('none.json')], path('none.json')],
    [['--set', 'farmer', '--on', '2020-01-01', '--dialect', 'duckdb', '--mapping', mapping], '2022'],
  ]
  for (const [argv, told] of wrong) {
    const { code, stdout, stderr } = await sql(...argv)
    expect([code, stdout, stderr.includes(told)], argv.join(' ') + stderr).toEqual([2, '', true])
  }
  expect(readdirSync(folder)).toEqual(['bad.json'])
})
