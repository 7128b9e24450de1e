import { createServer, type Server } from 'node:http'
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }
let server: Server
let origin = ''
let browser: Browser
beforeAll(async () => {
  if (!existsSync('site/en/index.html')) throw new Error('the site is not built: npm run docs')
  server = createServer((request, response) => {
    const path = normalize(join('site', decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)))
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path
    if (!file.startsWith('site') || !existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run'],
  })
})
afterAll(async () => {
  await browser.close()
  await new Promise((resolve) => server.close(resolve))
})

/** A page of the site; `asked` collects what it loads from elsewhere, `failed` what it cannot load. */
async function open(path: string, width = 1280): Promise<{ page: Page; asked: string[]; failed: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  const asked: string[] = []
  const failed: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) asked.push(request.url())
  })
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url())
  })
  page.on('pageerror', (error) => failed.push(String(error)))
  await page.goto(`${origin}${path}`)
  return { page, asked, failed }
}

const shown = [
  '/',
  '/documents/criteria.html',
  '/documents/group-farmer.html',
  '/documents/start.html',
  '/documents/understand-a-result.html',
  '/documents/integrate-hr-software.html',
  '/en/documents/embed.html',
  '/documents/targets-and-denominators.html',
  '/en/functions/index.evaluate.html',
]

describe.each([360, 1280])('at %i px', (width) => {
  test.each(shown)('%s asks nothing of others, lacks nothing and does not scroll sideways', async (path) => {
    const { page, asked, failed } = await open(path, width)
    expect(asked).toEqual([])
    expect(failed).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    await page.close()
  })
})

test.each(['công dân', 'cong dan', 'CÔNG DÂN', 'nông dân', 'nong dan'])('the search finds “%s”', async (words) => {
  const { page } = await open('/')
  await page.keyboard.press('/')
  await page.fill('#tsd-search-input', words)
  await page.waitForSelector('#tsd-search-results li a', { timeout: 10_000 })
  const found = await page.$$eval('#tsd-search-results li a', (links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(found.length).toBeGreaterThan(0)
  if (/n[oô]ng/.test(words)) expect(found.some((link) => link.includes('group-farmer'))).toBe(true)
  await page.close()
})

test('a page leads to itself in the other language, and back', async () => {
  const { page } = await open('/documents/group-farmer.html')
  await page.click('#tsd-toolbar-links a[lang=en]')
  expect(page.url()).toBe(`${origin}/en/documents/group-farmer.html`)
  expect(await page.textContent('h1')).toContain('Farmers')
  await page.click('#tsd-toolbar-links a[lang=vi]')
  expect(page.url()).toBe(`${origin}/documents/group-farmer.html`)
  await page.close()
})

test('axe-core finds nothing serious on the pages of the catalogue', async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  for (const path of shown) {
    const { page } = await open(path)
    await page.evaluate(axe)
    const { violations } = (await page.evaluate('axe.run()')) as {
      violations: { id: string; impact: string; nodes: { target: string[] }[] }[]
    }
    const told = violations.map(
      ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
    console.log(path, told.length === 0 ? 'nothing found' : `\n  ${told.join('\n  ')}`)
    // What the theme itself does is printed; what our own texts and styles do may not be there.
    const ours = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.filter(({ target }) => target.some((one) => /\.basis|\.tsd-typography/.test(one))).map(() => id),
      )
    expect(ours).toEqual([])
    await page.close()
  }
})
