export { toSql, type SqlOptions } from './sql/to-sql.js'
export { sqlTablesSchema, type SqlTables } from './sql/tables.js'
export type { DialectId as SqlDialect } from './sql/dialects.js'
export { referenceTables, type ReferenceTables } from './sql/reference-tables.js'
