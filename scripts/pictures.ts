import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serveSite } from './site/serve.js'

/** `npm run pictures`: the pictures of `docs/pictures/`, of the synthetic sample and of the site, which `npm run docs` makes first. */
const phone = { width: 360, height: 740 }
const desktop = 1280
/** A picture is looked at in a page, on a phone too. */
const mostBytes = 150_000
/** A farmer who has answered some of the questions, with one item that is known in part. */
const answers =
  'v=1&group=farmer&on=2025-12-31&area=n&readingFrequency=3&informationSources=book*radio-tv*extension-material&learningPlan=2&learningActivities=course_production_2025-03__16_true*club__2025-06&communitySessions=6&peopleSupported=3&supportActions=encourage*take-along*teach&digitalServices=vneid*public-services*cashless-payment&recordKeeping=2&goodRelations=2&commonActivities=4&booksRead=2'

const folder = mkdtempSync(join(tmpdir(), 'cdht-pictures-'))
const { files, browser, close } = await serveSite()
try {
  const report = join(folder, 'report.html')
  const words = ['assess', 'docs/examples/data/people-2000.csv', '--on', '2025-12-31', '--report', report]
  execFileSync(process.execPath, ['dist/cli/index.js', ...words], { stdio: 'ignore' })
  await take('report', pathToFileURL(report).href, 1000)
  await take('catalogue', `${files.origin}/documents/group-farmer.html`, 560)
  await take('guide', `${files.origin}/documents/understand-a-result.html`, 560)
  await take('live', `${files.origin}/thu/#${answers}`, 760, { shown: '#ngan-nhat', onPhone: '#cau-hoi' })
} finally {
  await close()
  rmSync(folder, { recursive: true, force: true })
}

/**
 * @param height - on a wide screen
 * @param parts - what the page is waited for, and what is scrolled to on a phone
 */
async function take(name: string, url: string, height: number, parts?: { shown: string; onPhone: string }): Promise<void> {
  for (const viewport of [phone, { width: desktop, height }]) {
    const page = await browser.newPage({ viewport, reducedMotion: 'reduce', locale: 'vi-VN' })
    await page.goto(url)
    if (parts) await page.waitForSelector(parts.shown)
    if (parts && viewport === phone) await page.locator(parts.onPhone).evaluate((part) => part.scrollIntoView())
    const path = `docs/pictures/${name}-${viewport.width}.png`
    await page.screenshot({ path })
    await page.close()
    const { size } = statSync(path)
    if (size > mostBytes) throw new Error(`${path} has ${size} bytes, more than ${mostBytes}`)
    process.stdout.write(`${path} ${size}\n`)
  }
}
