import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import ts from 'typescript'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../src/cli/run.js'
import { anchorsOf, fencesOf, pathsNamedIn } from './support/markdown.js'

const documents = readdirSync('.').filter((name) => name.endsWith('.md'))
const read = (name: string): string => readFileSync(name, 'utf8')
const { scripts, dependencies } = JSON.parse(read('package.json')) as Record<'scripts' | 'dependencies', Record<string, string>>
const fences = fencesOf(read('README.md'))

const folder = mkdtempSync(join(tmpdir(), 'cdht-readme-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the compiler says of files that are only in memory. */
function faultsOf(texts: ReadonlyMap<string, string>): string[] {
  const config: unknown = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)).config
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd())
  const paths = {
    'cong-dan-hoc-tap': ['./src/index.ts'],
    'cong-dan-hoc-tap/sets/*': ['./src/sets/shipped/*.ts'],
    'cong-dan-hoc-tap/*': ['./src/*.ts'],
  }
  const settings: ts.CompilerOptions = { ...options, paths }
  const host = ts.createCompilerHost(settings)
  const { fileExists, readFile } = host
  host.fileExists = (path) => texts.has(resolve(path)) || fileExists(path)
  host.readFile = (path) => texts.get(resolve(path)) ?? readFile(path)
  const program = ts.createProgram([...texts.keys()], settings, host)
  return [...texts.keys()]
    .flatMap((path) => program.getSourceFile(path) ?? [])
    .flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)])
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
}

test('examples have the types that they use', () => {
  const examples = [...fences, ...fencesOf(read('docs/targets-and-denominators.md'))].filter(({ lang }) => lang === 'ts')
  expect(examples.length).toBeGreaterThan(0)
  expect(faultsOf(new Map(examples.map(({ text, line }) => [resolve(`test/readme-line-${line}.ts`), text])))).toEqual([])
  const wrong = new Map([[resolve('test/readme-wrong.ts'), `import { evaluate } from 'cong-dan-hoc-tap'\nevaluate('P1')\n`]])
  expect(faultsOf(wrong)).toEqual([expect.stringContaining('Expected 2 arguments')])
})

describe('output', () => {
  const consoles = fences.filter(({ lang }) => lang === 'console')
  test('of both commands is shown in both languages', () => {
    expect(consoles.map(({ text }) => text.split(' ', 3)[2])).toEqual(['assess', 'explain', 'assess', 'explain'])
  })

  test.each(consoles)('of line $line is what the command prints; … stands for lines left out', async ({ text }) => {
    const [command, ...shown] = text.trimEnd().split('\n') as [string, ...string[]]
    const out = join(folder, 'results.csv')
    const argv = command.replace(/^\$ cdht /, '').split(' ')
    let printed = ''
    const code = await run(
      argv.map((word) => (word === 'results.csv' ? out : word)),
      {
        stdin: Readable.from([]),
        stdout: { write: (part: string) => (printed += part) },
        stderr: { write: () => true },
        today: () => '2026-01-01',
      },
    )
    expect(code).toBe(0)
    const parts = shown.join('\n').split(/^…\n/m)
    let rest = printed.replaceAll(out, 'results.csv')
    for (const [i, part] of parts.entries()) {
      const lines = part.trimEnd()
      if (i === 0) expect(rest.slice(0, lines.length)).toBe(lines)
      else expect(rest).toContain(lines)
      rest = rest.slice(rest.indexOf(lines) + lines.length)
    }
    expect(rest.trim()).toBe('')
  })
})

describe.each(documents)('%s', (name) => {
  const text = read(name)
  test('jumps within it lead somewhere', () => {
    const jumps = [...text.matchAll(/\]\(#([^)\s]+)\)/g)].map(([, anchor]) => anchor as string)
    expect(jumps.filter((anchor) => !anchorsOf(text).includes(anchor))).toEqual([])
  })
  test('paths and scripts that it names exist', () => {
    expect(pathsNamedIn(text).filter((path) => !existsSync(path))).toEqual([])
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script as string)
    expect(named.filter((script) => !(script in scripts))).toEqual([])
  })
})

test('every entry of the changelog says of what kind it is', () => {
  const entries = read('CHANGELOG.md').match(/^- .*$/gm) ?? []
  expect(entries.length).toBeGreaterThan(0)
  for (const entry of entries) expect(entry).toMatch(/^- (Law|Added|Changed|Fixed|Removed): \S/)
})

test('CONTRIBUTING gives a reason for every dependency, and for no other', () => {
  for (const half of read('CONTRIBUTING.md').split('<a id="english"></a>')) {
    const table = half.slice(half.search(/^## (Gói phụ thuộc|Dependencies)$/m))
    const named = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, one]) => one as string)
    expect(named.sort()).toEqual(Object.keys(dependencies).sort())
  }
})
