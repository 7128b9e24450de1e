import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge, openQuestions, withAnswer, type Interview, type QuestionId } from '../../docs/live/interview.js'
import { fragmentOf } from '../../docs/live/share-link.js'
import { readPeople, writeAssessments } from '../../src/csv.js'
import { evaluate, type Verdict } from '../../src/index.js'
import { extremeAnswer } from '../support/extreme-answer.js'
import { serveSite, type ServedSite } from '../../scripts/site/serve.js'
import { axeOn } from '../support/axe.js'

let site: ServedSite
beforeAll(async () => {
  site = await serveSite({ 'content-security-policy': "default-src 'self'; require-trusted-types-for 'script'" })
})
const folder = mkdtempSync(join(tmpdir(), 'cdht-live-'))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await site.close()
})

interface Visit {
  context: BrowserContext
  page: Page
  /** Ends the visit: nothing may have been asked of others, refused by the policy, or gone wrong, but for what is expected. */
  leave: (expected?: RegExp) => Promise<void>
}

async function visit(path = '/thu/', options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await site.browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce', ...options })
  const wrong: string[] = []
  await context.exposeFunction('tellViolation', (what: string) => wrong.push(what))
  await context.addInitScript(
    `document.addEventListener('securitypolicyviolation', (e) => tellViolation(e.violatedDirective + ' ' + e.blockedURI))`,
  )
  context.on('request', (request) => {
    if (!request.url().startsWith(site.files.origin) && !request.url().startsWith(`blob:${site.files.origin}`))
      wrong.push(request.url())
  })
  const page = await context.newPage()
  page.on('console', (message) => wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(String(error)))
  await page.goto(`${site.files.origin}${path}`)
  await page.waitForSelector('#app[data-ready]')
  return {
    context,
    page,
    leave: async (expected) => {
      await page.waitForTimeout(50)
      await context.close()
      expect(wrong.filter((what) => !expected?.test(what))).toEqual([])
    },
  }
}

const spoken = (page: Page): Promise<string | null> => page.textContent('#spoken')
const answers = (page: Page): Promise<string[]> =>
  page.$$eval('#tra-loi [data-answer]', (items) => items.map((item) => item.getAttribute('data-answer') ?? ''))

const begun: Interview = { group: 'farmer', on: '2025-12-31', area: false, evidence: {}, skipped: [] }

/** All that decides, answered the best way but for what is left out. */
function answered(leftOut: readonly QuestionId[] = []): Interview {
  let now = begun
  for (;;) {
    const id = openQuestions(now).deciding.find((one) => !leftOut.includes(one))
    if (id === undefined) return now
    now = withAnswer(now, id, extremeAnswer(id, true))
  }
}

/** Presses the tabulator until the focus is on such an element. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`no ${selector} within reach of the tabulator`)
}

/** Answers the question that is shown, the best way, by keys alone. */
async function answerByKeys(page: Page): Promise<void> {
  const kind = await page.evaluate(() => {
    const card = document.querySelector('form.card')
    return ['select', 'input[type=radio]', '#none', '#answer'].find((part) => card?.querySelector(part)) ?? ''
  })
  if (kind === '') throw new Error(`no question any more: ${await page.textContent('#cau-hoi')}`)
  if (kind === 'select') {
    await tabTo(page, '#item-kind')
    await page.keyboard.press('ArrowDown')
    if (await page.$('#item-hours')) {
      await tabTo(page, '#item-topic')
      await page.keyboard.press('ArrowDown')
      await tabTo(page, '#item-from')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Tab')
      await page.keyboard.type(String(new Date().getFullYear()))
      expect(await page.inputValue('#item-from')).toMatch(/^\d{4}-01$/)
      await tabTo(page, '#item-hours')
      await page.keyboard.type('40')
      await tabTo(page, '#item-certificate')
      await page.keyboard.press('ArrowDown')
    }
  } else if (kind === 'input[type=radio]') {
    await tabTo(page, 'form.card input[type=radio]')
    await page.keyboard.press('ArrowUp')
  } else if (kind === '#none') {
    const boxes = await page.$$eval('form.card input[type=checkbox]:not(#none)', (all) => all.length)
    for (let i = 0; i < boxes; i++) {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
    }
  } else {
    await tabTo(page, '#answer')
    await page.keyboard.type('20')
  }
  await tabTo(page, 'form.card button.main')
  await page.keyboard.press('Enter')
}

