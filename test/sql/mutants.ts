import { expect, test } from 'vitest'
import { toSql } from '../../src/sql.js'
import type { Database } from './databases.js'
import { everySet, peopleOf } from './equality.js'
import { withPeople } from './loaded.js'

const wrongs: [sign: string, instead: string][] = [
  ['>=', '>'],
  ['>', '>='],
  ['<', '<='],
  ['<=', '<'],
]

/**
 * A query with one operator wrong in the conditions of the levels, and one that takes "not known" for "no".
 *
 * @param most - tries no more operators than this, for an engine that takes long for a query
 */
export function testMutants(database: () => Database, most = wrongs.length): void {
  test('one operator written wrongly is noticed', async () => {
    const { set, plain } = everySet
    const on = '2025-12-31'
    const records = peopleOf(plain, on, 60)
    await withPeople(database(), set, records, async (tables) => {
      const query = toSql(set, { on, dialect: database().dialect, tables })
      const [before, points, after] = parted(query)
      const right = await numbers(database(), query)
      const mutants = wrongs.slice(0, most).map(([sign, instead]) => points.replaceAll(` ${sign} `, ` ${instead} `))
      if (most > 1) mutants.push(points.replaceAll(/ OR \w+ IS NULL/g, ''))
      for (const mutant of mutants) {
        expect(mutant).not.toBe(points)
        expect(await numbers(database(), before + mutant + after)).not.toEqual(right)
      }
    })
  })
}

function parted(query: string): [before: string, points: string, after: string] {
  const [from, to] = [query.indexOf('\ncdht_points AS'), query.indexOf('\ncdht_scores AS')]
  expect(from).toBeGreaterThan(0)
  expect(to).toBeGreaterThan(from)
  return [query.slice(0, from), query.slice(from, to), query.slice(to)]
}

const numbers = async (database: Database, query: string): Promise<string[]> =>
  (await database.rows(query)).map((row) => JSON.stringify(row)).sort()
