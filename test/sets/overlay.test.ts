import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadSet as loadAlone } from '../../src/core.js'
import {
  evaluate,
  lintSet,
  loadSet,
  safeLoadSet,
  sets,
  type CitizenRecord,
  type CriteriaFile,
  type CriteriaSet,
} from '../../src/index.js'
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
  test('is told in the result, at the indicator whose number it is and at no other', () => {
    const { set: told, score, indicators } = evaluate({ id: 'p-1', group: 'farmer' }, { on, set })
    expect(told).toEqual({ id: 'province', version: '1', digest: set.digest, files: set.files })
    expect(indicators.filter(({ files }) => files.includes('province')).map(({ id }) => id)).toEqual(['learning-plan'])
    expect(indicators.map(({ files }) => files).slice(0, 4)).toEqual([
      ['framework', 'farmer'],
      ['framework', 'farmer', 'province'],
      ['framework', 'farmer'],
      ['framework'],
    ])
    expect(score.files).toEqual(['framework'])
  })
  test('of a threshold is told at the total, for the area that it is about', () => {
    const threshold = (id: string): CriteriaSet => loadSet(province({ parameters: { [id]: parameter([['2022-07-28', 75]]) } }))
    const filesOf = (of: CriteriaSet, disadvantagedArea: boolean | null): string[] =>
      evaluate({ id: 'p-1', group: 'farmer', disadvantagedArea }, { on, set: of }).score.files
    expect([true, false, null].map((area) => filesOf(threshold('pass-threshold'), area))).toEqual([
      ['framework'],
      ['framework', 'province'],
      ['framework', 'province'],
    ])
    expect([true, false, null].map((area) => filesOf(threshold('pass-threshold-disadvantaged'), area))).toEqual([
      ['framework', 'province'],
      ['framework'],
      ['framework', 'province'],
    ])
    const floor = loadSet(province({ parameters: { 'indicator-floor': parameter([['2022-07-28', 4]]) } }))
    expect(filesOf(floor, false)).toEqual(['framework', 'province'])
  })
  test('a declared score rests on the scale alone', () => {
    const scored = evaluate({ id: 'p-1', group: 'farmer', scores: { 'learning-plan': 7 } }, { on, set })
    expect(scored.indicators[1]?.files).toEqual(['framework'])
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
  const whenWeekly = atLeast('readingFrequency', 2)
  const pointsOf = (set: CriteriaSet, indicator: string): number[] | undefined =>
    set.indicators.find(({ id }) => id === indicator)?.levels.map(({ points }) => points)
  const { points: _, ...unnamed } = level(5, atLeast('readingFrequency', 1))

  test('as an object, named by their points, does the same as a list', () => {
    const levels = { 5: unnamed }
    const set = loadSet(province({ indicators: { reading: { levels } } }))
    const listed = loadSet(province({ indicators: { reading: { levels: [level(5, atLeast('readingFrequency', 1))] } } }))
    expect(set).toEqual(listed)
    expect(scoreOf(set, 'reading', { readingFrequency: 1 })).toEqual([5, 5])
  })
  test('with null takes a level out, and the others stay', () => {
    const set = loadSet(province({ indicators: { reading: { levels: { 8: null } } } }))
    expect(pointsOf(set, 'reading')).toEqual([5, 10])
    expect(pointsOf(sets.farmer, 'reading')).toEqual([5, 8, 10])
    const evidence = { readingFrequency: 2, informationSources: ['book', 'radio-tv'], booksRead: 0 }
    expect(scoreOf(sets.farmer, 'reading', evidence)).toEqual([8, 8])
    expect(scoreOf(set, 'reading', evidence)).toEqual([5, 5])
    expect(evaluate({ id: 'p', group: 'farmer' }, { on, set }).indicators[0]?.files).toEqual(['framework', 'farmer', 'province'])
  })
  test('takes out along a chain, and gives again further down', () => {
    const without = province({ indicators: { reading: { levels: { 8: null } } } })
    const commune = { id: 'commune', extends: 'province', version: '1' }
    const again = { ...commune, indicators: { reading: { levels: { 8: { ...unnamed, when: whenWeekly } } } } }
    expect(pointsOf(loadSet([without, commune]), 'reading')).toEqual([5, 10])
    const set = loadSet([again, without])
    expect(set.indicators[0]?.levels.map(({ points, file }) => [points, file])).toEqual([
      [5, 'farmer'],
      [8, 'commune'],
      [10, 'farmer'],
    ])
  })
  test('refuses to take out what is not there, and the last level of an indicator', () => {
    const refused = (levels: object) => {
      const loaded = safeLoadSet(province({ indicators: { reading: { levels } } }))
      return loaded.ok ? [] : loaded.issues.map(({ code, file, path }) => [code, file, path.join('.')])
    }
    expect(refused({ 7: null })).toEqual([['unknown_level', 'province', 'indicators.reading.levels.7']])
    expect(refused({ eight: null })).toEqual([['unknown_level', 'province', 'indicators.reading.levels.eight']])
    expect(refused({ 5: null, 8: null, 10: null })).toEqual([['missing', 'province', 'indicators.reading.levels']])
  })
  test('refuses a name that does not fit the points', () => {
    const refused = (levels: object) => {
      const loaded = safeLoadSet(province({ indicators: { reading: { levels } } }))
      return loaded.ok ? [] : loaded.issues.map(({ code, path }) => [code, path.join('.')])
    }
    expect(refused({ 5: { ...unnamed, points: 6 } })).toEqual([['malformed', 'indicators.reading.levels.5.points']])
    expect(refused({ weekly: unnamed })).toEqual([['missing', 'indicators.reading.levels.weekly.points']])
    expect(refused({ 'Hằng tuần': unnamed })).toEqual([['unknown_key', 'indicators.reading.levels.?']])
    expect(refused([level(5, whenWeekly, { id: 'a' }), level(6, whenWeekly, { id: 'a' })])).toEqual([
      ['duplicate_id', 'indicators.reading.levels.1'],
    ])
  })
  test('of equal points with names of their own: in a sum they add up, where the best counts they are refused', () => {
    const items = {
      5: null,
      8: null,
      10: null,
      weekly: { ...unnamed, points: 2, when: whenWeekly },
      books: { ...unnamed, points: 2, when: atLeast('booksRead', 1) },
    }
    const set = loadSet(province({ indicators: { reading: { grading: 'sum', cap: 10, levels: items } } }))
    expect(scoreOf(set, 'reading', { readingFrequency: 2, booksRead: 1 })).toEqual([4, 4])
    expect(scoreOf(set, 'reading', { readingFrequency: 2, booksRead: 0 })).toEqual([2, 2])
    expect(scoreOf(set, 'reading', { readingFrequency: 2 })).toEqual([2, 4])
    const best = safeLoadSet(province({ indicators: { reading: { levels: items } } }))
    expect(best.ok ? [] : best.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['duplicate_id', 'indicators.reading.levels.books'],
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

describe('the examples of the guide', () => {
  const example = (name: string) => JSON.parse(readFileSync(`docs/examples/overlays/${name}.json`, 'utf8')) as CriteriaFile
  test.each(['vi-du-tinh', 'vi-du-phu-luc'])('%s says that it is an example and has nothing to mend', (name) => {
    const file = example(name)
    expect(file.id).toBe(name)
    expect([file.label?.vi, file.label?.en]).toEqual([expect.stringMatching(/^VÍ DỤ/), expect.stringMatching(/^EXAMPLE/)])
    const { $schema: _, ...bare } = file
    expect(lintSet(bare, { on: '2026-11-24' })).toEqual([])
    expect(lintSet(file, { on: '2026-11-24' })).toEqual([])
  })
  test('no document that the annex names can be taken for a real one', () => {
    const text = JSON.stringify(example('vi-du-phu-luc'))
    const documents = [...text.matchAll(/"document":"([^"]*)","number":"([^"]*)".*?"url":"([^"]*)"/g)]
    expect(documents.length).toBeGreaterThan(15)
    for (const [, document, number, url] of documents) {
      expect(document).toMatch(/^VÍ DỤ, không phải văn bản thật/)
      expect(number).toMatch(/^VÍ-DỤ/)
      expect(url).toMatch(/^https:\/\/example\.org\//)
    }
  })
  test('with the annex whoever holds the paper gets results of basis official', () => {
    const set = loadSet(example('vi-du-phu-luc'))
    const evidence = {
      readingFrequency: 3,
      learningPlan: 2,
      communitySessions: 3,
      supportActions: ['encourage'],
      homeStudyCorner: true,
      digitalServices: ['cashless-payment'],
      languageNotRequired: true,
      languageUse: 0,
      recordKeeping: 3,
      verifiesInformation: 2,
      goodRelations: 1,
      cooperationGroups: 1,
      experienceShared: 0,
    }
    const person = { id: 'p', group: 'farmer', disadvantagedArea: false, evidence } as CitizenRecord
    const found = evaluate(person, { on: '2026-12-31', set })
    expect(found).toMatchObject({ verdict: 'met', basis: 'official', score: { lower: 85, upper: 85, basis: 'official' } })
    expect(found.indicators.map(({ score, basis }) => [score.lower, basis])).toEqual(
      [10, 10, 10, 10, 10, 5, 10, 10, 5, 5].map((points) => [points, 'official']),
    )
    expect(found.indicators[2]?.level?.vi).toBe('Học ở cộng đồng ít nhất 3 buổi trong năm')
    expect(evaluate({ id: 'p', group: 'farmer' }, { on: '2026-12-31' }).basis).toBe('proposed')
    // In the disadvantaged areas the threshold has a single source, which the result says.
    expect(evaluate({ ...person, disadvantagedArea: true }, { on: '2026-12-31', set }).basis).toBe('single-source')
  })
  test('a level of the annex that reads the digital-skill level is no more official than the mapping to that level', () => {
    const file = example('vi-du-phu-luc')
    const levels = file.indicators?.['information-technology']?.levels as Record<string, object>
    levels['10'] = { ...levels['10'], when: { fact: 'digitalLevel', operator: 'greaterThanInclusive', value: 2 } }
    levels['5'] = { ...levels['5'], when: { fact: 'digitalLevel', operator: 'greaterThanInclusive', value: 1 } }
    const found = evaluate({ id: 'p', group: 'farmer' }, { on: '2026-12-31', set: loadSet(file) })
    expect(found.indicators.map(({ basis }) => basis)).toEqual(
      [...indicatorIds].map((id) => (id === 'information-technology' ? 'proposed' : 'official')),
    )
    expect(found.basis).toBe('proposed')
    // Numbers without an act carry no source, also beside what has one.
    expect(new Set(found.indicators[4]?.source.map(({ number }) => number))).toEqual(new Set(['VÍ-DỤ/2026']))
  })
  test('the province asks one session fewer from 2026, and only there', () => {
    const set = loadSet(example('vi-du-tinh'))
    const evidence = { communitySessions: 4, learningActivities: [], experienceShared: 1, supportActions: [] }
    expect(scoreOf(set, 'community-learning', evidence, '2025-12-31')).toEqual([8, 8])
    expect(scoreOf(set, 'community-learning', evidence, '2026-12-31')).toEqual([10, 10])
    expect(scoreOf(sets.farmer, 'community-learning', evidence, '2026-12-31')).toEqual([8, 8])
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
  test('the total is nobody’s level, even where an item has as many points', () => {
    const evidence = { booksRead: 1, improvements: 1, opinionsGiven: 0 }
    const [reading] = evaluate({ id: 'p', group: 'farmer', evidence }, { on, set }).indicators
    expect(reading).toMatchObject({ score: { lower: 5, upper: 5 } })
    expect(reading).not.toHaveProperty('level')
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
  test('a group of its own, laid over the framework', () => {
    const file = { id: 'salt-makers', extends: 'framework', group: 'salt-maker', version: '1', label: words('Diêm dân') }
    const set = loadSet({ ...file, facts: [occupation], parameters: { 'books-some': parameter([['2022-07-28', 1]]) } })
    expect(set.origins).toEqual({ group: 'salt-makers', label: 'salt-makers', 'facts.occupation': 'salt-makers' })
    const person = { id: 'p', group: 'salt-maker', evidence: { occupation: 'salt', readingFrequency: 3 } } as CitizenRecord
    const found = evaluate(person, { on, set })
    expect([found.group, found.indicators[0]?.score]).toEqual(['salt-maker', { lower: 5, upper: 10, max: 10 }])
    expect(evaluate(person, { on, set: [sets.farmer, set] })).toEqual(found)
    expect(() => evaluate({ id: 'p', group: 'farmer' }, { on, set })).toThrow('group_differs')
  })
  test('every other part that a file lays over its base remembers the file', () => {
    const set = loadSet(
      province({
        conditions: { often: atLeast('readingFrequency', 2) },
        pass: { floor: { fact: 'floor-here' } },
        parameters: { 'floor-here': parameter([['2022-07-28', 4]]) },
        digital: { enable: ['da-nang-2242'] },
        indicators: { reading: { label: words('Đọc'), levels: [level(5, { condition: 'often' })] }, cooperation: { levels: [] } },
      }),
    )
    expect(set.origins).toEqual({
      ...sets.farmer.origins,
      'conditions.often': 'province',
      'pass.floor': 'province',
      'digital.enable.da-nang-2242': 'province',
      'indicators.reading': 'province',
    })
    expect(sets.farmer.origins).toEqual({ group: 'farmer', inForce: 'farmer', label: 'farmer' })
    const found = evaluate({ id: 'p', group: 'farmer' }, { on, set })
    expect(found.score.files).toEqual(['framework', 'province'])
    expect(found.indicators.filter(({ files }) => files.includes('province')).map(({ id }) => id)).toEqual(['reading'])
  })
  test('a named condition laid over another is told where it is used', () => {
    const first = province({
      conditions: { often: atLeast('readingFrequency', 2), usual: { all: [{ condition: 'often' }] } },
      indicators: { reading: { levels: [level(5, { any: [{ not: { not: { condition: 'usual' } } }] })] } },
    })
    const commune = { id: 'commune', extends: 'province', version: '1', conditions: { often: atLeast('readingFrequency', 1) } }
    const found = evaluate({ id: 'p', group: 'farmer' }, { on, set: loadSet([first, commune]) })
    expect(found.indicators[0]?.files).toEqual(['framework', 'farmer', 'province', 'commune'])
    expect(found.indicators[1]?.files).toEqual(['framework', 'farmer'])
  })
  test('a group of its own', () => {
    const file = { ...(farmerFiles()['farmer'] as object), id: 'salt-maker', group: 'salt-maker' }
    const set = loadSet([file, criteriaJson('framework'), criteriaJson('facts'), criteriaJson('digital-skills')])
    expect(evaluate({ id: 'p', group: 'salt-maker' }, { on, set }).group).toBe('salt-maker')
    expect(() => evaluate({ id: 'p', group: 'farmer' }, { on, set })).toThrow('group_differs')
    expect(() => evaluate({ id: 'p', group: 'salt-maker' }, { on })).toThrow('unknown_group')
  })
})
