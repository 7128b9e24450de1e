import { spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../src/cli/run.js'
import { assessPlainly } from './files-plain.js'
import { writeTable } from './files-table.js'

/**
 * Files of people to files of results, each run in a process of its own: `cdht assess` beside the plain route. Both must
 * write the same bytes, or nothing is told.
 */
const on = '2025-12-31'
const goals = { ratio: 4, rows: 300_000, megabytes: 200 }
const routes = { cdht: assessByCommand, plain: assessPlainly }
type Route = keyof typeof routes

interface Run {
  seconds: number
  /** Of the processor, by all threads: what the run costs where others work on the machine as well. */
  cpuSeconds: number
  /** Peak memory of the process, in MB (10^6 bytes). */
  megabytes: number
}

const [route, input, output] = process.argv.slice(2)
if (route !== undefined && Object.hasOwn(routes, route)) await runRoute(route as Route, input as string, output as string)
else await compareRoutes(process.argv.includes('--long'))

async function assessByCommand(people: string, results: string, day: string): Promise<void> {
  const nowhere = { write: () => true }
  const code = await run(['assess', people, '--on', day, '--out', results], {
    stdin: process.stdin,
    stdout: nowhere,
    stderr: process.stderr,
    today: () => day,
  })
  if (code !== 0) throw new Error(`cdht assess ended with ${code}`)
}

async function runRoute(name: Route, people: string, results: string): Promise<void> {
  const start = performance.now()
  await routes[name](people, results, on)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage()
  const told: Run = { seconds, cpuSeconds: (user + system) / 1e6, megabytes: (process.resourceUsage().maxRSS * 1024) / 1e6 }
  console.log(JSON.stringify(told))
}

function startRoute(name: Route, people: string, results: string): Run {
  const { stdout, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, people, results], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`route ${name} failed`)
  return JSON.parse(stdout) as Run
}

async function compareRoutes(isLong: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cdht-bench-'))
  try {
    const file = (name: string): string => join(folder, name)
    for (const [what, blank] of [
      ['all facts given', 0],
      ['20 % of the cells blank', 0.2],
    ] as const) {
      const rows = 1_000_000
      const bytes = await writeTable(file('people.csv'), rows, blank)
      console.log(`\n${rows.toLocaleString('en')} rows, ${what}: ${(bytes / rows).toFixed(0)} bytes a row`)
      const plain = startRoute('plain', file('people.csv'), file('plain.csv'))
      const ours = startRoute('cdht', file('people.csv'), file('cdht.csv'))
      await checkSame(file('plain.csv'), file('cdht.csv'))
      tell('plain route', rows, bytes, plain)
      tell('cdht assess', rows, bytes, ours)
      judge('times the plain route', plain.seconds / ours.seconds, goals.ratio)
      console.log(`  the plain route takes ${(plain.cpuSeconds / ours.cpuSeconds).toFixed(2)} times the time of the processor`)
      judge('rows a second', rows / ours.seconds, goals.rows)
      judge('MB at most', ours.megabytes, goals.megabytes, 'most')
    }
    if (isLong) {
      const rows = 10_000_000
      const bytes = await writeTable(file('people.csv'), rows, 0)
      console.log(`\n${rows.toLocaleString('en')} rows, all facts given`)
      const ours = startRoute('cdht', file('people.csv'), file('cdht.csv'))
      tell('cdht assess', rows, bytes, ours)
      judge('rows a second', rows / ours.seconds, goals.rows)
      judge('MB at most', ours.megabytes, goals.megabytes, 'most')
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function tell(name: string, rows: number, bytes: number, { seconds, cpuSeconds, megabytes }: Run): void {
  const whole = (number: number): string => Math.round(number).toLocaleString('en').padStart(9)
  console.log(
    `  ${name.padEnd(12)} ${whole(rows / seconds)} rows/s  ${(bytes / 1e6 / seconds).toFixed(1).padStart(6)} MB/s  ${((cpuSeconds / rows) * 1e6).toFixed(1).padStart(5)} µs of processor a row  peak ${whole(megabytes)} MB`,
  )
}

function judge(what: string, measured: number, goal: number, kind: 'least' | 'most' = 'least'): void {
  const reached = kind === 'least' ? measured >= goal : measured <= goal
  const short = measured < 100 ? measured.toFixed(2) : Math.round(measured).toLocaleString('en')
  console.log(`  goal: ${goal.toLocaleString('en')} ${what}: ${short}, ${reached ? 'reached' : 'NOT REACHED'}`)
}

/** @throws when two files differ */
async function checkSame(one: string, other: string): Promise<void> {
  if (statSync(one).size !== statSync(other).size) throw new Error('the results files differ in length')
  const others = createReadStream(other)[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  for await (const chunk of createReadStream(one) as AsyncIterable<Buffer>) {
    const next = await others.next()
    if (next.done || !chunk.equals(next.value)) throw new Error('the results files differ')
  }
}
