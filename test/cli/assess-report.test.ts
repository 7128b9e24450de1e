import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cdht, folderOfTest } from '../support/cdht.js'
import { shownIn } from '../support/html-tags.js'

const { path: folder, file } = folderOfTest()

const rows = Array.from({ length: 12 }, (_, i) => `P${i},${i < 10 ? 'farmer' : 'worker'},2,1`)
const people = ['id,group,readingFrequency,booksRead', ...rows, 'P99,farmer,2,nhiều', ',,,'].join('\n')
const assess = (...options: string[]) => cdht('assess', file('people.csv', people), '--on', '2025-12-31', ...options)

test('a report on everybody who was assessed, with what became of the other rows', async () => {
  const { code, stdout, stderr } = await assess('--report', file('report.html'))
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(stdout).toContain(`Báo cáo: ${file('report.html')}`)
  const page = readFileSync(file('report.html'), 'utf8')
  expect(page).toContain('<html lang="vi">')
  expect(page).toMatch(/Số người<\/dt>\s*<dd>\s*12\s/)
  expect(page).toMatch(/Dòng bị loại vì có lỗi<\/th>\s*<td[^>]*>1</)
  expect(page).toMatch(/Dòng trống<\/th>\s*<td[^>]*>1</)
  expect(page).not.toMatch(/P99|nhiều</)
  expect(shownIn(page)).toContain('ẩn')
  expect(readdirSync(folder()).sort()).toEqual(['people.csv', 'report.html'])
})

test('in another language, hiding nothing', async () => {
  const { code } = await assess('--report', file('report.html'), '--report-lang', 'en', '--hide', '0')
  const page = readFileSync(file('report.html'), 'utf8')
  expect(code).toBe(1)
  expect(page).toContain('<html lang="en">')
  expect(shownIn(page)).toContain('This report hides nothing')
})

test.each([
  [['--hide', '3'], '--report'],
  [['--report-lang', 'en'], '--report'],
  [['--report', 'r.html', '--report-lang', 'fr'], '--report-lang'],
  [['--report', 'r.html', '--hide', 'few'], '--hide'],
])('%j is refused', async (options, told) => {
  const { code, stderr } = await assess(...options)
  expect(code).toBe(2)
  expect(stderr).toContain(told)
  expect(readdirSync(folder())).toEqual(['people.csv'])
})

test('a report in the place of the input, or where nothing can be written, is refused, and nothing is left', async () => {
  expect((await assess('--report', file('people.csv'))).code).toBe(2)
  const { code, stderr } = await assess('--report', file('no/such/folder.html'), '--out', file('out.csv'))
  expect({ code, stderr: /Không ghi được tệp .*folder\.html/.test(stderr) }).toEqual({ code: 2, stderr: true })
  expect(readdirSync(folder())).toEqual(['people.csv'])
})
