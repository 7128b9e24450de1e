import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installPacked, type PackedPackage } from '../support/packed-package.js'

let packed: PackedPackage
const inPackage = (...path: string[]): string => join(packed.folder, 'node_modules', 'cong-dan-hoc-tap', ...path)

beforeAll(() => {
  packed = installPacked()
}, 120_000)
afterAll(() => packed.remove())

const bundled = ['json-rules-engine', 'clone', 'eventemitter2', 'hash-it']

/** An assessment of somebody whose one fact comes late, and the events of it. */
const body = `
  const engine = createEngine(farmer, { on: '2025-12-31', facts: { readingFrequency: () => Promise.resolve(3) }, timeout: 1000 })
  const met = []
  engine.raw.on('level-met', ({ indicator, points, id }) => met.push(indicator + '/' + points + ' of ' + id))
  engine.assess('P1').then(({ verdict, indicators }) => console.log(verdict, indicators[0].score.lower, met.join()))`
const printed = 'unknown 5 reading/5 of P1'

describe('the engine of the packed package', () => {
  it('brings nothing of json-rules-engine into the tree, jsonpath-plus least of all', () => {
    const installed = readdirSync(join(packed.folder, 'node_modules'))
    for (const name of [...bundled, 'jsonpath-plus', 'jsep']) expect(installed).not.toContain(name)
    const files = readdirSync(inPackage(), { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => /node_modules/.test(file))).toEqual([])
  })

  it('holds no code that makes code of a path, and ships the licences of what it holds', () => {
    for (const file of ['engine.js', 'engine.cjs']) {
      const text = readFileSync(inPackage('dist', file), 'utf8')
      // Names that jsonpath-plus has and our stub has not.
      for (const name of ['SafeEval', 'safeEval', '_trace', 'currScriptClass', 'runInNewContext'])
        expect(text).not.toContain(name)
      expect(text).toContain('a path in a condition is not supported')
    }
    const licences = readFileSync(inPackage('THIRD-PARTY-LICENSES'), 'utf8')
    for (const name of bundled) {
      const folder = join(process.cwd(), 'node_modules', name)
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
      expect(licences).toContain(`${name} ${version} (`)
      const file = ['LICENSE', 'LICENSE.txt'].find((one) => existsSync(join(folder, one)))!
      expect(licences).toContain(readFileSync(join(folder, file), 'utf8').trim())
    }
  })

  it('runs as an ES module', () => {
    packed.write(
      'engine.mjs',
      `import { createEngine } from 'cong-dan-hoc-tap/engine'
       import { farmer } from 'cong-dan-hoc-tap/sets/farmer'
       ${body}`,
    )
    expect(packed.run('node', 'engine.mjs').trim()).toBe(printed)
  })

  it('runs as CommonJS, where code cannot be made from text, and writes no values when told to debug', () => {
    packed.write(
      'engine.cjs',
      `const { createEngine } = require('cong-dan-hoc-tap/engine')
       const { farmer } = require('cong-dan-hoc-tap/sets/farmer')
       process.env.DEBUG = 'json-rules-engine'
       ${body}`,
    )
    expect(packed.run('node', '--disallow-code-generation-from-strings', 'engine.cjs').trim()).toBe(printed)
    expect(packed.run('env', 'DEBUG=json-rules-engine', 'node', 'engine.cjs').trim()).toBe(printed)
  })

  it('runs the example of the guide', () => {
    packed.write('10-engine.mjs', readFileSync('docs/examples/10-engine.mjs', 'utf8'))
    const lines = packed.run('node', '10-engine.mjs').trim().split('\n')
    expect(lines.slice(-4)).toEqual([
      'NB-001: unknown, 18–100',
      'NB-002: unmet, 8–90',
      'NB-003: unknown, 5–95; không lấy được · failed: communitySessions',
      'NB-002: unmet, không cần lấy · not fetched: informationSources,learningPlan,communitySessions',
    ])
  })

  it.each(['nodenext', 'node10'])('type-checks without json-rules-engine (%s)', (resolution) => {
    packed.write(
      'engine.ts',
      `import { createEngine, toRules, type LevelMet } from 'cong-dan-hoc-tap/engine'
       import { farmer } from 'cong-dan-hoc-tap/sets/farmer'
       const engine = createEngine(farmer, { on: '2025-12-31', facts: { booksRead: async (id) => id.length } })
       engine.raw.on('level-met', (level: LevelMet) => level.points.toFixed())
       export const verdict: Promise<'met' | 'unmet' | 'unknown'> = engine.assess('P1').then((result) => result.verdict)
       export const names: string[] = toRules(farmer, { on: '2025-12-31' }).rules.map(({ name }) => name)
       // @ts-expect-error a number of books is no text
       createEngine(farmer, { on: '2025-12-31', facts: { booksRead: async () => 'many' } })`,
    )
    const how =
      resolution === 'nodenext'
        ? { module: 'nodenext' }
        : { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0' }
    const compilerOptions = { noEmit: true, strict: true, target: 'es2022', types: [], ...how }
    packed.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['engine.ts'] }))
    const tsc = createRequire(join(process.cwd(), 'package.json')).resolve('typescript/bin/tsc')
    expect(packed.run('node', tsc, '-p', 'tsconfig.json')).toBe('')
  })
})
