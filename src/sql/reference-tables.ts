import type { CriteriaSet } from '../model/criteria-set.js'
import { isDerived } from '../model/derived.js'
import { memberships } from '../model/record.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { ColumnNames } from './column-names.js'
import type { Dialect } from './dialect.js'
import { engineOf, type DialectId } from './dialects.js'
import { quoted } from './quote.js'
import type { FactSource, SqlTables } from './tables.js'

export interface ReferenceTables {
  /** `CREATE TABLE` statements. */
  ddl: string
  /** The mapping of these tables, for `toSql`. */
  tables: SqlTables
}

/**
 * Tables that hold every field of the records of a set, for those who have none yet: people with a column for each plain fact, and
 * child tables of codes, of activities and of certificates.
 *
 * A fact that is a list has a column `<fact>_listed` beside it: yes says that the list was given, so that no row is "none"; codes
 * without it are answered one by one.
 *
 * @throws CdhtError `options` for a dialect that is not built
 */
export function referenceTables(set: CriteriaSet, dialect: DialectId): ReferenceTables {
  const engine = engineOf(dialect)
  const names = new ColumnNames()
  const facts = set.facts.filter((fact) => !isDerived(fact)).map((fact, i) => ({ fact, name: names.take([fact.id], `fact${i}`) }))
  const scores = set.indicators.map(({ id }, i) => ({ id, name: `score_${names.take(['points', id], `points${i}`)}` }))
  const { text, integer, double, key } = engine.stored
  const yes = engine.hasBooleans ? 'boolean' : integer
  const people: Column[] = [
    ['id', `${key} NOT NULL PRIMARY KEY`],
    ['group_id', text],
    ['birth', text],
    ['residence', text],
    ['workplace', text],
    ['unit_level', text],
    ...memberships.map((one): Column => [one.replaceAll('-', '_'), yes]),
    ['registered', yes],
    ['disadvantaged_area', text],
    ...facts.flatMap(({ fact, name }): Column[] => [
      isList(fact) ? [`${name}_listed`, yes] : [name, columnType(fact, engine.stored, yes)],
      [`${name}_by`, text],
    ]),
    ...scores.map(({ name }): Column => [name, double]),
  ]
  const children = facts.flatMap(({ fact, name }): [string, Column[]][] =>
    isList(fact) && fact.type !== 'codes' ? [[name, itemColumns(fact, engine.stored, yes)]] : [],
  )
  const codes: Column[] = [
    ['person', `${key} NOT NULL`],
    ['fact', `${key} NOT NULL`],
    ['code', `${key} NOT NULL`],
    ['holds', yes],
  ]
  const all: [string, Column[], string?][] = [
    ['people', people],
    ['people_codes', codes, 'PRIMARY KEY (person, fact, code)'],
    ...children,
  ]
  return {
    ddl: all.map(([table, columns, key]) => createText(engine, table, columns, key)).join('\n'),
    tables: {
      people: {
        table: 'people',
        id: 'id',
        group: 'group_id',
        disadvantagedArea: { column: 'disadvantaged_area', values: { yes: true, no: false, 'not-known': null } },
        birth: 'birth',
        residence: 'residence',
        workplace: 'workplace',
        unitLevel: 'unit_level',
        registered: 'registered',
        memberships: Object.fromEntries(memberships.map((one) => [one, one.replaceAll('-', '_')])) as Record<
          (typeof memberships)[number],
          string
        >,
      },
      facts: Object.fromEntries(facts.map(({ fact, name }) => [fact.id, sourceOf(fact, name)])),
      attested: Object.fromEntries(facts.map(({ fact, name }) => [fact.id, `${name}_by`])),
      scores: Object.fromEntries(scores.map(({ id, name }) => [id, name])),
    },
  }
}

type Column = [name: string, type: string]

const isList = ({ type }: FactDefinition): boolean => type === 'codes' || type === 'activities' || type === 'certificates'

function columnType({ type }: FactDefinition, { text, integer, double }: Dialect['stored'], yes: string): string {
  if (type === 'boolean') return yes
  if (type === 'code') return text
  return type === 'number' ? double : integer
}

function itemColumns({ type }: FactDefinition, { text, integer, double, key }: Dialect['stored'], yes: string): Column[] {
  const shared: Column[] = [
    ['person', `${key} NOT NULL`],
    ['kind', text],
  ]
  if (type === 'certificates') return [...shared, ['level', integer], ['issued_on', text]]
  return [...shared, ['topic', text], ['starts', text], ['ends', text], ['hours', double], ['certificate', yes]]
}

function sourceOf(fact: FactDefinition, name: string): FactSource {
  const listed = { column: `${name}_listed` }
  const child = { table: name, person: 'person', listed, kind: 'kind' }
  switch (fact.type) {
    case 'codes':
      return { table: 'people_codes', person: 'person', where: { fact: fact.id }, code: 'code', holds: 'holds', listed }
    case 'activities':
      return { ...child, topic: 'topic', from: 'starts', to: 'ends', hours: 'hours', certificate: 'certificate' }
    case 'certificates':
      return { ...child, level: 'level', issuedOn: 'issued_on' }
    default:
      return name
  }
}

function createText(dialect: Dialect, table: string, columns: readonly Column[], key?: string): string {
  const lines = columns.map(([name, type]) => `  ${quoted(dialect, name)} ${type}`)
  return `CREATE TABLE ${quoted(dialect, table)} (\n${[...lines, ...(key ? [`  ${key}`] : [])].join(',\n')}\n);\n`
}
