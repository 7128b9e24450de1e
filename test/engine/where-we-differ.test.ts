import { readFileSync } from 'node:fs'
import { Engine, type RuleResult } from 'json-rules-engine'
import { afterAll, describe, expect, test } from 'vitest'
import { createEngine, toRules } from '../../src/engine.js'
import { compile, safeLoadSet, sets, type CitizenRecord, type Evidence } from '../../src/index.js'
import type { Condition } from '../../src/model/condition.js'
import { occupation, provinceWith } from '../support/criteria-files.js'
import { plain, points, setOf } from './batch-set.js'
import { conditionsInBatch } from './random-conditions.js'

const on = '2025-12-31'
const rows = [...readFileSync('docs/where-we-differ.md', 'utf8').matchAll(/^\| `([a-z-]+)` +\|/gm)].map(
  ([, row]) => row as string,
)
const tested = new Set<string>()

/** A test of one row of the table in `docs/where-we-differ.md`. */
function row(name: string, body: () => void | Promise<void>): void {
  tested.add(name)
  test(name, body)
}
afterAll(() => {
  expect([...tested].sort(), 'rows of docs/where-we-differ.md').toEqual([...rows].sort())
})

/** What json-rules-engine says of a condition: its answer, or the message of its error. */
async function theirs(conditions: unknown, facts: Record<string, unknown> = {}, options: object = {}): Promise<boolean | string> {
  try {
    const engine = new Engine([{ conditions, event: { type: 'met' } } as never], { pathResolver: (value) => value, ...options })
    return (await engine.run(facts)).events.length === 1
  } catch (error) {
    return (error as Error).message
  }
}
const leaf = (fact: string, operator: string, value: unknown): { all: unknown[] } => ({ all: [{ fact, operator, value }] })

/** What loading says of a condition of farmers. */
function loading(when: unknown): string[] {
  const loaded = safeLoadSet(provinceWith(when))
  return loaded.ok ? [] : loaded.issues.map(({ code }) => code)
}

/** What the library answers to a condition that loads. */
function ours(condition: Condition, evidence: Evidence): 'met' | 'unmet' | 'unknown' {
  const set = setOf({ on, named: {}, records: [], conditions: Array<Condition>(conditionsInBatch).fill(condition) })
  const out = new Float64Array(26)
  compile(set, { on }).scoreInto({ id: 'p', group: plain.group, evidence }, out)
  return out[0]! & points[0]! ? 'met' : out[10]! & points[0]! ? 'unknown' : 'unmet'
}

/** What the library says of a record. */
function recordFaults(evidence: Record<string, unknown>): string[] {
  try {
    compile(sets.farmer, { on }).assess({ id: 'p', group: 'farmer', evidence } as CitizenRecord)
    return []
  } catch (error) {
    return (error as { issues: { code: string }[] }).issues.map(({ code }) => code)
  }
}

describe('a fact that is missing', () => {
  row('missing-fact', async () => {
    const asked = leaf('booksRead', 'greaterThan', 3)
    expect(await theirs(asked)).toBe('Undefined fact: booksRead')
    expect(await theirs(asked, {}, { allowUndefinedFacts: true })).toBe(false)
    expect(ours(asked as Condition, {})).toBe('unknown')
  })
  row('missing-beside-met', async () => {
    const asked = { any: [leaf('goodRelations', 'equal', 3), leaf('booksRead', 'greaterThan', 3)] }
    expect(await theirs(asked, { goodRelations: 3 })).toBe('Undefined fact: booksRead')
    expect(ours(asked as Condition, { goodRelations: 3 })).toBe('met')
  })
  row('not-of-missing', async () => {
    const asked = { not: leaf('booksRead', 'greaterThan', 3) }
    expect(await theirs(asked, {}, { allowUndefinedFacts: true })).toBe(true)
    expect(await theirs(asked, { booksRead: null })).toBe(true)
    expect(ours(asked as Condition, {})).toBe('unknown')
    const { rules, facts } = toRules(
      setOf({ on, named: {}, records: [], conditions: Array<Condition>(conditionsInBatch).fill(asked as Condition) }),
      { on },
    )
    const engine = new Engine(rules as never, { pathResolver: (value) => value })
    expect((await engine.run(facts({ id: 'p', group: plain.group }))).events).toEqual([])
  })
  row('negative-operators', async () => {
    for (const [operator, value] of [
      ['notEqual', 3],
      ['notIn', [3]],
    ] as const) {
      expect(await theirs(leaf('booksRead', operator, value), { booksRead: null })).toBe(true)
      expect(loading(leaf('booksRead', operator, value))).toEqual(['unknown_operator'])
    }
    expect(await theirs(leaf('supportActions', 'doesNotContain', 'teach'), { supportActions: null })).toBe(false)
    expect(loading(leaf('supportActions', 'doesNotContain', 'teach'))).toEqual(['unknown_operator'])
  })
  row('partial-list', async () => {
    const asked = { all: [{ fact: 'learningActivities', params: { measure: 'hours' }, operator: 'lessThan', value: 5 }] }
    expect(await theirs(asked, { learningActivities: () => 4 })).toBe(true)
    expect(ours(asked as Condition, { learningActivities: [{ from: on, hours: 4 }, { from: on }] })).toBe('unknown')
  })
})

