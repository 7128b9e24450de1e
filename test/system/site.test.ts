import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveSite, type ServedSite } from '../../scripts/site/serve.js'
import { axeOn } from '../support/axe.js'

let site: ServedSite
beforeAll(async () => {
  site = await serveSite()
})
afterAll(() => site.close())

/** A page of the site; `asked` collects what it loads from elsewhere, `failed` what it cannot load. */
async function open(path: string, width = 1280): Promise<{ page: Page; asked: string[]; failed: string[] }> {
  const { browser, files } = site
  const { origin } = files
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
  expect(page.url()).toBe(`${site.files.origin}/en/documents/group-farmer.html`)
  expect(await page.textContent('h1')).toContain('Farmers')
  await page.click('#tsd-toolbar-links a[lang=vi]')
  expect(page.url()).toBe(`${site.files.origin}/documents/group-farmer.html`)
  await page.close()
})

test.each([
  ['/', 'vi', '/index.html'],
  ['/en/', 'en', '/en/index.html'],
])('%s leads to the live page in its language, and back', async (path, lang, back) => {
  const { page } = await open(path)
  await page.click('.col-content .live-link a')
  await page.waitForSelector('#app[data-ready]')
  expect(await page.getAttribute('html', 'lang')).toBe(lang)
  await page.click('header a')
  expect(page.url()).toBe(`${site.files.origin}${back}`)
  await page.close()
})

test('axe-core finds nothing serious on the pages of the catalogue', async () => {
  for (const path of shown) {
    const { page } = await open(path)
    const { violations, told } = await axeOn(page)
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
