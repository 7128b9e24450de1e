import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import { createEngine, type CriteriaEngine, type EngineOptions, type FactSources, type LevelMet } from '../../src/engine.js'
import { readSample } from '../../bench/sample.js'
import {
  evaluate,
  nextQuestions,
  sets,
  type Assessment,
  type CitizenRecord,
  type Evidence,
  type IndicatorId,
} from '../../src/index.js'
import { leavesOf } from '../../src/model/condition.js'
import { interview } from '../support/interview.js'

const on = '2025-12-31'
const { farmer } = sets
const facts = farmer.facts.filter((fact) => !(fact.type === 'rank' && fact.derived)).map(({ id }) => id as keyof Evidence)

const good: Evidence = {
  readingFrequency: 3,
  informationSources: ['extension-material', 'book', 'radio-tv'],
  learningPlan: 3,
  learningActivities: Array.from({ length: 6 }, (_, i) => ({
    kind: i % 2 ? 'field-day' : 'course',
    topic: 'production',
    from: `2025-0${i + 1}-10`,
    hours: 8,
    certificate: true,
  })),
  communitySessions: 30,
  peopleSupported: 9,
  supportActions: ['encourage', 'teach'],
  digitalServices: ['vneid', 'public-services', 'cashless-payment', 'online-selling', 'production-app'],
  digitalActivities: ['cc-email', 'cc-calls', 'cc-messaging', 'ps-bank', 'idl-news'],
  languageUse: 3,
  recordKeeping: 3,
  improvements: 4,
  initiativeRank: 2,
  verifiesInformation: 3,
  opinionsGiven: 9,
  opinionsAdopted: 4,
  goodRelations: 3,
  reconciliations: 3,
  commonActivities: 9,
  cooperationGroups: 3,
  experienceShared: 9,
}

/** An engine that counts which facts were fetched, and for whom. */
function counting(evidence: Evidence, options: Partial<EngineOptions> = {}) {
  const fetched: string[] = []
  const sources = Object.fromEntries(
    facts.map((fact) => [
      fact,
      async () => {
        fetched.push(fact)
        await Promise.resolve()
        return evidence[fact]
      },
    ]),
  ) as FactSources
  return { fetched, engine: createEngine(farmer, { on, facts: sources, ...options }) }
}

const declared = (ids: readonly IndicatorId[], points = 9): CitizenRecord['scores'] =>
  Object.fromEntries(ids.map((id) => [id, points]))
const indicators = farmer.indicators.map(({ id }) => id)

/** Facts that the levels of these indicators ask for, the digital level by those that show it. */
function factsOf(ids: readonly IndicatorId[]): Set<string> {
  const leaves = farmer.indicators
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ levels }) => levels.flatMap(({ when }) => [...leavesOf(when, farmer.conditions)]))
  return new Set(
    leaves.flatMap(({ fact }) => (fact === 'digitalLevel' ? farmer.digital.routes.map((route) => route.fact) : [fact])),
  )
}

const refusal = (code: string, ...issues: object[]): unknown =>
  expect.objectContaining({ name: 'CdhtError', code, issues: issues.map((one) => expect.objectContaining(one)) })
const codes = (assessment: Assessment): string[] => assessment.warnings.map(({ code }) => code)

