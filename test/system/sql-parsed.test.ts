import { describe, expect, it } from 'vitest'
import { sets } from '../../src/index.js'
import { referenceTables, toSql, type SqlTables } from '../../src/sql.js'
import { attacks } from '../sql/hostile-texts.js'
import { everySet } from '../sql/equality.js'
import { parsedBySqlglot } from '../support/sqlglot.js'

const on = '2025-12-31'
const all = [...Object.values(sets), everySet.set]

/** Engines that the tests cannot have: what is written for them is parsed by another project's reading of their language. */
describe.each([
  ['sqlserver', 'tsql'],
  ['oracle', 'oracle'],
] as const)('%s', (dialect, read) => {
  const parse = (sql: readonly string[]) => parsedBySqlglot(sql.map((one) => ({ dialect: read, sql: one })))

  it('a query of any set, of either shape, is one SELECT', () => {
    const queries = all.map((set) => toSql(set, { on, dialect, tables: referenceTables(set, dialect).tables }))
    const { set } = everySet
    const options = { on, dialect, tables: referenceTables(set, dialect).tables }
    queries.push(toSql(set, { ...options, shape: 'tally' }), toSql(set, { ...options, accept: ['log'], reasons: false }))
    for (const { error, statements, commands } of parse(queries)) {
      expect(error).toBeUndefined()
      expect(statements).toHaveLength(1)
      expect(['Select', 'Union']).toContain(statements[0])
      expect(commands).toBe(0)
    }
  })

  it('the statements of reference tables create tables', () => {
    for (const { error, statements, commands } of parse(all.map((set) => referenceTables(set, dialect).ddl))) {
      expect(error).toBeUndefined()
      expect(new Set(statements)).toEqual(new Set(['Create']))
      expect(commands).toBe(0)
    }
  })

  it('hostile names and values are read as names and texts', () => {
    const facts = sets.farmer.facts.filter(({ type }) => type === 'count' || type === 'boolean')
    const values = Object.fromEntries(attacks.map((text) => [text, sets.farmer.group]))
    const tables: SqlTables = {
      people: { table: attacks[0] as string, id: 'id', group: { column: 'g', values } },
      facts: Object.fromEntries(attacks.map((name, i) => [facts[i]?.id, name])),
    }
    const [parsed] = parse([toSql(sets.farmer, { on, dialect, tables })])
    expect(parsed?.error).toBeUndefined()
    expect(parsed?.statements).toEqual(['Select'])
    expect(parsed?.names).toEqual(expect.arrayContaining(attacks))
    expect(parsed?.texts).toEqual(expect.arrayContaining(attacks))
    expect(parsed?.names).not.toContain('canary')
  })

  it('a text that is none of the language is told', () => {
    const query = toSql(sets.farmer, { on, dialect, tables: { people: { table: 'people', id: 'id' } } })
    const broken = [
      query.replace('CASE WHEN', 'CASE WHEN WHEN'),
      query.replace('FROM cdht_people', 'FROM )'),
      `${query}; DROP TABLE a`,
    ]
    const [first, second, third] = parse(broken)
    expect(first?.error).toBeDefined()
    expect(second?.error).toBeDefined()
    expect(third?.statements).toHaveLength(2)
  })
})
