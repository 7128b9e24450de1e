import { describe, expect, test } from 'vitest'
import { lintSet as lintAlone } from '../../src/core.js'
import { evaluate, isCdhtError, issueText, lintSet, loadSet, safeLoadSet, sets, type CitizenRecord } from '../../src/index.js'
import { criteriaJson, plainSetIds } from '../support/plain/set.js'
import { atLeast, farmerFiles, level, parameter, province, withPut } from '../support/criteria-files.js'
import { fixtures, type Fixture } from './lint-fixtures.js'

const on = '2026-11-24'
const groups = plainSetIds()
  .slice(1)
  .map((id) => criteriaJson(`groups/${id}`))
const shipped = [...['facts', 'digital-skills', 'framework'].map(criteriaJson), ...groups]

describe('the shipped criteria', () => {
  test('have nothing to mend, all together and each alone', () => {
    expect(lintAlone(shipped, { on })).toEqual([])
    for (const group of groups) expect(lintSet(group, { on })).toEqual([])
    expect(lintAlone(shipped.slice(0, 3), { on })).toEqual([])
  })
  test('have numbers to compare with their source again once a year is over', () => {
    const later = lintAlone(shipped, { on: '2027-11-25' })
    expect(new Set(later.map(({ code }) => code))).toEqual(new Set(['checked_long_ago']))
    expect(new Set(later.map(({ file }) => file))).toContain('framework')
  })
})

describe('one slip or fault', () => {
  test.each(Object.entries(fixtures))('%s', (code, { json, file, path, severity, details, also = [] }: Fixture) => {
    const found = lintSet(json, { on })
    expect(found.map((one) => one.code)).toEqual([...also, code])
    expect(found.at(-1)).toMatchObject({ code, path, severity, ...details })
    expect(found.at(-1)?.file).toBe(file)
    for (const lang of ['vi', 'en'] as const)
      if (file !== undefined) expect(issueText(found.at(-1)!, lang)).toMatch(new RegExp(`^${file}\\.json › .+: .{10,}`))
  })
  test.each(Object.entries(fixtures))('%s: a file that has errors does not load, one with slips alone does', (_, fixture) => {
    const several = Array.isArray(fixture.json) ? fixture.json.length > 1 : false
    if (several) return
    expect(safeLoadSet(fixture.json).ok).toBe(fixture.severity === 'warning')
  })
})

describe('someone whose score falls by doing better', () => {
  const falls = fixtures.score_falls
  test('is shown twice, before and after, and the scores are theirs', () => {
    const found = lintSet(falls.json, { on }).find(({ code }) => code === 'score_falls')
    if (found?.code !== 'score_falls') throw new Error('not found')
    const set = loadSet(falls.json)
    const scores = [found.counterexample, found.improved].map((evidence) => {
      const person = { id: 'p', group: 'farmer', evidence } as CitizenRecord
      return evaluate(person, { on: found.on, set }).indicators[0]?.score.lower
    })
    expect(scores).toEqual([found.points, found.then])
  })
  test('is not imagined where a leaf goes against its fact but no score falls', () => {
    expect(lintSet(fixtures.against_fact_way.json, { on }).map(({ code }) => code)).toEqual(['against_fact_way'])
  })
})

describe('numbers out of reach', () => {
  const reach = (parts: object) =>
    lintSet(province(parts), { on }).map((one) => [one.code, one.file, one.path.join('.'), 'most' in one ? one.most : undefined])
  const step = (value: number) => parameter([['2022-07-28', value]])

  test('a total that all levels together do not give, from the day on which it is asked', () => {
    const told = [['out_of_reach', 'province', 'parameters.pass-threshold', 100]]
    expect(reach({ parameters: { 'pass-threshold': step(101) } })).toEqual(told)
    expect(reach({ parameters: { 'pass-threshold': step(100) } })).toEqual([])
    const from2027 = parameter([
      ['2022-07-28', 80],
      ['2027-01-01', 101],
    ])
    const later = lintSet(province({ parameters: { 'pass-threshold': from2027 } }), { on })
    expect(later).toMatchObject([{ code: 'out_of_reach', value: 101, on: '2027-01-01' }])
    const ended = { inForce: { from: '2022-07-28', to: '2026-12-31' }, parameters: { 'pass-threshold': from2027 } }
    expect(reach(ended)).toEqual([])
  })
  test('a sum is worth its cap, or all its items', () => {
    const item = (points: number, fact: string) => level(points, atLeast(fact, 1))
    const levels = [item(1, 'booksRead'), item(2, 'improvements')]
    const summed = (more: object) => ({
      indicators: {
        reading: {
          grading: 'sum',
          levels: { 5: null, 8: null, 10: null, ...Object.fromEntries(levels.map((one) => [one.points, one])) },
          ...more,
        },
      },
    })
    expect(reach(summed({}))).toEqual([['out_of_reach', 'province', 'indicators.reading.levels', 3]])
    expect(reach(summed({ cap: 2 }))).toEqual([['out_of_reach', 'province', 'indicators.reading.levels', 2]])
  })
  test('a level of digital skills that there is not', () => {
    expect(reach({ parameters: { 'required-digital-level': step(5) } })).toEqual([
      ['out_of_reach', 'province', 'parameters.required-digital-level', 4],
    ])
    expect(reach({ parameters: { 'required-digital-level': step(4) } })).toEqual([])
  })
})

