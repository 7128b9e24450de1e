import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database, ResultRow } from '../sql/databases.js'

/** Everything that one answer may have. */
const maxBuffer = 2 ** 30

/** SQLite's own shell over a file, which is gone once closed. */
export function openSqlite(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'cdht-sqlite-'))
  const shell = (sql: string): string =>
    execFileSync('sqlite3', ['-batch', '-bail', '-json', join(folder, 'people.db')], {
      input: `${sql.trim().replace(/;$/, '')};\n`,
      encoding: 'utf8',
      maxBuffer,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
  return Promise.resolve({
    dialect: 'sqlite',
    loading: 'sqlite',
    run: (sql) => Promise.resolve(void shell(sql)),
    rows: (sql) => {
      const answer = shell(sql)
      return Promise.resolve(answer.trim() === '' ? [] : (JSON.parse(answer) as ResultRow[]))
    },
    close: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  })
}
