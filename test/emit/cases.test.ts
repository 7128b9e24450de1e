import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { evaluate, sets, type CitizenRecord } from '../../src/index.js'
import { caseFileSchema, type CaseFile } from '../../src/model/case-file.js'
import { emitted, withoutTexts } from './emitted.js'

const folder = fileURLToPath(new URL('../../criteria/cases/', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))

interface Told {
  verdict: string
  score: { lower: number; upper: number; threshold: number }
  indicators: { id: string; score: { lower: number; upper: number } }[]
  digital: { level: { lower: number; upper: number }; hasSkills: string; proficient: string }
  warnings: { code: string }[]
}

/** What a case expects of the things that an emitted module tells, as the module tells them. */
function named(told: Told, expected: CaseFile['cases'][number]['expect']): object {
  const { verdict, score, indicators, digital, warnings } = told
  const scores = Object.fromEntries(indicators.map((one) => [one.id, [one.score.lower, one.score.upper]]))
  const all: Record<string, unknown> = {
    verdict,
    total: [score.lower, score.upper],
    threshold: score.threshold,
    indicators: Object.fromEntries(Object.keys(expected.indicators ?? {}).map((id) => [id, scores[id]])),
    digital: [digital.level.lower, digital.level.upper],
    hasSkills: digital.hasSkills,
    proficient: digital.proficient,
    warnings: warnings.map(({ code }) => code).sort(),
  }
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in expected))
}

test('there are cases', () => {
  expect(files.length).toBeGreaterThan(20)
})

describe.each(files)('%s', (file) => {
  const { set: id, cases } = caseFileSchema.parse(JSON.parse(readFileSync(folder + file, 'utf8')))
  const set = Object.values(sets).find((one) => one.id === id)!

  test('every case comes out of the emitted module as expected, and as the library tells it', async () => {
    expect(cases.length).toBeGreaterThan(0)
    for (const { name, on, record, expect: expected } of cases) {
      const module = await emitted(set, { on })
      const told = module.assess(record)
      // What is missing and what is open an emitted module does not tell.
      const { underFloor: _, unknown: __, warnings, ...rest } = expected
      const wanted = { ...rest, ...(warnings && { warnings: [...warnings].sort() }) }
      expect(named(told as unknown as Told, expected), name).toEqual(wanted)
      expect(told, name).toEqual(withoutTexts(evaluate(record as unknown as CitizenRecord, { on, set })))
    }
  })
})
