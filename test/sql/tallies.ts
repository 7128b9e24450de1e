import { expect, test } from 'vitest'
import { compile, isCdhtError, measureTargets, parseTally, sets, tally, targets, type CitizenRecord } from '../../src/index.js'
import { tallyFromRows, toSql } from '../../src/sql.js'
import { plainSet } from '../support/plain/set.js'
import type { Database } from './databases.js'
import { peopleOf } from './equality.js'
import { withPeople } from './loaded.js'

const on = '2025-12-31'
const set = sets.worker
const births = ['1970', '2007-12-31', '2008-01-01', '2007', '2008', '2007-12', undefined, '1990-02-29']

export function testTallies(database: () => Database): void {
  test('the counts of a query are those of the library', async () => {
    const records = peopleOf(plainSet(set.id), on, 120).map((record, i): CitizenRecord => {
      const more = {
        birth: births[i % births.length],
        units: { residence: `x${i % 3}`, workplace: i % 4 === 0 ? null : `c${i % 2}` },
      }
      const evidence = i % 29 === 0 ? { digitalActivities: {} } : i % 31 === 0 ? { booksRead: 999 } : record.evidence
      return { ...record, ...more, evidence }
    })
    await withPeople(database(), set, records, async (tables) => {
      const rows = await database().rows(toSql(set, { on, dialect: database().dialect, tables, shape: 'tally' }))
      const found = tallyFromRows(rows, { on })
      const [count, assessor, refused] = [tally(), compile(set, { on }), {} as Record<string, number>]
      for (const record of records)
        try {
          count.add(assessor.assess(record), record)
        } catch (error) {
          if (!isCdhtError(error)) throw error
          const field = String(error.issues[0].path[error.issues[0].path[0] === 'evidence' ? 1 : 0])
          refused[field] = (refused[field] ?? 0) + 1
        }
      // A query finds no findings and names no sets.
      expect(parseTally(found.tally).toJSON()).toEqual({ ...count.toJSON(), findings: [], sets: [] })
      expect(found.refused).toEqual(refused)
      expect(Object.keys(refused).sort()).toEqual(['birth', 'booksRead'])
      const plan = targets['national-677']
      expect(measureTargets(parseTally(found.tally), plan, { year: 2025 })).toEqual(measureTargets(count, plan, { year: 2025 }))
    })
  })

  test('nobody gives an empty tally', async () => {
    await withPeople(database(), set, [], async (tables) => {
      const rows = await database().rows(toSql(set, { on, dialect: database().dialect, tables, shape: 'tally' }))
      expect(parseTally(tallyFromRows(rows, { on }).tally).toJSON()).toEqual(tally().toJSON())
    })
  })
}
