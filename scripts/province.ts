// A province of people who do not exist through the built command, from a list to a report, with the time and the memory of each step.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const adults = process.argv[2] ?? '1000000'
const folder = mkdtempSync(join(tmpdir(), 'cdht-province-'))
const at = (name: string): string => join(folder, name)
/** Runs before the command, in its process, and tells the most memory that it had. */
const told = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\\n`))",
)}`

function step(name: string, ...argv: string[]): void {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', told, 'dist/cli/index.js', ...argv], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const seconds = (performance.now() - start) / 1000
  console.log(`${name}: ${seconds.toFixed(1)} s, ${Math.round(Number(adults) / seconds)} people/s, ${stderr.trim()}`)
  if (status !== 0) throw new Error(`${name} ended with ${status}`)
  if (argv[0] === 'report') console.log(stdout)
}

try {
  step('simulate', 'simulate', '--out', at('people.csv'), '--adults', adults)
  step('assess', 'assess', at('people.csv'), '--on', '2025-12-31', '--out', at('results.csv'), '--tally', at('tally.json'))
  step('report of results', 'report', at('results.csv'), '--plan', 'ninh-binh-126', '--out', at('by-results.csv'))
  step('report of the tally', 'report', at('tally.json'), '--out', at('by-tally.csv'))
  const [byResults, byTally] = ['by-results.csv', 'by-tally.csv'].map((name) => readFileSync(at(name), 'utf8'))
  if (byResults !== byTally) throw new Error('results and tally give different reports')
  console.log(`the same report by results and by tally; files of ${Math.round(statSync(at('people.csv')).size / 1e6)} MB`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
