import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as prettier from 'prettier'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evaluate, isCdhtError, loadSet, sets, type CitizenRecord } from '../../src/index.js'
import { emitModule } from '../../src/emit.js'
import { everyOperator } from '../support/every-operator.js'
import { criteriaJson } from '../support/plain/set.js'
import { emitted, moduleOf, withoutTexts } from './emitted.js'

const on = '2025-12-31'
const person: CitizenRecord = {
  id: 'p-1',
  group: 'farmer',
  evidence: {
    readingFrequency: 3,
    supportActions: { teach: true },
    digitalActivities: ['cc-email', 'idl-news'],
    learningActivities: [{ kind: 'course', topic: 'production', from: '2025-03', hours: 7.5 }, { from: '2026' }],
    certificates: [{ kind: 'it-basic' }],
  },
}
const all = [...Object.values(sets), loadSet([...['framework', 'facts', 'digital-skills'].map(criteriaJson), everyOperator])]

const folder = mkdtempSync(join(tmpdir(), 'cdht-emit-'))
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(all)('$id', (set) => {
  const { code, declarations } = emitModule(set, { on })

  test('the same set and day give the same text', () => {
    expect(emitModule(structuredClone(set), { on })).toEqual({ code, declarations })
    expect(emitModule(set, { on: '2024-12-31' }).code).not.toBe(code)
  })

  test('the text is as a formatter would have it', async () => {
    const options = { ...(await prettier.resolveConfig('src/emit.ts')), filepath: 'emitted.js' }
    expect(await prettier.format(code, options)).toBe(code)
    expect(await prettier.format(declarations, { ...options, filepath: 'emitted.d.ts' })).toBe(declarations)
  })

  test('it imports nothing and names nothing of the place where it runs', () => {
    const source = ts.createSourceFile('emitted.js', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS)
    const names = new Set<string>()
    const declared = new Set<string>()
    const visit = (node: ts.Node): void => {
      expect(ts.isImportDeclaration(node) || ts.isExportDeclaration(node), node.getText()).toBe(false)
      if (ts.isIdentifier(node)) {
        const { parent } = node
        const isName = 'name' in parent && parent.name === node
        if (isName && !ts.isPropertyAccessExpression(parent)) declared.add(node.text)
        else if (!ts.isPropertyAccessExpression(parent) || parent.expression === node) names.add(node.text)
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
    const free = [...names].filter((name) => !declared.has(name)).sort()
    const language = [
      'Array',
      'Float64Array',
      'Infinity',
      'Int32Array',
      'Int8Array',
      'Map',
      'Math',
      'NaN',
      'Number',
      'Object',
      'Set',
      'undefined',
    ]
    expect(free.filter((name) => !language.includes(name))).toEqual([])
    expect(names).toContain('Float64Array')
  })

  test('it says what every level and number rests on, and calls nothing official that is not', async () => {
    const module = await emitted(set, { on })
    const told = module.indicators as unknown as { levels: { points: number; basis: string; parameters: object[] }[] }[]
    expect(told.map(({ levels }) => levels.map(({ points, basis }) => [points, basis]))).toEqual(
      set.indicators.map(({ levels }) => levels.map(({ points, basis }) => [points, basis])),
    )
    for (const [, parameter, value, basis] of code.matchAll(/\/\/ ([\w-]+) = (\S+): ([\w-]+)$/gm)) {
      const steps = set.parameters[parameter!]!.values.filter(({ from }) => from <= on)
      expect(steps.at(-1), parameter).toMatchObject({ value: Number(value), basis })
    }
    const together = set.indicators.map((_, i) => module.indicators[i]!['basis'])
    expect([...code.matchAll(/^\/\/ .*; all of it together: (.*)$/gm)].map(([, basis]) => basis)).toEqual(together)
    expect(code.match(/\/\/ \d+ points: \w/g)).toHaveLength(told.flatMap(({ levels }) => levels).length)
  })
})

describe('a file of it', () => {
  let js = ''
  beforeAll(() => {
    js = file('farmer.mjs', emitModule(sets.farmer, { on }).code)
  })

  test('runs alone where no code can be made from text', () => {
    const main = file(
      'main.mjs',
      `import { assess } from './farmer.mjs'
       let made = true
       try { new Function('return 1') } catch { made = false }
       console.log(JSON.stringify([made, assess(${JSON.stringify(person)})]))`,
    )
    const text = execFileSync(process.execPath, ['--disallow-code-generation-from-strings', main], {
      cwd: folder,
      encoding: 'utf8',
      env: { TZ: 'America/New_York' },
    })
    const [made, told] = JSON.parse(text) as [boolean, unknown]
    expect(made).toBe(false)
    expect(told).toEqual(withoutTexts(evaluate(person, { on })))
    expect(js).toContain('farmer.mjs')
  })

  test('has declarations that a strict TypeScript takes', () => {
    file('farmer.d.mts', emitModule(sets.farmer, { on, accept: ['self'] }).declarations)
    const use = (line: string): string[] => {
      const main = file(
        'use.mts',
        `import { assess, indicators, openIn, pointsInto, scoreInto, set, slots } from './farmer.mjs'\n${line}`,
      )
      const program = ts.createProgram([main], {
        strict: true,
        noEmit: true,
        module: ts.ModuleKind.NodeNext,
        target: ts.ScriptTarget.ES2022,
        types: [],
        skipLibCheck: false,
      })
      return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
    }
    expect(
      use(`const S = new Float64Array(2 * slots.length)
           pointsInto(S, openIn(S), new Float64Array(20))
           const done: boolean = scoreInto({}, new Float64Array(26))
           const verdict: 'met' | 'unmet' | 'unknown' | undefined = assess({})?.verdict
           const labels: string[] = indicators.flatMap(({ levels }) => levels.map(({ label }) => label.vi))
           console.log(done, verdict, labels, set.accept, slots[0]?.bit)
           declare const console: { log(...all: unknown[]): void }`),
    ).toEqual([])
    expect(use(`assess({}).verdict; set.on = '2026-12-31'`)).toHaveLength(2)
  })
})

test('what a module shows it works by, and nobody can change it', async () => {
  const module = await emitted(sets.farmer, { on })
  expect(() => Object.assign(module.indicators[0] as object, { basis: 'official' })).toThrow(TypeError)
  expect(() => (module.slots as unknown[]).push({})).toThrow(TypeError)
  expect(module.set).toMatchObject({ id: 'farmer', on, digest: sets.farmer.digest })
})

test('a result holds nothing of the module or of the record', async () => {
  const module = await emitted(sets.farmer, { on })
  const before = structuredClone(person)
  const [one, two] = [module.assess(person), module.assess(person)]
  expect(one).toStrictEqual(two)
  Object.assign((one as { set: { files: string[] } }).set.files, ['changed'])
  ;(one as { warnings: { path: unknown[] }[] }).warnings[0]!.path.length = 0
  expect(module.assess(person)).toStrictEqual(two)
  expect(JSON.parse(JSON.stringify(two))).toStrictEqual(two)
  expect(person).toStrictEqual(before)
})

test('an overlay of a province is emitted like any other set', async () => {
  const set = loadSet({
    id: 'province',
    extends: 'farmer',
    version: '1',
    indicators: {
      reading: {
        levels: [
          {
            points: 5,
            basis: 'proposed',
            label: { vi: 'Thử', en: 'Test' },
            when: { not: { fact: 'booksRead', operator: 'lessThan', value: 2 } },
          },
          {
            points: 8,
            basis: 'proposed',
            label: { vi: 'Thử', en: 'Test' },
            when: { fact: 'booksRead', operator: 'greaterThan', value: 3 },
          },
          {
            points: 10,
            basis: 'proposed',
            label: { vi: 'Thử', en: 'Test' },
            when: { fact: 'booksRead', operator: 'equal', value: 200 },
          },
        ].map((level) => ({ ...level, rationale: { vi: 'Thử', en: 'Test' } })),
      },
    },
  })
  const { code } = emitModule(set, { on })
  expect(code).toContain('if (booksRead > 3) return 8')
  const module = await moduleOf(code)
  for (const booksRead of [undefined, 0, 1, 2, 3, 4, 199, 200]) {
    const record: CitizenRecord = { id: 'p-1', group: 'farmer', evidence: { booksRead } }
    expect(module.assess(record), String(booksRead)).toEqual(withoutTexts(evaluate(record, { on, set })))
  }
})

test('what cannot be compiled cannot be emitted', () => {
  for (const options of [{ on: '2025-02-30' }, { on: '2020-01-01' }, { on, accept: ['nobody'] as never }]) {
    const refused = (): unknown => emitModule(sets.farmer, options)
    expect(refused).toThrow(expect.toSatisfy((error: unknown) => isCdhtError(error) && error.code === 'options'))
  }
})
