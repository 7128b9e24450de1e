import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { format } from 'node:util'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { fillExamples } from '../scripts/examples/fill.js'
import { Scratch } from '../scripts/examples/scratch.js'
import { guideIn } from '../scripts/site/guides.js'
import { run } from '../src/cli/run.js'
import * as main from '../src/index.js'

const guides = readdirSync('docs').filter((name) => name.endsWith('.md'))
const examples = readdirSync('docs/examples').filter((name) => /^\d\d-/.test(name))
/** One starts the built command, one counts 2,000 people: `npm run test:system` runs them. */
const runElsewhere = ['11-process.mjs', '12-targets.mjs']
const fileOf = (name: string): string => readFileSync(`docs/examples/${name}`, 'utf8')

const printed = new Map<string, string>()
async function outputOf(name: string): Promise<string | undefined> {
  if (runElsewhere.includes(name)) return undefined
  const known = printed.get(name)
  if (known !== undefined) return known
  let out = ''
  const log = vi.spyOn(console, 'log').mockImplementation((...said: unknown[]) => void (out += `${format(...said)}\n`))
  try {
    if (name.endsWith('.cjs')) requiring(fileOf(name))
    else await import(/* @vite-ignore */ resolve('docs/examples', name))
  } finally {
    log.mockRestore()
  }
  printed.set(name, out)
  return out
}

/** Runs a CommonJS program that knows the package alone. */
function requiring(code: string): void {
  const program = new Function('require', 'console', code) as (require: (name: string) => unknown, to: Console) => void
  program((name) => {
    if (name !== 'cong-dan-hoc-tap') throw new Error(`${name} is not there`)
    return main
  }, console)
}

describe.each(guides)('docs/%s', (name) => {
  const scratch = new Scratch()
  afterAll(() => scratch.remove())
  test('shows programs as they are, and what they print; npm run examples writes it', async () => {
    const guide = readFileSync(`docs/${name}`, 'utf8')
    const command = async (words: readonly string[]): Promise<string> => {
      let out = ''
      await run(scratch.words(words), {
        stdin: Readable.from([]),
        stdout: { write: (part: string) => (out += part) },
        stderr: { write: () => true },
        today: () => '2026-01-01',
      })
      return scratch.text(out)
    }
    expect(await fillExamples(guide, { file: fileOf, output: outputOf, command })).toBe(guide)
  })
})

test('every example stands in a guide, in both languages', () => {
  const halves = (lang: 'vi' | 'en') => guides.map((name) => guideIn(readFileSync(`docs/${name}`, 'utf8'), lang).text).join('\n')
  for (const lang of ['vi', 'en'] as const)
    expect(examples.filter((name) => !halves(lang).includes(`<!-- example ${name} -->`))).toEqual([])
})

test('a block that is old is written anew', async () => {
  const contents = {
    file: () => 'log(1)\n',
    output: () => Promise.resolve('1\n'),
    command: (words: readonly string[]) => Promise.resolve(`${words.join()}\n2\n3\n`),
  }
  const old = 'a\n<!-- example x.mjs -->\nold\n<!-- /example -->\nb\n<!-- run 1: cdht sets --lang -->\n<!-- /run -->\n'
  const text =
    'a\n<!-- example x.mjs -->\n\n```js\nlog(1)\n```\n\n```text\n1\n```\n\n<!-- /example -->\nb\n' +
    '<!-- run 1: cdht sets --lang -->\n\n```console\n$ cdht sets --lang\nsets,--lang\n…\n```\n\n<!-- /run -->\n'
  expect(await fillExamples(old, contents)).toBe(text)
  expect(await fillExamples(text, { ...contents, output: () => Promise.resolve(undefined) })).toBe(text)
})