describe('parts that change nothing', () => {
  test('are told of the overlay that has them, also where another one in the chain uses them', () => {
    const first = province({
      conditions: { often: atLeast('readingFrequency', 2) },
      facts: [],
      parameters: { 'books-here': parameter([['2022-07-28', 2]]) },
    })
    const label = { vi: 'Từ {books-here} cuốn', en: '{books-here} or more books' }
    const when = { all: [{ condition: 'often' }, atLeast('booksRead', { fact: 'books-here' })] }
    const second = {
      id: 'commune',
      extends: 'province',
      version: '1',
      indicators: { reading: { levels: { 5: null, 8: null, 10: { ...level(10, when), label } } } },
    }
    expect(lintSet(first, { on }).map(({ code, file }) => [code, file])).toEqual([
      ['unused_parameter', 'province'],
      ['unused_condition', 'province'],
    ])
    expect(lintSet([first, second], { on })).toEqual([])
  })
  test('a parameter that another may not fall below, or that a label names, is used', () => {
    const floor = parameter([['2022-07-28', 1]])
    const parameters = { 'hours-least': floor, 'hours-many': parameter([['2022-07-28', 24]], { notBelow: 'hours-least' }) }
    expect(lintSet(province({ parameters }), { on })).toEqual([])
  })
})

describe('several sets together', () => {
  test('are each checked, and what they share is told once', () => {
    const files = farmerFiles()
    const worker = criteriaJson('groups/worker')
    const broken = withPut(files['framework'], ['parameters', 'hours-many', 'checkedOn'], '2020-01-01')
    const found = lintAlone([files['facts'], files['digital-skills'], broken, files['farmer'], worker], { on })
    expect(found.map(({ code, file }) => [code, file])).toEqual([['checked_long_ago', 'framework']])
  })
  test('one after the other in force are no fault', () => {
    const old = province({ inForce: { from: '2022-07-28', to: '2026-12-31' } })
    const next = { ...province({ inForce: { from: '2027-01-01' } }), id: 'province-2027' }
    expect(lintSet([old, next], { on })).toEqual([])
  })
})

describe('the day of the check', () => {
  const checked = province({ parameters: { 'hours-many': parameter([['2022-07-28', 24]], { checkedOn: '2025-11-24' }) } })
  test('a year later is in time, a day more is not; without a day nothing is said', () => {
    expect(lintSet(checked, { on: '2026-11-24' })).toEqual([])
    expect(lintSet(checked, { on: '2026-11-25' }).map(({ code }) => code)).toEqual(['checked_long_ago'])
    expect(lintSet(checked)).toEqual([])
  })
  test('that does not exist is refused', () => {
    for (const day of ['2026-02-30', '24/11/2026', 7 as never]) {
      let thrown: unknown
      try {
        lintSet(checked, { on: day })
      } catch (error) {
        thrown = error
      }
      expect(isCdhtError(thrown) && [thrown.code, thrown.issues[0].path]).toEqual(['options', ['on']])
    }
  })
})

test('what is no criteria file is told as that', () => {
  for (const json of [null, 7, 'x', {}, [], [[]]]) {
    const found = lintSet(json)
    expect(found.length, JSON.stringify(json)).toBeGreaterThan(0)
    for (const { severity } of found) expect(severity).toBe('error')
  }
})

test('core lints a file over the base that it is given, and knows none of its own', () => {
  const file = province({})
  expect(lintAlone(file, { base: sets.farmer, on })).toEqual([])
  expect(lintAlone(file, { on }).map(({ code }) => code)).toEqual(['unknown_base'])
})

test('an operator of the caller’s is taken where it is named', () => {
  const file = province({
    indicators: {
      reading: { levels: { 5: null, 8: null, 10: level(10, { fact: 'booksRead', operator: 'isPrime', value: 1 }) } },
    },
  })
  expect(lintSet(file, { on }).map(({ code }) => code)).toEqual(['unknown_operator'])
  expect(lintSet(file, { on, operators: ['isPrime'] }).map(({ code }) => code)).toEqual([
    'against_fact_way',
    'nesting_not_decided',
  ])
})