describe('values', () => {
  row('number-as-text', async () => {
    expect(await theirs(leaf('booksRead', 'greaterThan', 5), { booksRead: '7' })).toBe(true)
    expect(await theirs(leaf('booksRead', 'lessThan', '9'), { booksRead: '10' })).toBe(true)
    expect(recordFaults({ booksRead: '7' })).toEqual(['wrong_type'])
    expect(loading(leaf('booksRead', 'lessThan', '9'))).toEqual(['wrong_value'])
  })
  row('list-as-number', async () => {
    expect(await theirs(leaf('booksRead', 'greaterThan', 5), { booksRead: [7] })).toBe(true)
    expect(recordFaults({ booksRead: [7] })).toEqual(['wrong_type'])
  })
  row('not-a-number', async () => {
    expect(await theirs(leaf('booksRead', 'equal', NaN), { booksRead: NaN })).toBe(false)
    expect(await theirs(leaf('booksRead', 'lessThan', Infinity), { booksRead: -Infinity })).toBe(true)
    for (const booksRead of [NaN, Infinity, -Infinity]) expect(recordFaults({ booksRead })).toEqual(['wrong_type'])
  })
  row('yes-no-as-number', async () => {
    expect(await theirs(leaf('selfUpdatesOnline', 'equal', 1), { selfUpdatesOnline: true })).toBe(false)
    expect(loading(leaf('selfUpdatesOnline', 'equal', 1))).toEqual(['wrong_value'])
    expect(recordFaults({ selfUpdatesOnline: 1 })).toEqual(['wrong_type'])
  })
  row('date-object', async () => {
    const day = new Date(2025, 0, 1)
    expect(await theirs(leaf('booksRead', 'greaterThan', 5), { booksRead: day })).toBe(false)
    expect(await theirs(leaf('booksRead', 'lessThanInclusive', 5), { booksRead: day })).toBe(false)
    expect(recordFaults({ booksRead: day })).toEqual(['wrong_type'])
    expect(recordFaults({ certificates: [{ kind: 'it-basic', issuedOn: day }] })).toEqual(['wrong_type'])
  })
  row('in-a-text', async () => {
    expect(await theirs(leaf('occupation', 'in', 'price'), { occupation: 'rice' })).toBe(true)
    expect(await theirs(leaf('occupation', 'in', null), { occupation: 'rice' })).toMatch(/indexOf/)
    const overlay = { ...(provinceWith(leaf('occupation', 'in', 'price')) as object), facts: [occupation] }
    const loaded = safeLoadSet(overlay)
    expect(loaded.ok ? [] : loaded.issues.map(({ code }) => code)).toEqual(['wrong_value'])
  })
  row('contains-of-no-list', async () => {
    const asked = leaf('supportActions', 'contains', 'teach')
    expect(await theirs(asked, { supportActions: 'teach' })).toBe(false)
    expect(await theirs(asked, { supportActions: { teach: true } })).toBe(false)
    expect(recordFaults({ supportActions: 'teach' })).toEqual(['wrong_type'])
    expect(ours(asked as Condition, { supportActions: { teach: true } })).toBe('met')
  })
  row('unknown-code', async () => {
    expect(await theirs(leaf('supportActions', 'contains', 'taech'), { supportActions: ['teach'] })).toBe(false)
    expect(loading(leaf('supportActions', 'contains', 'taech'))).toEqual(['unknown_code'])
    expect(recordFaults({ supportActions: ['taech'] })).toEqual(['unknown_code'])
  })
})