test('an interview leads to the criteria met by keyboard alone', async () => {
  const { page, leave } = await visit()
  await tabTo(page, 'input[name=group]')
  await page.keyboard.press('Space')
  await tabTo(page, 'input[name=area]')
  await page.keyboard.press('ArrowUp')
  await tabTo(page, '.start button.main')
  await page.keyboard.press('Enter')
  expect(await spoken(page)).toContain('CHƯA ĐỦ THÔNG TIN')
  for (let i = 0; i < 40 && !(await spoken(page))?.startsWith('ĐẠT'); i++) {
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question')
    await answerByKeys(page)
  }
  expect(await spoken(page)).toMatch(/^ĐẠT tiêu chí/)
  expect(await page.textContent('#question')).toBe('Đã đủ thông tin để kết luận.')
  await tabTo(page, '.card button.main')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('result-heading')
  await leave()
})

test('answers lead from unknown to met, and another one to unmet', async () => {
  const { page, leave } = await visit(`/thu/#${fragmentOf(answered(['goodRelations', 'commonActivities']))}`)
  expect(await spoken(page)).toContain('CHƯA ĐỦ THÔNG TIN')
  while ((await spoken(page))?.startsWith('CHƯA ĐỦ')) {
    const id = await page.getAttribute('form.card', 'data-question')
    if (id === 'goodRelations') await page.click('form.card label.choice:last-of-type')
    else await page.fill('#answer', '20')
    await page.click('form.card button.main')
  }
  expect(await spoken(page)).toMatch(/^ĐẠT/)
  await page.click('#tra-loi [data-answer=readingFrequency] button')
  expect(await page.isChecked('form.card input[type=radio] >> nth=4')).toBe(true)
  await page.click('form.card label.choice:first-of-type')
  await page.click('form.card button.main')
  expect(await spoken(page)).toMatch(/^CHƯA ĐẠT/)
  await page.click('#con-thieu summary')
  expect(await page.textContent('#con-thieu .missing')).toContain('Đọc, cập nhật thông tin, tri thức')
  await page.click('#ngan-nhat summary')
  expect(await page.textContent('#ngan-nhat .steps')).toContain('Mức độ thường xuyên đọc, nghe, xem')
  // Going back and not knowing it after all opens the question again.
  await page.click('#tra-loi [data-answer=readingFrequency] button')
  await page.click('form.card .acts button >> nth=1')
  expect(await spoken(page)).toContain('CHƯA ĐỦ THÔNG TIN')
  await leave()
})

test('the other language keeps the answers, and a link restores them elsewhere', async () => {
  const interview = answered(['goodRelations'])
  const { page, leave } = await visit(`/thu/#${fragmentOf(interview)}`)
  const given = await answers(page)
  expect(given.length).toBeGreaterThan(10)
  await page.click('#language')
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  expect(await page.textContent('h1')).toContain('Learning Citizen')
  expect(await answers(page)).toEqual(given)
  expect(await spoken(page)).toContain('NOT ENOUGH INFORMATION')
  await page.click('#chia-se summary')
  await page.click('#make-link')
  const link = await page.inputValue('#link')
  expect(link).toContain('?lang=en#v=1&group=farmer')
  const elsewhere = await visit(link.slice(site.files.origin.length))
  expect(await elsewhere.page.getAttribute('html', 'lang')).toBe('en')
  expect(await answers(elsewhere.page)).toEqual(given)
  expect(await spoken(elsewhere.page)).toBe(await spoken(page))
  await elsewhere.leave()
  await page.click('#language')
  expect(await answers(page)).toEqual(given)
  await leave()
})

test('a broken link says so and takes nothing', async () => {
  const { page, leave } = await visit(`/thu/#${fragmentOf(answered()).replace('readingFrequency=4', 'readingFrequency=9')}`)
  expect(await page.textContent('[role=alert].broken')).toContain('Đường dẫn chia sẻ bị hỏng')
  expect(await answers(page)).toEqual([])
  await leave()
})

