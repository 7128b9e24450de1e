import fc from 'fast-check'
import { Engine } from 'json-rules-engine'
import { describe, expect, test } from 'vitest'
import { toRules } from '../../src/engine.js'
import { compile, isCdhtError, sets, type Condition, type Evidence } from '../../src/index.js'
import type { CitizenRecord } from '../../src/model/record.js'
import { plain, points, setOf } from './batch-set.js'
import { batchesOf, conditionsInBatch } from './random-conditions.js'

const on = '2025-12-31'
const plainEngine = (rules: unknown[]): Engine => new Engine(rules as never, { pathResolver: (value) => value })

async function passed(engine: Engine, facts: Record<string, unknown>): Promise<string[]> {
  const { results } = await engine.run(facts)
  return results.map(({ name }) => name as string).sort()
}

describe('toRules', () => {
  test('a rule passes in a plain engine exactly where its level is met for certain, whatever the condition', async () => {
    const out = new Float64Array(26)
    let passes = 0
    const property = fc.asyncProperty(batchesOf(plain), async (batch) => {
      const set = setOf(batch)
      const { rules, facts } = toRules(set, { on: batch.on })
      const engine = plainEngine(rules)
      for (const record of batch.records) {
        compile(set, { on: batch.on }).scoreInto(record, out)
        const met = set.indicators.flatMap(({ id }, i) => points.filter((bit) => out[i]! & bit).map((bit) => `${id}/${bit}`))
        const names = await passed(engine, facts(record))
        passes += names.length
        expect(names).toEqual(met.sort())
      }
    })
    await fc.assert(property, { numRuns: process.env['CDHT_LONG'] ? 300 : 12, seed: 3 })
    expect(passes).toBeGreaterThan(500)
  })

  test('no day at all is before every day, and an open list is no day yet', async () => {
    const latest = (operator: string): Condition => ({
      fact: 'certificates',
      params: { measure: 'latest' },
      operator,
      value: '2025-06-01',
    })
    const passes = async (condition: Condition, certificates: Evidence['certificates']): Promise<boolean> => {
      const conditions = Array<Condition>(conditionsInBatch).fill(condition)
      const { rules, facts } = toRules(setOf({ on, named: {}, records: [], conditions }), { on })
      const names = await passed(plainEngine(rules), facts({ id: 'p', group: plain.group, evidence: { certificates } }))
      expect([0, conditionsInBatch]).toContain(names.length)
      return names.length > 0
    }
    for (const [certificates, before, from] of [
      [[], true, false],
      [[{ kind: 'vocational', issuedOn: '2025-05-31' }], true, false],
      [[{ kind: 'vocational', issuedOn: '2025-06-01' }], false, true],
      [[{ kind: 'vocational' }], false, false],
      [undefined, false, false],
    ] as const) {
      const list = certificates && [...certificates]
      expect(await passes(latest('lessThan'), list)).toBe(before)
      expect(await passes({ not: latest('greaterThanInclusive') }, list)).toBe(before)
      expect(await passes(latest('greaterThanInclusive'), list)).toBe(from)
      expect(await passes({ not: latest('lessThan') }, list)).toBe(from)
    }
  })

  test('names every fact, so that a plain engine finds none missing', async () => {
    const { rules, facts } = toRules(sets.farmer, { on })
    const { digitalLevel, ...given } = facts({ id: 'p', group: 'farmer' })
    expect(digitalLevel).toBeDefined()
    expect(new Set(Object.values(given).filter((value) => typeof value !== 'function'))).toEqual(new Set([null]))
    expect(await passed(plainEngine(rules), { ...given, digitalLevel })).toEqual([])
  })

  test('a rule says which level it is of, and shows no number of the law as a name', () => {
    const { rules } = toRules(sets.farmer, { on })
    expect(rules).toHaveLength(sets.farmer.indicators.reduce((sum, { levels }) => sum + levels.length, 0))
    for (const { name, event, priority } of rules) {
      expect(event.type).toBe('level-met')
      expect(name).toBe(`${event.params.indicator}/${event.params.points}`)
      expect(priority).toBeGreaterThan(0)
    }
    expect(new Set(rules.map(({ priority }) => priority)).size).toBe(rules.length)
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules)
  })

  test('keeps nothing of the record that is changed later', async () => {
    const { rules, facts } = toRules(sets.farmer, { on })
    const record: CitizenRecord = { id: 'p', group: 'farmer', evidence: { learningPlan: 3, learningActivities: [] } }
    const given = facts(record)
    const before = await passed(plainEngine(rules), given)
    record.evidence!.learningActivities = [{ kind: 'course', topic: 'production', from: on, hours: 500, certificate: true }]
    expect(await passed(plainEngine(rules), given)).toEqual(before)
  })

  test.each([
    ['a malformed record', { id: 'p', group: 'farmer', evidence: { booksRead: '7' } }, 'record'],
    ['a record of another group', { id: 'p', group: 'worker' }, 'options'],
  ])('refuses %s', (_, record, code) => {
    const { facts } = toRules(sets.farmer, { on })
    expect(() => facts(record as never)).toThrowError(expect.objectContaining({ name: 'CdhtError', code }))
  })

  test('refuses a day on which the set is not in force', () => {
    try {
      toRules(sets.farmer, { on: '2020-01-01' })
      expect.unreachable()
    } catch (error) {
      expect(isCdhtError(error) && error.code).toBe('options')
    }
  })
})
