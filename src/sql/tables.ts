import * as z from 'zod/mini'
import { indicatorIds } from '../model/indicator.js'
import { memberships } from '../model/record.js'
import { schema } from '../model/schema.js'

/** A table or a column as the database writes it: capitals count, and it is always quoted. */
const name = /* @__PURE__ */ schema(() => z.string().check(z.minLength(1)))
/** `"people"`, or `["hr", "people"]` with the schema, or the catalogue and the schema, before it. */
const table = /* @__PURE__ */ schema(() => z.union([name, z.array(name).check(z.minLength(1), z.maxLength(3))]))
const constant = /* @__PURE__ */ schema(() => z.union([z.string(), z.number(), z.boolean()]))

/**
 * Where one value comes from: a column as it is; a column whose own values stand for others, with `date` in days of the
 * database's own type; or one constant for all rows. A value that `values` does not name is not known.
 */
const column = /* @__PURE__ */ schema(() =>
  z.union([
    name,
    z.strictObject({
      column: name,
      values: z.optional(z.record(z.string(), z.nullable(constant))),
      type: z.optional(z.literal('date')),
    }),
    z.strictObject({ value: constant }),
  ]),
)
export type Column = z.infer<typeof column>

/** Whose rows of a child table count, and when no row at all says "none" instead of "not known". */
const childShape = /* @__PURE__ */ schema(() => ({
  table,
  /** The column that holds the id of the person. */
  person: name,
  /** Only rows in which these columns hold these values. */
  where: z.optional(z.record(name, constant)),
  /** `always`: everybody's list is in the table, who has no row has none. A column of the people: whether the list was given. */
  listed: z.optional(z.union([z.literal('always'), z.strictObject({ column: name })])),
}))

/** A row for each code. */
const codeRows = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...childShape,
    code: column,
    /** Whether the code holds; without it every row says yes. */
    holds: z.optional(column),
  }),
)
/** A column of the people for each code. Codes without one are not known, or do not hold when `complete` says so. */
const codeColumns = /* @__PURE__ */ schema(() =>
  z.strictObject({ columns: z.record(z.string(), column), complete: z.optional(z.literal(true)) }),
)
/** A row for each activity or certificate. */
const itemRows = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...childShape,
    kind: z.optional(column),
    topic: z.optional(column),
    from: z.optional(column),
    to: z.optional(column),
    hours: z.optional(column),
    certificate: z.optional(column),
    level: z.optional(column),
    issuedOn: z.optional(column),
  }),
)
export type CodeRows = z.infer<typeof codeRows>
export type CodeColumns = z.infer<typeof codeColumns>
export type ItemRows = z.infer<typeof itemRows>
export type ChildTable = Pick<CodeRows, 'table' | 'person' | 'where' | 'listed'>

/** Where the fields of records stand in a database; what is not mapped is not known. */
export const sqlTablesSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    $schema: z.optional(z.string()),
    people: z.strictObject({
      table,
      id: name,
      /** Without it everybody in the table is of the group of the set. */
      group: z.optional(column),
      /** A blank cell counts as a field left out, which is an ordinary area; `unknown`: as asked and not known. */
      disadvantagedArea: z.optional(column),
      blankArea: z.optional(z.enum(['ordinary', 'unknown'])),
      birth: z.optional(column),
      residence: z.optional(column),
      workplace: z.optional(column),
      unitLevel: z.optional(column),
      registered: z.optional(column),
      /** A column for each kind of membership: yes or no. Where one is blank the memberships are not known. */
      memberships: z.optional(z.record(z.enum(memberships), column)),
    }),
    facts: z.optional(z.record(z.string(), z.union([codeRows, codeColumns, itemRows, column]))),
    /** Who stands behind a fact; read when `accept` asks for it. */
    attested: z.optional(z.record(z.string(), column)),
    scores: z.optional(z.partialRecord(z.enum(indicatorIds), column)),
  }),
)
/** See {@link sqlTablesSchema}. */
export type SqlTables = z.infer<typeof sqlTablesSchema>
export type FactSource = NonNullable<SqlTables['facts']>[string]

export const isColumn = (source: FactSource): source is Column =>
  typeof source === 'string' || 'value' in source || 'column' in source
export const isCodeRows = (source: FactSource): source is CodeRows => typeof source === 'object' && 'code' in source
export const isCodeColumns = (source: FactSource): source is CodeColumns => typeof source === 'object' && 'columns' in source
export const isItemRows = (source: FactSource): source is ItemRows =>
  typeof source === 'object' && 'table' in source && !('code' in source)
