import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { compared, judged } from '../scripts/conformance/judge.js'
import { vectorFileSchema, type Expectation } from '../scripts/conformance/vector-file.js'
import { loadSet, type CriteriaSet } from '../src/index.js'
import { mangledExpectations } from './support/mangled-expectations.js'

const folder = 'conformance'
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const index = json(`${folder}/index.json`) as { files: { path: string; vectors: number }[] }

const sets = new Map<string, CriteriaSet>()
function setOf(criteria: readonly string[]): CriteriaSet {
  const key = criteria.join()
  const set = sets.get(key) ?? loadSet(criteria.map(json))
  sets.set(key, set)
  return set
}

const agrees = (expected: Expectation, found: Expectation): boolean => {
  const both = compared(expected, found)
  return isDeepStrictEqual(both.found, both.expected)
}

test('the index names every file', () => {
  const vectors = readdirSync(`${folder}/vectors`).map((name) => `vectors/${name}`)
  expect(index.files.map(({ path }) => path).sort()).toEqual(vectors.sort())
})

test('all of it is under 1.5 MB unpacked', () => {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).length)
  expect(sizes.reduce((all, size) => all + size, 0)).toBeLessThan(1_500_000)
})

describe.each(index.files)('$path', ({ path, vectors: count }) => {
  const { criteria, set: id, vectors } = vectorFileSchema.parse(json(`${folder}/${path}`))
  const set = setOf(criteria)
  const results = vectors.map((one) => ({ ...one, found: judged(set, one) }))

  test('is of the set it names, and tells vectors apart', () => {
    expect(set.id).toBe(id)
    expect(vectors).toHaveLength(count)
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(count)
    for (const { name, expect: expected } of vectors) expect(Object.keys(expected), name).not.toEqual([])
  })

  test('every vector is what the library says', () => {
    for (const { name, expect: expected, found } of results) {
      const both = compared(expected, found)
      expect(both.found, name).toEqual(both.expected)
    }
  })

  test('a vector that says anything else is caught', () => {
    for (const { name, expect: expected, found } of results)
      for (const { what, wrong } of mangledExpectations(expected)) expect(agrees(wrong, found), `${name}: ${what}`).toBe(false)
  })
})