test('two groups stand side by side with the points that the library gives', async () => {
  const interview = answered(['goodRelations'])
  const { page, leave } = await visit(`/thu/#${fragmentOf(interview)}`)
  await page.click('#so-sanh summary')
  await page.selectOption('#compare', 'learner')
  const rows = await page.$$eval('#so-sanh tbody tr', (all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  )
  const [own, other] = [judge(interview), judge(interview, 'learner')]
  if (!own.ok || !other.ok) throw new Error('not judged')
  const text = ({ lower, upper, max }: { lower: number; upper: number; max: number }): string =>
    `${lower === upper ? lower : `${lower}–${upper}`}/${max}`
  expect(rows.slice(1)).toEqual([
    ['Tổng điểm', text(own.value.score), text(other.value.score)],
    ...own.value.indicators.map(({ label, score }, i) => [
      label.vi,
      text(score),
      text(other.value.indicators[i]?.score ?? score),
    ]),
  ])
  await leave()
})

test('a list of 10,000 people is judged as the library does, beside a page that stays responsive', async () => {
  const [head = '', ...rows] = readFileSync('docs/examples/data/people-2000.csv', 'utf8').trimEnd().split('\n')
  const many = Array.from({ length: 5 }, (_, copy) => rows.map((row) => row.replace(/^P/, `P${copy}-`))).flat()
  const csv = [head, ...many, 'X1,no-such-group'].join('\n')
  const path = join(folder, 'people.csv')
  writeFileSync(path, csv)
  const counts: Record<Verdict, number> = { met: 0, unmet: 0, unknown: 0 }
  let expected = ''
  const target = new Writable({
    write: (chunk, _, done) => {
      expected += String(chunk)
      done()
    },
  })
  const writer = writeAssessments(target, { headings: 'vi' })
  for await (const row of readPeople(csv)) {
    if (!('record' in row)) continue
    const assessment = evaluate(row.record, { on: '2025-12-31' })
    counts[assessment.verdict]++
    await writer.write(assessment, row.record)
  }
  await writer.end()

  const { page, leave } = await visit(`/thu/#${fragmentOf(begun)}`)
  await page.click('#danh-sach summary')
  await page.evaluate(() => {
    const told = { longest: 0, total: 0 }
    let last = performance.now()
    const began = last
    const look = (now: number): void => {
      told.longest = Math.max(told.longest, now - last)
      told.total = now - began
      last = now
      if (!document.querySelector('.counts')) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    Object.assign(window, { told })
  })
  // By its path: what a test hands over as bytes passes through the page, and holds it up by itself.
  await page.setInputFiles('#file', path)
  await page.waitForSelector('.counts', { timeout: 60_000 })
  const { longest, total } = (await page.evaluate('told')) as { longest: number; total: number }
  console.log(`10,000 rows: ${Math.round(total)} ms in all, longest gap between two frames ${Math.round(longest)} ms`)
  expect(longest).toBeLessThan(Math.max(200, total / 3))
  const shown = await page.$$eval('.counts tbody td', (cells) => cells.map((cell) => Number(cell.textContent)))
  expect(shown).toEqual([counts.met, counts.unmet, counts.unknown, 1, 10_001])
  expect((await page.$$('#danh-sach .wide tbody tr')).length).toBe(20)
  expect(await page.textContent('#danh-sach')).toContain('Dòng 10002:')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[download="ket-qua.csv"]')])
  expect(readFileSync(await download.path(), 'utf8')).toBe(expected)
  await leave()
})

test.each([
  ['UTF-16 of Excel', Buffer.from('\uFEFFMã\tNhóm\tSố sách\nP1\tNông dân\t2\n', 'utf16le'), '.counts'],
  ['an empty file', Buffer.from(''), '#danh-sach .error'],
  ['a workbook', Buffer.from('PK\u0003\u0004 and so on'), '#danh-sach .error'],
  ['a file without headings', Buffer.from('one,two\n1,2\n'), '#danh-sach .error'],
])('%s is read, or refused with a reason', async (_, buffer, selector) => {
  const { page, leave } = await visit(`/thu/#${fragmentOf(begun)}`)
  await page.click('#danh-sach summary')
  await page.setInputFiles('#file', { name: 'people.csv', mimeType: 'text/csv', buffer })
  expect((await page.textContent(selector))?.length).toBeGreaterThan(20)
  await leave()
})

test('after one visit the page works without a network: reload, answers, a file', async () => {
  const { page, leave } = await visit(`/thu/#${fragmentOf(answered(['goodRelations']))}`)
  const before = await spoken(page)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20))
  })
  site.files.isUp = false
  try {
    await page.reload()
    await page.waitForSelector('#app[data-ready]')
    expect(await spoken(page)).toBe(before)
    await page.click('#danh-sach summary')
    await page.setInputFiles('#file', { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('id,group\nP1,farmer\n') })
    await page.waitForSelector('.counts')
    await expect(page.evaluate(() => fetch('../index.html').then(() => 'answered'))).rejects.toThrow()
  } finally {
    site.files.isUp = true
  }
  // The browser itself reports the last request, which had to fail.
  await leave(/net::ERR_/)
})

