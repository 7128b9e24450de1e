import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { house } from '../scripts/house.js'

const folder = fileURLToPath(new URL('../src/', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))

interface Import {
  file: string
  /** File inside `src/`, or the name of a package. */
  of: string
  inside: boolean
  /** Types alone are gone when the code runs. */
  typesOnly: boolean
}

const statements = /^(import|export)(\s+type)?\b[^'"]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm
const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(folder + file, 'utf8').matchAll(statements)].map(([, , types, statically, dynamically]) => {
    const name = statically ?? dynamically ?? ''
    const inside = name.startsWith('.')
    const of = inside ? posix.join(posix.dirname(file), name).replace(/\.js$/, '.ts') : name
    return { file, of, inside, typesOnly: types !== undefined }
  }),
)

const layers = house.map((row) => row.map(({ name }) => name))
const layerOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] as string) : 'entry')
const heightOf = (layer: string): number => layers.findIndex((row) => row.includes(layer))
const told = (of: Import[]): string[] => of.map(({ file, of: other }) => `${file} imports ${other}`)

test('imports are found', () => {
  expect(imports.length).toBeGreaterThan(200)
  expect(imports.filter(({ of }) => of.endsWith('.json')).length).toBeGreaterThan(8)
  for (const { of } of imports.filter((one) => one.inside && !one.of.endsWith('.json'))) expect(files).toContain(of)
})

test('every folder is a layer, and every file outside is an entry', () => {
  const found = new Set(files.map(layerOf))
  expect([...found].filter((layer) => layer !== 'entry' && heightOf(layer) < 0)).toEqual([])
  for (const layer of ['model', 'rules', 'assessment', 'sets', 'population', 'intake', 'output', 'cli'])
    expect(found).toContain(layer)
})

test('dependencies point one way', () => {
  const upwards = imports.filter(
    ({ file, of, inside }) =>
      inside && layerOf(file) !== 'entry' && layerOf(of) !== 'entry' && heightOf(layerOf(of)) > heightOf(layerOf(file)),
  )
  expect(told(upwards)).toEqual([])
})

test('entries are for users and for the command line, which nobody imports', () => {
  const entries = imports.filter(
    ({ file, of, inside }) => inside && layerOf(of) === 'entry' && !['entry', 'cli'].includes(layerOf(file)),
  )
  expect(told(entries)).toEqual([])
  expect(told(imports.filter(({ file, of, inside }) => inside && layerOf(of) === 'cli' && layerOf(file) !== 'cli'))).toEqual([])
})

test('no file imports itself by a detour', () => {
  const next = new Map(
    files.map((file) => [file, imports.filter((one) => one.file === file && one.inside && !one.typesOnly).map(({ of }) => of)]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, way: string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' > '))
    if (done.has(file) || way.includes(file)) return
    for (const of of next.get(file) ?? []) visit(of, [...way, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect(circles).toEqual([])
})

test('the law is imported only by the shipped sets', () => {
  const json = imports.filter(({ of }) => of.endsWith('.json') || of.includes('criteria/'))
  expect(json.length).toBeGreaterThan(8)
  expect(told(json.filter(({ file }) => !file.startsWith('sets/shipped/')))).toEqual([])
})

test('only the command line and the readers and writers of files know Node', () => {
  const node = imports.filter(({ of }) => of.startsWith('node:'))
  expect(node.length).toBeGreaterThan(3)
  expect(told(node.filter(({ file }) => !['cli', 'intake', 'output'].includes(layerOf(file))))).toEqual([])
})

test('the evaluator knows three packages', () => {
  const evaluator = imports.filter(
    ({ file, inside }) => !inside && ['model', 'rules', 'assessment', 'sets', 'population'].includes(layerOf(file)),
  )
  const packages = new Set(evaluator.map(({ of }) => of.replace(/^(@[^/]+\/[^/]+|[^/]+).*/, '$1')))
  expect([...packages].filter((name) => !['zod', 'date-fns', '@noble/hashes'].includes(name))).toEqual([])
  // Of these, whole, a page would carry more than it needs.
  expect(told(evaluator.filter(({ of }) => of === 'zod' || of === 'date-fns'))).toEqual([])
})
