import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

const command = resolve('dist/cli/index.js')
const folder = mkdtempSync(join(tmpdir(), 'cdht-faults-'))
const temporary = mkdtempSync(join(tmpdir(), 'cdht-faults-tmp-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(temporary, { recursive: true, force: true })
})

const env = { ...process.env, TMPDIR: temporary, LANG: 'C' }
const assess = ['assess', 'people.csv', '--on', '2025-12-31', '--lang', 'en']
const toFile = [...assess, '--out', 'results.csv']
const present = (): string[] => readdirSync(folder).filter((name) => name !== 'people.csv')

interface Ended {
  status: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}
/** @param before - a shell's words before the command, such as a limit */
function run(argv: readonly string[], before = ''): Ended {
  const shell = `${before} node "$@"`
  return spawnSync('bash', ['-c', shell, 'bash', command, ...argv], { cwd: folder, env, encoding: 'utf8' })
}
const start = (argv: readonly string[]): ChildProcess => spawn('node', [command, ...argv], { cwd: folder, env })
const endOf = async (child: ChildProcess): Promise<{ status: number | null; stderr: string }> => {
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdout?.resume()
  const status = await new Promise<number | null>((done) => child.once('close', done))
  return { status, stderr }
}

const [headings = '', ...rows] = readFileSync('docs/examples/data/people-2000.csv', 'utf8').trimEnd().split('\n')
const people = (copies: number): string =>
  [headings, ...Array.from({ length: copies }, (_, copy) => rows.map((row) => row.replace(/^P/, `P${copy}-`))).flat()].join('\n')
const many = people(10)
const few = people(1)
let whole = ''

beforeAll(() => {
  writeFileSync(join(folder, 'people.csv'), many)
  expect(run(toFile).status).toBe(0)
  whole = readFileSync(join(folder, 'results.csv'), 'utf8')
  expect(whole.split('\r\n')).toHaveLength(10 * 2000 + 2)
})
beforeEach(() => {
  for (const name of present()) rmSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'people.csv'), few)
})

describe('the disk is full', () => {
  test.each([
    ['results.csv', 100],
    ['results.xlsx', 100],
    ['results.ndjson', 100],
  ])('%s: nothing is left, and the sentence names the file', (name, kilobytes) => {
    const { status, stderr } = run([...assess, '--out', name], `trap '' XFSZ; ulimit -f ${kilobytes};`)
    expect(status).toBe(2)
    expect(stderr.trim()).toBe(`Cannot write ${name} (EFBIG).`)
    expect(present()).toEqual([])
  })
  test('under a report: no results either, whichever file did not fit', () => {
    const { status, stderr } = run([...toFile, '--report', 'report.html'], `trap '' XFSZ; ulimit -f 64;`)
    expect(status).toBe(2)
    expect(stderr).toContain('(EFBIG)')
    expect(present()).toEqual([])
  })
  test('under standard output: said on standard error, with exit code 2 and no trace of the code', () => {
    for (const argv of [['sets'], assess, ['help']]) {
      const { status, stderr } = run([...argv, '--lang', 'en'], 'exec > /dev/full;')
      expect(status, argv.join(' ')).toBe(2)
      expect(stderr.trim(), argv.join(' ')).toBe('cdht: cannot write to standard output (ENOSPC).')
    }
  })
  test('under the answers of a kept process', () => {
    const lines = '{"id":"a","group":"farmer"}\n'.repeat(50)
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `exec node "$@" > /dev/full`, 'bash', command, 'assess', '-', ...assess.slice(2)],
      {
        env,
        input: lines,
        encoding: 'utf8',
      },
    )
    expect([status, stderr.trim()]).toEqual([2, 'cdht: cannot write to standard output (ENOSPC).'])
  })
})

test('a folder that may only be read', () => {
  mkdirSync(join(folder, 'closed'))
  chmodSync(join(folder, 'closed'), 0o555)
  // The superuser may write everywhere, unless it gives that up.
  const asUser = process.getuid?.() === 0 ? `setpriv --bounding-set=-dac_override --inh-caps=-dac_override` : ''
  const { status, stderr } = run([...assess, '--out', 'closed/results.csv'], asUser)
  expect(stderr.trim()).toBe('Cannot write closed/results.csv (EACCES).')
  expect(status).toBe(2)
  expect(readdirSync(join(folder, 'closed'))).toEqual([])
})

