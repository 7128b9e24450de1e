import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { apiReport, entriesOf } from './report.js'

/** Writes `api/`, or with `--check` says which of its files are not what the code has, and fails. */
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> }
const sets = readdirSync('src/sets/shipped').filter((name) => name.endsWith('.json'))
const groups = sets.map((name) => basename(name, '.json')).filter((name) => isGroup(name))
const report = apiReport(entriesOf(exports, groups))

function isGroup(name: string): boolean {
  const file = JSON.parse(readFileSync(`src/sets/shipped/${name}.json`, 'utf8')) as { group?: string }
  return file.group === name
}

if (process.argv.includes('--check')) {
  const written = new Map(readdirSync('api').map((name) => [`api/${name}`, readFileSync(`api/${name}`, 'utf8')]))
  const differ = [...new Set([...report.keys(), ...written.keys()])].filter((path) => report.get(path) !== written.get(path))
  for (const path of differ) console.error(`${path} is not what the code exports: run npm run api, and read the diff`)
  process.exitCode = differ.length > 0 ? 1 : 0
} else {
  rmSync('api', { recursive: true, force: true })
  mkdirSync('api')
  for (const [path, text] of report) writeFileSync(path, text)
}