describe('where facts come from', () => {
  test('an id alone, values, promises and functions', async () => {
    const calls: unknown[][] = []
    const engine = createEngine(farmer, {
      on,
      facts: {
        booksRead: 4,
        readingFrequency: Promise.resolve(3),
        learningPlan: (...given) => {
          calls.push(given)
          return 2
        },
        improvements: async () => 1,
        opinionsGiven: () => undefined,
      },
    })
    const evidence = { booksRead: 4, readingFrequency: 3, learningPlan: 2, improvements: 1 }
    expect(await engine.assess('P1')).toEqual(evaluate({ id: 'P1', group: 'farmer', evidence }, { on, set: farmer }))
    expect(calls).toEqual([['P1', { record: { id: 'P1', group: 'farmer' }, on }]])
  })

  test('what the record gives comes first, unless it says "not known"', async () => {
    const booksRead = vi.fn(() => 9)
    const readingFrequency = vi.fn(() => 3)
    const engine = createEngine(farmer, { on, facts: { booksRead, readingFrequency } })
    const record: CitizenRecord = { id: 'P1', group: 'farmer', evidence: { booksRead: 0, readingFrequency: null } }
    const expected = { ...record, evidence: { booksRead: 0, readingFrequency: 3 } }
    expect(await engine.assess(record)).toEqual(evaluate(expected, { on, set: farmer }))
    expect([booksRead.mock.calls.length, readingFrequency.mock.calls.length]).toEqual([0, 1])
    expect(record.evidence).toEqual({ booksRead: 0, readingFrequency: null })
  })

  test('each fact is fetched once a person, however many levels ask for it, all at the same time', async () => {
    const { fetched, engine } = counting(good)
    await engine.assess('P1')
    expect(fetched.toSorted()).toEqual(facts.toSorted())
    await engine.assess('P2')
    expect(fetched).toHaveLength(2 * facts.length)
  })

  test('fetched values are attested and accepted like any others', async () => {
    const accept = ['employer'] as const
    const record: CitizenRecord = { id: 'P1', group: 'farmer', attested: { booksRead: 'employer', readingFrequency: 'self' } }
    const evidence = { readingFrequency: 3, learningActivities: [{ from: '2026-05-05' }] }
    const engine = createEngine(farmer, {
      on,
      accept,
      facts: { readingFrequency: () => 3, learningActivities: () => evidence.learningActivities },
    })
    expect(await engine.assess(record)).toEqual(evaluate({ ...record, evidence }, { on, accept, set: farmer }))
  })

  test('reasons may be left out', async () => {
    const engine = createEngine(farmer, { on, facts: {} })
    const { missing, unknown } = await engine.assess('P1', { reasons: false })
    expect([missing, unknown]).toEqual([[], []])
  })

  test('types follow the vocabulary', () => {
    expectTypeOf<{ booksRead: () => Promise<number> }>().toExtend<FactSources>()
    expectTypeOf<{ booksRead: () => Promise<string> }>().not.toExtend<FactSources>()
    expectTypeOf<'booksRaed'>().not.toExtend<keyof FactSources>()
    expectTypeOf(createEngine(farmer, { on }).assess).returns.resolves.toEqualTypeOf<Assessment>()
  })
})

