import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, describe, expect, test } from 'vitest'
import { fencesOf } from './support/markdown.js'

const read = (path: string): string => readFileSync(path, 'utf8')
const { version, scripts } = JSON.parse(read('package.json')) as { version: string; scripts: Record<string, string> }
const documents = [...readdirSync('.'), ...readdirSync('docs').map((name) => `docs/${name}`)].filter((path) =>
  path.endsWith('.md'),
)

describe('the changelog', () => {
  const headings = [...read('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)
  test('begins with the version of the package', () => {
    expect(headings[0]).toBe(version)
  })
  test('has a version in every heading, the newest first', () => {
    expect(headings.every((heading) => /^\d+\.\d+\.\d+$/.test(heading as string))).toBe(true)
    const order = headings.map((heading) =>
      (heading as string)
        .split('.')
        .map(Number)
        .reduce((all, part) => all * 1000 + part, 0),
    )
    expect(order).toEqual(order.toSorted((a, b) => b - a))
  })
})

const blocksOf = (path: string, without: RegExp | string = '') =>
  fencesOf(read(path).replaceAll(without, '')).map(({ lang: language, text }) => ({ language, text }))

describe('the readme', () => {
  const blocks = blocksOf('README.md')

  test('opens with the two commands, and the package has them', () => {
    expect(blocks.slice(0, 2)).toEqual([
      { language: 'sh', text: 'npm ci && npm run demo\n' },
      { language: 'sh', text: 'npm ci && npm test\n' },
    ])
    expect(scripts).toHaveProperty('demo')
    expect(scripts).toHaveProperty('test')
  })
})

describe.each(['README.md', 'docs/targets-and-denominators.md', 'docs/report.md'])('in %s', (path) => {
  const folder = mkdtempSync(join(tmpdir(), 'cdht-readme-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  // Those between markers are run elsewhere, with what they print.
  const examples = blocksOf(path, /^<!-- example [^]*?^<!-- \/example -->$/gm).filter(
    ({ language }) => language === 'ts' || language === 'js',
  )
  test.each(examples.map(({ language, text }, i) => [i + 1, language, text] as const))(
    'example %i (%s) does what it says',
    async (i, language, text) => {
      copyFileSync('docs/examples/data/people-2000.csv', join(folder, 'people.csv'))
      const checked = text.replace(/^(\S.*?)(?:;)? \/\/ => (.*)$/gm, (_, expression: string, value: string) =>
        expression.startsWith('const ') ? `${expression}` : `assert.deepEqual(${expression}, ${value})`,
      )
      expect(checked).toContain('assert.deepEqual')
      const outfile = join(folder, `example-${i}.mjs`)
      await build({
        stdin: { contents: `import assert from 'node:assert/strict'\n${checked}`, loader: 'ts', resolveDir: resolve('.') },
        bundle: true,
        platform: 'node',
        format: 'esm',
        outfile,
        banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
        alias: {
          'cong-dan-hoc-tap/core': resolve('src/core.ts'),
          'cong-dan-hoc-tap/csv': resolve('src/csv.ts'),
          'cong-dan-hoc-tap/emit': resolve('src/emit.ts'),
          'cong-dan-hoc-tap/ndjson': resolve('src/ndjson.ts'),
          'cong-dan-hoc-tap/report': resolve('src/report.ts'),
          'cong-dan-hoc-tap/xlsx': resolve('src/xlsx.ts'),
          'cong-dan-hoc-tap/sets/civil-servant': resolve('src/sets/shipped/civil-servant.ts'),
          'cong-dan-hoc-tap/sets/farmer': resolve('src/sets/shipped/farmer.ts'),
          'cong-dan-hoc-tap/criteria': resolve('criteria'),
          'cong-dan-hoc-tap': resolve('src/index.ts'),
        },
        logLevel: 'silent',
      })
      expect(language).toMatch(/ts|js/)
      execFileSync(process.execPath, [outfile], { cwd: folder, stdio: 'pipe' })
    },
  )
})

test.each(documents)('links of %s lead to files that exist', (path) => {
  const links = [...read(path).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link]) => link as string)
  const missing = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(dirname(path), link)))
  expect(missing).toEqual([])
})
