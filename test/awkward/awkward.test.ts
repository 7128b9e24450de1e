import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { AwkwardFile } from '../../scripts/awkward/awkward-file.js'
import { awkwardFiles } from '../../scripts/awkward/files.js'
import * as csv from '../../src/csv.js'
import { isCdhtError, issueText, safeEvaluate, type CitizenRecord, type Issue } from '../../src/index.js'
import * as ndjson from '../../src/ndjson.js'
import * as xlsx from '../../src/xlsx.js'
import { cdht, folderOfTest } from '../support/cdht.js'

const on = '2025-12-31'

/** What a file is to give: all of its rows, or the reasons why it cannot be used. Written by hand. */
interface Expected {
  /** Where it is not plain why. */
  why?: string
  counts?: { assessed: number; rejected: number; blank: number }
  /** Headings that are not read, or how many. */
  ignored?: readonly string[] | number
  /** Codes of what is worth knowing of the file. */
  notes?: readonly string[]
  rows?: readonly (
    | { line: number; record: CitizenRecord; warnings?: readonly string[]; assessment?: readonly string[] }
    | { line: number; id?: string; group?: string; issues: readonly string[] }
  )[]
  refused?: readonly Partial<Issue>[]
}

const folder = 'test/awkward/expected'
const files = awkwardFiles()
const expectedOf = (name: string): Expected => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Expected
const codeAndPlace = ({ code, path }: Issue): string => (path.length > 0 ? `${code} ${path.join('.')}` : code)

const optionOf = ({ options = [] }: AwkwardFile, name: string): string | undefined => options[options.indexOf(name) + 1]

function peopleOf(file: AwkwardFile, told: { onFile(found: Partial<csv.FileFindings>): void; onEnd(c: csv.RowCounts): void }) {
  const { options = [], bytes } = file
  // In pieces, as files come.
  const source = Array.from({ length: Math.ceil(bytes.length / 60_000) }, (_, at) =>
    bytes.subarray(at * 60_000, (at + 1) * 60_000),
  )
  switch (extname(file.name)) {
    case '.xlsx':
      return xlsx.readPeople(source, {
        ...told,
        ...(options.includes('--sheet') && { sheet: optionOf(file, '--sheet') as string }),
      })
    case '.json':
    case '.ndjson':
      return ndjson.readPeople(source, told)
    default: {
      const encoding = options.includes('--encoding') && { encoding: optionOf(file, '--encoding') as csv.Encoding }
      return csv.readPeople(source, { ...told, ...encoding })
    }
  }
}

test('there are many of them, and each has its expectation', () => {
  const names = files.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(100)
  expect(names.map((name) => `${name}.json`).sort()).toEqual(readdirSync(folder).sort())
})

test.each(files.map((file) => [file.name, file] as const))('%s by the library', async (name, file) => {
  const expected = expectedOf(name)
  const rows: unknown[] = []
  let found: Partial<csv.FileFindings> = {}
  let counts: csv.RowCounts | undefined
  const told = { onFile: (of: typeof found) => (found = of), onEnd: (of: csv.RowCounts) => (counts = of) }
  let refused: readonly Issue[] | undefined
  try {
    for await (const row of peopleOf(file, told)) {
      if (!('record' in row)) {
        rows.push({ ...row, issues: row.issues.map(codeAndPlace) })
        continue
      }
      const assessed = safeEvaluate(row.record, { on })
      rows.push({
        line: row.line,
        record: row.record,
        ...(row.warnings && { warnings: row.warnings.map(codeAndPlace) }),
        ...(!assessed.ok && { assessment: assessed.issues.map(codeAndPlace) }),
      })
    }
  } catch (error) {
    if (!isCdhtError(error)) throw error
    refused = error.issues
  }
  if (expected.refused) {
    expect(refused).toMatchObject(expected.refused)
    expect(refused).toHaveLength(expected.refused.length)
    return
  }
  expect(refused).toBeUndefined()
  expect(rows).toEqual(expected.rows)
  expect((counts?.rows ?? 0) + (counts?.blank ?? 0)).toBe(file.rows)
  expect(counts?.blank).toBe(expected.counts?.blank)
  expect((found.notes ?? []).map(({ code }) => code)).toEqual(expected.notes ?? [])
  const { ignored = [] } = expected
  expect(typeof ignored === 'number' ? found.ignored?.length : (found.ignored ?? [])).toEqual(ignored)
})

const { file: write, path } = folderOfTest()
test.each(files.map((file) => [file.name, file] as const))('%s by the command', async (name, file) => {
  const { refused, counts, rows = [] } = expectedOf(name)
  const rejectedLines = rows.filter((row) => 'issues' in row || row.assessment).map(({ line }) => line)
  const input = write(name, file.bytes)
  const [out, rejects] = [write('ket-qua.csv'), write('ket-qua.rejected.csv')]
  const { code, stdout, stderr } = await cdht('assess', input, '--on', on, '--out', out, ...(file.options ?? []))
  if (refused) {
    expect(code).toBe(2)
    expect(stdout).toBe('')
    for (const issue of refused) expect(stderr).toContain(issueText({ path: [], severity: 'error', ...issue } as Issue, 'vi'))
    expect(readdirSync(path())).toEqual([name])
    return
  }
  // A rejected row has a line for each of its issues.
  const linesIn = (of: string): string[][] =>
    existsSync(of) ? (parse(readFileSync(of), { bom: true }) as string[][]).slice(1) : []
  const { assessed, rejected, blank } = counts as Required<Expected>['counts']
  expect(assessed + rejected + blank).toBe(file.rows)
  expect(code).toBe(rejected > 0 ? 1 : 0)
  expect(linesIn(out)).toHaveLength(assessed)
  expect([...new Set(linesIn(rejects).map(([line]) => Number(line)))]).toEqual(rejectedLines)
  expect(rejectedLines).toHaveLength(rejected)
  const sum = `${file.rows} = ${assessed} đã đánh giá + ${rejected} bị loại${blank > 0 ? ` + ${blank} trống` : ''}.`
  expect(stdout).toContain(`Số dòng đã đọc: ${sum}`)
})
