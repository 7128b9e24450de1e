import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeLoadSet } from '../../src/core.js'
import { explain, safeEvaluate } from '../../src/index.js'
import { farmerFiles, placesIn, valueAt, withPut, type Keys } from '../support/criteria-files.js'
import { recordOf } from '../support/arbitrary.js'
import { plainSet } from '../support/plain/set.js'

const files = farmerFiles()
const places = new Map(Object.entries(files).map(([id, file]) => [id, [...placesIn(file)]]))
const placesOf = (id: string): Keys[] => places.get(id) ?? []
const loadWith = (id: string, path: Keys, by: unknown) =>
  safeLoadSet(Object.values({ ...files, [id]: withPut(files[id], path, by) }).filter((file) => file !== undefined))

/** Takes the place of any part of a file; `undefined` takes it out. */
const replacements: unknown[] = [undefined, null, -1, 'x', [], 1e9, {}, 3.5, true, [null]]
const people = [{ id: 'p', group: 'farmer' }, ...fc.sample(recordOf(plainSet('farmer'), '2025-12-31'), { numRuns: 4, seed: 1 })]

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
/** Maps by id take any id, and say what is wrong with its value. */
const maps = ['parameters', 'indicators', 'conditions', 'alignment']

/** Of a long file only every so many places, so that all stay quick; `CDHT_LONG=1` tries them all. */
const every = process.env['CDHT_LONG']
  ? { farmer: 1, framework: 1, facts: 1, 'digital-skills': 1 }
  : { farmer: 5, framework: 19, facts: 19, 'digital-skills': 7 }

describe.each(Object.entries(every))('%s.json', (id, step) => {
  test('with any part replaced is refused with its place, or makes a set that assesses', () => {
    const seen = { refused: 0, loaded: 0 }
    placesOf(id).forEach((path, at) => {
      if (at % step > 0) return
      for (const by of [0, 1].map((n) => replacements[(at / step + 5 * n) % replacements.length])) {
        const where = `${path.join('.')} = ${JSON.stringify(by)}`
        const loaded = loadWith(id, path, by)
        if (!loaded.ok) {
          seen.refused++
          for (const { severity } of loaded.issues) expect(severity, where).toBe('error')
          continue
        }
        seen.loaded++
        for (const person of people) {
          // The files may now lack facts that the people have, which is refused; nothing may be thrown.
          const result = safeEvaluate(person, { on: '2025-12-31', set: loaded.value })
          if (result.ok) expect(explain(result.value, { lang: 'vi' }), where).toContain('Tổng điểm')
        }
      }
    })
    expect(seen.refused).toBeGreaterThan(4 * seen.loaded)
  })

  test.each(['zzz', '__proto__', 'constructor', 'prototype'])('with a key %s anywhere is refused at its place', (key) => {
    placesOf(id).forEach((path, at) => {
      if (at % step > 0 || !isObject(valueAt(files[id], path))) return
      if (key === 'zzz' && maps.includes(String(path.at(-1)))) return
      // Through JSON text, in which `__proto__` is a key like any other.
      const file: unknown = JSON.parse(JSON.stringify(withPut(files[id], [...path, key], { admin: 'x' })))
      const loaded = safeLoadSet(Object.values({ ...files, [id]: file }))
      expect(loaded.ok ? `loads with ${path.join('.')}.${key}` : loaded.issues[0]).toMatchObject({
        code: 'unknown_key',
        file: id,
        path: [...path, key],
      })
    })
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })
})

test('a value of the wrong JSON type is refused at its place', () => {
  const wrong: [Keys, unknown, string][] = [
    [[], [], 'wrong_type'],
    [['version'], 3, 'wrong_type'],
    [['version'], '', 'empty'],
    [['id'], 'Farmer 2', 'malformed'],
    [['group'], null, 'wrong_type'],
    [['label'], 'Nông dân', 'wrong_type'],
    [['inForce'], '2022-07-28', 'wrong_type'],
    [['inForce', 'from'], 20220728, 'wrong_type'],
    [['inForce', 'from'], '2022-02-30', 'impossible_day'],
    [['inForce', 'from'], undefined, 'missing'],
    [['indicators'], [], 'wrong_type'],
    [['indicators', 'reading'], null, 'wrong_type'],
    [['indicators', 'reading', 'levels'], 'x', 'wrong_type'],
    [['indicators', 'reading', 'levels', 0], null, 'wrong_type'],
    [['indicators', 'reading', 'levels', 0, 'points'], '5', 'wrong_type'],
    [['indicators', 'reading', 'levels', 0, 'points'], undefined, 'missing'],
    [['indicators', 'reading', 'levels', 0, 'label'], undefined, 'missing'],
    [['indicators', 'reading', 'levels', 0, 'when'], undefined, 'missing'],
    [['indicators', 'reading', 'levels', 0, 'when', 'all'], {}, 'wrong_type'],
    [['indicators', 'reading', 'levels', 0, 'when', 'all', 0, 'fact'], 7, 'wrong_type'],
    [['indicators', 'reading', 'levels', 0, 'when', 'all', 0, 'operator'], undefined, 'missing'],
  ]
  for (const [path, by, code] of wrong) {
    const loaded = loadWith('farmer', path, by)
    const told = loaded.ok ? 'loads' : loaded.issues.map((one) => `${one.code} ${one.path.join('.')}`)
    expect(told, path.join('.')).toEqual([`${code} ${path.join('.')}`])
  }
})

test('conditions nested without end are refused', () => {
  const nested = (depth: number): unknown =>
    depth === 0 ? { fact: 'readingFrequency', operator: 'equal', value: 2 } : { not: nested(depth - 1) }
  const at: Keys = ['indicators', 'reading', 'levels', 0, 'when']
  const circle: unknown[] = []
  circle.push({ all: circle })
  for (const endless of [nested(5000), { all: circle }]) {
    const file = withPut(files['farmer'], [...at], null)
    const level = valueAt(file, at.slice(0, -1)) as Record<string, unknown>
    level['when'] = endless
    const loaded = safeLoadSet(Object.values({ ...files, farmer: file }))
    expect(loaded.ok ? [] : loaded.issues.map(({ code, file }) => [code, file])).toEqual([['too_deep', 'farmer']])
  }
})
