import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The packed package in an empty project, as a user gets it. Needs `npm run build` first, and the registry. */
const folder = mkdtempSync(join(tmpdir(), 'cdht-package-'))
const root = process.cwd()
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
let packed: string[] = []

beforeAll(() => {
  const [info] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root, encoding: 'utf8' }),
  ) as [{ filename: string; files: { path: string }[] }]
  packed = info.files.map(({ path }) => path)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  run('npm', 'install', '--no-audit', '--no-fund', join(folder, info.filename))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const person = `{ id: 'p', group: 'farmer', evidence: { readingFrequency: 2 } }`

describe('the packed package', () => {
  it('holds what it needs and no test, case or script', () => {
    expect(packed).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'criteria/framework.json', 'schemas/record.schema.json']),
    )
    expect(packed.filter((path) => /^(test|scripts|bench|docs|criteria\/cases)\//.test(path))).toEqual([])
  })

  it('runs as an ES module', () => {
    writeFileSync(
      join(folder, 'm.mjs'),
      `import { evaluate } from 'cong-dan-hoc-tap'
       import { compile } from 'cong-dan-hoc-tap/core'
       import { farmer } from 'cong-dan-hoc-tap/sets/farmer'
       import { readPeople } from 'cong-dan-hoc-tap/csv'
       const person = ${person}
       const one = evaluate(person, { on: '2025-12-31' }), two = compile(farmer, { on: '2025-12-31' }).assess(person)
       console.log(JSON.stringify(one) === JSON.stringify(two), one.verdict, typeof readPeople)`,
    )
    expect(run('node', 'm.mjs').trim()).toBe('true unknown function')
  })

  it('runs as CommonJS', () => {
    writeFileSync(
      join(folder, 'm.cjs'),
      `const { evaluate } = require('cong-dan-hoc-tap')
       const { civilServant } = require('cong-dan-hoc-tap/sets/civil-servant')
       const facts = require('cong-dan-hoc-tap/criteria/facts.json')
       console.log(evaluate(${person}, { on: '2025-12-31' }).verdict, civilServant.group, facts.id)`,
    )
    expect(run('node', 'm.cjs').trim()).toBe('unknown civil-servant facts')
  })

  it('brings a command', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(run('npx', '--no-install', 'cdht', '--version')).toContain(version)
  })
})
