import { afterAll, beforeAll, describe } from 'vitest'
import { testAreas } from './areas.js'
import { openDuckDb, openPostgres, type Database } from './databases.js'
import { testEquality } from './equality.js'
import { testHostileTexts } from './hostile-texts.js'
import { testHrExample } from './hr-example.js'
import { testMutants } from './mutants.js'
import { testRefusals } from './refusals.js'
import { testTallies } from './tallies.js'

/** One database of each engine for all tests: starting one takes longer than most of them. */
describe.each([
  ['DuckDB', openDuckDb],
  ['PostgreSQL', openPostgres],
])('%s', (name, open) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
  }, 120_000)
  afterAll(() => database.close())

  testEquality(() => database)
  testAreas(() => database)
  testRefusals(() => database)
  testTallies(() => database)
  testHrExample(() => database)
  testHostileTexts(() => database)
  // Both run the same comparisons.
  if (name === 'PostgreSQL') testMutants(() => database)
})
