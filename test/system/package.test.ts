import { readFileSync, writeFileSync } from 'node:fs'
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
      expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'criteria/framework.json', 'schemas/record.schema.json']),
    )
    expect(packed.files.filter((path) => /^(test|scripts|bench|docs|criteria\/cases)\//.test(path))).toEqual([])
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
