import { existsSync, readFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPeople, writeAssessments, writeRejections, type WriteOptions } from '../../src/csv.js'
import { isCdhtError, safeEvaluate, sets, type CriteriaSet } from '../../src/index.js'
import { arbitraryTable } from '../support/arbitrary-table.js'
import { cdht, folderOfTest } from '../support/cdht.js'

const runs = process.env['CDHT_LONG'] ? 2_000 : 12
const folder = folderOfTest()

function textTarget(): { stream: Writable; text: () => string } {
  let text = ''
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString()
      done()
    },
  })
  return { stream, text: () => text }
}

/** Record by record and assessment by assessment, from text, as a program would use the library. */
async function byRecords(table: string, on: string, options: WriteOptions, set?: CriteriaSet) {
  const [results, rejects] = [textTarget(), textTarget()]
  const [accepted, rejected] = [writeAssessments(results.stream, options), writeRejections(rejects.stream, options)]
  for await (const row of readPeople(table)) {
    if (!('record' in row)) {
      await rejected.write(row)
      continue
    }
    const assessment = safeEvaluate(row.record, { on, ...(set && { set }) })
    if (assessment.ok) await accepted.write(assessment.value, row.record)
    else await rejected.write({ line: row.line, issues: assessment.issues })
  }
  await Promise.all([accepted.end(), rejected.end()])
  return { results: results.text(), rejects: rejected.rows > 0 ? rejects.text() : undefined, rows: accepted.rows }
}

describe('cdht assess writes what records and assessments would', () => {
  const days = ['2025-12-31', '2025-06-01', '2024-12-31']
  test.each([
    ['ids', 'id'],
    ['words', 'vi'],
  ] as const)('with headings as %s', async (_, headings) => {
    let read = 0
    await fc.assert(
      fc.asyncProperty(arbitraryTable, fc.constantFrom(...days), fc.boolean(), async (table, on, onlyFarmers) => {
        const [input, out] = [folder.file('people.csv', table), folder.file('results.csv')]
        const set = onlyFarmers ? ['--set', 'farmer'] : []
        const told = await cdht('assess', input, '--on', on, '--out', out, '--headings', headings, ...set)
        let expected
        try {
          expected = await byRecords(table, on, { headings }, onlyFarmers ? sets.farmer : undefined)
        } catch (error) {
          if (!isCdhtError(error)) throw error
          expect(told.code).toBe(2)
          return
        }
        expect(readFileSync(out, 'utf8')).toBe(expected.results)
        const rejects = out.replace('.csv', '.rejected.csv')
        expect(existsSync(rejects) ? readFileSync(rejects, 'utf8') : undefined).toBe(expected.rejects)
        read += expected.rows
      }),
      { numRuns: runs },
    )
    expect(read).toBeGreaterThan(runs)
  })
})
