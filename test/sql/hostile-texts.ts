import { expect, test } from 'vitest'
import { compile, isCdhtError, type CitizenRecord } from '../../src/index.js'
import { toSql, type SqlTables } from '../../src/sql.js'
import { hostile, mark, poison } from '../support/poison.js'
import type { Database } from './databases.js'
import { everySet } from './equality.js'
import { expectedRow } from './expected.js'

const on = '2025-12-31'
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const constant = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Every name and text tries to leave its quotes and to drop this table. */
export const attacks = [
  `a"; DROP TABLE canary; --`,
  `a'; DROP TABLE canary; --`,
  `a" AS x FROM canary; DROP TABLE canary; SELECT "`,
  `a */ DROP TABLE canary; /*`,
  `a\n; DROP TABLE canary;\n--`,
  `a\\'; DROP TABLE canary; --`,
  `$$; DROP TABLE canary; $$`,
  `cột "số" 1`,
  `\u202edrop\u202c`,
  `😀`,
  `select`,
  `Group`,
]

export function testHostileTexts(database: () => Database): void {
  test('hostile names of tables and columns, and hostile values, stay names and values', async () => {
    const { set } = everySet
    // MariaDB has no such characters in names.
    const usable = attacks.map((name) => (database().dialect === 'mariadb' ? name.replace('😀', 'ngôi sao') : name))
    const names = (at: number): string => usable[at % usable.length] as string
    const [people, codes, items] = [names(0), names(2), names(4)]
    const tables: SqlTables = {
      people: { table: ['main', people], id: names(1), group: { column: names(3), values: { [names(5)]: set.group } } },
      facts: {
        readingFrequency: names(6),
        occupation: { column: names(7), values: Object.fromEntries(attacks.map((text) => [text, 'salt'])) },
        requiredLearningDone: names(8),
        supportActions: { table: codes, person: names(9), code: names(10), where: { [names(11)]: names(5) } },
        learningActivities: {
          table: items,
          person: names(0),
          kind: { column: names(1), values: { [names(4)]: 'course' } },
          topic: { value: 'law' },
          from: { column: names(7), type: 'date' },
          listed: 'always',
        },
      },
      scores: { reading: names(11) },
    }
    if (!['duckdb', 'sqlite'].includes(database().dialect)) tables.people.table = people
    const evidence = { readingFrequency: 3, occupation: 'salt', requiredLearningDone: true, supportActions: ['teach'] as const }
    const records = attacks.map((_, i): CitizenRecord => ({
      id: `p-${i}`,
      group: set.group,
      evidence: { ...evidence, learningActivities: [{ kind: 'course', topic: 'law', from: '2025-06-15' }] } as never,
      scores: { reading: 7.5 },
    }))
    const run = (sql: string): Promise<void> => database().run(sql)
    await run('CREATE TABLE canary (a integer)')
    await run(
      `CREATE TABLE ${quoted(people)} (${[1, 3, 7].map((at) => `${quoted(names(at))} text`).join()}, ` +
        `${quoted(names(6))} integer, ${quoted(names(8))} boolean, ${quoted(names(11))} numeric(4, 1))`,
    )
    await run(`CREATE TABLE ${quoted(codes)} (${[9, 10, 11].map((at) => `${quoted(names(at))} text`).join()})`)
    await run(
      `CREATE TABLE ${quoted(items)} (${[0, 1].map((at) => `${quoted(names(at))} text`).join()}, ${quoted(names(7))} date)`,
    )
    for (const [i, text] of attacks.entries()) {
      const id = constant(`p-${i}`)
      await run(`INSERT INTO ${quoted(people)} VALUES (${id}, ${constant(names(5))}, ${constant(text)}, 3, true, 7.5)`)
      await run(`INSERT INTO ${quoted(codes)} VALUES (${id}, 'teach', ${constant(names(5))}), (${id}, 'fund', 'x')`)
      await run(`INSERT INTO ${quoted(items)} VALUES (${id}, ${constant(names(4))}, '2025-06-15')`)
    }
    const rows = await database().rows(toSql(set, { on, dialect: database().dialect, tables }))
    const assessor = compile(set, { on })
    const byId = new Map(rows.map((row) => [row['id'], row]))
    for (const record of records) expect(byId.get(record.id)).toEqual(expectedRow(assessor.assess(record), set))
    expect(await database().rows('SELECT * FROM canary')).toEqual([])
    for (const table of ['canary', people, codes, items]) await run(`DROP TABLE ${quoted(table)}`)
  })

  test('names that the engine cannot have are refused', () => {
    const { set } = everySet
    const { dialect } = database()
    const others: Partial<Record<typeof dialect, string>> = { mariadb: '😀', spark: 'a${env:HOME}' }
    const refused = [
      ...[others[dialect] ?? []].flat(),
      '',
      'a\0b',
      '\ud800x',
      'x'.repeat(300),
      'ộ'.repeat(300),
      'cdht_people',
      'CDHT_known',
    ]
    for (const name of refused) {
      const mappings: [SqlTables, (string | number)[]][] = [
        [{ people: { table: name, id: 'id' } }, ['tables', 'people', 'table']],
        [
          { people: { table: 'p', id: 'id' }, facts: { supportActions: { table: name, person: 'p', code: 'c' } } },
          ['tables', 'facts', 'supportActions', 'table'],
        ],
        ...(/^cdht/i.test(name)
          ? []
          : ([
              [{ people: { table: 'p', id: name } }, ['tables', 'people', 'id']],
              [{ people: { table: 'p', id: 'id' }, facts: { readingFrequency: name } }, ['tables', 'facts', 'readingFrequency']],
            ] as [SqlTables, string[]][])),
      ]
      for (const [tables, path] of mappings) {
        const issues = issuesOf(() => toSql(set, { on, dialect, tables }))
        expect(issues[0]?.path, JSON.stringify(name)).toEqual(path)
        if (name !== '') expect(issues).toMatchObject([{ code: 'unusable_name', dialect }])
      }
    }
    const tables = { people: { table: 'p', id: 'id', group: { column: 'g', values: { 'a\0': set.group } } } }
    expect(issuesOf(() => toSql(set, { on, dialect, tables }))).toMatchObject([{ code: 'unusable_name' }])
  })

  test('a set full of hostile texts has them in constants alone', async () => {
    // A text with NUL, or with half a character, no query can hold; what stands in braces is a parameter to the library.
    const writable = hostile.filter((text) => !/[\0{]|\p{Cs}/u.test(text))
    const { set, rename } = poison(everySet.set, writable)
    const facts = Object.fromEntries(
      ['occupation', 'supportActions'].map((fact) => [
        rename(fact),
        fact === 'supportActions' ? { table: 'codes', person: 'p', code: 'c', listed: 'always' as const } : fact,
      ]),
    )
    const { dialect } = database()
    const query = toSql(set, { on, dialect, tables: { people: { table: 'people', id: 'id', group: 'g' }, facts } })
    const outside = query.replaceAll(/E'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'/gsu, '').replaceAll(/(["`])(?:(?!\1).|\1\1)*\1/gsu, '')
    expect(query.split(mark).length).toBeGreaterThan(50)
    expect(outside.includes(mark)).toBe(false)
    await database().run('CREATE TABLE people (id text, g text, "occupation" text)')
    await database().run('CREATE TABLE codes (p text, c text)')
    const literal = (text: string): string => constant(text)
    await database().run(
      `INSERT INTO people VALUES ('p-1', ${literal(set.group)}, ${literal(rename('salt'))}), ('p-2', 'other', NULL)`,
    )
    await database().run(`INSERT INTO codes VALUES ('p-1', ${literal(rename('teach'))})`)
    const [row, ...more] = await database().rows(query)
    expect(more).toEqual([])
    expect(row).toMatchObject({ id: 'p-1', group: set.group, set: set.id, refused: null })
    await database().run('DROP TABLE people; DROP TABLE codes')
  })
}

function issuesOf(act: () => unknown): readonly { code: string; path: readonly (string | number)[] }[] {
  try {
    act()
  } catch (error) {
    if (isCdhtError(error)) return error.issues
    throw error
  }
  return []
}
