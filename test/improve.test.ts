import { describe, expect, test } from 'vitest'
import { improve as improveInCore } from '../src/core.js'
import { evaluate, improve, isCdhtError, loadSet, sets, type CitizenRecord, type ImprovementPlan } from '../src/index.js'
import { mostAlternatives } from '../src/assessment/improve.js'
import type { FactDefinition, VocabularyFile } from '../src/model/vocabulary.js'
import { level, province } from './support/criteria-files.js'
import { bestOf, tryAll } from './support/improve-by-trying.js'
import { drawInstance, randomFrom, randomSet, whole, type Instance } from './support/improve-instances.js'
import { check, judgedIn, pairs, searches } from './support/judged.js'
import { plainEvaluate } from './support/plain/evaluate.js'
import { criteriaJson } from './support/plain/set.js'

const on = '2025-12-31'

type Steps = ImprovementPlan['steps']
const applied = (record: CitizenRecord, steps: Steps): CitizenRecord => ({
  ...record,
  evidence: { ...record.evidence, ...Object.fromEntries(steps.map(({ fact, to }) => [fact, to])) },
})
const sumOf = (steps: Steps): number => steps.reduce((sum, { effort }) => sum + effort, 0)

/** More than this is not tried for one person; another one is drawn. */
const mostTried = 20_000
const instances = 2_000

describe.each([1, Math.floor(Math.random() * 2 ** 31)])('against trying everything, seed %i', (seed) => {
  test('finds the least effort', { timeout: 300_000 }, () => {
    const random = randomFrom(seed)
    const own = Array.from({ length: seed === 1 ? 60 : 10 }, () => randomSet(random))
    const all = Object.values(sets)
    const wanted = seed === 1 ? instances : instances / 10
    const seen: Record<string, number> = { met: 0, reachable: 0, unreachable: 0, tried: 0, skipped: 0 }
    for (let done = 0; done < wanted;) {
      const from = random() < 0.4 ? own : all
      const instance = drawInstance(random, from[whole(random, 0, from.length - 1)]!, on)
      const { set, record, effort } = instance
      const plan = improve(record, { on, set, effort })
      if (plan.verdict === 'reachable') {
        const below = tryAll(instance, on, (plan.effort as number) - 1, mostTried)
        if (below === undefined) {
          seen['skipped']!++
          continue
        }
        seen['tried']! += below.tried
        expect(below.met, 'something cheaper is enough').toBeUndefined()
      } else if (plan.verdict === 'unreachable') expect(evaluate(bestOf(instance, on), { on, set }).verdict).not.toBe('met')
      expectSound(instance, plan)
      seen[plan.verdict]!++
      if (plan.verdict !== 'met') done++
    }
    console.log(`improve: ${JSON.stringify(seen)}`)
    // Every answer comes up often, or this shows nothing.
    for (const verdict of ['met', 'reachable', 'unreachable']) expect(seen[verdict]).toBeGreaterThan(wanted / 50)
    expect(seen['reachable']).toBeGreaterThan(wanted / 4)
  })
})

/** What holds of every plan, whatever its effort. */
function expectSound({ set, record, effort, open }: Instance, plan: ImprovementPlan): void {
  const before = evaluate(record, { on, set })
  expect(plan.verdict === 'met').toBe(before.verdict === 'met')
  expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan)
  expect(plan.alternatives.length).toBeLessThanOrEqual(mostAlternatives)
  if (plan.verdict !== 'reachable') return expect([plan.steps, plan.alternatives]).toEqual([[], []])
  expect(
    new Set([plan.steps, ...plan.alternatives].map((steps) => JSON.stringify(steps.map(({ fact, to }) => [fact, to])))).size,
  ).toBe(plan.alternatives.length + 1)
  for (const steps of [plan.steps, ...plan.alternatives]) {
    expect(sumOf(steps)).toBe(plan.effort)
    const after = evaluate(applied(record, steps), { on, set })
    expect(after.verdict).toBe('met')
    for (const step of steps) {
      expect(open.map(({ id }) => id)).toContain(step.fact)
      expect(effort[step.fact]).not.toBeNull()
      expect(step.from).toStrictEqual((record.evidence as Record<string, unknown>)[step.fact] ?? null)
      expect(step.serves.length).toBeGreaterThan(0)
      const others = steps.filter((one) => one !== step)
      const less = evaluate(applied(record, others), { on, set })
      expect(less.verdict, 'a step that is not needed').not.toBe('met')
      const lower = less.indicators.filter(({ score }, i) => score.lower < after.indicators[i]!.score.lower)
      expect(step.serves).toEqual(lower.map(({ id }) => id))
    }
  }
}

