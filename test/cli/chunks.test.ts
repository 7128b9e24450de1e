import { appendFileSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { chunksOf } from '../../src/cli/chunks.js'

const folder = mkdtempSync(join(tmpdir(), 'cdht-chunks-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'people.csv')
/** More than one piece. */
const content = 'x'.repeat(200_000)
beforeEach(() => writeFileSync(path, content))

/** Reads the file, and does something to it after the first piece. */
async function readWith(change: () => void): Promise<number> {
  let bytes = 0
  for await (const chunk of chunksOf(path)) {
    if (bytes === 0) change()
    bytes += chunk.length
  }
  return bytes
}

test('a file at rest is read whole', async () => {
  expect(await readWith(() => undefined)).toBe(content.length)
})

test.each([
  ['cut', () => truncateSync(path, 150_000)],
  ['longer', () => appendFileSync(path, 'y')],
  ['written over, at the same length', () => (writeFileSync(path, content), utimesSync(path, 1, 1))],
])('a file that is %s meanwhile is refused, with its name and nothing of its text', async (_, change) => {
  const reading = readWith(change)
  await expect(reading).rejects.toMatchObject({ name: 'Refusal', text: { en: expect.stringContaining(`${path} was changed`) } })
})

test('one that is not there, and a folder in its place', async () => {
  rmSync(path)
  await expect(readWith(() => undefined)).rejects.toThrow(`Cannot read ${path} (ENOENT).`)
  const reading = async (): Promise<void> => {
    for await (const chunk of chunksOf(folder)) expect(chunk).toBe(undefined)
  }
  await expect(reading()).rejects.toThrow(`Cannot read ${folder} (EISDIR).`)
})
