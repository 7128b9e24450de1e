import type { CitizenRecord, CriteriaSet } from '../../src/index.js'
import { referenceTables, type SqlTables } from '../../src/sql.js'
import type { Database } from './databases.js'
import { insertsOf, rowsOf } from './people-rows.js'

/** Runs something while the reference tables of a set hold some records. */
export async function withPeople(
  database: Database,
  set: CriteriaSet,
  records: readonly CitizenRecord[],
  use: (tables: SqlTables) => Promise<void>,
): Promise<void> {
  const { ddl, tables } = referenceTables(set, database.loading)
  await database.run(ddl)
  try {
    for (const insert of insertsOf(rowsOf(records, tables))) await database.run(insert)
    await use(tables)
  } finally {
    await database.run(ddl.replaceAll(/CREATE (TABLE \S+) \([^;]*;/g, 'DROP $1;'))
  }
}
