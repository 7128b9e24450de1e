import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asUser } from './as-user.js'
import type { Database, ResultRow } from '../sql/databases.js'

const installed = '/usr/lib/postgresql'
/** Everything that one answer may have. */
const maxBuffer = 2 ** 30

/** The programs of the newest server that Debian has installed. */
function programs(): string {
  const versions = existsSync(installed) ? readdirSync(installed).filter((version) => /^\d+$/.test(version)) : []
  const newest = versions.toSorted((a, b) => Number(a) - Number(b)).at(-1)
  if (newest === undefined) throw new Error('no PostgreSQL server: apt-get install postgresql')
  return join(installed, newest, 'bin')
}

/** A PostgreSQL server with a folder of its own, which takes no connections from outside; it is gone once closed. */
export function openPostgresServer(): Database {
  const bin = programs()
  const folder = mkdtempSync(join(tmpdir(), 'cdht-postgres-'))
  const data = join(folder, 'data')
  const as = asUser('postgres')
  const start = (program: string, ...argv: string[]): void => {
    const [command, ...rest] = [...as, join(bin, program), ...argv] as [string, ...string[]]
    const { status, stderr } = spawnSync(command, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
    if (status !== 0) throw new Error(`${program}: ${stderr}`)
  }
  if (as.length > 0) execFileSync('chown', ['postgres', folder])
  start('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync')
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off', 'shared_buffers=1GB', 'work_mem=256MB']
  start('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings.map((one) => `-c ${one}`).join(' '), 'start')
  const psql = (sql: string): string =>
    execFileSync(join(bin, 'psql'), ['-h', folder, '-U', 'postgres', '-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-f', '-'], {
      input: sql,
      encoding: 'utf8',
      maxBuffer,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
  return {
    dialect: 'postgres',
    loading: 'postgres',
    run: (sql) => Promise.resolve(void psql(sql)),
    rows: (sql) => {
      const lines = psql(`SELECT row_to_json(t) FROM (${sql}) AS t`).split('\n')
      return Promise.resolve(lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ResultRow))
    },
    close: () => {
      start('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
      return Promise.resolve()
    },
  }
}
