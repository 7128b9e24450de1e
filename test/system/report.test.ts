import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'cdht-report-'))
const fileOf = (lang: string): string => join(folder, `${lang}.html`)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const flags = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking']

let browser: Browser
beforeAll(async () => {
  for (const lang of ['vi', 'en'])
    execFileSync(process.execPath, [
      ...['dist/cli/index.js', 'assess', 'docs/examples/data/people-2000.csv', '--on', '2025-12-31'],
      ...['--report', fileOf(lang), '--report-lang', lang],
    ])
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...flags, '--disable-component-update', '--no-first-run'],
  })
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The page as a reader opens it; what it asks for beside itself, and what it complains of, is noted. */
async function open(lang: string, width: number): Promise<{ page: Page; asked: string[]; told: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  const [asked, told]: [string[], string[]] = [[], []]
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => told.push(message.text()))
  page.on('pageerror', (error) => told.push(error.message))
  await page.goto(`file://${fileOf(lang)}`)
  return { page, asked, told }
}

/** In the browser. */
const measured = `(() => {
  const shown = [...document.querySelectorAll('.chart')].filter((one) => one.offsetParent !== null)
  const letters = shown.flatMap((chart) => [...chart.querySelectorAll('text')].map((text) => {
    const svg = text.ownerSVGElement
    return parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
  }))
  const outside = shown.flatMap((chart) => {
    const box = chart.querySelector('svg').getBoundingClientRect()
    return [...chart.querySelectorAll('text')]
      .filter((text) => { const at = text.getBoundingClientRect(); return at.left < box.left - 1 || at.right > box.right + 1 || at.top < box.top - 1 || at.bottom > box.bottom + 1 })
      .map((text) => text.textContent)
  })
  const overlapping = shown.flatMap((chart) => {
    const boxes = [...chart.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()])
    // Lines of one name lie closer than the boxes of their letters.
    return boxes.flatMap(([text, a], i) => boxes.slice(i + 1).filter(([, b]) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5,
    ).map(([other]) => text + ' / ' + other))
  })
  return { overlapping, charts: shown.length, smallest: Math.min(...letters), letters: letters.length, outside, width: document.documentElement.scrollWidth }
})()`

describe.each(['vi', 'en'])('the report in %s', (lang) => {
  it.each([360, 1280])('at %i px: nothing asked for, nothing cut off, letters of 12 px and more', async (width) => {
    const { page, asked, told } = await open(lang, width)
    const found = (await page.evaluate(measured)) as Record<'charts' | 'smallest' | 'letters' | 'width', number> & {
      outside: string[]
      overlapping: string[]
    }
    expect(asked).toEqual([`file://${fileOf(lang)}`])
    expect(told).toEqual([])
    expect(found.charts).toBe(6)
    expect(found.letters).toBeGreaterThan(100)
    expect(found.smallest).toBeGreaterThanOrEqual(11.99)
    expect(found.outside).toEqual([])
    expect(found.overlapping).toEqual([])
    expect(found.width).toBe(width)
    await page.close()
  })

  it.each([360, 1280])('at %i px: axe finds nothing', async (width) => {
    const { page } = await open(lang, width)
    // The page's own policy keeps every script out; axe comes through the debugger, which it does not bind.
    const { violations, passes } = (await page.evaluate(`${axe};axe.run(document)`)) as {
      violations: { id: string; impact: string; nodes: { html: string }[] }[]
      passes: unknown[]
    }
    expect(violations.map(({ id, impact, nodes }) => [id, impact, nodes.length, nodes[0]?.html])).toEqual([])
    expect(passes.length).toBeGreaterThan(15)
    await page.close()
  })

  it('prints on A4', async () => {
    const { page } = await open(lang, 1280)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const sizes = [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)[^]*?\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)]
    expect(sizes.length).toBeGreaterThan(4)
    expect(sizes.length).toBeLessThan(14)
    for (const [, width, height] of sizes) {
      expect(Number(width) / 72).toBeCloseTo(210 / 25.4, 1)
      expect(Number(height) / 72).toBeCloseTo(297 / 25.4, 1)
    }
    await page.emulateMedia({ media: 'print' })
    // The printable width of A4 within the margins of the style.
    await page.setViewportSize({ width: Math.floor(((210 - 2 * 12) / 25.4) * 96), height: 900 })
    const found = (await page.evaluate(measured)) as { charts: number; width: number; smallest: number }
    expect(found.charts).toBe(6)
    expect(found.width).toBeLessThanOrEqual(Math.floor(((210 - 2 * 12) / 25.4) * 96))
    await page.close()
  })
})
