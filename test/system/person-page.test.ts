import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { htmlReport } from '../../src/output/html-report.js'
import { pagePeople } from '../support/page-people.js'

const folder = mkdtempSync(join(tmpdir(), 'cdht-print-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The pages that headless Chromium prints, as [width, height] in points. */
function printed(html: string): [number, number][] {
  const pdf = join(folder, 'printed.pdf')
  rmSync(pdf, { force: true })
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--no-pdf-header-footer',
    `--user-data-dir=${join(folder, 'profile')}`,
  ]
  execFileSync('chromium', [...flags, `--print-to-pdf=${pdf}`, `file://${html}`], { stdio: 'pipe', timeout: 100_000 })
  const text = readFileSync(pdf, 'latin1')
  return [...text.matchAll(/\/Type\s*\/Page\b(?!s)[^]*?\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Number(width),
    Number(height),
  ])
}
function expectA4(pages: [number, number][]): void {
  for (const [width, height] of pages) {
    expect(width / 72).toBeCloseTo(210 / 25.4, 1)
    expect(height / 72).toBeCloseTo(297 / 25.4, 1)
  }
}

test('the command makes pages of A4, one for each person of the sample asked for', () => {
  const out = join(folder, 'some.html')
  const ids = Array.from({ length: 40 }, (_, i) => `P${String(i * 50 + 1).padStart(6, '0')}`)
  execFileSync(process.execPath, [
    ...['dist/cli/index.js', 'explain', 'docs/examples/data/people-2000.csv', '--on', '2025-12-31', '--html', out],
    ...ids.flatMap((id) => ['--id', id]),
  ])
  const pages = printed(out)
  expect(pages).toHaveLength(ids.length)
  expectA4(pages)
})

describe.each(['vi', 'en'] as const)('in %s', (lang) => {
  // Every person begins on a new page, so that as many pages as people are one page each.
  test('the longest pages of every set are one page each', async () => {
    const people = pagePeople()
    const out = join(folder, `${lang}.html`)
    let text = ''
    for await (const part of htmlReport(people, { lang, details: false })) text += part
    writeFileSync(out, text)
    const pages = printed(out)
    expect(pages).toHaveLength(people.length)
    expectA4(pages)
  })
})
