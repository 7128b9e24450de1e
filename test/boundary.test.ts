import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { inlined, leavesIn } from '../scripts/boundary/condition.js'
import { boundaryFiles } from '../scripts/boundary/files.js'
import { scoreOf } from '../scripts/boundary/judge.js'
import type { CaseFile } from '../src/model/case-file.js'
import { everyEvidence } from './support/every-evidence.js'
import { mutantsOf } from './support/mutants.js'
import { plainSet, plainSetIds, type PlainIndicator, type PlainSet } from './support/plain/set.js'

const folder = fileURLToPath(new URL('../criteria/cases/boundary/', import.meta.url))
const textOf = (id: string): string => readFileSync(`${folder}${id}.json`, 'utf8')
const setIds = plainSetIds()

interface ScoreCase {
  name: string
  on: string
  evidence: Record<string, unknown>
  score: [number, number]
}

/** The committed cases of one indicator. */
function casesOf(id: string, indicator: PlainIndicator): ScoreCase[] {
  return (JSON.parse(textOf(id)) as CaseFile).cases.flatMap(({ name, on, record, expect }) => {
    const score = expect.indicators?.[indicator.id]
    return score ? [{ name, on, evidence: record['evidence'] as ScoreCase['evidence'], score }] : []
  })
}

const isCaught = (set: PlainSet, indicator: PlainIndicator, cases: readonly ScoreCase[]): boolean =>
  cases.some(({ evidence, on, score }) => scoreOf(set, indicator, evidence, on).join() !== score.join())

test('the files are those of the shipped sets', () => {
  expect(readdirSync(folder).sort()).toEqual(setIds.map((id) => `${id}.json`).sort())
})

test('a changed level needs `npm run cases`: generating the files again changes no byte', () => {
  const files = boundaryFiles()
  for (const id of setIds) expect(textOf(id), id).toBe(files.get(id)?.text)
})

describe.each(setIds)('%s', (id) => {
  const set = plainSet(id)

  test('every level is just met by a case of its name and just missed by another', () => {
    for (const indicator of set.indicators) {
      const cases = casesOf(id, indicator)
      for (const { points } of indicator.levels) {
        const own = cases.filter(({ name }) => new RegExp(`^${indicator.id} ${points}( by .*)?: `).test(name))
        const exact = own.filter(({ name }) => name.endsWith(': exactly'))
        expect(exact, `${indicator.id} ${points}`).not.toEqual([])
        for (const { name, score } of exact) expect(score, name).toEqual([points, points])
        for (const { name, score } of own)
          if (!exact.some((one) => one.name === name)) expect(score[1], name).toBeLessThan(points)
      }
    }
  })

  test('no two cases of an indicator are of the same evidence', () => {
    for (const indicator of set.indicators) {
      const evidence = casesOf(id, indicator).map((one) => JSON.stringify(one.evidence))
      expect(new Set(evidence).size, indicator.id).toBe(evidence.length)
    }
  })

  test('every leaf one higher or one lower is caught by a case, unless no person at all can tell', () => {
    for (const indicator of set.indicators) {
      const cases = casesOf(id, indicator)
      const [{ on }] = cases as [ScoreCase]
      for (const mutant of mutantsOf(set, indicator, on)) {
        if (isCaught(set, mutant.indicator, cases)) continue
        const told = everyEvidence(set, [indicator, mutant.indicator], on).find(
          (evidence) => scoreOf(set, indicator, evidence, on).join() !== scoreOf(set, mutant.indicator, evidence, on).join(),
        )
        expect(told, mutant.name).toBeUndefined()
      }
    }
  })

  test('every parameter one higher or one lower is caught by a case of an indicator that reads it', () => {
    for (const [parameter, definition] of Object.entries(set.parameters)) {
      const readers = set.indicators.filter((indicator) =>
        indicator.levels.some(({ when }) =>
          leavesIn(inlined(when, set.conditions)).some(
            ({ value }) => typeof value === 'object' && 'fact' in value && value.fact === parameter,
          ),
        ),
      )
      for (const step of [1, -1])
        for (const indicator of readers) {
          const values = definition.values.map((one) => ({ ...one, value: one.value + step }))
          const changed = { ...set, parameters: { ...set.parameters, [parameter]: { ...definition, values } } }
          expect(isCaught(changed, indicator, casesOf(id, indicator)), `${indicator.id}: ${parameter} ${step}`).toBe(true)
        }
    }
  })
})