describe('conditions', () => {
  row('empty-group', async () => {
    expect(await theirs({ all: [] })).toBe(true)
    expect(await theirs({ any: [] })).toBe(true)
    expect(loading({ all: [] })).toEqual(['empty_group'])
    expect(loading({ any: [] })).toEqual(['empty_group'])
  })
  row('unknown-operator', async () => {
    expect(await theirs(leaf('booksRead', 'moreThan', 3), { booksRead: 4 })).toBe('Unknown operator: moreThan')
    expect(loading(leaf('booksRead', 'moreThan', 3))).toEqual(['unknown_operator'])
  })
  row('decorator', async () => {
    expect(await theirs(leaf('booksRead', 'not:equal', 3), { booksRead: 4 })).toBe(true)
    expect(loading(leaf('booksRead', 'not:equal', 3))).toEqual(['unknown_operator'])
  })
  row('unknown-fact', async () => {
    expect(await theirs(leaf('bookRead', 'greaterThan', 3), {}, { allowUndefinedFacts: true })).toBe(false)
    expect(loading(leaf('bookRead', 'greaterThan', 3))).toEqual(['unknown_fact'])
  })
  row('unknown-condition', async () => {
    expect(await theirs({ all: [{ condition: 'nowhere' }] })).toMatch(/No condition nowhere exists/)
    expect(loading({ all: [{ condition: 'nowhere' }] })).toEqual(['unknown_condition'])
  })
  row('two-keys', async () => {
    const [yes, no] = [leaf('goodRelations', 'equal', 3), leaf('goodRelations', 'equal', 0)]
    expect(await theirs({ any: [yes], all: [no] }, { goodRelations: 3 })).toBe(true)
    expect(loading({ any: [yes], all: [no] })).not.toEqual([])
  })
  row('bare-leaf', async () => {
    expect(await theirs({ fact: 'booksRead', operator: 'greaterThan', value: 3 })).toMatch(/root must contain/)
    expect(ours({ fact: 'booksRead', operator: 'greaterThan', value: 3 }, { booksRead: 4 })).toBe('met')
  })
  row('path', async () => {
    const filter = { ...leaf('learningActivities', 'equal', 1).all[0]!, path: '$[?(@.hours > 1)].hours' } as object
    const engine = new Engine([{ conditions: { all: [filter] }, event: { type: 'met' } } as never])
    const { results, failureResults } = await engine.run({ learningActivities: [{ hours: 1 }, { hours: 2 }] })
    const [told] = [...results, ...failureResults] as RuleResult[]
    expect(JSON.stringify(told!.conditions)).toContain('"factResult":[2]')
    expect(loading({ all: [filter] })).toEqual(['unknown_key'])
  })
  row('priority', async () => {
    const asked = {
      any: [{ ...leaf('goodRelations', 'equal', 3).all[0]!, priority: 9 } as object, leaf('booksRead', 'equal', 3)],
    }
    expect(await theirs(asked, { goodRelations: 3 })).toBe(true)
    expect(await theirs({ any: [leaf('goodRelations', 'equal', 3), leaf('booksRead', 'equal', 3)] }, { goodRelations: 3 })).toBe(
      'Undefined fact: booksRead',
    )
    expect(loading(asked)).toEqual(['unknown_key'])
  })
  row('prototype-keys', async () => {
    const polluted = JSON.parse(
      '{"all":[{"fact":"booksRead","operator":"greaterThan","value":3,"__proto__":{"path":"$"}}]}',
    ) as object
    expect(await theirs(polluted, { booksRead: 4 })).toBe('condition.isConditionReference is not a function')
    expect(loading(polluted)).toEqual(['unknown_key'])
    const given = JSON.parse('{"__proto__":7}') as Record<string, unknown>
    expect(recordFaults(given)).toEqual(['unknown_fact'])
  })
})

describe('runs', () => {
  row('run-that-ends', async () => {
    const rules = [2, 1].map((priority) => ({
      conditions: leaf('booksRead', 'greaterThan', priority),
      event: { type: `${priority}` },
      priority,
    }))
    const engine = new Engine(rules as never, { pathResolver: (value) => value })
    let release: (books: number) => void = () => undefined
    const slow = engine.run({ booksRead: () => new Promise((resolve) => (release = resolve)) })
    await engine.run({ booksRead: 9 })
    release(9)
    expect((await slow).events).toHaveLength(1)
    const ours = createEngine(sets.farmer, {
      on,
      facts: {
        readingFrequency: (id) => (id === 'slow' ? new Promise((resolve) => setTimeout(resolve, 20, 3)) : 3),
        languageUse: 3,
      },
    })
    const met: string[] = []
    ours.raw.on('level-met', ({ id, points }) => met.push(`${id} ${points}`))
    await Promise.all([ours.assess('slow'), ours.assess('quick')])
    expect(met.filter((one) => one.startsWith('slow')).sort()).toEqual(
      met
        .filter((one) => one.startsWith('quick'))
        .map((one) => one.replace('quick', 'slow'))
        .sort(),
    )
  })
  row('event-order', async () => {
    const deep = { all: [{ any: [{ all: [leaf('booksRead', 'greaterThan', 1)] }] }] }
    const rules = [deep, leaf('booksRead', 'greaterThan', 1)].map((conditions, i) => ({ conditions, event: { type: `${i}` } }))
    const engine = new Engine(rules as never, { pathResolver: (value) => value })
    expect((await engine.run({ booksRead: 9 })).events.map(({ type }) => type)).toEqual(['1', '0'])
    const { indicators } = compile(sets.farmer, { on }).assess({ id: 'p', group: 'farmer' })
    expect(indicators.map(({ id }) => id)).toEqual(sets.farmer.indicators.map(({ id }) => id))
  })
})
