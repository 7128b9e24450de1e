import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { evaluate, sets } from '../src/index.js'
import { caseFileSchema, type CaseFile } from '../src/model/case-file.js'
import type { CitizenRecord } from '../src/model/record.js'
import { asPlain } from './support/as-plain.js'
import { plainEvaluate, type PlainResult } from './support/plain/evaluate.js'
import { plainSet, type PlainSet } from './support/plain/set.js'

const folder = fileURLToPath(new URL('../criteria/cases/', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))

type Expected = CaseFile['cases'][number]['expect']

/** Of a result, what the case names, in the words of the case. */
function named(result: PlainResult, expected: Expected, set: PlainSet): Expected {
  const range = (id: string): [number, number] => {
    const at = set.indicators.findIndex((one) => one.id === id)
    return [result.lower[at] as number, result.upper[at] as number]
  }
  const all: Required<Expected> = {
    verdict: result.verdict,
    total: result.total,
    threshold: result.threshold,
    indicators: Object.fromEntries(Object.keys(expected.indicators ?? {}).map((id) => [id, range(id)])),
    digital: result.digital,
    hasSkills: result.hasSkills,
    proficient: result.proficient,
    underFloor: result.underFloor,
    unknown: result.unknown,
    warnings: result.warnings,
  }
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in expected))
}

function inOrder(expected: Expected): Expected {
  return {
    ...expected,
    ...(expected.unknown && { unknown: [...expected.unknown].sort() }),
    ...(expected.warnings && { warnings: [...expected.warnings].sort() }),
  }
}

test('there are cases', () => {
  expect(files.length).toBeGreaterThan(0)
})

describe.each(files)('%s', (file) => {
  const { set: id, cases } = caseFileSchema.parse(JSON.parse(readFileSync(folder + file, 'utf8')))
  const plain = plainSet(id)
  const set = Object.values(sets).find((one) => one.id === id)

  test('has cases of a shipped set, each with its own name', () => {
    expect(set).toBeDefined()
    expect(cases.length).toBeGreaterThan(0)
    expect(new Set(cases.map((one) => one.name)).size).toBe(cases.length)
    for (const one of cases) expect(Object.keys(one.expect), one.name).not.toEqual([])
  })

  test.each(cases)('$name', ({ record, on, expect: expected }) => {
    const result = asPlain(evaluate(record as unknown as CitizenRecord, { on, set: set! }))
    expect(named(result, expected, plain)).toEqual(inOrder(expected))
  })

  test.each(cases)('$name, by the plain evaluator', ({ record, on, expect: expected }) => {
    const result = plainEvaluate(record as unknown as CitizenRecord, plain, on)
    expect(named(result, expected, plain)).toEqual(inOrder(expected))
  })
})
