import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'

/** `npm run pictures`: the pictures of `docs/pictures/`, of the synthetic sample and of the site, which `npm run docs` makes first. */
const heights = { report: { 360: 740, 1280: 1000 }, catalogue: { 360: 740, 1280: 560 }, guide: { 360: 740, 1280: 560 } }
/** A picture is looked at in a page, on a phone too. */
const mostBytes = 150_000

if (!existsSync('site/index.html')) throw new Error('the site is not built: npm run docs')
const folder = mkdtempSync(join(tmpdir(), 'cdht-pictures-'))
try {
  const report = join(folder, 'report.html')
  const words = ['assess', 'docs/examples/data/people-2000.csv', '--on', '2025-12-31', '--report', report]
  execFileSync(process.execPath, ['dist/cli/index.js', ...words], { stdio: 'ignore' })
  await takeAll({
    report,
    catalogue: resolve('site/documents/group-farmer.html'),
    guide: resolve('site/documents/understand-a-result.html'),
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function takeAll(pages: Readonly<Record<keyof typeof heights, string>>): Promise<void> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run']
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
  try {
    for (const name of Object.keys(heights) as (keyof typeof heights)[])
      for (const [width, height] of Object.entries(heights[name])) {
        const page = await browser.newPage({ viewport: { width: Number(width), height } })
        await page.goto(`file://${pages[name]}`)
        const picture = `docs/pictures/${name}-${width}.png`
        await page.screenshot({ path: picture })
        await page.close()
        const { size } = statSync(picture)
        if (size > mostBytes) throw new Error(`${picture} has ${size} bytes, more than ${mostBytes}`)
        process.stdout.write(`${picture} ${size}\n`)
      }
  } finally {
    await browser.close()
  }
}