describe.each(pairs)('of any record, $id', ({ set, plain }) => {
  test.each(searches)('its steps give met, and it keeps nothing of the record (seed $seed)', (search) => {
    check(search, judgedIn(plain), ({ on, record }) => {
      const before = structuredClone(record)
      const plan = improve(record, { on, set })
      expect(record).toStrictEqual(before)
      expect(plan.verdict === 'met').toBe(evaluate(record, { on, set }).verdict === 'met')
      if (plan.verdict !== 'reachable') return
      for (const steps of [plan.steps, ...plan.alternatives]) {
        expect(plainEvaluate(applied(record, steps), plain, on).verdict).toBe('met')
        expect(steps.map(({ fact }) => fact)).not.toContain('languageNotRequired')
      }
    })
  })

  test('what is not listed as unknown saves no effort', () => {
    check({ seed: 1, numRuns: 60 }, judgedIn(plain), ({ on, record }) => {
      const plan = improve(record, { on, set })
      if (plan.verdict !== 'reachable') return
      const unlisted = set.facts.filter(
        (fact) =>
          !(fact.type === 'rank' && fact.derived) &&
          (record.evidence as Record<string, unknown> | undefined)?.[fact.id] == null &&
          !(plan.unknown as string[]).includes(fact.id),
      )
      const learned = bestOf({ set, record, effort: {}, open: unlisted }, on)
      expect(improve(learned, { on, set }).effort).toBe(plan.effort)
    })
  })
})

/** All that a farmer can show, so that single facts can be taken away. */
const best = (more: object = {}): CitizenRecord =>
  bestOf(
    {
      set: sets.farmer,
      record: { id: 'p', group: 'farmer', evidence: more },
      effort: {},
      open: sets.farmer.facts.filter(({ id }) => !(id in more) && id !== 'digitalLevel'),
    },
    on,
  )

describe('one person', () => {
  test('who has met has nothing to do', () => {
    expect(improve(best(), { on })).toEqual({
      verdict: 'met',
      effort: 0,
      basis: 'proposed',
      steps: [],
      unknown: [],
      alternatives: [],
      blocked: [],
    })
  })

  test('one more activity serves two indicators', () => {
    const record = best({
      learningActivities: [{ kind: 'course', topic: 'production', from: '2025-03-01' }],
      communitySessions: 1,
    })
    const plan = improve(record, { on, effort: { communitySessions: null, learningPlan: null, experienceShared: null } })
    // Two sessions in the community are needed, and two activities are then done in all.
    expect(plan).toMatchObject({ verdict: 'reachable', effort: 8 })
    expect(plan.steps.map(({ fact, serves }) => [fact, serves])).toEqual([
      ['learningActivities', ['learning-plan', 'community-learning']],
    ])
    const [step] = plan.steps
    expect(step?.label.vi).toContain('thêm 2 (Hội thảo, hội nghị, nói chuyện chuyên đề)')
    expect(step?.to).toHaveLength(3)
  })

  test('unknown counts as worst and is listed', () => {
    const plan = improve(best({ booksRead: null, readingFrequency: null }), { on })
    expect(plan.steps).toMatchObject([{ fact: 'readingFrequency', from: null, to: 2, effort: 6, serves: ['reading'] }])
    expect(plan.unknown).toEqual(['readingFrequency', 'booksRead'])
  })

  test('what a person cannot change is not advised, unless the caller knows better', () => {
    const poor = best({ languageLevel: 0, languageUse: 0, languageNotRequired: false, learningActivities: [] })
    const all = { learningActivities: null, languageLevel: null, languageUse: null }
    expect(improve(poor, { on, effort: { ...all, learningActivities: undefined, learningPlan: null } }).verdict).toBe('reachable')
    const plan = improve(poor, { on, effort: all })
    expect(plan).toMatchObject({ verdict: 'unreachable', effort: null, steps: [] })
    expect(plan.blocked).toContain('foreign-language')
    expect(plan.blocked).toContain('learning-plan')
  })

  test('a declared score stays, and blocks when it is under the floor', () => {
    expect(improve({ ...best(), scores: { reading: 4.5 } }, { on })).toMatchObject({
      verdict: 'unreachable',
      blocked: ['reading'],
    })
    const plan = improve(
      { ...best({ readingFrequency: 0, goodRelations: 0, reconciliations: 0 }), scores: { reading: 5 } },
      { on },
    )
    expect(plan.verdict).toBe('reachable')
    expect(plan.steps.map(({ fact }) => fact)).not.toContain('readingFrequency')
  })

  test('equal ways are listed', () => {
    const record = best({ cooperationGroups: 0, experienceShared: 0, opinionsGiven: 0 })
    const plan = improve(record, { on, effort: { cooperationGroups: 1, experienceShared: 1, opinionsGiven: 1 } })
    for (const steps of [plan.steps, ...plan.alternatives]) expect(sumOf(steps)).toBe(plan.effort)
  })

  test('core needs the set', () => {
    const record = best({ readingFrequency: 0 })
    expect(improveInCore(record, { on, set: sets.farmer })).toEqual(improve(record, { on }))
    expect(issuesOf(() => improveInCore(record, { on } as never))).toEqual(['missing set'])
  })
})

