import { mkdirSync } from 'node:fs'
import { serveSite } from './serve.js'

/** `npm run pictures`, after `npm run docs`: the pictures of the live page that README and guides show. */
const folder = 'docs/pictures'
/** A farmer who has answered some of the questions, with one item that is known in part. */
const answers =
  'v=1&group=farmer&on=2025-12-31&area=n&readingFrequency=3&informationSources=book*radio-tv*extension-material&learningPlan=2&learningActivities=course_production_2025-03__16_true*club__2025-06&communitySessions=6&peopleSupported=3&supportActions=encourage*take-along*teach&digitalServices=vneid*public-services*cashless-payment&recordKeeping=2&goodRelations=2&commonActivities=4&booksRead=2'

const { files, browser, close } = await serveSite()
mkdirSync(folder, { recursive: true })
for (const [width, height] of [
  [360, 740],
  [1280, 760],
] as const) {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', locale: 'vi-VN' })
  await page.goto(`${files.origin}/thu/#${answers}`)
  await page.waitForSelector('#ngan-nhat')
  // On a phone what comes first is the question; the result stands in a line below it.
  if (width < 1000) await page.evaluate(`document.getElementById('cau-hoi').scrollIntoView()`)
  await page.screenshot({ path: `${folder}/live-${width}.png` })
  await page.close()
}
await close()
