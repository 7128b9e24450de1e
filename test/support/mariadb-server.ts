import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Database, ResultRow } from '../sql/databases.js'
import { asUser } from './as-user.js'

/** Everything that one answer may have. */
const maxBuffer = 2 ** 30
/** Tries to reach the server, a fifth of a second apart. */
const tries = 300

/** A MariaDB server with a folder of its own, which takes no connections from outside; it is gone once closed. */
export async function openMariaDbServer(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'cdht-mariadb-'))
  const [data, socket] = [join(folder, 'data'), join(folder, 'socket')]
  const as = asUser('mysql')
  if (as.length > 0) execFileSync('chown', ['mysql', folder])
  const run = (...command: string[]): [string, string[]] => {
    const [program, ...argv] = [...as, ...command] as [string, ...string[]]
    return [program, argv]
  }
  const [install, installing] = run('mariadb-install-db', '--no-defaults', `--datadir=${data}`)
  execFileSync(install, [...installing, '--auth-root-authentication-method=normal', '--skip-test-db'], { stdio: 'pipe' })
  const settings = ['--skip-networking', '--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=512M']
  const [start, starting] = run('mariadbd', '--no-defaults', `--datadir=${data}`, `--socket=${socket}`, ...settings)
  const server = spawn(start, starting, { cwd: folder, stdio: 'ignore' })
  const ended = once(server, 'exit')
  const client = (sql: string, database?: string): string =>
    execFileSync(
      'mariadb',
      ['--no-defaults', '-u', 'root', '-S', socket, '-B', '--default-character-set=utf8mb4', ...(database ? [database] : [])],
      { input: sql, encoding: 'utf8', maxBuffer, stdio: ['pipe', 'pipe', 'pipe'] },
    )
  for (let left = tries; ; left--)
    try {
      client('CREATE DATABASE main CHARACTER SET utf8mb4')
      break
    } catch (error) {
      if (left === 0) throw error
      await setTimeout(200)
    }
  return {
    dialect: 'mariadb',
    loading: 'mariadb',
    // Names and texts as in the other engines for loading; queries meet the server's own settings.
    run: (sql) => Promise.resolve(void client(`SET sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES';\n${sql}`, 'main')),
    rows: (sql) => Promise.resolve(rowsOf(client(sql, 'main'))),
    close: async () => {
      execFileSync('mariadb-admin', ['--no-defaults', '-u', 'root', '-S', socket, 'shutdown'])
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The client's own lines: columns between tabs, with what would break a line behind a backslash. */
function rowsOf(text: string): ResultRow[] {
  const [head = '', ...lines] = text.split('\n')
  const names = head.split('\t')
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i] as string, valueOf(names[i] as string, cell)])))
}

const isNumber = /(?:_lower|_upper|_halves)$|^(?:threshold|people|n)$/
const marks: Record<string, string> = { n: '\n', t: '\t', 0: '\0', '\\': '\\' }

function valueOf(column: string, cell: string): string | number | null {
  if (cell === 'NULL') return null
  return isNumber.test(column) ? Number(cell) : cell.replaceAll(/\\([nt0\\])/g, (_, mark: string) => marks[mark] as string)
}