describe('refusals', () => {
  const record = best()
  test.each([
    [{ effort: 3 }, ['wrong_type effort']],
    [{ effort: { noSuchFact: 3 } }, ['unknown_fact effort']],
    [{ effort: { digitalLevel: 3 } }, ['derived_fact effort.digitalLevel']],
    [{ effort: { booksRead: '3' } }, ['wrong_type effort.booksRead']],
    [{ effort: { booksRead: 0 } }, ['out_of_range effort.booksRead']],
    [{ effort: { booksRead: NaN } }, ['wrong_type effort.booksRead']],
    [{ effort: { booksRead: 1.5 } }, ['not_whole effort.booksRead']],
    [{ on: '2025-02-30' }, ['impossible_day on']],
    [{ set: sets.worker }, ['group_differs set']],
  ])('%o', (more, issues) => {
    expect(issuesOf(() => improve(record, { on, ...more } as never))).toEqual(issues)
  })
  test('a malformed record', () => {
    expect(issuesOf(() => improve({ id: 'p', group: 'farmer', evidence: { booksRead: -1 } }, { on }))).toEqual([
      'out_of_range evidence.booksRead',
    ])
  })
  test('a set in which more may be worse', () => {
    const fewBooks = { not: { fact: 'booksRead', operator: 'greaterThanInclusive', value: 3 } }
    const set = loadSet(province({ indicators: { reading: { grading: 'sum', levels: [level(5, fewBooks)] } } }))
    expect(issuesOf(() => improve(record, { on, set }))).toEqual(['not_monotone set'])
  })
  function issuesOf(run: () => unknown): string[] {
    return issuesIn(run)
  }
})

function issuesIn(run: () => unknown): string[] {
  try {
    run()
  } catch (error) {
    if (isCdhtError(error)) return error.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
    throw error
  }
  return []
}
const issuesOf = issuesIn

describe('the vocabulary', () => {
  const { facts } = criteriaJson('facts') as VocabularyFile
  test.each(facts.filter((fact) => !(fact.type === 'rank' && fact.derived)))(
    'says of $id what a step costs, and why',
    ({ step }) => {
      expect(step?.basis).toBe('proposed')
      expect(step?.rationale?.vi.length).toBeGreaterThan(10)
      expect(step?.rationale?.en.length).toBeGreaterThan(10)
    },
  )
  test('of an overlay may leave the step out: then the fact is not advised', () => {
    const without: Partial<FactDefinition> = { ...sets.farmer.facts.find(({ id }) => id === 'booksRead') }
    delete without.step
    const set = loadSet(
      province({
        facts: [{ ...without, id: 'diaries' }],
        indicators: {
          reading: {
            levels: [5, 8, 10].map((points) =>
              level(points, { fact: 'diaries', operator: 'greaterThanInclusive', value: points }),
            ),
          },
        },
      }),
    )
    const record = { ...best(), evidence: { ...best().evidence, diaries: 2 } } as CitizenRecord
    expect(improve(record, { on, set }).blocked).toEqual(['reading'])
    expect(improve(record, { on, set, effort: { diaries: 2 } as never })).toMatchObject({ verdict: 'reachable', effort: 6 })
  })
})
