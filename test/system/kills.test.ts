import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const command = resolve('dist/cli/index.js')
const folder = mkdtempSync(join(tmpdir(), 'cdht-kills-'))
// Its own, so that what a run leaves there can be seen.
const temporary = mkdtempSync(join(tmpdir(), 'cdht-kills-tmp-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(temporary, { recursive: true, force: true })
})

const copies = 3
const argv = ['assess', 'people.csv', '--on', '2025-12-31', '--out', 'results.csv']
const inputs = ['people.csv']
const options = { cwd: folder, env: { ...process.env, TMPDIR: temporary } }
const start = (): ChildProcess => spawn('node', [command, ...argv], { ...options, stdio: 'ignore' })
const ended = (of: ChildProcess): Promise<number | string | null> =>
  new Promise((resolve) => of.once('close', (code, signal) => resolve(signal ?? code)))
const present = (): string[] => readdirSync(folder).filter((name) => !inputs.includes(name))

/** Waits until the run is writing, so that there is something to take away. */
async function untilWriting(): Promise<void> {
  for (let i = 0; i < 2000 && !present().some((name) => name.endsWith('.tmp')); i++) await wait(2)
}

let whole = ''
/** Milliseconds of one run. */
let span = 0
beforeAll(() => {
  const [headings = '', ...rows] = readFileSync('docs/examples/data/people-2000.csv', 'utf8').trimEnd().split('\n')
  const people = Array.from({ length: copies }, (_, copy) => rows.map((row) => row.replace(/^P/, `P${copy}-`))).flat()
  // One wrong row, so that there is a list of rejected ones as well.
  writeFileSync(join(folder, 'people.csv'), [headings, ...people, 'P-wrong,nobody'].join('\n'))
  const begin = performance.now()
  const { status } = spawnSync('node', [command, ...argv], { ...options, stdio: 'ignore' })
  span = performance.now() - begin
  expect(status).toBe(1)
  expect(present().sort()).toEqual(['results.csv', 'results.rejected.csv'])
  whole = readFileSync(join(folder, 'results.csv'), 'utf8')
})

test('killed at any moment, a run leaves no file or a whole file under the final name', async () => {
  let killed = 0
  for (let i = 0; i < 20; i++) {
    for (const name of present()) if (!name.endsWith('.tmp')) rmSync(join(folder, name))
    const run = start()
    // Some of the moments lie about the end, where files are renamed.
    await Promise.race([ended(run), wait(Math.random() * span * 1.1)])
    run.kill('SIGKILL')
    if (run.exitCode === null && run.signalCode === null) killed += (await ended(run)) === 'SIGKILL' ? 1 : 0
    for (const name of present()) {
      if (name === 'results.csv') expect(readFileSync(join(folder, name), 'utf8') === whole, 'whole results').toBe(true)
      else if (name === 'results.rejected.csv') expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^.+\r\n6002,.+\r\n$/s)
      else expect(name).toMatch(/^results(\.rejected)?\.csv\.[\w-]+-\d+\.tmp$/)
    }
  }
  expect(killed).toBeGreaterThan(5)

  const strange = ['results.csv.tmp', `other.csv.${'x'.repeat(8)}-1.tmp`]
  for (const name of strange) writeFileSync(join(folder, name), 'of somebody else')
  expect(await ended(start())).toBe(1)
  expect(present().sort()).toEqual(['results.csv', 'results.rejected.csv', ...strange].sort())
  for (const name of strange) rmSync(join(folder, name))
}, 120_000)

describe('interrupted, a run takes its temporary files away at once', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s', async (signal, code) => {
    for (const name of present()) rmSync(join(folder, name))
    const run = start()
    await untilWriting()
    run.kill(signal)
    expect(await ended(run)).toBe(code)
    expect(present()).toEqual([])
    expect(readdirSync(temporary)).toEqual([])
  })
})

describe('a run that sorts a long list on the disk', () => {
  const list = [...argv, '--activities', 'activities.csv']
  const folders = (): string[] => readdirSync(temporary)
  const startSorting = async (): Promise<ChildProcess> => {
    const run = spawn('node', [command, ...list], { ...options, stdio: 'ignore' })
    for (let i = 0; i < 10_000 && folders().length === 0; i++) await wait(2)
    expect(folders()).toEqual([expect.stringMatching(/^cdht-[\w-]+-\d+-\w{6}$/)])
    return run
  }
  beforeAll(() => {
    inputs.push('activities.csv')
    const rows = Array.from({ length: 120_000 }, (_, i) => `P${(i * 7919) % 120_000},course`)
    writeFileSync(join(folder, 'activities.csv'), ['id,kind', ...rows].join('\n'))
    for (const name of present()) rmSync(join(folder, name))
  })

  test('takes its folder away when it is interrupted', async () => {
    const run = await startSorting()
    run.kill('SIGINT')
    expect(await ended(run)).toBe(130)
    expect([...folders(), ...present()]).toEqual([])
  })

  test('killed, leaves it to the next run, whatever that does', async () => {
    const run = await startSorting()
    run.kill('SIGKILL')
    await ended(run)
    expect(folders()).toHaveLength(1)
    const strange = join(temporary, 'cdht-of-somebody-else')
    writeFileSync(strange, '')
    spawnSync('node', [command, 'sets'], { ...options, stdio: 'ignore' })
    expect(folders()).toEqual(['cdht-of-somebody-else'])
    rmSync(strange)
  })

  test('takes it away when it is done', () => {
    expect(spawnSync('node', [command, ...list], { ...options, stdio: 'ignore' }).status).toBe(1)
    expect(folders()).toEqual([])
    expect(present().sort()).toEqual(['results.activities.rejected.csv', 'results.csv', 'results.rejected.csv'])
  })
})