describe('only the verdict', () => {
  test('ten declared scores: nothing is fetched', async () => {
    const { fetched, engine } = counting(good)
    const result = await engine.assess({ id: 'P1', group: 'farmer', scores: declared(indicators) }, { need: 'verdict' })
    expect(result.verdict).toBe('met')
    expect(fetched).toEqual([])
    expect(result.warnings.filter(({ code }) => code === 'not_fetched').map(({ path }) => path)).toEqual(
      facts.map((fact) => ['evidence', fact]),
    )
  })

  test('five declared scores: only facts of the other five', async () => {
    const { fetched, engine } = counting(good)
    const record: CitizenRecord = { id: 'P1', group: 'farmer', scores: declared(indicators.slice(0, 5)) }
    const result = await engine.assess(record, { need: 'verdict' })
    expect(result.verdict).toBe('met')
    expect(fetched.length).toBeGreaterThan(5)
    const others = factsOf(indicators.slice(5))
    expect(fetched.filter((fact) => !others.has(fact))).toEqual([])
    const left = result.warnings.flatMap((one) => (one.code === 'not_fetched' ? [one.fact] : []))
    expect([...fetched, ...left].toSorted()).toEqual(facts.toSorted())
  })

  test('decided by the floor: the first indicator is enough', async () => {
    const { fetched, engine } = counting({ ...good, readingFrequency: 0, booksRead: 0, informationSources: [] })
    expect((await engine.assess('P1', { need: 'verdict' })).verdict).toBe('unmet')
    expect(fetched.length).toBeGreaterThan(0)
    const first = factsOf(indicators.slice(0, 1))
    expect(fetched.filter((fact) => !first.has(fact))).toEqual([])
  })

  test('met: stops as soon as it is', async () => {
    const { fetched, engine } = counting(good)
    const early = await engine.assess('P1', { need: 'verdict' })
    expect(early.verdict).toBe('met')
    expect(fetched.length).toBeLessThan(factsOf(indicators).size)
    const full = evaluate({ id: 'P1', group: 'farmer', evidence: good }, { on, set: farmer })
    expect(early.score.lower).toBeLessThanOrEqual(full.score.lower)
    expect(early.score.upper).toBeGreaterThanOrEqual(full.score.upper)
  })

  test('fetches what an interview by nextQuestions asks, and comes to the verdict of the whole record', async () => {
    const people = (await readSample()).filter(({ set }) => set === farmer).slice(0, 40)
    const evidence = new Map(people.map(({ person }) => [person.id, person.evidence ?? {}]))
    const fetched = new Map<string, string[]>(people.map(({ person }) => [person.id, []]))
    const sources = Object.fromEntries(
      facts.map((fact) => [fact, (id: string) => (fetched.get(id)?.push(fact), evidence.get(id)?.[fact])]),
    ) as FactSources
    const engine = createEngine(farmer, { on, facts: sources })
    const results = await Promise.all(
      people.map(({ person: { evidence: _, ...rest } }) => engine.assess(rest, { need: 'verdict' })),
    )
    const asked = people.map(
      ({ person }) => interview(person, farmer, on, (record) => nextQuestions(record, { on, set: farmer })).asked,
    )
    expect(results.map(({ verdict }) => verdict)).toEqual(people.map(({ person }) => evaluate(person, { on }).verdict))
    expect([...fetched.values()]).toEqual(asked)
    expect(new Set(results.map(({ verdict }) => verdict)).size).toBe(3)
  })

  test('what is not accepted stays open, and never settles what to fetch', async () => {
    const { fetched, engine } = counting(good, { accept: ['branch'] })
    const record: CitizenRecord = {
      id: 'P1',
      group: 'farmer',
      evidence: { readingFrequency: 0, informationSources: [], booksRead: 0 },
      attested: Object.fromEntries(facts.filter((fact) => fact !== 'readingFrequency').map((fact) => [fact, 'branch'])),
    }
    const early = await engine.assess(record, { need: 'verdict' })
    const full = await engine.assess(record)
    expect(full.verdict).toBe('unknown')
    expect(early.verdict).toBe('unknown')
    expect(fetched.length).toBeGreaterThan(5)
  })

  test('one after another, never two at a time', async () => {
    let running = 0
    let most = 0
    const sources = Object.fromEntries(
      facts.map((fact) => [
        fact,
        async () => {
          most = Math.max(most, ++running)
          await new Promise((resolve) => setTimeout(resolve, 1))
          running--
          return good[fact]
        },
      ]),
    ) as FactSources
    await createEngine(farmer, { on, facts: sources }).assess('P1', { need: 'verdict' })
    expect(most).toBe(1)
  })

  test('a fact that nobody may attest is not worth fetching', async () => {
    const { fetched, engine } = counting(good, { accept: ['log'] })
    await engine.assess({ id: 'P1', group: 'farmer', attested: { readingFrequency: 'log' } }, { need: 'verdict' })
    expect(fetched).toEqual(['readingFrequency'])
  })
})

