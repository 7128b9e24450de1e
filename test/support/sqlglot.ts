import { spawnSync } from 'node:child_process'

export interface Parsed {
  /** What is wrong, where it cannot be parsed. */
  error?: string
  /** The kinds of statements. */
  statements: string[]
  /** Names of tables, columns and queries, and constants that are texts. */
  names: string[]
  texts: string[]
  /** Parts that the parser only carries along. */
  commands: number
}

const script = new URL('parse-sql.py', import.meta.url).pathname

/** Reads texts as sqlglot's dialects of SQL do. */
export function parsedBySqlglot(tasks: readonly { dialect: 'tsql' | 'oracle'; sql: string }[]): Parsed[] {
  const { status, stdout, stderr } = spawnSync('python3', [script], {
    input: JSON.stringify(tasks),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (status !== 0) throw new Error(`needs sqlglot 30.30.0, e.g. from pip: ${stderr.slice(-2000)}`)
  return JSON.parse(stdout) as Parsed[]
}
