import { gzipSync } from 'node:zlib'
import vm from 'node:vm'
import { build } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluate, sets, type CitizenRecord } from '../src/index.js'
import { placesIn, valueAt } from './support/criteria-files.js'
import { criteriaJson, plainSetIds } from './support/plain/set.js'

/** As a page's bundler would: minified, for the browser, with nothing left outside. */
async function bundle(contents: string, format: 'esm' | 'iife' = 'esm'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    format,
    ...(format === 'iife' && { globalName: 'cdht' }),
  })
  return outputFiles[0]?.text ?? ''
}

const one = `export { compile } from './src/core.js'; export { farmer } from './src/sets/shipped/farmer.js'`
const texts = new Map<string, string>()
const textOf = (name: string): string => texts.get(name) ?? ''
beforeAll(async () => {
  texts.set('core and one set', await bundle(one))
  texts.set('main entry', await bundle(`export { evaluate } from './src/index.js'`))
  texts.set('all of the main entry', await bundle(`export * from './src/index.js'`))
  texts.set('in a page', await bundle(`export { evaluate, safeEvaluate } from './src/index.js'`, 'iife'))
  texts.set('all in a page', await bundle(`export * from './src/index.js'`, 'iife'))
})

/** Whether a text stands in a bundle as one whole text, whatever quotes the bundler chose. */
const isIn = (bundled: string, text: string): boolean =>
  [JSON.stringify(text), `'${text}'`, `\`${text}\``].some((quoted) => bundled.includes(quoted))

describe('core with the farmers’ set', () => {
  const labelsOf = (set: (typeof sets)[keyof typeof sets]): string[] =>
    set.indicators.flatMap(({ levels }) => levels.flatMap(({ label }) => [label.vi, label.en]))

  test('brings the farmers’ levels', () => {
    for (const label of labelsOf(sets.farmer)) expect(isIn(textOf('core and one set'), label), label).toBe(true)
  })
  test('brings no level of another group', () => {
    const own = new Set(labelsOf(sets.farmer))
    const others = Object.values(sets).flatMap(labelsOf)
    const foreign = [...new Set(others)].filter((label) => !own.has(label))
    expect(foreign.length).toBeGreaterThan(150)
    expect(foreign.filter((label) => isIn(textOf('core and one set'), label))).toEqual([])
    // The whole entry has them: the search would find them.
    expect(foreign.filter((label) => !isIn(textOf('main entry'), label))).toEqual([])
  })
  test('brings no list of files, no loader and no schema', () => {
    for (const foreign of ['parameter_order', 'not_nested', 'invalid_union', 'strictObject'])
      expect(textOf('core and one set')).not.toContain(foreign)
  })
})

describe('whatever is bundled', () => {
  const notes = [
    'framework',
    ...plainSetIds()
      .slice(1)
      .map((id) => `groups/${id}`),
    'facts',
    'digital-skills',
  ].flatMap((name) => {
    const file = criteriaJson(name)
    return [...placesIn(file)]
      .filter((path) => path.some((key) => ['note', 'rationale', 'usualEvidence', 'inspiredBy'].includes(String(key))))
      .map((path) => valueAt(file, path))
      .filter((text): text is string => typeof text === 'string' && text.length > 25)
  })
  test.each(['core and one set', 'main entry', 'all of the main entry'])(
    '%s has no note or reason for maintainers in it',
    (name) => {
      expect(notes.length).toBeGreaterThan(300)
      expect(notes.filter((note) => isIn(textOf(name), note))).toEqual([])
    },
  )
  test.each(['core and one set', 'main entry', 'all of the main entry'])('%s makes no code from text', (name) => {
    expect(textOf(name).length).toBeGreaterThan(50_000)
    expect(textOf(name)).not.toMatch(/new Function\b|\bFunction\(|=\s*Function\b|[^.\w]eval\(|\bimport\(/)
  })
  test.each([
    ['main entry', 45_000],
    // The goal is 25,000. Not reached: the texts of facts and levels in two languages alone are 7,700 of it.
    ['core and one set', 26_000],
  ])('%s has at most %i bytes in gzip', (name, most) => {
    expect(gzipSync(textOf(name), { level: 9 }).length).toBeLessThanOrEqual(most)
  })
})

describe('in a realm that has nothing but the language', () => {
  const intrinsics = [
    'Object',
    'Function',
    'Array',
    'String',
    'Number',
    'Boolean',
    'Date',
    'RegExp',
    'Map',
    'Set',
    'WeakMap',
    'Promise',
    'Error',
    'Symbol',
  ]
  const realm = (): vm.Context => vm.createContext({}, { codeGeneration: { strings: false, wasm: false } })
  const namesIn = (context: vm.Context): string[] =>
    vm.runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[]
  const freezeIn = (context: vm.Context): unknown =>
    vm.runInContext(intrinsics.map((name) => `Object.freeze(${name});Object.freeze(${name}.prototype)`).join(';'), context)
  const person: CitizenRecord = {
    id: 'p',
    group: 'farmer',
    evidence: {
      readingFrequency: 3,
      digitalActivities: ['cc-email'],
      learningActivities: [{ kind: 'course', from: '2025-03', hours: 7.5 }],
    },
  }
  const judge = `JSON.stringify(cdht.evaluate(${JSON.stringify(person)}, { on: '2025-12-31' }))`

  test('it judges as here, with every intrinsic frozen and no code made from text', () => {
    const context = realm()
    freezeIn(context)
    vm.runInContext(textOf('in a page'), context)
    expect(JSON.parse(vm.runInContext(judge, context) as string)).toEqual(evaluate(person, { on: '2025-12-31' }))
    expect(() => vm.runInContext('new Function("return 1")', context)).toThrow('Code generation')
  })
  test('it leaves no global behind', () => {
    const context = realm()
    const before = namesIn(context)
    vm.runInContext(textOf('in a page'), context)
    vm.runInContext(judge, context)
    expect(namesIn(context).filter((name) => !before.includes(name))).toEqual(['cdht'])
  })
  test('the whole entry leaves only what zod keeps for all copies of itself', () => {
    const context = realm()
    const before = namesIn(context)
    freezeIn(context)
    vm.runInContext(textOf('all in a page'), context)
    const text = `JSON.stringify([cdht.parseRecord(${JSON.stringify(person)}), cdht.explain(cdht.evaluate(${JSON.stringify(person)}, { on: '2025-12-31' }), { lang: 'vi' })])`
    const [parsed, told] = JSON.parse(vm.runInContext(text, context) as string) as [unknown, string]
    expect(parsed).toEqual(person)
    expect(told).toContain('Tổng điểm')
    expect(namesIn(context).filter((name) => !before.includes(name) && !name.startsWith('__zod_'))).toEqual(['cdht'])
  })
  test('with the encoder that pages and workers have, it loads an overlay', () => {
    const context = vm.createContext({ TextEncoder }, { codeGeneration: { strings: false, wasm: false } })
    vm.runInContext(textOf('all in a page'), context)
    const digest = vm.runInContext(`cdht.loadSet({ id: 'province', extends: 'farmer', version: '1' }).digest`, context) as string
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
  })
})