describe('facts that cannot be fetched', () => {
  const secret = 'Nguyễn Văn A'
  const failing: FactSources = {
    readingFrequency: () => 3,
    booksRead: () => Promise.reject(new Error(secret)),
    improvements: () => {
      throw new Error(secret)
    },
    opinionsGiven: () => new Promise<number>(() => undefined),
    learningPlan: () => new Promise((resolve) => setTimeout(resolve, 1, 2)),
  }
  const failures = (severity: string) => [
    { code: 'fetch_failed', path: ['evidence', 'booksRead'], severity, fact: 'booksRead', reason: 'rejected' },
    { code: 'fetch_failed', path: ['evidence', 'improvements'], severity, fact: 'improvements', reason: 'rejected' },
    { code: 'fetch_failed', path: ['evidence', 'opinionsGiven'], severity, fact: 'opinionsGiven', reason: 'timeout' },
  ]

  test('are unknown, with a warning', async () => {
    const result = await createEngine(farmer, { on, facts: failing, timeout: 50 }).assess('P1')
    const known = { id: 'P1', group: 'farmer', evidence: { readingFrequency: 3, learningPlan: 2 } }
    const expected = evaluate(known, { on, set: farmer })
    expect(result).toEqual({ ...expected, warnings: [...expected.warnings, ...failures('warning')] })
    expect(JSON.stringify(result)).not.toContain(secret)
  })

  test('are an error under strict', async () => {
    const engine = createEngine(farmer, { on, facts: failing, timeout: 50, strict: true })
    const error: unknown = await engine.assess('P1').catch((reason: unknown) => reason)
    expect(error).toEqual(refusal('record', ...failures('error')))
    expect(String(error) + JSON.stringify(error)).not.toContain(secret)
  })

  test('under strict nothing is fetched after the first failure when only the verdict is needed', async () => {
    const fetched: string[] = []
    const readingFrequency = vi.fn(() => Promise.reject(new Error(secret)))
    const failed = createEngine(farmer, {
      on,
      strict: true,
      facts: {
        ...Object.fromEntries(facts.map((fact) => [fact, () => void fetched.push(fact)])),
        readingFrequency,
      } as FactSources,
    })
    await expect(failed.assess('P1', { need: 'verdict' })).rejects.toEqual(refusal('record', { fact: 'readingFrequency' }))
    expect(readingFrequency).toHaveBeenCalledTimes(1)
    expect(fetched).toEqual([])
  })

  test('a value that the fact does not take is refused as in a record, and no event tells of it', async () => {
    const engine = createEngine(farmer, { on, facts: { booksRead: () => '7' as never, readingFrequency: 3 } })
    const met = vi.fn()
    engine.raw.on('level-met', met)
    for (const need of ['all', 'verdict'] as const)
      await expect(engine.assess('P1', { need })).rejects.toEqual(
        refusal('record', { code: 'wrong_type', path: ['evidence', 'booksRead'] }),
      )
    expect(met.mock.calls.map(([level]) => (level as LevelMet).indicator)).not.toContain('numeracy-and-improvement')
  })

  test('a promise that failed before anybody was assessed ends nothing', async () => {
    const engine = createEngine(farmer, { on, facts: { booksRead: Promise.reject(new Error(secret)) } })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(codes(await engine.assess('P1'))).toContain('fetch_failed')
  })

  test('a timer is not left behind', async () => {
    const clear = vi.spyOn(globalThis, 'clearTimeout')
    await createEngine(farmer, { on, facts: { booksRead: () => 1 }, timeout: 60_000 }).assess('P1')
    expect(clear).toHaveBeenCalledTimes(1)
    clear.mockRestore()
  })
})

describe('many people at the same time', () => {
  test('do not disturb each other, whoever is done first', async () => {
    const people = Array.from({ length: 60 }, (_, i): CitizenRecord => {
      const own = facts.filter((_, f) => (f + i) % 5 !== 0)
      return {
        id: `P${i}`,
        group: 'farmer',
        disadvantagedArea: i % 2 === 0,
        ...(i % 3 === 0 && { scores: declared(indicators.slice(0, i % 11)) }),
        evidence: Object.fromEntries(own.map((fact) => [fact, i % 7 === 0 && fact === 'goodRelations' ? 0 : good[fact]])),
      }
    })
    const byId = new Map(people.map((person) => [person.id, person.evidence]))
    const sources = Object.fromEntries(
      facts.map((fact, f) => [
        fact,
        (id: string) =>
          new Promise((resolve) => setTimeout(resolve, (f * 7 + Number(id.slice(1)) * 3) % 5, byId.get(id)?.[fact])),
      ]),
    ) as FactSources
    const engine = createEngine(farmer, { on, facts: sources })
    const results = await Promise.all(
      people.flatMap(({ evidence: _, ...rest }) => [engine.assess(rest), engine.assess(rest, { need: 'verdict' })]),
    )
    people.forEach((person, i) => {
      const expected = evaluate(person, { on, set: farmer })
      expect(results[2 * i]).toEqual(expected)
      expect(results[2 * i + 1]!.verdict).toBe(expected.verdict)
    })
    expect(new Set(results.map(({ verdict }) => verdict)).size).toBeGreaterThan(1)
  })

  test('a run that ends does not silence another', async () => {
    let release: (value: number) => void = () => undefined
    const held = new Promise<number>((resolve) => (release = resolve))
    const slow = createEngine(farmer, { on, facts: { ...good, readingFrequency: (id) => (id === 'slow' ? held : 3) } })
    const met: LevelMet[] = []
    slow.raw.on('level-met', (level) => met.push(level))
    const waiting = slow.assess('slow')
    await slow.assess('quick')
    release(3)
    await waiting
    const of = (id: string): string[] =>
      met.flatMap((level) => (level.id === id ? [`${level.indicator}/${level.points}`] : [])).toSorted()
    expect(of('quick').length).toBeGreaterThan(10)
    expect(of('slow')).toEqual(of('quick'))
  })
})

