import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as csv from '../../src/csv.js'
import { evaluate, sets, type CitizenRecord, type CriteriaSet } from '../../src/index.js'
import { headingIndexOf } from '../../src/intake/people.js'
import { factsAsked } from '../../src/output/template-columns.js'
import { writeAssessments, writeTemplate } from '../../src/xlsx.js'
import { recordOf } from '../support/arbitrary.js'
import { anyText } from '../support/arbitrary-text.js'
import { fillTemplate, formCells } from '../support/fill-template.js'
import { plainSet } from '../support/plain/set.js'
import { sheetCells } from '../support/sheet-cells.js'

const on = '2025-12-31'
const folder = mkdtempSync(join(tmpdir(), 'cdht-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Opens workbooks in LibreOffice, in one go, and has it write every sheet of them, hidden ones too, cells as they are. */
function convert(workbooks: ReadonlyMap<string, Buffer>): void {
  for (const [name, bytes] of workbooks) writeFileSync(join(folder, `${name}.xlsx`), bytes)
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const files = [...workbooks.keys()].map((name) => join(folder, `${name}.xlsx`))
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...files], {
    stdio: 'pipe',
    timeout: 170_000,
  })
}

/** The sheets of a workbook by name, as LibreOffice wrote them. */
function officeSheets(name: string): Map<string, string[][]> {
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.csv'))
  const rows = (file: string): string[][] => parse(readFileSync(join(folder, file)), { bom: true, relax_column_count: true })
  return new Map(files.map((file) => [file.slice(name.length + 1, -4).normalize('NFC'), rows(file)]))
}

/** Without blank cells at the ends of rows, and blank rows at the end. */
function trimmed(rows: readonly (readonly string[])[]): string[][] {
  const short = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1))
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1)
}

async function collect(write: (stream: PassThrough) => Promise<unknown>): Promise<Buffer> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  await write(stream)
  return bytes
}

/** People of all groups with awkward ids and units, the same ones every time. */
function people(): CitizenRecord[] {
  const texts = fc.sample(anyText, { numRuns: 400, seed: 7 })
  return Object.values<CriteriaSet>(sets).flatMap((set, s) =>
    fc.sample(recordOf(plainSet(set.id), on), { numRuns: 25, seed: 11 }).map((record, r) => {
      const [id, residence] = [texts[s * 50 + 2 * r], texts[s * 50 + 2 * r + 1]]
      return { ...record, id: `${s}.${r} ${id}`, units: { residence: residence ?? null, workplace: texts[r] ?? null } }
    }),
  )
}

const workbooks = new Map<string, Buffer>()
const wordings = ['vi', 'en', 'id'] as const
const records = people()
const groups = Object.values<CriteriaSet>(sets)

beforeAll(async () => {
  for (const headings of wordings)
    workbooks.set(
      `results_${headings}`,
      await collect(async (stream) => {
        const writer = writeAssessments(stream, { headings })
        for (const record of records) await writer.write(evaluate(record, { on }), record)
        await writer.reject({ line: 2, issues: [{ code: 'missing', path: ['=1+1'], severity: 'error' }] })
        await writer.end()
      }),
    )
  const index = headingIndexOf({})
  for (const { group, id, ...set } of groups) {
    const form = await collect((stream) => writeTemplate(stream, { group }))
    const asked = factsAsked({ group, id, ...set })
    const cells = fc.sample(recordOf(plainSet(id), on), { numRuns: 10, seed: 5 }).map((record) => formCells(record, asked))
    workbooks.set(`empty_${group}`, form)
    workbooks.set(`filled_${group}`, await fillTemplate(form, cells, (heading) => index.find(heading)?.path.join('.') ?? ''))
  }
  convert(workbooks)
})

test.each(wordings)('LibreOffice reads in a workbook of results what our CSV says (%s)', async (headings) => {
  const text = await collect(async (stream) => {
    const writer = csv.writeAssessments(stream, { headings })
    for (const record of records) await writer.write(evaluate(record, { on }), record)
    await writer.end()
  })
  const ours = (parse(text, { bom: true }) as string[][]).map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')))
  const office = officeSheets(`results_${headings}`)
  expect(office.size).toBe(4)
  expect(trimmed(office.get(headings === 'en' ? 'Results' : 'Kết quả') ?? [])).toEqual(trimmed(ours))
})

test('LibreOffice opens every sheet of results and forms, empty and filled in, and finds in them what we find', async () => {
  expect(workbooks.size).toBe(wordings.length + 2 * groups.length)
  for (const [name, bytes] of workbooks) {
    const office = officeSheets(name)
    for (const sheet of await sheetCells(bytes)) {
      const found = office.get(sheet.name)
      expect([name, sheet.name, trimmed(found ?? [])]).toEqual([name, sheet.name, trimmed(sheet.rows)])
    }
    expect(office.size).toBe((await sheetCells(bytes)).length)
  }
})
