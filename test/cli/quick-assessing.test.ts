import { existsSync, readFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPeople, writeAssessments, writeRejections, type WriteOptions } from '../../src/csv.js'
import { isCdhtError, safeEvaluate, sets, type CriteriaSet } from '../../src/index.js'
import { arbitraryTable } from '../support/arbitrary-table.js'
import { judgeOf } from '../../src/cli/judge.js'
import type { Io } from '../../src/cli/io.js'
import { quickAssessing } from '../../src/cli/quick-assessing.js'
import { RowWarnings } from '../../src/cli/row-warnings.js'
import { Summary } from '../../src/cli/summary.js'
import { readPeopleBeside } from '../../src/intake/csv.js'
import { writeResultRows } from '../../src/output/csv.js'
import { cdht, folderOfTest } from '../support/cdht.js'

const runs = process.env['CDHT_LONG'] ? 2_000 : 6
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

describe('the 2000 people of the example, of all groups', () => {
  const on = '2025-12-31'
  const example = readFileSync('docs/examples/data/people-2000.csv', 'utf8')
  const rest = example.replace(/^\uFEFF/, '')
  const short = rest.split('\n').slice(0, 250).join('\n')

  test.each([
    ['in Vietnamese headings, by ids', rest.split('\n').slice(0, 700).join('\n'), 65_536, 'id'],
    ['in pieces that cut rows and letters, by Vietnamese words', `\uFEFF${short.replaceAll('\n', '\r\n')}`, 997, 'vi'],
    ['with repeated ids, by English words', `${short}\n${short.slice(short.indexOf('\n') + 1)}`, 4_001, 'en'],
  ] as const)('%s', async (_, table, size, headings) => {
    const expected = await byRecords(table, on, { headings })
    const bytes = Buffer.from(table)
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
    const judge = await judgeOf('assess', { on }, {} as Io)
    const target = textTarget()
    const results = writeResultRows(target.stream, { headings, sets: judge.sets })
    let taken = 0
    const targets = { results, summary: new Summary(), warnings: new RowWarnings(), onRow: () => void taken++ }
    let left = 0
    for await (const row of readPeopleBeside(pieces, {}, { quickRowsOf: quickAssessing(judge, headings, targets) })) {
      left++
      const assessment = 'record' in row && judge.assess(row.record)
      if (assessment && assessment.ok) await results.write(assessment.value, row.record)
    }
    await results.end()
    expect(target.text()).toBe(expected.results)
    expect(results.rows).toBe(expected.rows)
    expect(taken).toBeGreaterThan(0.9 * expected.rows - 30)
    expect(targets.summary.total.assessed).toBe(taken)
    expect(left).toBeGreaterThan(0)
  })
})

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

test('results that are no table have a whole result for everybody', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `P${at},farmer,2`)
  const input = folder.file('people.csv', ['id,group,booksRead', ...rows].join('\n'))
  const out = folder.file('results.ndjson')
  expect((await cdht('assess', input, '--on', '2025-12-31', '--out', out)).code).toBe(0)
  const results = readFileSync(out, 'utf8').trimEnd().split('\n')
  expect(results.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(rows.map((_, at) => `P${at}`))
})
