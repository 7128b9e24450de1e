import { CdhtError, issue } from '../model/issue.js'
import type { Dialect } from './dialect.js'
import { duckdb, sqlite } from './embedded-dialects.js'
import { mariadb, oracle, postgres, sqlserver } from './server-dialects.js'
import { spark } from './spark-dialect.js'

/** The tests run the text of each of these but `sqlserver` and `oracle`, which they only parse. */
export const dialects = { duckdb, postgres, spark, sqlserver, oracle, mariadb, sqlite } as const satisfies Record<string, Dialect>
export type DialectId = keyof typeof dialects
export const dialectIds = Object.keys(dialects) as DialectId[]

/** @throws CdhtError `options` for an engine that is not built */
export function engineOf(id: DialectId): Dialect {
  if (Object.hasOwn(dialects, id)) return dialects[id]
  throw new CdhtError('options', [issue('unknown_dialect', ['dialect'], { known: [...dialectIds] })])
}
