import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cdht, folderOfTest } from '../support/cdht.js'

const { path: folder, file } = folderOfTest()

const people = 'id,group,readingFrequency,booksRead\nP1,farmer,2,\nP2,farmer,2,nhiều\nP3,worker,4,7\nP4,general,1,0\n'
const explain = (...options: string[]) => cdht('explain', file('people.csv', people), '--on', '2025-12-31', ...options)
const pagesIn = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/<bdi>([^<]*)<\/bdi>/g)].map(([, id]) => id as string)

test('the pages asked for, in the order of the file, with every condition', async () => {
  const out = file('out.html')
  const { code, stdout, stderr } = await explain('--id', 'P3', '--id', 'P1', '--html', out)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toBe(`Đã ghi 2 trang, mỗi người một trang: ${out}\n`)
  expect(pagesIn(out)).toEqual(['P1', 'P3'])
  expect(readFileSync(out, 'utf8')).toContain('<details>')
  expect(readdirSync(folder()).sort()).toEqual(['out.html', 'people.csv'])
})

test('everybody, but for rows with errors, which are told: exit 1', async () => {
  const out = file('out.html')
  const { code, stdout } = await explain('--html', out, '--lang', 'en')
  expect(code).toBe(1)
  expect(pagesIn(out)).toEqual(['P1', 'P3', 'P4'])
  expect(stdout).toContain('Line 3')
  expect(stdout).not.toContain('nhiều')
  expect(readFileSync(out, 'utf8')).toContain('<html lang="en">')
  expect(readFileSync(out, 'utf8')).not.toContain('<details>')
})

test('by the set and the attesters asked for', async () => {
  const out = file('out.html')
  await explain('--id', 'P1', '--html', out, '--set', 'framework', '--accept', 'branch')
  const text = readFileSync(out, 'utf8')
  expect(text).toContain('Khung chung')
  expect(text).toContain('Chưa đủ thông tin để chắc một mức nào')
})

describe('the whole file or none', () => {
  test('an id that is not there: exit 2, an earlier file stays', async () => {
    const out = file('out.html', 'earlier')
    const { code, stdout, stderr } = await explain('--id', 'P1', '--id', 'P9', '--html', out)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('1 mã không thấy')
    expect(readFileSync(out, 'utf8')).toBe('earlier')
    expect(readdirSync(folder()).sort()).toEqual(['out.html', 'people.csv'])
  })
  test('nobody who could be assessed: exit 1 and no file', async () => {
    const { code, stdout } = await explain('--id', 'P2', '--html', file('out.html'))
    expect(code).toBe(1)
    expect(stdout).toContain('không ghi tệp nào')
    expect(readdirSync(folder())).toEqual(['people.csv'])
  })
  test('an input that breaks later on', async () => {
    const broken = file(
      'broken.csv',
      `id,group\n${Array.from({ length: 300 }, (_, i) => `P${i},farmer`).join('\n')}\nP"x,"farmer"s\n`,
    )
    const { code } = await cdht('explain', broken, '--on', '2025-12-31', '--html', file('out.html'))
    expect(code).toBe(2)
    expect(readdirSync(folder())).toEqual(['broken.csv'])
  })
  test('a folder that is not there, or the input itself', async () => {
    const nowhere = await explain('--html', join(folder(), 'none', 'out.html'))
    expect(nowhere).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Không ghi được tệp') })
    expect((await explain('--html', join(folder(), '.', 'people.csv'))).code).toBe(2)
    expect(readFileSync(file('people.csv'), 'utf8')).toBe(people)
    expect(readdirSync(folder())).toEqual(['people.csv'])
  })
})

test('in words, one id at a time', async () => {
  expect(await explain('--id', 'P1', '--id', 'P3')).toMatchObject({ code: 2, stderr: expect.stringContaining('--html') })
  expect((await explain()).code).toBe(2)
})
