import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createEngine, type CriteriaEngine, type FactSources } from '../../src/engine.js'
import { evaluate, sets, type CitizenRecord } from '../../src/index.js'
import { caseFileSchema } from '../../src/model/case-file.js'

const folder = fileURLToPath(new URL('../../criteria/cases/', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))

/** Promises that come in another order than they were asked for. */
const later = <T>(value: T, order: number): Promise<T> => new Promise((resolve) => setTimeout(resolve, order % 7, value))

test('there are cases', () => {
  expect(files.length).toBeGreaterThan(20)
})

describe.each(files)('%s, every fact a delayed promise', (file) => {
  const { set: id, cases } = caseFileSchema.parse(JSON.parse(readFileSync(folder + file, 'utf8')))
  const set = Object.values(sets).find((one) => one.id === id)!
  const records = cases.map(({ record }) => record as unknown as CitizenRecord)
  const given = set.facts.filter((fact) => !(fact.type === 'rank' && fact.derived)).map((fact) => fact.id)

  /** One engine a day, for all people at the same time. */
  const engines = new Map<string, CriteriaEngine>()
  const asked: string[] = []
  const sources = Object.fromEntries(
    given.map((fact, order) => [
      fact,
      (at: string) => {
        asked.push(`${at} ${fact}`)
        return later((records[Number(at)]?.evidence as Record<string, unknown> | null | undefined)?.[fact], order + Number(at))
      },
    ]),
  ) as FactSources
  const engineOn = (on: string): CriteriaEngine => {
    const engine = engines.get(on) ?? createEngine(set, { on, facts: sources })
    engines.set(on, engine)
    return engine
  }

  test('gives what evaluate gives, each fact fetched once', async () => {
    const results = await Promise.all(
      cases.map(({ on }, at) => {
        const { evidence: _, ...rest } = records[at]!
        return engineOn(on).assess({ ...rest, id: String(at) })
      }),
    )
    results.forEach((result, at) => {
      expect({ ...result, id: records[at]!.id }, cases[at]!.name).toEqual(evaluate(records[at]!, { on: cases[at]!.on, set }))
    })
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.length).toBe(given.length * cases.length)
  })

  test('reaches the same verdict when it stops early', async () => {
    // Every fetch is decided by itself, so all cases take a while; each fifth is tried every time.
    const tried = cases.map(({ on }, at) => ({ on, at })).filter(({ at }) => process.env['CDHT_LONG'] || at % 16 === 0)
    const verdicts = await Promise.all(
      tried.map(async ({ on, at }) => {
        const { evidence: _, ...rest } = records[at]!
        return (await engineOn(on).assess({ ...rest, id: String(at) }, { need: 'verdict' })).verdict
      }),
    )
    expect(verdicts).toEqual(tried.map(({ on, at }) => evaluate(records[at]!, { on, set }).verdict))
  })
})
