import type { ByteTable } from './byte-table.js'
import type { PersonRow } from './person-row.js'
import type { QuickRows } from './quick-rows.js'
import { RepeatedIds } from './repeated-id.js'

/**
 * The people of a table in bytes, in order; the table is closed at the end, however that comes.
 *
 * @param quick - rows that it takes do not come out
 */
export async function* peopleOf(table: ByteTable, quick?: QuickRows, ids = new RepeatedIds()): AsyncGenerator<PersonRow> {
  try {
    do
      while (table.next()) {
        if (!quick?.take(ids)) yield ids.refuse(table.person(), table.idHeading)
        else if (quick.isDue()) await quick.flush()
      }
    while (await table.more())
  } finally {
    await table.close()
  }
}
