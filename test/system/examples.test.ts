import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fillExamples } from '../../scripts/examples/fill.js'

const guides = readdirSync('docs').filter((name) => name.endsWith('.md'))
const printed = new Map<string, string>()
function outputOf(name: string): string {
  const out = printed.get(name) ?? execFileSync(process.execPath, [`docs/examples/${name}`], { encoding: 'utf8' })
  printed.set(name, out)
  return out
}

test('every example, run on the built package, prints what the guides show', async () => {
  for (const name of guides) {
    // Commands are run by npm test.
    const guide = readFileSync(`docs/${name}`, 'utf8').replaceAll('<!-- run ', '<!-- ran ')
    const file = (path: string): string => readFileSync(`docs/examples/${path}`, 'utf8')
    const contents = { file, output: (path: string) => Promise.resolve(outputOf(path)), command: () => Promise.resolve('') }
    expect(await fillExamples(guide, contents)).toBe(guide)
  }
  expect([...printed.keys()].sort()).toEqual(readdirSync('docs/examples').filter((name) => /^\d\d-/.test(name)))
})