describe('the input, while it is read', () => {
  const changedMidway = async (change: (path: string) => void): Promise<{ status: number | null; stderr: string }> => {
    writeFileSync(join(folder, 'people.csv'), many)
    const child = start(toFile)
    const end = endOf(child)
    const isWriting = (): boolean => present().some((name) => name.endsWith('.tmp') && statSync(join(folder, name)).size > 0)
    for (let i = 0; i < 5000 && !isWriting(); i++) await wait(1)
    expect(child.exitCode).toBe(null)
    change(join(folder, 'people.csv'))
    return end
  }
  test('is removed: what was open is read to its end', async () => {
    const { status } = await changedMidway((path) => rmSync(path))
    expect(status).toBe(0)
    expect(readFileSync(join(folder, 'results.csv'), 'utf8') === whole).toBe(true)
  })
  test('is replaced by a new file under its name: the same', async () => {
    const { status } = await changedMidway((path) => {
      writeFileSync(`${path}.new`, few)
      renameSync(`${path}.new`, path)
    })
    expect(status).toBe(0)
    expect(readFileSync(join(folder, 'results.csv'), 'utf8') === whole).toBe(true)
  })
  test.each([
    ['is cut between two rows', (path: string) => truncateSync(path, Buffer.byteLength(people(9)))],
    ['grows', (path: string) => appendFileSync(path, '\nP-late,farmer')],
  ])('%s: refused, and nothing is written', async (_, change) => {
    const { status, stderr } = await changedMidway(change)
    expect(stderr).toContain('people.csv was changed while it was read')
    expect(status).toBe(2)
    expect(present()).toEqual([])
  })
})

describe('memory', () => {
  test('is enough at 64 MB of objects for 20,000 people', () => {
    writeFileSync(join(folder, 'people.csv'), many)
    expect(run(toFile, 'export NODE_OPTIONS=--max-old-space-size=64;').status).toBe(0)
    expect(readFileSync(join(folder, 'results.csv'), 'utf8') === whole).toBe(true)
  })
  test('runs out: no file under the final name, and the next run takes away what was left', () => {
    const { status, signal } = run(toFile, 'ulimit -c 0; export NODE_OPTIONS=--max-old-space-size=12;')
    expect([134, 'SIGABRT', 'SIGTRAP']).toContain(signal ?? status)
    expect(present()).not.toContain('results.csv')
    expect(run(toFile).status).toBe(0)
    expect(present()).toEqual(['results.csv'])
  })
})

test('a reader that has seen enough is no failure', () => {
  const shell = (line: string): Ended =>
    spawnSync('bash', ['-c', `set -o pipefail; ${line}`, 'bash', command], { cwd: folder, env, encoding: 'utf8' })
  expect(shell('node "$1" sets | head -1')).toMatchObject({ status: 0, stderr: '' })
  expect(shell('node "$1" help assess | head -1')).toMatchObject({ status: 0, stderr: '' })
  const answers = shell(`yes '{"id":"a","group":"farmer"}' | head -5000 | node "$1" assess - --on 2025-12-31 | head -2`)
  expect(answers.stderr).toBe('')
  expect(answers.stdout.split('\n').map((line) => line.slice(0, 20))).toEqual([
    '{"line":1,"ok":true,',
    '{"line":2,"ok":true,',
    '',
  ])
})

test('two runs that write one file at a time: one whole file, nothing beside it', async () => {
  writeFileSync(join(folder, 'people.csv'), many)
  const ends = await Promise.all([1, 2, 3].map(() => endOf(start(toFile))))
  expect(ends.map(({ status }) => status)).toEqual([0, 0, 0])
  expect(readFileSync(join(folder, 'results.csv'), 'utf8') === whole).toBe(true)
  expect(present()).toEqual(['results.csv'])
})
