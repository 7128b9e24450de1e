import { describe, expect, test } from 'vitest'
import { loadSet as loadAlone } from '../../src/core.js'
import { evaluate, loadSet, safeLoadSet, sets, type CitizenRecord, type CriteriaSet } from '../../src/index.js'
import { indicatorIds } from '../../src/model/indicator.js'
import { criteriaJson, plainSetIds } from '../support/plain/set.js'
import { atLeast, farmerFiles, level, occupation, parameter, province, words } from '../support/criteria-files.js'

const on = '2025-12-31'
const scoreOf = (set: CriteriaSet, indicator: string, evidence: object, day = on): [number, number] => {
  const person = { id: 'p-1', group: set.group, evidence } as CitizenRecord
  const score = evaluate(person, { on: day, set }).indicators.find(({ id }) => id === indicator)?.score
  return [score?.lower ?? NaN, score?.upper ?? NaN]
}

describe('the shipped sets', () => {
  const alone = (id: string): CriteriaSet => {
    const names = ['facts', 'digital-skills', 'framework', ...(id === 'framework' ? [] : [`groups/${id}`])]
    return loadAlone(names.map(criteriaJson).toReversed())
  }
  test.each(plainSetIds())('%s has the digest of its files loaded afresh', (id) => {
    const shipped = Object.values(sets).find((one) => one.id === id)
    const loaded = alone(id)
    expect(loaded.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(shipped?.digest).toBe(loaded.digest)
    expect(shipped?.warnings).toEqual(loaded.warnings)
    expect(shipped?.files).toEqual(loaded.files)
  })
  test('each has its own digest', () => {
    expect(new Set(Object.values(sets).map(({ digest }) => digest)).size).toBe(8)
  })
})

describe('an overlay of one number', () => {
  const file = province({
    parameters: {
      'hours-many': parameter([
        ['2022-07-28', 24],
        ['2025-01-01', 30],
      ]),
    },
  })
  const set = loadSet(file)

  test('loads from the main entry without a base, and alone with one', () => {
    expect(loadAlone(file, { base: sets.farmer })).toEqual(set)
    expect(loadSet(file, { base: sets.farmer })).toEqual(set)
    expect(safeLoadSet(file, { base: sets.worker }).ok).toBe(false)
  })
  test('remembers the file of every part', () => {
    expect(set.files).toEqual(['facts', 'digital-skills', 'framework', 'farmer', 'province'])
    expect(set.parameters['hours-many']?.file).toBe('province')
    expect(set.parameters['books-some']?.file).toBe('framework')
    const files = new Map(set.indicators.map(({ id, levels }) => [id, new Set(levels.map((one) => one.file))]))
    expect(files.get('reading')).toEqual(new Set(['farmer']))
    expect(files.get('good-relations')).toEqual(new Set(['framework']))
  })
  test('keeps the group, the days and the name of what it extends', () => {
    expect([set.id, set.version, set.group, set.inForce, set.label]).toEqual([
      'province',
      '1',
      'farmer',
      sets.farmer.inForce,
      sets.farmer.label,
    ])
  })
  test('changes the digest; its order of keys and its notes do not', () => {
    expect(set.digest).not.toBe(sets.farmer.digest)
    const turned = Object.fromEntries(Object.entries({ ...file, note: words('x') }).toReversed())
    expect(loadSet(turned).digest).toBe(set.digest)
    const other = province({
      parameters: {
        'hours-many': parameter([
          ['2022-07-28', 24],
          ['2025-01-01', 31],
        ]),
      },
    })
    expect(loadSet(other).digest).not.toBe(set.digest)
  })
  test('leaves the shipped set as it was', () => {
    expect(sets.farmer.parameters['hours-many']?.values).toHaveLength(1)
    expect(sets.farmer.files).not.toContain('province')
  })
  test('applies from its own day on, inclusive, and its text says the number of the day', () => {
    const hours = (n: number, day: string): object => ({
      learningPlan: 2,
      learningActivities: [1, 2].map(() => ({ from: day.slice(0, 4), kind: 'course', topic: 'production', hours: n / 2 })),
    })
    expect(scoreOf(set, 'learning-plan', hours(24, '2024-12-31'), '2024-12-31')).toEqual([10, 10])
    expect(scoreOf(set, 'learning-plan', hours(29, on))).toEqual([8, 8])
    expect(scoreOf(set, 'learning-plan', hours(30, on))).toEqual([10, 10])
    const best = evaluate({ id: 'p-1', group: 'farmer', evidence: hours(30, on) } as CitizenRecord, { on, set }).indicators[1]
    expect(best?.level?.vi).toContain('từ 30 giờ')
    expect(best?.level?.en).toContain('30 or more hours')
  })
  test('is told in the result', () => {
    const { set: told } = evaluate({ id: 'p-1', group: 'farmer' }, { on, set })
    expect(told).toEqual({ id: 'province', version: '1', digest: set.digest, files: set.files })
  })
})

describe('an overlay on an overlay', () => {
  const commune = { id: 'commune', extends: 'province', version: '7', pass: { threshold: { fact: 'pass-threshold-here' } } }
  const first = province({ parameters: { 'pass-threshold-here': parameter([['2022-07-28', 85]]) } })

  test('is found whatever the order of the files', () => {
    const set = loadSet([commune, first])
    expect(loadSet([first, commune])).toEqual(set)
    expect(set.files.slice(-3)).toEqual(['farmer', 'province', 'commune'])
  })
  test('turns the pass rule: its threshold decides, and its basis is told', () => {
    const set = loadSet([first, commune])
    const record = (each: number): CitizenRecord => ({
      id: 'p-1',
      group: 'farmer',
      disadvantagedArea: false,
      scores: Object.fromEntries(indicatorIds.map((id, i) => [id, i === 0 ? each : 8.5])),
    })
    expect(evaluate(record(8.5), { on, set })).toMatchObject({
      verdict: 'met',
      score: { lower: 85, threshold: 85, basis: 'proposed' },
    })
    expect(evaluate(record(8), { on, set })).toMatchObject({ verdict: 'unmet', score: { lower: 84.5 } })
    expect(evaluate(record(8), { on })).toMatchObject({ verdict: 'met', score: { threshold: 80 } })
  })
})

describe('an overlay of levels', () => {
  test('replaces the level of the same points and keeps the others', () => {
    const set = loadSet(province({ indicators: { reading: { levels: [level(5, atLeast('readingFrequency', 1))] } } }))
    expect(scoreOf(set, 'reading', { readingFrequency: 1 })).toEqual([5, 5])
    expect(scoreOf(sets.farmer, 'reading', { readingFrequency: 1 })).toEqual([0, 0])
    expect(scoreOf(set, 'reading', { readingFrequency: 2, informationSources: ['book', 'radio-tv'], booksRead: 0 })).toEqual([
      8, 8,
    ])
  })
  test('adds a level of new points', () => {
    const when = { all: [atLeast('readingFrequency', 2), atLeast('booksRead', 1)] }
    const set = loadSet(province({ indicators: { reading: { grading: 'sum', cap: 9, levels: [level(2, when)] } } }))
    expect(set.indicators[0]?.levels.map(({ points, file }) => [points, file])).toEqual([
      [2, 'province'],
      [5, 'farmer'],
      [8, 'farmer'],
      [10, 'farmer'],
    ])
  })
  test('gives another label, in both languages', () => {
    const set = loadSet(province({ indicators: { reading: { label: { vi: 'Đọc sách', en: 'Reads books' } } } }))
    expect(evaluate({ id: 'p', group: 'farmer' }, { on, set }).indicators[0]?.label).toEqual({
      vi: 'Đọc sách',
      en: 'Reads books',
    })
  })
})

describe('grading by sum', () => {
  const levels = [level(2, atLeast('booksRead', 1)), level(3, atLeast('improvements', 1)), level(4, atLeast('opinionsGiven', 1))]
  const indicators = { reading: { grading: 'sum', cap: 8, levels: [...levels, level(5, atLeast('booksRead', 9))] } }
  const set = loadAlone([{ ...(province({ indicators }) as object) }], {
    base: {
      ...sets.farmer,
      indicators: sets.farmer.indicators.map((one) => (one.id === 'reading' ? { ...one, levels: [] } : one)),
    },
  })

  test.each([
    [{ booksRead: 0, improvements: 0, opinionsGiven: 0 }, [0, 0]],
    [{ booksRead: 1, improvements: 0, opinionsGiven: 0 }, [2, 2]],
    [{ booksRead: 1, improvements: 0, opinionsGiven: 1 }, [6, 6]],
    [{ booksRead: 1, improvements: 1, opinionsGiven: 1 }, [8, 8]],
    [{ booksRead: 9, improvements: 1, opinionsGiven: 1 }, [8, 8]],
    [{ booksRead: 1, opinionsGiven: 0 }, [2, 5]],
    [{ booksRead: 1 }, [2, 8]],
    [{ improvements: 1, opinionsGiven: 1 }, [7, 8]],
    [{}, [0, 8]],
  ] as [object, [number, number]][])('%j', (evidence, expected) => {
    expect(scoreOf(set, 'reading', evidence)).toEqual(expected)
  })
  test('what is missing is the next item, up to the cap', () => {
    const record = { id: 'p', group: 'farmer', evidence: { booksRead: 1, improvements: 0, opinionsGiven: 1 } } as CitizenRecord
    const one = evaluate(record, { on, set }).missing.find(({ indicator }) => indicator === 'reading')
    expect(one).toMatchObject({
      reason: 'total',
      gain: 2,
      next: { points: 8, needs: [{ fact: 'improvements', required: 1, actual: 0, gap: 1 }] },
    })
  })
  test('without a cap the maximum of the scale is one', () => {
    const uncapped = loadSet(province({ indicators: { reading: { grading: 'sum' } } }))
    const all = { readingFrequency: 4, informationSources: ['book', 'radio-tv'], booksRead: 9 }
    expect(scoreOf(uncapped, 'reading', all)).toEqual([10, 10])
  })
})

describe('what only overlays use', () => {
  test('named conditions, one inside another', () => {
    const conditions = {
      often: atLeast('readingFrequency', 2),
      'often-or-books': { any: [{ condition: 'often' }, atLeast('booksRead', 12)] },
    }
    const set = loadSet(
      province({ conditions, indicators: { reading: { levels: [level(5, { all: [{ condition: 'often-or-books' }] })] } } }),
    )
    expect(scoreOf(set, 'reading', { readingFrequency: 0, booksRead: 12 })).toEqual([5, 5])
    expect(scoreOf(set, 'reading', { readingFrequency: 0, booksRead: 11 })).toEqual([0, 0])
    expect(scoreOf(set, 'reading', { readingFrequency: 0 })).toEqual([0, 5])
  })
  test('a fact that is one code, and its answers', () => {
    const facts = [occupation]
    const salt = { fact: 'occupation', operator: 'equal', value: 'salt' }
    const water = { fact: 'occupation', operator: 'in', value: ['salt', 'fish'] }
    const indicators = { cooperation: { grading: 'sum', levels: [level(5, salt), level(2, water), level(1, { not: water })] } }
    const set = loadAlone(province({ facts, indicators }), {
      base: {
        ...sets.farmer,
        indicators: sets.farmer.indicators.map((one) => (one.id === 'cooperation' ? { ...one, levels: [] } : one)),
      },
    })
    expect(scoreOf(set, 'cooperation', { occupation: 'salt' })).toEqual([7, 7])
    expect(scoreOf(set, 'cooperation', { occupation: 'fish' })).toEqual([2, 2])
    expect(scoreOf(set, 'cooperation', { occupation: 'rice' })).toEqual([1, 1])
    expect(scoreOf(set, 'cooperation', { occupation: null })).toEqual([0, 8])
    // Its way is neither better nor worse, which results must say.
    expect(set.warnings.map(({ code }) => code)).toEqual(['against_fact_way', 'against_fact_way', 'against_fact_way'])
    expect(evaluate({ id: 'p', group: 'farmer' }, { on, set }).warnings.map(({ code }) => code)).toContain('against_fact_way')
  })
  test('the day of the latest item', () => {
    const when = (value: string): object => ({
      fact: 'certificates',
      params: { measure: 'latest', kinds: ['vocational'] },
      operator: 'greaterThanInclusive',
      value,
    })
    const set = loadSet(province({ indicators: { cooperation: { grading: 'sum', levels: [level(1, when('2024-06-15'))] } } }))
    const base = { cooperationGroups: 0, experienceShared: 0 }
    const held = (...issued: (string | null)[]): object => ({
      ...base,
      certificates: [
        ...issued.map((issuedOn) => ({ kind: 'vocational', issuedOn })),
        { kind: 'it-basic', issuedOn: '2025-05-05' },
      ],
    })
    expect(scoreOf(set, 'cooperation', held('2024-06-15'))).toEqual([1, 1])
    expect(scoreOf(set, 'cooperation', held('2024-06-14'))).toEqual([0, 0])
    expect(scoreOf(set, 'cooperation', held('2020-01-01', '2025-01-01'))).toEqual([1, 1])
    expect(scoreOf(set, 'cooperation', held('2024-06'))).toEqual([0, 1])
    expect(scoreOf(set, 'cooperation', held('2024-07'))).toEqual([1, 1])
    expect(scoreOf(set, 'cooperation', held(null))).toEqual([0, 1])
    // Of certificates of the day after the assessment nothing is known yet.
    expect(scoreOf(set, 'cooperation', held('2026-01-01'))).toEqual([0, 0])
    expect(scoreOf(set, 'cooperation', base)).toEqual([0, 1])
  })
  test('the score of a local digital scale, off until a set turns it on', () => {
    const set = loadSet(province({ digital: { enable: ['da-nang-2242'] } }))
    const digital = (of: CriteriaSet, localDigitalScore: number | null) =>
      evaluate(
        { id: 'p', group: 'farmer', evidence: { localDigitalScore, digitalActivities: [], certificates: [] } },
        { on, set: of },
      ).digital
    // Borders of the four bands of Decision 2242 of Đà Nẵng, in points of its own scale.
    for (const [score, lowest] of [
      [0, 1],
      [19, 1],
      [20, 2],
      [59, 2],
      [60, 3],
      [79, 3],
      [80, 4],
      [100, 4],
    ] as const)
      expect(digital(set, score).level, String(score)).toEqual({ lower: lowest, upper: lowest })
    expect(digital(set, 60).because.map(({ route, basis, evidence }) => [route, basis, evidence.basis])).toEqual([
      ['da-nang-2242', 'proposed', 'official'],
    ])
    expect(digital(set, null).level).toEqual({ lower: 0, upper: 4 })
    expect(digital(sets.farmer, 100)).toMatchObject({ level: { lower: 0, upper: 0 }, because: [] })
  })
  test('a group of its own', () => {
    const file = { ...(farmerFiles()['farmer'] as object), id: 'salt-maker', group: 'salt-maker' }
    const set = loadSet([file, criteriaJson('framework'), criteriaJson('facts'), criteriaJson('digital-skills')])
    expect(evaluate({ id: 'p', group: 'salt-maker' }, { on, set }).group).toBe('salt-maker')
    expect(() => evaluate({ id: 'p', group: 'farmer' }, { on, set })).toThrow('group_differs')
    expect(() => evaluate({ id: 'p', group: 'salt-maker' }, { on })).toThrow('unknown_group')
  })
})
