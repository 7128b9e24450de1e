import type { ByteTable } from './byte-table.js'
import type { RepeatedIds } from './repeated-id.js'

/** Takes rows straight from their bytes, without a record between; made for one table. */
export interface QuickRows {
  /** @returns false where the row at hand is to come out as a `PersonRow` */
  take(ids: RepeatedIds): boolean
  /** Whether `flush` is to be called, and awaited. */
  isDue(): boolean
  flush(): Promise<void>
}

export type QuickRowsOf = (table: ByteTable) => QuickRows
