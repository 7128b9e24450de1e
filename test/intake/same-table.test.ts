import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as csv from '../../src/csv.js'
import * as xlsx from '../../src/xlsx.js'
import { toUtf16 } from '../support/old-bytes.js'
import { workbook } from '../support/workbook.js'

/** Cells that are right, wrong and awkward, for any column. */
const cell = fc.oneof(
  fc.constantFrom('', ' ', '-', '?', 'không', 'có', 'x', '3', '1.234', '2,5', '#N/A', '17/05/1970', 'Sinh năm 1964', '17/05/70'),
  fc.constantFrom('Nông dân', 'VIEN CHUC', 'P1', 'P2', '37070000001', 'a;b', 'a,b', 'a\tb', '"', 'a "b" c', 'dòng\nhai', '=1+1'),
)
const headings = ['Mã', 'Nhóm', 'Năm sinh', 'booksRead', 'registered', 'score:reading', 'Ghi chú']
const tables = fc.array(fc.array(cell, { minLength: headings.length, maxLength: headings.length }), { maxLength: 12 })

const lineOf = (cells: readonly string[], sign: string): string =>
  cells.map((text) => (/["\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(sign)

async function readAll(rows: (told: { onEnd: (counts: csv.RowCounts) => void }) => AsyncIterable<csv.PersonRow>) {
  const people: unknown[] = []
  let counts: csv.RowCounts | undefined
  for await (const { line, ...row } of rows({ onEnd: (found) => (counts = found) })) {
    expect(line).toBeGreaterThan(1)
    people.push(row)
  }
  return { people, counts }
}

test('a table is read alike from every kind of file, and every row is accounted for', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (table) => {
      const sheet = await readAll((told) => xlsx.readPeople(workbook([{ name: 'A', rows: [headings, ...table] }]), told))
      const { people, counts } = sheet
      expect(counts?.rows).toBe(people.length)
      expect((counts?.rows ?? 0) + (counts?.blank ?? 0)).toBe(table.length)
      for (const sign of [',', ';', '\t']) {
        const text = [headings, ...table].map((row) => `${lineOf(row, sign)}\r\n`).join('')
        for (const source of [text, [Buffer.from(`\uFEFF${text}`)], [toUtf16(`\uFEFF${text}`, 'be')]])
          expect(await readAll((told) => csv.readPeople(source, told))).toEqual(sheet)
      }
    }),
    { numRuns: Number(process.env['CDHT_RUNS'] ?? 30) },
  )
})
