import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { OutputFile } from '../../src/cli/output-file.js'
import { folderOfTest } from '../support/cdht.js'

const { path: folder, file } = folderOfTest()

async function write(path: string, text: string): Promise<OutputFile> {
  const output = new OutputFile(path)
  output.stream.end(text)
  await finished(output.stream)
  return output
}

test('a file bears its name only once it is whole', async () => {
  const path = file('results.csv', 'of an earlier run')
  const output = await write(path, 'new')
  expect(readFileSync(path, 'utf8')).toBe('of an earlier run')
  await output.keep()
  expect(readFileSync(path, 'utf8')).toBe('new')
  await (await write(path, 'newer')).discard()
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readdirSync(folder())).toEqual(['results.csv'])
})

test('what a killed run left is taken away by the next; what runs, or is of others, is left alone', async () => {
  const gone = spawnSync('node', ['-e', '']).pid
  const output = new OutputFile(file('results.csv'))
  await new Promise((resolve) => output.stream.once('open', resolve))
  const [mine = ''] = readdirSync(folder())
  const own = mine.slice('results.csv.'.length, -'.tmp'.length)
  const machine = own.slice(0, -`-${process.pid}`.length)
  expect(mine).toBe(`results.csv.${machine}-${process.pid}.tmp`)
  const [left, leftOfOther] = [`results.csv.${machine}-${gone}.tmp`, `other.csv.${machine}-${gone}.tmp`]
  const kept = [
    leftOfOther,
    `results.csv.${machine}-${process.ppid}.tmp`,
    `results.csv.elsewhere-${gone}.tmp`,
    `results.csv.${machine}-${gone}.tmp.bak`,
    `results.csv.${machine}-x${gone}.tmp`,
    'results.csv.tmp',
  ]
  for (const name of [left, ...kept]) file(name, 'partial')
  await output.discard()
  await (await write(file('results.csv'), 'whole')).keep()
  expect(readdirSync(folder()).sort()).toEqual(['results.csv', ...kept].sort())
})
