import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sets } from '../../src/index.js'
import { headingIndexOf } from '../../src/intake/people.js'
import { cdht, folderOfTest } from '../support/cdht.js'
import { fillTemplate, formCells } from '../support/fill-template.js'
import { sheetCells } from '../support/sheet-cells.js'

const { path: folder, file } = folderOfTest()
const index = headingIndexOf({})

test('a form is written, filled in, tried and assessed', async () => {
  const out = file('phieu.xlsx')
  const { code, stdout } = await cdht('template', '--group', 'farmer', '--out', out)
  expect(code).toBe(0)
  expect(stdout).toContain('KHÔNG phải mẫu phiếu chính thức')
  const people = ['P1', 'P2'].map((id) => ({ id, group: 'farmer', evidence: { readingFrequency: 3, booksRead: 2 } }))
  const rows = people.map((person) => formCells(person, sets.farmer.facts))
  writeFileSync(out, await fillTemplate(readFileSync(out), rows, (heading) => index.find(heading)?.path.join('.') ?? ''))
  const inspected = await cdht('inspect', out)
  expect(inspected.code).toBe(0)
  expect(inspected.stdout).toContain('Số dòng: 2 = 2 đọc được + 0 bị loại + 0 trống.')
  const results = file('ket-qua.xlsx')
  expect((await cdht('assess', out, '--on', '2025-12-31', '--out', results)).code).toBe(0)
  const [sheet] = await sheetCells(readFileSync(results))
  expect(sheet?.rows.map(([id]) => id)).toEqual(['Mã', 'P1', 'P2'])
})

test('what exists, perhaps filled in, is not overwritten', async () => {
  const out = file('phieu.xlsx', 'filled in')
  const { code, stderr } = await cdht('template', '--group', 'farmer', '--out', out)
  expect(code).toBe(2)
  expect(stderr).toContain('không ghi đè')
  expect(readFileSync(out, 'utf8')).toBe('filled in')
})

test('of a set of one’s own, and in English', async () => {
  const overlay = file('boats.json', JSON.stringify({ id: 'farmer-boats', extends: 'farmer', version: '1' }))
  const { code, stdout } = await cdht('template', '--set', overlay, '--out', file('form.xlsx'), '--lang', 'en')
  expect(code).toBe(0)
  expect(stdout).toContain('NOT an official form')
  const [form, guide] = await sheetCells(readFileSync(file('form.xlsx')))
  expect([form?.name, form?.rows[2]?.[0], guide?.name]).toEqual(['Form', 'Id', 'Guide'])
})

test.each([
  [[], '--group'],
  [['--group', 'pirate'], 'farmer'],
  [['--group', 'farmer', '--set', 'farmer'], '--set'],
  [['--set', 'farmer', '--set', 'worker'], 'một bộ'],
  [['people.csv', '--group', 'farmer'], 'không đọc tệp'],
  [['--group', 'farmer', '--out', 'phieu.csv'], '.xlsx'],
])('wrong usage is refused: %j', async (argv, told) => {
  const { code, stderr } = await cdht('template', ...argv)
  expect(code).toBe(2)
  expect(stderr).toContain(told)
})

test('where nothing can be written, nothing stays', async () => {
  const { code, stderr } = await cdht('template', '--group', 'farmer', '--out', `${folder()}/none/phieu.xlsx`)
  expect(code).toBe(2)
  expect(stderr).toContain('ENOENT')
  expect(readdirSync(folder())).toEqual([])
})
