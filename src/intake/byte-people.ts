import type { ByteTable } from './byte-table.js'
import type { PersonRow } from './person-row.js'
import { RepeatedIds } from './repeated-id.js'

/** The people of a table in bytes, in order; the table is closed at the end, however that comes. */
export async function* peopleOf(table: ByteTable): AsyncGenerator<PersonRow> {
  const ids = new RepeatedIds()
  try {
    do while (table.next()) yield ids.refuse(table.person(), table.idHeading)
    while (await table.more())
  } finally {
    await table.close()
  }
}
