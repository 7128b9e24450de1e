import { describe, expect, test, vi } from 'vitest'
import { createEngine, toRules, type CustomOperator, type FactSources } from '../../src/engine.js'
import {
  compile,
  evaluate,
  explain,
  loadSet,
  safeEvaluate,
  safeLoadSet,
  type Assessment,
  type CitizenRecord,
  type CriteriaSet,
  type Evidence,
} from '../../src/index.js'
import { level, parameter, province } from '../support/criteria-files.js'

const on = '2025-12-31'
const operators = { multipleOf: ((value, required) => Number(value) % Number(required) === 0) as CustomOperator }

/** Farmers whose first indicator is one condition. */
const fileWith = (when: unknown, more: object = {}): object =>
  province({
    indicators: { reading: { grading: 'sum', cap: 10, levels: [level(5, when), level(8, when), level(10, when)] } },
    ...more,
  })
const setWith = (when: unknown, more: object = {}, names: string[] = ['multipleOf']): CriteriaSet =>
  loadSet(fileWith(when, more), { operators: names })

const multiple = { fact: 'booksRead', operator: 'multipleOf', value: 3 }
const hoursMultiple = { ...multiple, fact: 'learningActivities', params: { measure: 'hours' } }

async function readingOf(set: CriteriaSet, evidence: Evidence, given: Record<string, CustomOperator> = operators) {
  const result = await createEngine(set, { on, operators: given }).assess({ id: 'P1', group: 'farmer', evidence })
  return result.indicators[0]!.score
}
const met = { lower: 10, upper: 10, max: 10 }
const unmet = { lower: 0, upper: 0, max: 10 }
const unknown = { lower: 0, upper: 10, max: 10 }

describe('loading', () => {
  const codesOf = (json: unknown, options?: object): string[] => {
    const loaded = safeLoadSet(json, options)
    return loaded.ok ? [] : loaded.issues.map(({ code }) => code)
  }

  test('an operator that was not announced is refused', () => {
    expect(codesOf(fileWith(multiple))).toContain('unknown_operator')
    expect(codesOf(fileWith(multiple), { operators: ['other'] })).toContain('unknown_operator')
    expect(codesOf(fileWith(multiple), { operators: ['multipleOf'] })).toEqual([])
  })

  test('what else the leaf names must exist all the same', () => {
    const options = { operators: ['multipleOf'] }
    expect(codesOf(fileWith({ ...multiple, fact: 'shoeSize' }), options)).toContain('unknown_fact')
    expect(codesOf(fileWith({ ...multiple, value: { fact: 'no-such-number' } }), options)).toContain('unknown_parameter')
    expect(codesOf(fileWith({ ...multiple, params: { measure: 'count' } }), options)).toContain('wrong_params')
    expect(codesOf(fileWith({ ...hoursMultiple, params: { measure: 'latest' } }), options)).toContain('wrong_operator')
  })

  test('results warn that its way, and the nesting of its levels, are not known', () => {
    const set = setWith(multiple)
    expect(set.warnings.map(({ code }) => code)).toContain('against_fact_way')
    const nested = loadSet(province({ indicators: { reading: { levels: [level(5, multiple)] } } }), { operators: ['multipleOf'] })
    expect(nested.warnings.map(({ code }) => code)).toContain('nesting_not_decided')
  })

  test('nothing but the engine takes such a set', () => {
    const set = setWith(multiple)
    const refusal = expect.objectContaining({
      code: 'options',
      issues: [{ code: 'unknown_operator', path: ['set'], severity: 'error', operator: 'multipleOf' }],
    }) as Error
    const record: CitizenRecord = { id: 'P1', group: 'farmer' }
    expect(() => compile(set, { on })).toThrowError(refusal)
    expect(() => evaluate(record, { on, set })).toThrowError(refusal)
    expect(() => toRules(set, { on })).toThrowError(refusal)
    expect(safeEvaluate(record, { on, set }).ok).toBe(false)
  })

  test('the engine must be given it', () => {
    expect(() => createEngine(setWith(multiple), { on })).toThrowError(
      expect.objectContaining({
        code: 'options',
        issues: [{ code: 'unknown_operator', path: ['operators'], severity: 'error', operator: 'multipleOf' }],
      }) as Error,
    )
  })
})

