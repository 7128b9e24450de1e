import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cdht, folderOfTest } from '../support/cdht.js'
import { sheetCells } from '../support/sheet-cells.js'

const { path: folder, file } = folderOfTest()
const people = `Mã,Nhóm,Nơi ở,readingFrequency\nP1,farmer,=1+1,3\nP2,nobody,,\n${'x'.repeat(40_000)},worker,,1\nP3,worker,Thôn 2,0\n`

test('results by name: .xlsx holds results in words, and the rejected rows on a sheet of their own', async () => {
  const out = file('kết quả.XLSX')
  const { code, stdout } = await cdht('assess', file('people.csv', people), '--on', '2025-12-31', '--out', out)
  expect(code).toBe(1)
  expect(stdout).toContain('Số dòng đã đọc: 4 = 2 đã đánh giá + 2 bị loại.')
  expect(stdout).toContain('trang “Dòng bị loại”')
  expect(readdirSync(folder()).sort()).toEqual(['kết quả.XLSX', 'people.csv'].sort())
  const [results, summary, rejected] = await sheetCells(readFileSync(out))
  expect(results?.rows.map((row) => row.slice(0, 3))).toEqual([
    ['Mã', 'Nhóm đối tượng', 'Nơi ở'],
    ['P1', 'Nông dân, lao động nông thôn', '=1+1'],
    ['P3', 'Công nhân, thợ thủ công, lao động tự do', 'Thôn 2'],
  ])
  expect(rejected?.rows.map(([line, column, , code]) => [line, column, code])).toEqual([
    ['Dòng', 'Cột', 'Mã lỗi'],
    ['3', 'Nhóm', 'unknown_group'],
    ['4', 'Mã', 'too_long'],
  ])
  // What the terminal shows, row by row.
  for (const row of summary?.rows.slice(3, 7) ?? []) {
    const [, numbers] = [row[0], row.slice(1, 6)]
    expect(stdout).toMatch(new RegExp(` {2,}${numbers.join(' +')}`))
  }
})

test('--headings, --lang and --rejects', async () => {
  const path = file('people.csv', people)
  const argv = ['assess', path, '--on', '2025-12-31', '--out', file('results.xlsx'), '--lang', 'en']
  await cdht(...argv)
  const names = async () => (await sheetCells(readFileSync(file('results.xlsx')))).map(({ name, rows }) => [name, rows[0]?.[1]])
  expect(await names()).toEqual([
    ['Results', 'Group'],
    ['Summary', undefined],
    ['Rejected rows', 'Column'],
    ['Legend', undefined],
  ])
  await cdht(...argv, '--headings', 'id', '--rejects', file('bad.csv'))
  expect((await names())[0]?.[1]).toBe('group')
  expect(readFileSync(file('bad.csv'), 'utf8').split('\r\n')).toHaveLength(4)
})