describe('the raw engine', () => {
  const levelsOf = async (engine: CriteriaEngine, record: CitizenRecord): Promise<LevelMet[]> => {
    const levels: LevelMet[] = []
    const keep = (level: LevelMet): void => void levels.push(level)
    engine.raw.on('level-met', keep)
    await engine.assess(record)
    engine.raw.off('level-met', keep)
    await engine.assess(record)
    return levels
  }

  test('tells of every level that is met for certain, once, with the id', async () => {
    const record: CitizenRecord = { id: 'P9', group: 'farmer', evidence: { readingFrequency: 3, languageUse: 2 } }
    const engine = createEngine(farmer, { on })
    const levels = await levelsOf(engine, record)
    expect(levels.toSorted((a, b) => a.indicator.localeCompare(b.indicator) || a.points - b.points)).toEqual([
      { indicator: 'foreign-language', points: 5, id: 'P9' },
      { indicator: 'foreign-language', points: 8, id: 'P9' },
      { indicator: 'reading', points: 5, id: 'P9' },
    ])
  })

  test('success and failure tell of every level', async () => {
    const engine = createEngine(farmer, { on })
    const told: string[] = []
    engine.raw.on('success', ({ type, params }) => told.push(`${type} ${params.indicator}/${params.points}`))
    engine.raw.on('failure', ({ type, params }) => told.push(`${type} ${params.indicator}/${params.points}`))
    await engine.assess('P1')
    expect(new Set(told).size).toBe(farmer.indicators.reduce((sum, { levels }) => sum + levels.length, 0))
  })

  test('a handler that throws rejects the assessment it was called for', async () => {
    const engine = createEngine(farmer, { on, facts: { readingFrequency: (id) => (id === 'P1' ? 3 : 0) } })
    engine.raw.on('level-met', () => {
      throw new Error('handler')
    })
    await expect(engine.assess('P1')).rejects.toThrow('handler')
    expect((await engine.assess('P2')).verdict).toBe('unmet')
  })
})

describe('what is refused', () => {
  test.each<[string, Partial<EngineOptions>, object]>([
    ['a day that is none', { on: '2025-02-30' }, { code: 'impossible_day', path: ['on'] }],
    ['a day before the set', { on: '2020-01-01' }, { code: 'not_in_force', path: ['on'] }],
    ['an attester that is none', { accept: ['mother' as never] }, { code: 'unknown_attester', path: ['accept'] }],
    ['an unknown fact', { facts: { shoeSize: 42 } as never }, { code: 'unknown_fact', path: ['facts', 'shoeSize'] }],
    ['a name as a fact', { facts: { 'Nguyễn Văn A': 1 } as never }, { code: 'unknown_fact', path: ['facts', '?'] }],
    ['the derived fact', { facts: { digitalLevel: 2 } as never }, { code: 'derived_fact', path: ['facts', 'digitalLevel'] }],
    ['no time at all', { timeout: 0 }, { code: 'wrong_option', path: ['timeout'] }],
    ['a timeout that is text', { timeout: '5' as never }, { code: 'wrong_option', path: ['timeout'] }],
    ['another equal', { operators: { equal: () => true } }, { code: 'wrong_option', path: ['operators', 'equal'] }],
    ['an operator that is none', { operators: { near: 1 as never } }, { code: 'wrong_option', path: ['operators', 'near'] }],
  ])('%s', (_, options, issue) => {
    expect(() => createEngine(farmer, { on, ...options })).toThrowError(refusal('options', issue) as Error)
  })

  test.each<[string, unknown, string, object]>([
    ['nothing', null, 'record', { code: 'wrong_type' }],
    ['a record without a group', { id: 'P1' }, 'record', { code: 'missing', path: ['group'] }],
    ['another group', { id: 'P1', group: 'worker' }, 'options', { code: 'group_differs' }],
    ['an empty id', '', 'record', { code: 'empty', path: ['id'] }],
    ['a malformed value', { id: 'P1', group: 'farmer', evidence: { booksRead: -1 } }, 'record', { code: 'out_of_range' }],
  ])('%s, before anything is fetched', async (_, record, code, issue) => {
    const { fetched, engine } = counting(good)
    await expect(engine.assess(record as never)).rejects.toEqual(refusal(code, issue))
    expect(fetched).toEqual([])
  })

  test('a need that is none', async () => {
    const { engine } = counting(good)
    await expect(engine.assess('P1', { need: 'some' as never })).rejects.toEqual(
      refusal('options', { code: 'wrong_option', path: ['need'] }),
    )
  })
})