describe('answers', () => {
  test('met, unmet, and unknown while the fact is', async () => {
    const set = setWith(multiple)
    expect(await readingOf(set, { booksRead: 6 })).toEqual(met)
    expect(await readingOf(set, { booksRead: 7 })).toEqual(unmet)
    expect(await readingOf(set, { booksRead: 0 })).toEqual(met)
    expect(await readingOf(set, {})).toEqual(unknown)
    expect(await readingOf(set, { booksRead: null })).toEqual(unknown)
  })

  test('under a not, beside other leaves and in a named condition', async () => {
    expect(await readingOf(setWith({ not: multiple }), { booksRead: 7 })).toEqual(met)
    expect(await readingOf(setWith({ not: multiple }), { booksRead: 6 })).toEqual(unmet)
    expect(await readingOf(setWith({ not: multiple }), {})).toEqual(unknown)
    const named = setWith(
      { any: [{ condition: 'thirds' }, { fact: 'readingFrequency', operator: 'greaterThanInclusive', value: 3 }] },
      { conditions: { thirds: { all: [multiple, { fact: 'booksRead', operator: 'greaterThan', value: 0 }] } } },
    )
    expect(await readingOf(named, { booksRead: 6 })).toEqual(met)
    expect(await readingOf(named, { booksRead: 0, readingFrequency: 2 })).toEqual(unmet)
    expect(await readingOf(named, { readingFrequency: 3 })).toEqual(met)
  })

  test('a measure is handed over as its number, and is unknown while that is open', async () => {
    const set = setWith(hoursMultiple)
    const item = { kind: 'course', topic: 'production', from: '2025-03-01', certificate: false } as const
    expect(
      await readingOf(set, {
        learningActivities: [
          { ...item, hours: 4.5 },
          { ...item, hours: 1.5 },
        ],
      }),
    ).toEqual(met)
    expect(await readingOf(set, { learningActivities: [{ ...item, hours: 4 }] })).toEqual(unmet)
    expect(await readingOf(set, { learningActivities: [item] })).toEqual(unknown)
  })

  test('without params the whole value is handed over, a parameter as its number on the day', async () => {
    const longest = vi.fn<CustomOperator>((list, required) =>
      (list as { hours?: number }[]).some(({ hours = 0 }) => hours >= Number(required)),
    )
    const set = setWith(
      { fact: 'learningActivities', operator: 'longest', value: { fact: 'long-course' } },
      {
        parameters: {
          'long-course': parameter([
            ['2022-07-28', 30],
            ['2025-12-31', 20],
          ]),
        },
      },
      ['longest'],
    )
    const learningActivities = [{ hours: 4 }, { hours: 25 }]
    expect(await readingOf(set, { learningActivities }, { longest })).toEqual(met)
    expect(longest.mock.calls).toEqual([[learningActivities, 20]])
  })

  test('a parameter of zero tells yes from no', async () => {
    const set = setWith(
      { fact: 'booksRead', operator: 'moreThan', value: { fact: 'no-books' } },
      { parameters: { 'no-books': parameter([['2022-07-28', 0]]) } },
      ['moreThan'],
    )
    const given = { moreThan: ((value, required) => Number(value) > Number(required)) as CustomOperator }
    expect(await readingOf(set, { booksRead: 1 }, given)).toEqual(met)
    expect(await readingOf(set, { booksRead: 0 }, given)).toEqual(unmet)
  })

  test('of a level that comes of several facts the operator is asked once, when it is exact', async () => {
    const multipleOf = vi.fn(operators.multipleOf)
    const set = setWith({ fact: 'digitalLevel', operator: 'multipleOf', value: 2 })
    const facts: FactSources = { certificates: async () => [{ kind: 'it-advanced' }], digitalActivities: async () => [] }
    const engine = createEngine(set, { on, operators: { multipleOf }, facts })
    for (const need of ['all', 'verdict'] as const) {
      multipleOf.mockClear()
      await engine.assess('P1', { need })
      expect(multipleOf.mock.calls.length).toBe(1)
    }
  })

  test('the derived level counts once it is exact', async () => {
    const set = setWith({ fact: 'digitalLevel', operator: 'multipleOf', value: 2 })
    const none = { digitalActivities: [] }
    expect(await readingOf(set, none)).toEqual(unknown)
    expect(await readingOf(set, { ...none, certificates: [] })).toEqual(met)
    expect(await readingOf(set, { ...none, certificates: [{ kind: 'it-basic' }] })).toEqual(met)
    expect(await readingOf(set, {})).toEqual(unknown)
  })

  test('evidence that nobody accepted attested is not handed over', async () => {
    const multipleOf = vi.fn(operators.multipleOf)
    const set = setWith({ any: [multiple, { fact: 'digitalLevel', operator: 'multipleOf', value: 2 }] })
    const engine = createEngine(set, { on, operators: { multipleOf }, accept: ['log'] })
    const record: CitizenRecord = { id: 'P1', group: 'farmer', evidence: { booksRead: 6 } }
    expect((await engine.assess(record)).indicators[0]!.score).toEqual(unknown)
    expect(multipleOf).not.toHaveBeenCalled()
    expect((await engine.assess({ ...record, attested: { booksRead: 'log' } })).indicators[0]!.score).toEqual(met)
    expect(multipleOf.mock.calls).toEqual([[6, 3]])
  })

  test('the same question is asked once a person; of a fetched fact when it comes', async () => {
    const multipleOf = vi.fn(operators.multipleOf)
    const engine = createEngine(setWith(multiple), { on, operators: { multipleOf }, facts: { booksRead: async () => 6 } })
    expect((await engine.assess('P1')).indicators[0]!.score).toEqual(met)
    expect((await engine.assess('P1', { need: 'verdict' })).indicators[0]!.score).toEqual(met)
    expect(multipleOf).toHaveBeenCalledTimes(2)
  })

  test('a fact that only a custom leaf asks for is fetched for the verdict', async () => {
    const fetched: string[] = []
    const facts = Object.fromEntries(
      ['booksRead', 'readingFrequency', 'goodRelations'].map((fact) => [fact, () => (fetched.push(fact), 1)]),
    ) as FactSources
    const engine = createEngine(setWith(multiple), { on, operators, facts })
    expect((await engine.assess('P1', { need: 'verdict' })).verdict).toBe('unmet')
    expect(fetched).toEqual(['booksRead'])
  })

  test.each([1, undefined, 'yes', Promise.resolve(true)])('anything but true or false is a mistake: %s', async (answer) => {
    const set = setWith(multiple)
    await expect(readingOf(set, { booksRead: 6 }, { multipleOf: () => answer as never })).rejects.toThrow(TypeError)
  })

  test('a value that the fact does not take never reaches the operator', async () => {
    const multipleOf = vi.fn(operators.multipleOf)
    const engine = createEngine(setWith(multiple), { on, operators: { multipleOf }, facts: { booksRead: () => 'six' as never } })
    await expect(engine.assess('P1')).rejects.toMatchObject({ code: 'record' })
    expect(multipleOf).not.toHaveBeenCalled()
  })
})

