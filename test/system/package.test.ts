import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installPacked, type PackedPackage } from '../support/packed-package.js'
import { workbook } from '../support/workbook.js'

let packed: PackedPackage
beforeAll(() => {
  packed = installPacked()
}, 120_000)
afterAll(() => packed.remove())

const person = `{ id: 'p', group: 'farmer', evidence: { readingFrequency: 2 } }`

describe('the packed package', () => {
  it('holds what it needs and no test, case or script', () => {
    expect(packed.files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'CHANGELOG.md',
        'criteria/framework.json',
        'schemas/record.schema.json',
        'conformance/index.json',
      ]),
    )
    expect(packed.files.filter((path) => /^(test|scripts|bench|docs|criteria\/cases)\//.test(path))).toEqual([])
  })

  it('holds nothing else, and is no larger than it has to be', () => {
    const known =
      /^(dist|criteria|schemas|conformance)\/|^(README|CHANGELOG)\.md$|^LICENSE(-CRITERIA)?$|^THIRD-PARTY-LICENSES$|^sbom\.cdx\.json$|^package\.json$/
    expect(packed.files.filter((path) => !known.test(path))).toEqual([])
    expect(packed.size).toBeLessThan(4_000_000)
    expect(packed.unpackedSize).toBeLessThan(18_000_000)
  })

  it('runs as an ES module', () => {
    packed.write(
      'm.mjs',
      `import { evaluate } from 'cong-dan-hoc-tap'
       import { compile } from 'cong-dan-hoc-tap/core'
       import { farmer } from 'cong-dan-hoc-tap/sets/farmer'
       import { readPeople } from 'cong-dan-hoc-tap/csv'
       const person = ${person}
       const one = evaluate(person, { on: '2025-12-31' }), two = compile(farmer, { on: '2025-12-31' }).assess(person)
       console.log(JSON.stringify(one) === JSON.stringify(two), one.verdict, typeof readPeople)`,
    )
    expect(packed.run('node', 'm.mjs').trim()).toBe('true unknown function')
  })

  it('runs as CommonJS', () => {
    packed.write(
      'm.cjs',
      `const { evaluate } = require('cong-dan-hoc-tap')
       const { civilServant } = require('cong-dan-hoc-tap/sets/civil-servant')
       const facts = require('cong-dan-hoc-tap/criteria/facts.json')
       console.log(evaluate(${person}, { on: '2025-12-31' }).verdict, civilServant.group, facts.id)`,
    )
    expect(packed.run('node', 'm.cjs').trim()).toBe('unknown civil-servant facts')
  })

  it('emits a module that runs without the package', () => {
    packed.run('npx', '--no-install', 'cdht', 'emit', '--set', 'farmer', '--on', '2025-12-31', '--out', 'farmer.mjs')
    packed.write(
      'emitted.mjs',
      `import { readFileSync } from 'node:fs'
       import { evaluate } from 'cong-dan-hoc-tap'
       import { emitModule } from 'cong-dan-hoc-tap/emit'
       import { farmer } from 'cong-dan-hoc-tap/sets/farmer'
       import { assess } from './farmer.mjs'
       const { code } = emitModule(farmer, { on: '2025-12-31' })
       const [told, known] = [assess(${person}), evaluate(${person}, { on: '2025-12-31' })]
       console.log(code === readFileSync('farmer.mjs', 'utf8'), told.score.upper === known.score.upper, told.verdict)`,
    )
    expect(packed.run('node', 'emitted.mjs').trim()).toBe('true true unknown')
  })

  it('reads people from every kind of file, as ES module and as CommonJS', () => {
    writeFileSync(
      join(packed.folder, 'people.xlsx'),
      workbook([
        {
          name: 'A',
          rows: [
            ['Mã', 'Nhóm'],
            ['P1', 'Nông dân'],
          ],
        },
      ]),
    )
    packed.write('people.ndjson', '{"id":"P1","group":"farmer"}\n')
    packed.write('people.csv', 'Mã;Nhóm\nP1;Nông dân\n')
    const kinds = ['csv', 'xlsx', 'ndjson']
    const read = `const { createReadStream } = require('node:fs')
       Promise.all(${JSON.stringify(kinds)}.map(async (kind) => {
         const { readPeople } = await load(kind)
         for await (const row of readPeople(createReadStream('people.' + kind))) return row.record.group
       })).then((groups) => console.log(groups.join()))`
    packed.write('f.cjs', `const load = async (kind) => require('cong-dan-hoc-tap/' + kind)\n${read}`)
    packed.write(
      'f.mjs',
      `import { createRequire } from 'node:module'
       const require = createRequire(import.meta.url)
       const load = (kind) => import('cong-dan-hoc-tap/' + kind)
       ${read}`,
    )
    for (const file of ['f.cjs', 'f.mjs']) expect(packed.run('node', file).trim()).toBe('farmer,farmer,farmer')
    expect(packed.run('npx', '--no-install', 'cdht', 'inspect', 'people.xlsx')).toContain('1 đọc được + 0 bị loại')
  })

  it('names every package whose code is in the command, with its version, among the licences', () => {
    const code = readFileSync(join(process.cwd(), 'dist/cli/index.js'), 'utf8')
    const folders = new Set(
      [...code.matchAll(/^\/\/ (node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//gm)].map(([, one]) => one),
    )
    expect(folders.size).toBeGreaterThan(5)
    const licences = readFileSync(join(process.cwd(), 'THIRD-PARTY-LICENSES'), 'utf8')
    for (const folder of folders) {
      const { name, version, license } = JSON.parse(readFileSync(join(folder as string, 'package.json'), 'utf8')) as Record<
        string,
        string
      >
      expect(licences).toContain(`${name} ${version} (${license})\n`)
    }
  })

  it('carries the charts of the report inside, with their licences, and draws without making code of text', () => {
    const licences = readFileSync(join(packed.folder, 'node_modules', 'cong-dan-hoc-tap', 'THIRD-PARTY-LICENSES'), 'utf8')
    const installed = readdirSync(join(packed.folder, 'node_modules'))
    for (const [name, folder, files] of [
      ['echarts', 'echarts', ['LICENSE', 'NOTICE', 'licenses/LICENSE-d3']],
      ['zrender', 'zrender', ['LICENSE']],
      ['tslib', 'zrender/node_modules/tslib', ['LICENSE.txt']],
    ] as const) {
      const path = join(process.cwd(), 'node_modules', folder)
      const { version } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as { version: string }
      expect(licences).toContain(`${name} ${version} (`)
      for (const file of files) expect(licences).toContain(readFileSync(join(path, file), 'utf8').replaceAll('\r\n', '\n').trim())
      expect(installed).not.toContain(name)
    }
    const body = `const count = tally()
       const person = ${person}
       for (let i = 0; i < 9; i++) count.add(evaluate(person, { on: '2025-12-31' }), person)
       const page = renderReport(count, { lang: 'vi' })
       console.log(page.endsWith('</html>\\n'), (page.match(/role="img"/g) ?? []).length)`
    const names = `{ evaluate, tally }`
    packed.write(
      'r.mjs',
      `import ${names} from 'cong-dan-hoc-tap'\nimport { renderReport } from 'cong-dan-hoc-tap/report'\n${body}`,
    )
    packed.write(
      'r.cjs',
      `const ${names} = require('cong-dan-hoc-tap'), { renderReport } = require('cong-dan-hoc-tap/report')\n${body}`,
    )
    for (const file of ['r.mjs', 'r.cjs'])
      expect(packed.run('node', '--disallow-code-generation-from-strings', file).trim()).toBe('true 10')
    packed.run('npx', '--no-install', 'cdht', 'assess', 'people.csv', '--on', '2025-12-31', '--report', 'report.html')
    expect(readFileSync(join(packed.folder, 'report.html'), 'utf8')).toContain('</html>')
  })

  it('writes workbooks of results, as ES module and as CommonJS, and a form by the command', () => {
    const write = `const record = ${person}
       const results = writeAssessments(createWriteStream('results.xlsx'))
       results.write(evaluate(record, { on: '2025-12-31' }), record)
         .then(() => results.end())
         .then(() => console.log(results.rows, readFileSync('results.xlsx').subarray(0, 2).toString()))`
    packed.write(
      'w.cjs',
      `const { createWriteStream, readFileSync } = require('node:fs')
       const { evaluate } = require('cong-dan-hoc-tap')
       const { writeAssessments } = require('cong-dan-hoc-tap/xlsx')
       ${write}`,
    )
    packed.write(
      'w.mjs',
      `import { createWriteStream, readFileSync } from 'node:fs'
       import { evaluate } from 'cong-dan-hoc-tap'
       import { writeAssessments } from 'cong-dan-hoc-tap/xlsx'
       ${write}`,
    )
    for (const file of ['w.cjs', 'w.mjs']) expect(packed.run('node', file).trim()).toBe('1 PK')
    packed.run('npx', '--no-install', 'cdht', 'template', '--group', 'farmer', '--out', 'form.xlsx')
    expect(packed.run('npx', '--no-install', 'cdht', 'inspect', 'form.xlsx')).toContain('0 bị loại')
  })

  it('brings a command', () => {
    const { version } = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { version: string }
    expect(packed.run('npx', '--no-install', 'cdht', '--version')).toContain(version)
  })
})
