import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'

test('one process answers a line before it is given the next', async () => {
  const process = spawn('node', ['dist/cli/index.js', 'assess', '-', '--on', '2025-12-31'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const answers = createInterface({ input: process.stdout })[Symbol.asyncIterator]()
  const ended = new Promise((resolve) => process.once('close', resolve))
  const verdicts: unknown[] = []
  for (let i = 0; i < 50; i++) {
    process.stdin.write(`{"id":"P${i}","group":"${i % 2 === 0 ? 'farmer' : 'nobody'}"}\n`)
    const { value } = (await answers.next()) as { value: string }
    const { line, ok } = JSON.parse(value) as { line: number; ok: boolean }
    verdicts.push([line, ok])
  }
  process.stdin.end()
  expect(verdicts).toEqual(Array.from({ length: 50 }, (_, i) => [i + 1, i % 2 === 0]))
  expect(await ended).toBe(1)
}, 30_000)
