import { PassThrough, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as csv from '../../src/csv.js'
import { evaluate, isCdhtError, sets, type CitizenRecord } from '../../src/index.js'
import { isLikeFormula } from '../../src/output/csv-cell.js'
import { columnLetters, xmlText } from '../../src/output/xlsx-xml.js'
import { columnNumber } from '../../src/intake/merged-cells.js'
import { writeAssessments, type RejectedRow, type ResultWriter, type WriteOptions } from '../../src/xlsx.js'
import { anyText } from '../support/arbitrary-text.js'
import { partOf, sheetCells } from '../support/sheet-cells.js'

const on = '2025-12-31'
const runs = Number(process.env['CDHT_RUNS'] ?? 25)

async function written(fill: (writer: ResultWriter) => Promise<unknown>, options?: WriteOptions): Promise<Buffer> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const writer = writeAssessments(stream, options)
  await fill(writer)
  await writer.end()
  return bytes
}
const writeAll = (records: readonly CitizenRecord[]) => async (writer: ResultWriter) => {
  for (const record of records) await writer.write(evaluate(record, { on }), record)
}
async function csvRows(records: readonly CitizenRecord[], headings: csv.Wording): Promise<string[][]> {
  const stream = new PassThrough()
  const text = buffer(stream)
  const writer = csv.writeAssessments(stream, { headings })
  for (const record of records) await writer.write(evaluate(record, { on }), record)
  await writer.end()
  return parse((await text).toString(), { bom: true })
}

const person: CitizenRecord = { id: 'P1', group: 'farmer', evidence: { readingFrequency: 3, booksRead: 2 } }

test('every text comes back from CSV and from a workbook, none of it as a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { maxLength: 5 }), async (texts) => {
      const records = texts.map(([id, residence]): CitizenRecord => ({ ...person, id: id || '-', units: { residence } }))
      const table = await csvRows(records, 'vi')
      const bytes = await written(writeAll(records))
      const [results] = await sheetCells(bytes)
      const expected = records.map(({ id, units }) => [id, units?.residence ?? ''].map((text) => Buffer.from(text).toString()))
      expect(results?.rows.slice(1).map((row) => [row[0], row[2] ?? ''])).toEqual(expected)
      expect(table.slice(1).map((row) => [row[0], row[2]])).toEqual(
        expected.map((row) => row.map((text) => (isLikeFormula(text) ? `'${text}` : text))),
      )
      expect(await partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/)
    }),
    { numRuns: runs },
  )
})

test.each(['vi', 'en', 'id'] as const)('the sheet of results is the table that CSV holds (%s)', async (headings) => {
  const records: CitizenRecord[] = [
    { ...person, units: { residence: 'Thôn 1' }, memberships: [], registered: true, birth: '1970', scores: { reading: 7.5 } },
    { id: '0370', group: 'learner', disadvantagedArea: null },
  ]
  const [results] = await sheetCells(await written(writeAll(records), { headings }))
  const table = await csvRows(records, headings)
  expect(results?.rows.map((row) => table[0]?.map((_, c) => row[c] ?? ''))).toEqual(table)
})

describe('the other sheets', () => {
  const rejected: RejectedRow[] = [
    { line: 7, group: 'farmer', issues: [{ code: 'missing', path: ['Mã'], severity: 'error' }] },
    {
      line: 9,
      issues: [
        { code: 'unknown_code', path: ['=HYPERLINK("x")', 0], severity: 'error' },
        { code: 'not_whole', path: ['booksRead'], severity: 'error' },
      ],
    },
  ]
  const fill = async (writer: ResultWriter): Promise<void> => {
    await writeAll([person, { id: 'P2', group: 'farmer', evidence: { readingFrequency: 0 } }])(writer)
    for (const row of rejected) await writer.reject(row)
    expect([writer.rows, writer.rejected]).toEqual([2, 2])
  }

  test('counts by group', async () => {
    const [, summary] = await sheetCells(await written(fill))
    expect(summary?.name).toBe('Tổng hợp')
    expect(summary?.rows[0]).toEqual(['Kết quả theo bộ tiêu chí “Công dân học tập”, tính đến ngày 31/12/2025'])
    expect(summary?.rows.slice(2, 6)).toEqual([
      ['Nhóm đối tượng', 'Số người', 'Đạt', 'Chưa đạt', 'Chưa rõ', 'Bị loại', 'Tỷ lệ đạt'],
      ['Nông dân, lao động nông thôn', '3', '0', '1', '1', '1', '0%'],
      ['(không đọc được nhóm)', '1', '0', '0', '0', '1', '-'],
      ['Tổng số', '4', '0', '1', '1', '2', '0%'],
    ])
    expect(summary?.rows.flat().join()).toContain('KHÔNG phải quy định chính thức')
  })

  test('rejected rows with their reasons; without any, no such sheet', async () => {
    const [, , sheet] = await sheetCells(await written(fill, { headings: 'en' }))
    expect(sheet?.name).toBe('Rejected rows')
    expect(sheet?.rows.map((row) => row.slice(0, 4))).toEqual([
      ['Line', 'Column', 'Item of the cell', 'Code'],
      ['7', 'Mã', '', 'missing'],
      ['9', '=HYPERLINK("x")', '1', 'unknown_code'],
      ['9', 'booksRead', '', 'not_whole'],
    ])
    const names = (await sheetCells(await written(writeAll([person]), { headings: 'en' }))).map(({ name }) => name)
    expect(names).toEqual(['Results', 'Summary', 'Legend'])
  })

  test('the legend tells every level of the sets that were used, with the numbers of the day, basis and sources', async () => {
    const legend = (await sheetCells(await written(fill))).at(-1)
    const rows = legend?.rows ?? []
    const levels = rows.filter((row) => sets.farmer.indicators.some(({ label }) => label.vi === row[0]))
    expect(levels.length).toBe(sets.farmer.indicators.reduce((sum, one) => sum + one.levels.length, 0))
    expect(levels.map((row) => row[3])).toEqual(levels.map(() => 'Đề xuất, không chính thức'))
    expect(rows.flat().join()).not.toMatch(/[{}]/)
    expect(rows).toContainEqual(['Điều kiện đạt', 'Tổng điểm từ 80 trở lên', '', 'Văn bản chính thức', '[1]'])
    expect(rows.find((row) => row[0] === '[1]')?.[1]).toContain('QĐ-KHVN')
    expect(rows.flat().some((text) => text.includes(sets.farmer.digest))).toBe(true)
    expect(rows.flat().some((text) => text.includes(sets.worker.digest))).toBe(false)
  })

  test('a set that is not at hand is named, and nothing of it is made up', async () => {
    const legend = (await sheetCells(await written(fill, { sets: [sets.worker] }))).at(-1)
    expect(legend?.rows.flat()).toContain('Các mức của bộ này không ghi ở đây, vì khi ghi tệp không có bộ tiêu chí.')
  })
})

