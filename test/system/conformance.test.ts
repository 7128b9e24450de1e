import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { VectorFile } from '../../scripts/conformance/vector-file.js'
import { mangledExpectations } from '../support/mangled-expectations.js'

const folder = mkdtempSync(join(tmpdir(), 'cdht-conformance-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { files } = JSON.parse(readFileSync('conformance/index.json', 'utf8')) as { files: { path: string; vectors: number }[] }
const python = (...args: string[]) => spawnSync('python3', ['test/conformance/evaluator.py', ...args], { encoding: 'utf8' })

test('an evaluator in Python, written from the description, passes every vector', () => {
  const { status, stdout, stderr } = python()
  expect(stderr).toBe('')
  expect(stdout).toBe(`${files.reduce((all, { vectors }) => all + vectors, 0)} vectors passed, 0 failed\n`)
  expect(status).toBe(0)
})

test('and catches every vector that says anything else', () => {
  let broken = 0
  const paths = files.map(({ path }, at) => {
    const file = JSON.parse(readFileSync(`conformance/${path}`, 'utf8')) as VectorFile
    const vectors = file.vectors
      .flatMap((vector) =>
        mangledExpectations(vector.expect).map(({ what, wrong }) => ({
          ...vector,
          name: `${vector.name}: ${what}`,
          expect: wrong,
        })),
      )
      .filter((_, i) => i % 3 === at % 3)
    broken += vectors.length
    const out = join(folder, path.replace('/', '-'))
    writeFileSync(out, JSON.stringify({ ...file, vectors }))
    return out
  })
  const { status, stdout } = python(...paths)
  expect(broken).toBeGreaterThan(1000)
  expect(stdout.trim().split('\n').at(-1)).toBe(`0 vectors passed, ${broken} failed`)
  expect(status).toBe(1)
})
