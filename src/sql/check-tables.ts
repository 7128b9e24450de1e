import type { CriteriaSet } from '../model/criteria-set.js'
import { isDerived } from '../model/derived.js'
import { issue, refuse, type Issue, type Path, type Result } from '../model/issue.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { parseWith } from '../model/zod-issues.js'
import type { Dialect } from './dialect.js'
import { isUsableName, isWritable } from './quote.js'
import {
  isCodeColumns,
  isCodeRows,
  isColumn,
  isItemRows,
  sqlTablesSchema,
  type Column,
  type FactSource,
  type SqlTables,
} from './tables.js'

/** Checks a mapping: its form, that the engine can have its names, and that the set has what it maps. */
export function checkTables(tables: unknown, set: CriteriaSet, dialect: Dialect): Result<SqlTables> {
  const parsed = parseWith(sqlTablesSchema, tables)
  if (!parsed.ok) return parsed
  const found = [...nameIssues(parsed.value, dialect), ...factIssues(parsed.value, set)]
  return found.length > 0 ? refuse(found) : parsed
}

const plainColumns = ['code', 'holds', 'kind', 'topic', 'from', 'to', 'hours', 'certificate', 'level', 'issuedOn']

function* nameIssues(tables: SqlTables, dialect: Dialect): Generator<Issue> {
  const { people, facts = {}, attested = {}, scores = {} } = tables
  const { table: _, memberships: of, blankArea: __, id: ___, ...columns } = people
  const wrong = (path: Path): Issue => issue('unusable_name', path, { dialect: dialect.id })
  const checkName = (name: string, path: Path): Issue[] => (isUsableName(dialect, name) ? [] : [wrong(path)])
  const checkColumn = (column: Column | undefined, path: Path): Issue[] => {
    if (column === undefined) return []
    if (typeof column === 'string') return checkName(column, path)
    if ('value' in column) return isConstant(column.value) ? [] : [wrong([...path, 'value'])]
    const values = Object.entries(column.values ?? {}).flat()
    return [...checkName(column.column, [...path, 'column']), ...(values.every(isConstant) ? [] : [wrong([...path, 'values'])])]
  }
  const checkTable = (table: string | string[], path: Path): Issue[] =>
    isOurs(table) ? [wrong(path)] : (Array.isArray(table) ? table : [table]).flatMap((name) => checkName(name, path))
  yield* checkTable(people.table, ['people', 'table'])
  yield* checkName(people.id, ['people', 'id'])
  for (const [key, column] of Object.entries(columns)) yield* checkColumn(column, ['people', key])
  for (const [key, column] of Object.entries(of ?? {})) yield* checkColumn(column, ['people', 'memberships', key])
  for (const [key, column] of Object.entries(attested)) yield* checkColumn(column, ['attested', key])
  for (const [key, column] of Object.entries(scores)) yield* checkColumn(column, ['scores', key])
  for (const [key, source] of Object.entries(facts)) {
    const path = ['facts', key]
    if (isColumn(source)) yield* checkColumn(source, path)
    else if (isCodeColumns(source))
      for (const [code, column] of Object.entries(source.columns)) yield* checkColumn(column, [...path, 'columns', code])
    else {
      yield* checkTable(source.table, [...path, 'table'])
      yield* checkName(source.person, [...path, 'person'])
      if (typeof source.listed === 'object') yield* checkName(source.listed.column, [...path, 'listed', 'column'])
      for (const [column, value] of Object.entries(source.where ?? {}))
        if (!isUsableName(dialect, column) || !isConstant(value)) yield wrong([...path, 'where'])
      for (const part of plainColumns) yield* checkColumn((source as Record<string, Column | undefined>)[part], [...path, part])
    }
  }
}

/** Names that the queries themselves give to their parts, which a table must not have unless its schema stands before it. */
const isOurs = (table: string | string[]): boolean => {
  const [name, ...more] = Array.isArray(table) ? table : [table]
  return more.length === 0 && name !== undefined && /^cdht_/i.test(name)
}

const isConstant = (value: unknown): boolean =>
  typeof value === 'string' ? isWritable(value) : typeof value !== 'number' || Number.isFinite(value)

function* factIssues({ facts = {}, attested = {} }: SqlTables, set: CriteriaSet): Generator<Issue> {
  const given = new Map(set.facts.map((fact) => [fact.id, fact]))
  for (const [id, source] of Object.entries(facts)) {
    const fact = given.get(id)
    if (fact === undefined || isDerived(fact))
      yield issue(fact === undefined ? 'unknown_fact' : 'derived_fact', ['facts', id], {})
    else {
      if (!fits(fact, source)) yield issue('wrong_source', ['facts', id], { type: fact.type })
      for (const [path, codes, means] of codesMeant(fact, source))
        if (means.some((code) => !codes.some((one) => one.code === code))) yield issue('unknown_code', ['facts', id, ...path], {})
    }
  }
  for (const id of Object.keys(attested)) if (!given.has(id)) yield issue('unknown_fact', ['attested', id], {})
}

/** Whether the values of a fact can come from a source of this form. */
function fits({ type }: FactDefinition, source: FactSource): boolean {
  if (type === 'codes') return isCodeRows(source) || isCodeColumns(source)
  if (type !== 'activities' && type !== 'certificates') return isColumn(source)
  if (!isItemRows(source)) return false
  const { topic, from, to, hours, certificate, level, issuedOn } = source
  const foreign = type === 'activities' ? [level, issuedOn] : [topic, from, to, hours, certificate]
  return foreign.every((column) => column === undefined)
}

type Codes = readonly { code: string }[]

/** The codes of the vocabulary that a mapping names, with those that there are. */
function codesMeant(fact: FactDefinition, source: FactSource): [path: Path, codes: Codes, means: unknown[]][] {
  const meant = (column: Column | undefined): unknown[] => {
    if (column === undefined || typeof column === 'string') return []
    return 'value' in column ? [column.value] : Object.values(column.values ?? {}).filter((code) => code !== null)
  }
  if (isCodeColumns(source)) return 'codes' in fact ? [[['columns'], fact.codes, Object.keys(source.columns)]] : []
  if (isCodeRows(source)) return 'codes' in fact ? [[['code'], fact.codes, meant(source.code)]] : []
  if (isColumn(source)) return fact.type === 'code' ? [[[], fact.codes, meant(source)]] : []
  return [
    ...('kinds' in fact ? [[['kind'], fact.kinds, meant(source.kind)] as [Path, Codes, unknown[]]] : []),
    ...('topics' in fact ? [[['topic'], fact.topics, meant(source.topic)] as [Path, Codes, unknown[]]] : []),
  ]
}