describe('what the result says', () => {
  const readingNeeds = ({ missing }: Assessment) => missing.find(({ indicator }) => indicator === 'reading')!.next.needs
  const set = setWith({ all: [multiple, { fact: 'readingFrequency', operator: 'greaterThanInclusive', value: 2 }] })
  const engine = createEngine(set, { on, operators })

  test('unknown and missing name the fact itself, and the digest is that of the set', async () => {
    const open = await engine.assess({ id: 'P1', group: 'farmer' })
    expect(open.unknown.slice(0, 2)).toEqual(['readingFrequency', 'booksRead'])
    expect(open.set.digest).toBe(set.digest)
    expect(JSON.stringify(open)).not.toContain('~')
    const [need] = readingNeeds(open)
    const label = { vi: expect.stringContaining('multipleOf 3'), en: expect.stringContaining('multipleOf 3') } as object
    expect(need).toEqual({ fact: 'booksRead', label, operator: 'multipleOf', required: 3, actual: null })
  })

  test('a need tells what there is, and a copy of it', async () => {
    const odd = await engine.assess({ id: 'P1', group: 'farmer', evidence: { booksRead: 7, readingFrequency: 3 } })
    expect(readingNeeds(odd)).toMatchObject([{ fact: 'booksRead', operator: 'multipleOf', required: 3, actual: 7 }])
    const negative = createEngine(setWith({ not: { any: [multiple] } }), { on, operators })
    const result = await negative.assess({ id: 'P1', group: 'farmer', evidence: { booksRead: 6 } })
    expect(readingNeeds(result)).toMatchObject([{ fact: 'booksRead', operator: 'not:multipleOf', required: 3, actual: 6 }])
    for (const lang of ['vi', 'en'] as const) expect(explain(result, { lang })).toContain('multipleOf 3')
  })

  test('a proposed parameter in a custom leaf still makes the result proposed', async () => {
    const source = {
      document: 'Test',
      number: '1',
      date: '2022-07-28',
      article: '1',
      url: 'https://example.org/',
    }
    const official = (when: unknown): object => ({
      ...level(5, when),
      basis: 'official',
      source,
    })
    const of = (value: unknown): CriteriaSet =>
      loadSet(
        province({
          parameters: { 'every-third': parameter([['2022-07-28', 3]]) },
          indicators: {
            reading: {
              grading: 'sum',
              cap: 10,
              levels: [official({ ...multiple, value }), ...[8, 10].map((p) => ({ ...official(multiple), points: p }))],
            },
          },
        }),
        { operators: ['multipleOf'] },
      )
    const basisOf = async (set: CriteriaSet) => (await createEngine(set, { on, operators }).assess('P1')).indicators[0]!.basis
    expect(await basisOf(of(3))).toBe('official')
    expect(await basisOf(of({ fact: 'every-third' }))).toBe('proposed')
  })

  test('nobody can give the answer of an operator', async () => {
    for (const field of ['evidence', 'attested'])
      await expect(
        engine.assess({ id: 'P1', group: 'farmer', [field]: { '~0': field === 'evidence' ? 1 : 'log' } }),
      ).rejects.toMatchObject({
        code: 'record',
        issues: [{ code: 'unknown_fact', path: [field, '?'] }],
      })
  })
})
