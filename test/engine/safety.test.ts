import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { createEngine, toRules } from '../../src/engine.js'
import { JSONPath } from '../../src/engine/no-jsonpath.js'
import { safeLoadSet, sets, type CriteriaSet, type Issue } from '../../src/index.js'
import { provinceWith } from '../support/criteria-files.js'

const on = '2025-12-31'
const filter = '$[?(@.hours > 1)].hours'
const leaf = { fact: 'learningActivities', operator: 'greaterThanInclusive', value: 1, params: { measure: 'count' } }

/** Wherever a path may stand in a rule of json-rules-engine. */
const places: [string, object][] = [
  ['a condition', { ...leaf, path: filter }],
  ['a condition inside others', { all: [{ not: { any: [{ ...leaf, path: filter }] } }] }],
  ['a value', { ...leaf, value: { fact: 'activities-good', path: filter } }],
  ['a value that is a fact of the person', { ...leaf, value: { fact: 'learningActivities', path: filter } }],
  ['params', { ...leaf, params: { ...leaf.params, path: filter } }],
  ['a value with params', { ...leaf, value: { fact: 'activities-good', params: { path: filter } } }],
  ['a reference to a condition', { condition: 'busy', path: filter }],
  ['a group', { all: [leaf], path: filter }],
]

describe('a path with a filter expression', () => {
  test.each(places)('is refused at load in %s', (_, when) => {
    const loaded = safeLoadSet(provinceWith(when), { operators: ['near'] })
    const faults: Issue[] = loaded.ok ? [] : loaded.issues
    expect(faults.length).toBeGreaterThan(0)
    for (const fault of faults) expect(['unknown_key', 'malformed', 'wrong_type']).toContain(fault.code)
    expect(JSON.stringify(faults)).not.toContain('@.hours')
  })

  const compilable = places.filter(([place]) => !/person|reference|group/.test(place))
  test.each(compilable)('of a set that nobody loaded is not in its rules: %s', async (_, when) => {
    const [first, ...rest] = sets.farmer.indicators
    const levels = first!.levels.map((level) => ({ ...level, when }))
    const set = { ...sets.farmer, indicators: [{ ...first, levels }, ...rest] } as unknown as CriteriaSet
    const learningActivities = [{ from: '2025-03-01', hours: 8 }]
    await createEngine(set, { on }).assess({ id: 'P1', group: 'farmer', evidence: { learningActivities } })
    expect(JSON.stringify(toRules(set, { on }).rules)).not.toContain('@.hours')
  })
})

test('the engine inside resolves no path, whatever rules are added to it', () => {
  const { pathResolver } = createEngine(sets.farmer, { on }).raw as unknown as {
    pathResolver(value: object, path: string): unknown
  }
  expect(() => pathResolver({ a: 1 }, '$.a')).toThrow(RangeError)
})

test('what takes the place of jsonpath-plus refuses everything', () => {
  expect(() => JSONPath()).toThrow(RangeError)
})

test('the engine runs where code cannot be made from text', () => {
  const script = `
    import { createEngine } from './src/engine.ts'
    import { farmer } from './src/sets/shipped/farmer.ts'
    const engine = createEngine(farmer, { on: '2025-12-31', facts: { readingFrequency: async () => 3 } })
    engine.assess('P1').then(({ verdict }) => console.log(verdict))`
  const out = execFileSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--import', 'tsx', '--input-type=module', '--eval', script],
    { encoding: 'utf8' },
  )
  expect(out.trim()).toBe('unknown')
})
