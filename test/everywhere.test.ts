import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'cdht-'))
const cli = join(folder, 'cli.mjs')
const people = 'docs/examples/data/people-2000.csv'

beforeAll(async () => {
  await build({
    entryPoints: ['src/cli/index.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: cli,
    define: { __VERSION__: '"0"' },
    // Packages in CommonJS ask for the modules of Node in their own way.
    banner: { js: `import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)` },
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function assess(environment: Record<string, string>): string {
  const out = join(folder, `${Object.values(environment).join('-').replaceAll('/', '_')}.csv`)
  execFileSync(process.execPath, [cli, 'assess', people, '--on', '2025-12-31', '--out', out], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: 'pipe',
  })
  return readFileSync(out, 'utf8')
}

it('the time zone and the locale of the machine change nothing', () => {
  const expected = assess({ TZ: 'UTC', LANG: 'C' })
  expect(expected.split('\r\n')).toHaveLength(2002)
  for (const environment of [
    { TZ: 'America/New_York', LANG: 'en_US.UTF-8' },
    { TZ: 'Asia/Ho_Chi_Minh', LANG: 'vi_VN.UTF-8' },
    { TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8' },
  ])
    expect(assess(environment) === expected, JSON.stringify(environment)).toBe(true)
})
