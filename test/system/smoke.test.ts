import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build as esbuild } from 'esbuild'
import { chromium } from 'playwright-core'
import type { build as viteBuild } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installPacked, type PackedPackage } from '../support/packed-package.js'

/** Each the newest of its line that this was tried with; kept between runs. */
const nodes = { 22: '22.23.3', 24: '24.21.0', 26: '26.10.0' }
const nodesFolder = resolve('.cache/nodes')
const binaryOf = (line: string | number): string => join(nodesFolder, `node_modules/n${line}/bin/node`)
const versionOf = (binary: string): string =>
  existsSync(binary) ? execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim() : ''
const webpack = 'webpack@5.112.2'

let packed: PackedPackage
beforeAll(() => {
  packed = installPacked()
  packed.run('npm', 'install', '--no-audit', '--no-fund', '--save-exact', webpack)
  if (Object.entries(nodes).some(([line, version]) => versionOf(binaryOf(line)) !== `v${version}`)) {
    mkdirSync(nodesFolder, { recursive: true })
    const names = Object.entries(nodes).map(
      ([line, version]) => `n${line}@npm:node-${process.platform}-${process.arch}@${version}`,
    )
    execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', nodesFolder, ...names], { stdio: 'pipe' })
  }
}, 300_000)
afterAll(() => packed.remove())

/** What the entries that run everywhere do. */
const everywhere = `
  const record = { id: 'p', group: 'farmer', disadvantagedArea: null, evidence: { readingFrequency: 3, supportActions: ['teach'] } }
  const one = evaluate(record, { on: '2025-12-31' })
  const same = JSON.stringify(compile(farmer, { on: '2025-12-31' }).assess(record)) === JSON.stringify(one)
  const count = tally()
  count.add(one, record)
  const told = [one.verdict, one.score.lower, one.score.upper, same, explain(one, { lang: 'vi' }).length > 500, count.toJSON().schema]`
const expected = 'unknown,5,95,true,true,2'

const names = {
  'cong-dan-hoc-tap': '{ evaluate, explain, tally }',
  'cong-dan-hoc-tap/core': '{ compile }',
  'cong-dan-hoc-tap/sets/farmer': '{ farmer }',
}
const imports = (of: Record<string, string>): string =>
  Object.entries(of)
    .map(([from, what]) => `import ${what} from '${from}'\n`)
    .join('')
const requires = (of: Record<string, string>): string =>
  Object.entries(of)
    .map(([from, what]) => `const ${what} = require('${from}')\n`)
    .join('')

describe('in Node.js', () => {
  const more = {
    'cong-dan-hoc-tap/csv': '{ readPeople }',
    'cong-dan-hoc-tap/emit': '{ emitModule }',
    'cong-dan-hoc-tap/engine': '{ createEngine }',
    'cong-dan-hoc-tap/ndjson': '{ writeAssessments }',
    'cong-dan-hoc-tap/report': '{ renderReport }',
    'cong-dan-hoc-tap/sql': '{ toSql }',
    'cong-dan-hoc-tap/xlsx': '{ writeTemplate }',
  }
  const body = `${everywhere}
  const read = async () => {
    for await (const row of readPeople(['id;group\\nP1;farmer\\n'].map((text) => Buffer.from(text)))) told.push(row.record.group)
    told.push(await createEngine(farmer, { on: '2025-12-31' }).assess(record).then(({ verdict }) => verdict))
    told.push(emitModule(farmer, { on: '2025-12-31' }).code.length > 1000, renderReport(count, { lang: 'en' }).endsWith('</html>\\n'))
    told.push(typeof writeAssessments, typeof toSql, typeof writeTemplate)
    console.log(told.join())
  }
  read()`
  const whole = `${expected},farmer,unknown,true,true,function,function,function`

  const binaries: [string, string][] = Object.keys(nodes).map((line) => [line, binaryOf(line)])
  it.each([['the one that runs this', process.execPath] as [string, string], ...binaries])(
    '%s: every entry, as ES module and as CommonJS, and the command',
    (_, node) => {
      packed.write('all.mjs', imports({ ...names, ...more }) + body)
      packed.write('all.cjs', requires({ ...names, ...more }) + body)
      for (const file of ['all.mjs', 'all.cjs']) expect(packed.run(node, file).trim()).toBe(whole)
      packed.write('people.csv', 'Mã;Nhóm\nP1;Nông dân\n')
      const command = join('node_modules', 'cong-dan-hoc-tap', 'dist', 'cli', 'index.js')
      expect(packed.run(node, command, 'inspect', 'people.csv')).toContain('1 đọc được + 0 bị loại')
    },
  )
})

