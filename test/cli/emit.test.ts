import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emitModule } from '../../src/emit.js'
import { loadSet, sets } from '../../src/index.js'
import { cdht } from '../support/cdht.js'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cdht-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const path = (name: string): string => join(folder, name)

const emit = (...argv: string[]) => cdht('emit', ...argv)
const farmer = emitModule(sets.farmer, { on: '2025-12-31' })

test('without --out the module alone is printed, so that it can be sent on', async () => {
  expect(await emit('--set', 'farmer', '--on', '2025-12-31')).toEqual({ code: 0, stdout: farmer.code, stderr: '' })
})

test('--out writes the module and its declarations, and says what they rest on', async () => {
  writeFileSync(path('farmer.js'), 'old')
  const { code, stdout, stderr } = await emit('--set', 'farmer', '--on', '2025-12-31', '--out', path('farmer.js'))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(readdirSync(folder).sort()).toEqual(['farmer.d.ts', 'farmer.js'])
  expect(readFileSync(path('farmer.js'), 'utf8')).toBe(farmer.code)
  expect(readFileSync(path('farmer.d.ts'), 'utf8')).toBe(farmer.declarations)
  expect(stdout).toContain(`Đã ghi bộ tiêu chí farmer, ngày đánh giá 31/12/2025: ${path('farmer.js')}`)
  expect(stdout).toContain('KHÔNG phải quy định chính thức')
  const english = await emit('--set', 'worker', '--on', '2025-12-31', '--out', path('w.mjs'), '--lang', 'en')
  expect(english.stdout).toContain(`Wrote the set worker for 2025-12-31: ${path('w.mjs')}`)
  expect(english.stdout).toContain('NOT official')
  expect(readdirSync(folder)).toContain('w.d.mts')
})

test('--accept is part of the module', async () => {
  const { stdout } = await emit('--set', 'farmer', '--on', '2025-12-31', '--accept', 'log,branch')
  expect(stdout).toBe(emitModule(sets.farmer, { on: '2025-12-31', accept: ['log', 'branch'] }).code)
  expect(stdout).toContain("const accepted = ['log', 'branch']")
})

test('a set of one’s own is emitted from its file', async () => {
  const own = { id: 'xa-minh-hoa', extends: 'farmer', version: '1', label: { vi: 'Xã */ ví dụ', en: 'A */ commune' } }
  writeFileSync(path('own.json'), JSON.stringify(own))
  const { code, stdout } = await emit('--set', path('own.json'), '--on', '2025-12-31')
  expect(code).toBe(0)
  expect(stdout).toBe(emitModule(loadSet(own), { on: '2025-12-31' }).code)
  expect(stdout).toContain("label: { vi: 'Xã */ ví dụ', en: 'A */ commune' }")
})

test.each([
  ['two sets', ['--set', 'farmer', '--set', 'worker', '--on', '2025-12-31'], 'một bộ'],
  ['a file that is not there', ['--set', 'no-file.json', '--on', '2025-12-31'], 'no-file.json'],
  ['no set', ['--on', '2025-12-31'], '--set'],
  ['no day', ['--set', 'farmer'], '--on 2025-12-31'],
  ['a set that is none', ['--set', 'nobody', '--on', '2025-12-31'], 'framework, farmer'],
  ['a day that is none', ['--set', 'farmer', '--on', '2025-02-30'], '--on'],
  ['a day before the set', ['--set', 'farmer', '--on', '2020-01-01'], '2022-07-28'],
  ['an attester that is none', ['--set', 'farmer', '--on', '2025-12-31', '--accept', 'me'], '--accept'],
  ['a file of people', ['--set', 'farmer', '--on', '2025-12-31', 'people.csv'], 'không đọc tệp'],
  ['a file that is no module', ['--set', 'farmer', '--on', '2025-12-31', '--out', 'farmer.csv'], '.mjs'],
  ['a name that is nothing but its ending', ['--set', 'farmer', '--on', '2025-12-31', '--out', '.js'], '.mjs'],
  ['a folder that is not there', ['--set', 'farmer', '--on', '2025-12-31', '--out', 'no-folder/farmer.js'], 'Không ghi được'],
])('%s: exit 2 and a sentence that helps', async (_, argv, expected) => {
  const { code, stdout, stderr } = await emit(...argv)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(expected)
})

test('a folder in the place of the file: exit 2, and nothing half written stays', async () => {
  mkdirSync(path('farmer.js'))
  const { code, stderr } = await emit('--set', 'farmer', '--on', '2025-12-31', '--out', path('farmer.js'))
  expect(code).toBe(2)
  expect(stderr).toContain('Không ghi được')
  expect(readdirSync(folder)).toEqual(['farmer.js'])
})