test('what does not fit on a sheet goes on on the next, headings and all', async () => {
  const records = Array.from({ length: 5 }, (_, i) => ({ ...person, id: `P${i}` }))
  const sheets = await sheetCells(await written(writeAll(records), { rowsPerSheet: 3 }))
  expect(sheets.map(({ name, rows }) => [name, rows.map(([id]) => id)]).slice(0, 3)).toEqual([
    ['Kết quả', ['Mã', 'P0', 'P1']],
    ['Kết quả 2', ['Mã', 'P2', 'P3']],
    ['Kết quả 3', ['Mã', 'P4']],
  ])
})

test('a text that no cell can hold is refused by name of its column, and the next row is written', async () => {
  const bytes = await written(async (writer) => {
    const long = { ...person, id: 'x'.repeat(32_768) }
    const error: unknown = await writer.write(evaluate(long, { on }), long).catch((error: unknown) => error)
    expect(isCdhtError(error) && error.issues).toEqual([{ code: 'too_long', path: ['Mã'], severity: 'error', limit: 32_767 }])
    await writeAll([{ ...person, id: 'y'.repeat(32_767) }])(writer)
    expect(writer.rows).toBe(1)
  })
  const [results] = await sheetCells(bytes)
  expect(results?.rows.map(([id]) => id?.length)).toEqual([2, 32_767])
})

test('the same results give the same bytes, wherever the clock stands', async () => {
  expect(await written(writeAll([person]))).toEqual(await written(writeAll([person])))
})

test('nobody: the headings, a summary and a legend', async () => {
  const sheets = await sheetCells(await written(() => Promise.resolve()))
  expect(sheets.map(({ name }) => name)).toEqual(['Kết quả', 'Tổng hợp', 'Chú giải'])
  expect(sheets[0]?.rows).toHaveLength(1)
})

test('a slow target is waited for', async () => {
  let [waiting, most, all] = [0, 0, 0]
  const slow = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _, done) {
      most = Math.max(most, (waiting += chunk.length))
      all += chunk.length
      setImmediate(() => ((waiting -= chunk.length), done()))
    },
  })
  const writer = writeAssessments(slow)
  const assessment = evaluate(person, { on })
  for (let i = 0; i < 2000; i++) await writer.write({ ...assessment, id: `P${i * 7919}` })
  await writer.end()
  expect(all).toBeGreaterThan(100_000)
  expect(most).toBeLessThan(70_000)
})

test.each([0, 3000])('a target that fails is told to the writer (%i rows)', async (rows) => {
  const broken = new Writable({ write: (_chunk, _, done) => done(new Error('disk full')) })
  const writer = writeAssessments(broken)
  const assessment = evaluate(person, { on })
  const all = async (): Promise<void> => {
    for (let i = 0; i < rows; i++) await writer.write(assessment)
    await writer.end()
  }
  await expect(all()).rejects.toThrow('disk full')
})

test('signs that XML cannot hold are written as workbooks write them', () => {
  expect(xmlText('a\r\n\0<"&> _x000D_ \ud800 _x00')).toBe('a_x000D_\n_x0000_&lt;&quot;&amp;&gt; _x005F_x000D_ \ufffd _x00')
  expect([1, 26, 27, 52, 702, 703, 16384].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA', 'XFD'])
  for (let column = 1; column < 1000; column++) expect(columnNumber(columnLetters(column))).toBe(column)
})
