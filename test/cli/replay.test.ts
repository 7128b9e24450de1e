import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate, loadSet, type CitizenRecord } from '../../src/index.js'
import { cdht, folderOfTest } from '../support/cdht.js'
import { province } from '../support/criteria-files.js'

const { path: folder, file: write } = folderOfTest()
const file = (name: string, content: unknown): string =>
  write(name, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content))

const on = '2025-12-31'
const record: CitizenRecord = {
  id: 'Trần Thị Bí Mật',
  group: 'farmer',
  evidence: { readingFrequency: 3, informationSources: ['book', 'radio-tv'], booksRead: 173 },
  attested: { readingFrequency: 'branch' },
}
const assessment = evaluate(record, { on })
const replayed = (told: unknown, of: unknown, ...options: string[]) =>
  cdht('replay', file('assessment.json', told), file('record.json', of), ...options)

test('the same: exit 0, with set, day and result, in both languages', async () => {
  const vi = await replayed(assessment, record)
  expect(vi).toMatchObject({ code: 0, stderr: '' })
  expect(vi.stdout).toMatch(/^GIỐNG NHAU.*\nBộ tiêu chí farmer, phiên bản 2026\.1, mã kiểm [0-9a-f]{64}, ngày 31\/12\/2025\.\n/)
  expect(vi.stdout).toContain('CHƯA ĐỦ THÔNG TIN')
  const en = await replayed(assessment, record, '--lang', 'en')
  expect(en.stdout).toMatch(/^SAME/)
  expect(en.stdout).not.toMatch(/[ạảãăđơư]/i)
})

test('different: exit 1, the places, points and verdicts, and nothing of the person', async () => {
  const told = { ...assessment, verdict: 'met', id: 'Lê Văn Khác' }
  const { code, stdout, stderr } = await replayed(told, { ...record, evidence: { ...record.evidence, booksRead: 0 } })
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(stdout).toMatch(/^KHÁC NHAU/)
  expect(stdout).toContain('  - verdict: đã ghi met, tính lại được unknown\n')
  expect(stdout).toContain('  - id\n')
  expect(stdout).toContain('  - indicators.reading.score.lower: đã ghi 10, tính lại được 8\n')
  expect(stdout).not.toMatch(/Lê|Trần|Mật|173/)
})

test('as it was made: --accept, and a set of one’s own by its files', async () => {
  const accepted = evaluate(record, { on, accept: ['branch'] })
  expect((await replayed(accepted, record)).code).toBe(1)
  expect((await replayed(accepted, record, '--accept', 'branch')).code).toBe(0)
  const overlay = province({})
  const own = evaluate(record, { on, set: loadSet(overlay) })
  expect((await replayed(own, record, '--set', file('province.json', overlay))).code).toBe(0)
  expect(await replayed(own, record)).toMatchObject({ code: 2, stderr: expect.stringContaining('--set') })
})

describe('not worked out: exit 2, nothing on stdout', () => {
  test.each([
    ['another version of the set', { ...assessment, set: { ...assessment.set, version: '2025.1' } }, record, 'set.version'],
    ['another digest', { ...assessment, set: { ...assessment.set, digest: 'x' } }, record, 'set.digest'],
    ['no assessment', { verdict: 'met' }, record, 'không phải một kết quả'],
    ['no JSON', '{ "id": "Trần', record, 'không phải JSON'],
    ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), record, 'không phải UTF-8'],
    ['a record with errors', assessment, { ...record, evidence: { booksRead: 'Trần' } }, 'evidence.booksRead'],
    ['a record of another group', assessment, { ...record, group: 'worker', evidence: {} }, 'nhóm farmer'],
  ])('%s', async (_, told, of, said) => {
    const { code, stdout, stderr } = await replayed(told, of)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(said)
    expect(stderr).not.toContain('Trần')
  })
  test('files that are missing, too many, or no criteria', async () => {
    const [one, two] = [file('a.json', assessment), file('r.json', record)]
    for (const argv of [[], [one], [one, two, two]]) expect((await cdht('replay', ...argv)).code).toBe(2)
    expect(await cdht('replay', one, join(folder(), 'none.json'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('ENOENT'),
    })
    expect(await cdht('replay', one, two, '--set', two)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('r.json'),
    })
    expect((await cdht('replay', one, two, '--accept', 'pirate')).code).toBe(2)
  })
})

describe('what explain writes', () => {
  const people = () => write('people.csv', 'id,group,readingFrequency,attested: readingFrequency\nP1,farmer,3,branch\n')
  const explained = (...options: string[]) => cdht('explain', people(), '--id', 'P1', '--on', on, ...options)
  test('is what replay reads', async () => {
    const [told, of] = [join(folder(), 'a.json'), join(folder(), 'r.json')]
    expect(await explained('--assessment', told, '--record', of)).toMatchObject({ code: 0, stderr: '' })
    const kept: CitizenRecord = {
      id: 'P1',
      group: 'farmer',
      evidence: { readingFrequency: 3 },
      attested: { readingFrequency: 'branch' },
    }
    expect(JSON.parse(readFileSync(of, 'utf8'))).toEqual(kept)
    expect(JSON.parse(readFileSync(told, 'utf8'))).toEqual(evaluate(kept, { on }))
    expect((await cdht('replay', told, of)).code).toBe(0)
    expect(readdirSync(folder()).sort()).toEqual(['a.json', 'people.csv', 'r.json'])
  })
  test.each<[string, () => string[], string]>([
    ['pages', () => ['--assessment', join(folder(), 'a.json'), '--html', join(folder(), 'p.html')], '--html'],
    ['the input itself', () => ['--record', people()], 'khác nhau'],
    ['one file for both', () => ['--record', join(folder(), 'a.json'), '--assessment', join(folder(), 'a.json')], 'khác nhau'],
    ['a folder that is not there', () => ['--record', join(folder(), 'none', 'a.json')], 'ENOENT'],
  ])('not over %s', async (_, options, said) => {
    const { code, stdout, stderr } = await explained(...options())
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(said)
    expect(readdirSync(folder())).toEqual(['people.csv'])
  })
})