test('the policy is in force: text cannot become markup, nor another address a worker', async () => {
  const { page, context } = await visit()
  const refused = await page.evaluate(() =>
    [() => (document.body.innerHTML = '<b>x</b>'), () => new Worker('file-worker.js')].map((act) => {
      try {
        act()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }),
  )
  expect(refused).toEqual(['TypeError', 'TypeError'])
  await context.close()
})

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each([360, 1280])('at %i px axe-core finds nothing, and nothing is too wide or too small', async (width) => {
    const { page, leave } = await visit('/thu/', { colorScheme, viewport: { width, height: 800 } })
    const look = async (what: string): Promise<void> => {
      const { told } = await axeOn(page)
      expect(told, what).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), what).toBe(true)
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, .button, label.choice, select, input[type=text], summary, .glance a')]
          .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 43.5)
          .map((one) => one.outerHTML.slice(0, 80)),
      )
      expect(small, what).toEqual([])
    }
    await look('the start')
    await page.click('.start button.main')
    await look('the start, with something missing')
    await page.click('label.choice >> nth=0')
    await page.click('.start button.main')
    for (const id of ['informationSources', 'digitalActivities', 'learningActivities', 'certificates', 'booksRead']) {
      const interview = answered([id as QuestionId])
      await page.goto(`${site.files.origin}/thu/?${id}#${fragmentOf({ ...interview, skipped: ['languageLevel'] })}`)
      await page.waitForSelector('#app[data-ready]')
      if (!(await page.$(`[data-question=${id}]`))) continue
      await page.click('form.card button.main')
      await look(id)
    }
    for (const part of ['con-thieu', 'ngan-nhat', 'vi-sao', 'so-sanh', 'chia-se', 'danh-sach']) {
      if (await page.$(`#${part}:not([open])`)) await page.click(`#${part} > summary`)
    }
    for (const summary of await page.$$('#vi-sao details > summary')) await summary.click()
    await page.selectOption('#compare', 'worker')
    await page.click('#make-link')
    await page.setInputFiles('#file', {
      name: 'a.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('id,group\nP1,farmer\nP2,no-such-group\n'),
    })
    await page.waitForSelector('.counts')
    await look('everything open')
    await leave()
  })
})

test('the first answer comes within a second on a machine four times slower', async () => {
  const { page, context, leave } = await visit()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.reload()
  await page.waitForSelector('#app[data-ready]')
  // The script has run by then, and all that is shown stands.
  const loaded = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return entry?.domContentLoadedEventEnd ?? Infinity
  })
  const measured = async (press: string): Promise<number> =>
    page.evaluate(async (selector) => {
      const start = performance.now()
      document.querySelector<HTMLElement>(selector)?.click()
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      return performance.now() - start
    }, press)
  await page.click('label.choice >> nth=0')
  const first = await measured('.start button.main')
  expect(await page.textContent('.answer .said')).toContain('CHƯA ĐỦ THÔNG TIN')
  await page.click('form.card label.choice >> nth=2')
  const next = await measured('form.card button.main')
  const [a, b, c] = [loaded, first, next].map(Math.round)
  console.log(
    `CPU four times slower: page ready ${a} ms after the request; first answer ${b} ms after the press; the next one ${c} ms`,
  )
  for (const one of [loaded, first, next]) expect(one).toBeLessThan(1000)
  await leave()
})

test('the script of the page has at most 90 kB in gzip, with all sets', () => {
  const size = gzipSync(readFileSync('site/thu/live.js'), { level: 9 }).length
  console.log(`live.js: ${size} bytes in gzip`)
  expect(size).toBeLessThanOrEqual(90_000)
})
