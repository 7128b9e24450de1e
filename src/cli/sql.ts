import { isCdhtError, type CriteriaSet, type Issue, type Lang } from '../index.js'
import { referenceTables, sqlDialects, toSql, type SqlDialect, type SqlOptions, type SqlTables } from '../sql.js'
import { readArguments } from './arguments.js'
import { setsNamed } from './criteria-files.js'
import { Refusal, speak, type ExitCode, type Io } from './io.js'
import { readJsonFile } from './json-file.js'
import { acceptOf, dayOf, judgingOptions } from './judge.js'
import { setBasis } from './set-basis.js'
import { basisNotice, text } from './text.js'
import { writeWhole } from './write-whole.js'
import { withIssues } from './with-issues.js'

const options = {
  ...judgingOptions,
  dialect: { type: 'string' },
  mapping: { type: 'string' },
  shape: { type: 'string' },
  ddl: { type: 'boolean' },
  out: { type: 'string' },
} as const

/** `cdht sql`: a set and a day as one query, or the tables for those who have none, to a file or to the terminal. */
export async function sql(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments('sql', argv, options)
  if (positionals.length > 0) throw new Refusal(text.noFile, 'sql')
  if (values.set === undefined) throw new Refusal(text.setMissing, 'sql')
  const dialect = values.dialect as SqlDialect | undefined
  if (dialect === undefined || !sqlDialects.includes(dialect)) throw new Refusal(text.oneOf('--dialect', sqlDialects), 'sql')
  const { shape, out } = values
  if (shape !== undefined && shape !== 'assessments' && shape !== 'tally')
    throw new Refusal(text.oneOf('--shape', ['assessments', 'tally']), 'sql')
  if (out !== undefined && !/[^/\\]\.sql$/.test(out)) throw new Refusal(text.queryName, 'sql')
  const [set, another] = (await setsNamed('sql', { set: values.set })).set as [CriteriaSet, CriteriaSet?]
  if (another !== undefined) throw new Refusal(text.oneQueryOnly, 'sql')
  const say = speak(lang)
  if (values.ddl) {
    const { ddl, tables } = referenceTables(set, dialect)
    if (out === undefined) io.stdout.write(ddl)
    else {
      const beside = out.replace(/\.sql$/, '.mapping.json')
      await writeWhole([
        [out, ddl],
        [beside, `${JSON.stringify(tables, undefined, 2)}\n`],
      ])
      io.stdout.write(`${say(text.tablesWritten(set.id, out, beside))}\n`)
    }
    return 0
  }
  if (values.mapping === undefined) throw new Refusal(text.mappingMissing, 'sql')
  const on = dayOf('sql', values.on, io)
  const accept = acceptOf('sql', values.accept)
  const chosen = { on, ...(accept && { accept }) }
  const basis = setBasis('sql', set, chosen)
  const tables = (await readJsonFile(values.mapping)) as SqlTables
  const query = queryOf(set, { ...chosen, dialect, tables, shape }, values.mapping)
  if (out === undefined) {
    io.stdout.write(query)
    return 0
  }
  await writeWhole([[out, query]])
  io.stdout.write(`${say(text.queryWritten(set.id, on, out))}\n\n${say(basisNotice[basis])}\n`)
  return 0
}

/** @throws {Refusal} with all that is wrong with the mapping */
function queryOf(set: CriteriaSet, options: SqlOptions, file: string): string {
  try {
    return toSql(set, options)
  } catch (error) {
    if (!isCdhtError(error)) throw error
    throw new Refusal(withIssues(text.unusableMapping(file), error.issues.map(inFile)), 'sql')
  }
}

/** The place in the file, which is the option `tables` of the library. */
const inFile = (one: Issue): Issue => (one.path[0] === 'tables' ? { ...one, path: one.path.slice(1) } : one)