describe('in TypeScript', () => {
  const tsc = createRequire(resolve('package.json')).resolve('typescript/bin/tsc')
  const program = `${imports(names)}
    import { readPeople, type ReadPeopleOptions } from 'cong-dan-hoc-tap/csv'
    import { renderReport } from 'cong-dan-hoc-tap/report'
    import { toSql } from 'cong-dan-hoc-tap/sql'
    import { emitModule } from 'cong-dan-hoc-tap/emit'
    import type { Assessment, CitizenRecord, Verdict } from 'cong-dan-hoc-tap/core'
    const record: CitizenRecord = { id: 'p', group: 'farmer' }
    const result: Assessment = evaluate(record, { on: '2025-12-31' })
    export const told: [Verdict, string] = [compile(farmer, { on: '2025-12-31' }).assess(record).verdict, explain(result, { lang: 'vi' })]
    export const page: string = renderReport(tally(), { lang: 'vi' })
    export const code: string = emitModule(farmer, { on: '2025-12-31' }).code
    export const used: unknown[] = [readPeople, toSql] satisfies unknown[]
    export type Options = ReadPeopleOptions
    // @ts-expect-error the day must be given
    evaluate(record, {})
    // @ts-expect-error no such verdict
    export const wrong: boolean = result.verdict === 'granted'`

  it.each([
    ['node16, ES module', 'all.mts', { module: 'node16', moduleResolution: 'node16' }],
    ['node16, CommonJS', 'all.cts', { module: 'node16', moduleResolution: 'node16' }],
    ['bundler', 'all.ts', { module: 'esnext', moduleResolution: 'bundler' }],
    ['node10', 'all.ts', { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0' }],
  ])('%s', (_, file, how) => {
    packed.write(file, program)
    const compilerOptions = {
      noEmit: true,
      strict: true,
      target: 'es2022',
      lib: ['es2023'],
      types: [],
      skipLibCheck: true,
      ...how,
    }
    packed.write('tsconfig.json', JSON.stringify({ compilerOptions, files: [file] }))
    expect(packed.run('node', tsc, '-p', 'tsconfig.json')).toBe('')
  })
})

describe('bundled', () => {
  const app = (): string => join(packed.folder, 'app.mjs')
  const makers: Record<string, () => Promise<unknown> | string> = {
    esbuild: () =>
      esbuild({
        entryPoints: [app()],
        bundle: true,
        minify: true,
        format: 'iife',
        charset: 'utf8',
        outfile: join(packed.folder, 'esbuild.js'),
        logLevel: 'silent',
      }),
    // It comes with vitest.
    vite: async () => {
      const { build } = (await import(
        createRequire(createRequire(resolve('package.json')).resolve('vitest')).resolve('vite')
      )) as {
        build: typeof viteBuild
      }
      const lib = { entry: app(), formats: ['iife' as const], name: 'app', fileName: () => 'vite.js' }
      await build({ root: packed.folder, configFile: false, logLevel: 'silent', build: { lib, outDir: '.', emptyOutDir: false } })
    },
    webpack: () => {
      packed.write(
        'build.cjs',
        `require('webpack')({ mode: 'production', entry: './app.mjs', output: { path: __dirname, filename: 'webpack.js' }, performance: { hints: false } },
           (error, stats) => { if (error || stats.hasErrors() || stats.hasWarnings()) { console.error(error ?? stats.toString()); process.exitCode = 1 } })`,
      )
      return packed.run('node', 'build.cjs')
    },
  }

  it.each(Object.entries(makers))(
    'by %s: runs where no code is made of text, and in a browser that forbids it',
    async (name, make) => {
      packed.write('app.mjs', `${imports(names)}${everywhere}\nglobalThis.told = told.join()`)
      await make()
      const code = readFileSync(join(packed.folder, `${name}.js`), 'utf8')

      // As in an edge worker: no names but those of the language.
      const sandbox = createContext({}, { codeGeneration: { strings: false, wasm: false } })
      expect(() => runInContext(`Function('return 1')`, sandbox)).toThrow()
      runInContext(code, sandbox)
      expect(runInContext('told', sandbox)).toBe(expected)

      const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
      try {
        const page = await browser.newPage()
        const complaints: string[] = []
        page.on('pageerror', (error) => complaints.push(error.message))
        page.on('console', (message) => complaints.push(message.text()))
        const policy = "default-src 'none'; script-src 'self'; img-src data:; require-trusted-types-for 'script'"
        await page.route('http://app.test/**', (route) =>
          route.request().url().endsWith('.js')
            ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: code })
            : route.fulfill({
                contentType: 'text/html; charset=utf-8',
                headers: { 'content-security-policy': policy },
                body: '<!doctype html><link rel="icon" href="data:,"><script src="app.js"></script>',
              }),
        )
        await page.goto('http://app.test/')
        expect(await page.evaluate('told')).toBe(expected)
        expect(complaints).toEqual([])
      } finally {
        await browser.close()
      }
    },
  )
})
