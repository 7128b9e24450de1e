import { beforeAll, describe, expect, test } from 'vitest'
import {
  evaluate,
  isCdhtError,
  loadSet,
  parseTally,
  tally,
  targets,
  type CitizenRecord,
  type Lang,
  type Tally,
} from '../../src/index.js'
import { renderReport, type ReportOptions } from '../../src/report.js'
import { addPeople, births, on } from '../support/counted.js'
import { province } from '../support/criteria-files.js'
import { readTags, shownIn } from '../support/html-tags.js'
import { hostile } from '../support/page-people.js'
import { samplePeople } from '../support/sample.js'

/** Cells of the table under a caption, as text, its headings first. */
function tableIn(page: string, caption: string): string[][] {
  const table = [...page.matchAll(/<table\b.*?<\/table>/gs)].find(
    ([one]) => shownIn(/<caption>.*?<\/caption>/s.exec(one)?.[0] ?? '').trim() === caption,
  )
  if (!table) throw new Error(`no table ${caption}`)
  return [...table[0].matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<(th|td)\b[^>]*>(.*?)<\/\1>/gs)].map(([, , cell = '']) => shownIn(cell).trim()),
  )
}
/** Words in the pictures. */
const drawnIn = (page: string): string =>
  [...page.matchAll(/<svg.*?<\/svg>/gs)].map(([svg]) => shownIn(svg.replace(/<(title|desc).*?<\/\1>/gs, ''))).join('\n')

const people = (into: Tally, times: number, record: Omit<CitizenRecord, 'id'>, verdict: 'met' | 'unmet' | 'unknown'): void =>
  addPeople(into, times, { birth: births.met, ...record }, { verdict })

describe('the sample', () => {
  let count: Tally
  const pages = new Map<Lang, string>()
  beforeAll(async () => {
    count = tally()
    for (const person of (await samplePeople()).slice(0, 300)) count.add(evaluate(person, { on }), person)
    for (const lang of ['vi', 'en'] as const)
      pages.set(lang, renderReport(count, { lang, plan: targets['ninh-binh-126'], quality: { rejected: 7, blank: 1 } }))
  }, 60_000)
  const page = (lang: Lang): string => pages.get(lang) ?? ''

  test.each(['vi', 'en'] as const)('in %s it is well-formed, runs nothing, asks for nothing, and holds nobody', (lang) => {
    const found = readTags(
      page(lang),
      (tag, attribute) =>
        (!/^(script|iframe|object|embed|link|img|form|input)$/i.test(tag) && !/^(on|style$)/i.test(attribute)) ||
        (attribute === 'style' && tag === 'text'),
    )
    expect(found.filter(({ tag }) => tag === 'svg').length).toBeGreaterThan(10)
    for (const { tag, attributes } of found)
      for (const [name, value] of attributes) {
        if (name === 'href') expect([tag, /^https?:\/\//.test(value)]).toEqual(['a', true])
        if (/url\(/.test(value)) expect(value).toMatch(/^url\(#[\w-]+\)$/)
        if (name === 'style') expect(value).toMatch(/^font-size:1[2-9]px;$/)
      }
    expect(/<style>(.*?)<\/style>/s.exec(page(lang))?.[1]).not.toMatch(/url\(|@import/)
    expect(page(lang)).toContain(`default-src 'none'; style-src 'unsafe-inline'`.replaceAll("'", '&#39;'))
    expect(page(lang)).not.toMatch(/P0\d{5}/)
    expect(page(lang)).toBe(page(lang).normalize('NFC'))
    const ids = found.flatMap(({ attributes }) => attributes.get('id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const named = found.flatMap(({ attributes }) => attributes.get('aria-labelledby')?.split(' ') ?? [])
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
    const used = found.flatMap(({ attributes }) =>
      [...attributes.values()].flatMap((value) => /^url\(#(.*)\)$/.exec(value)?.[1] ?? []),
    )
    expect(used.length).toBeGreaterThan(5)
    expect(used.filter((id) => !ids.includes(id))).toEqual([])
  })
  test('the same tally gives the same page, also after a round trip', () => {
    const options: ReportOptions = { lang: 'vi', plan: targets['ninh-binh-126'], quality: { rejected: 7, blank: 1 } }
    expect(renderReport(parseTally(JSON.parse(JSON.stringify(count))), options) === page('vi')).toBe(true)
  })
  test('numbers are those of the tally', () => {
    const rows = count.rows().filter(({ by }) => by === 'residence')
    const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + of(row), 0)
    const total = tableIn(page('vi'), 'Theo nhóm đối tượng').at(-1) ?? []
    const met = sum((row) => row.met)
    expect(total.slice(0, 5)).toEqual([
      'Tổng số',
      '300',
      String(met),
      String(sum((row) => row.unmet)),
      String(sum((row) => row.unknown)),
    ])
    expect(total[5]).toBe(`${Math.floor((1000 * met) / 300) / 10}%`.replace(/^(\d+)%/, '$1.0%').replace('.', ','))
    const quality = new Map(tableIn(page('en'), 'Records and evidence').map(([name, value]) => [name, value]))
    expect([quality.get('Rows rejected for errors'), quality.get('Blank rows')]).toEqual(['7', '1'])
    const lacking = tableIn(page('en'), 'People who lack points, by indicator').slice(1)
    const findings = count.toJSON().findings
    expect(lacking.map(([name]) => name).sort()).toHaveLength(10)
    const plans = lacking.find(([name]) => name?.startsWith('2. '))
    expect(plans?.[1]).toBe(String(findings.reduce((all, { missing }) => all + (missing.floor[1] ?? 0), 0)))
  })
  test('every chart tells what it shows, and is drawn for phones and for paper', () => {
    for (const id of ['targets', 'groups', 'units', 'totals', 'means', 'missing', 'digital'])
      for (const width of ['wide', 'narrow'])
        expect(page('vi')).toMatch(
          new RegExp(
            `role="img" aria-labelledby="${id}-${width}-t ${id}-${width}-d">\\s*<title [^>]*>[^<]+</title>\\s*<desc [^>]*>[^<]{20,}</desc>`,
          ),
        )
    expect(drawnIn(page('vi'))).toMatch(/\b80\b/)
  })
  test('no proposal is called official: the whole, the thresholds and the targets each by their own basis', () => {
    const text = shownIn(page('vi'))
    expect(text).toContain('KHÔNG phải quy định chính thức')
    expect(page('vi')).toMatch(/Tổng điểm cần đạt: <b>80<\/b>[^<]*<span class="mark official"/)
    expect(page('vi')).toMatch(/Tổng điểm cần đạt ở vùng khó khăn: <b>70<\/b>[^<]*<span class="mark single-source"/)
    expect(page('vi')).toMatch(
      /Các mức điểm bên trong từng chỉ số:\s*<span class="mark proposed"[^>]*>Đề xuất<\/span> \d+ mức\s*<\/li>/,
    )
    expect(text).toContain('324/QĐ-KHVN')
    expect(text).toContain('25/10/2023')
    expect(text).toContain('126/KH-UBND')
    expect(text).toContain('chưa phải danh hiệu')
    expect(text).not.toMatch(/được công nhận/)
  })
})

describe('small counts', () => {
  const count = tally()
  people(count, 40, { group: 'farmer', units: { residence: 'X1' } }, 'met')
  people(count, 30, { group: 'farmer', units: { residence: 'X2' } }, 'unmet')
  people(count, 3, { group: 'worker', units: { residence: 'X2' } }, 'met')
  people(count, 12, { group: 'learner', units: { residence: 'X1' } }, 'unmet')

  test('are hidden, and so is what they could be worked out from', () => {
    const page = renderReport(count, { lang: 'vi' })
    const rows = new Map(tableIn(page, 'Theo nhóm đối tượng').map(([name, ...cells]) => [name, cells]))
    expect(rows.get('Công nhân, thợ thủ công, lao động tự do')?.[0]).toBe('ẩn')
    // One of the others has to be hidden with them.
    expect([rows.get('Học sinh, sinh viên, học viên')?.[0], rows.get('Nông dân, lao động nông thôn')?.[0]].sort()).toEqual([
      '12',
      'ẩn',
    ])
    expect(rows.get('Tổng số')?.[0]).toBe('85')
    expect(drawnIn(page)).not.toContain('Công nhân')
    expect(tableIn(page, 'Điểm trung bình theo chỉ số và nhóm')[0]?.join()).not.toContain('Công nhân')
    expect(shownIn(page)).toContain('số từ 1 đến 4 người được ghi là “ẩn”')
  })
  test('are shown where nothing is to be hidden', () => {
    const page = renderReport(count, { lang: 'en', hide: 0 })
    const rows = new Map(tableIn(page, 'By group').map(([name, ...cells]) => [name, cells]))
    expect(rows.get('Workers, craftspeople, the self-employed')?.slice(0, 2)).toEqual(['3', '3'])
    expect(page).not.toMatch(/>hidden</)
    expect(shownIn(page)).toContain('This report hides nothing')
  })
  test('of another size as asked', () => {
    const page = renderReport(count, { lang: 'en', hide: 50 })
    expect(
      new Map(tableIn(page, 'By group').map(([name, ...cells]) => [name, cells])).get('Pupils, students and adult learners')?.[0],
    ).toBe('hidden')
  })
})

test('texts of others stay text: units, their names, titles, places and sets', () => {
  const set = loadSet(province({ id: 'hostile', label: { vi: hostile, en: hostile } }))
  const count = tally()
  const person: CitizenRecord = { id: 'p', group: 'farmer', units: { residence: hostile, workplace: `${hostile}2` } }
  for (let i = 0; i < 9; i++) count.add(evaluate(person, { on, set }), person)
  const page = renderReport(count, {
    lang: 'vi',
    title: hostile,
    place: hostile,
    units: { [`${hostile}2`]: hostile },
    sets: [set],
  })
  const tags = readTags(page, () => true).map(({ tag }) => tag)
  expect(tags).not.toContain('script')
  expect(tags).not.toContain('img')
  expect(tags.filter((tag) => tag === 'title').length).toBe(tags.filter((tag) => tag === 'desc').length + 1)
  expect(shownIn(page)).toContain(hostile)
})

test('a set that is not known where the report is made is said to be so, and nothing of it is called official', () => {
  const set = loadSet(province({ id: 'own' }))
  const count = tally()
  const person: CitizenRecord = { id: 'p', group: 'farmer' }
  for (let i = 0; i < 9; i++) count.add(evaluate(person, { on, set }), person)
  const known = renderReport(count, { lang: 'en', sets: [set] })
  const page = renderReport(count, { lang: 'en' })
  expect(shownIn(page)).toContain('not known where this report was made')
  expect(shownIn(known)).not.toContain('not known where this report was made')
  expect(known).toMatch(/Total needed: <b>80<\/b>[^<]*\([^)]*\)\s*<span class="mark official"/)
  expect(page).not.toMatch(/Total needed: <b>80<\/b>[^<]*\([^)]*\)\s*<span class="mark/)
})

test('a tally of the first form has no findings, which is said and not taken for none', () => {
  const count = tally()
  people(count, 9, { group: 'farmer' }, 'unmet')
  const { findings, sets, ...data } = count.toJSON()
  expect([findings.length, sets.length]).toEqual([1, 1])
  const text = shownIn(renderReport(parseTally({ ...data, schema: 1 }), { lang: 'vi' }))
  expect(text).toContain('Không rõ tổng điểm cần đạt của 9 người')
  expect(text).toContain('Không có kết quả nào nói còn thiếu gì')
  expect(text).toContain('Không ghi lại bộ tiêu chí đã dùng với 9 người')
})

test('nobody', () => {
  expect(shownIn(renderReport(tally(), { lang: 'vi' }))).toContain('Chưa có ai được đếm')
})

test.each<[unknown, string]>([
  [undefined, 'wrong_type'],
  [{}, 'lang'],
  [{ lang: 'fr' }, 'lang'],
  [{ lang: 'vi', hide: -1 }, 'hide'],
  [{ lang: 'vi', hide: 2.5 }, 'hide'],
  [{ lang: 'vi', year: 2025.5 }, 'year'],
  [{ lang: 'vi', plan: 'ninh-binh' }, 'plan'],
])('options %j are refused', (options, told) => {
  let thrown: unknown
  try {
    renderReport(tally(), options as ReportOptions)
  } catch (error) {
    thrown = error
  }
  expect(isCdhtError(thrown) && thrown.code).toBe('options')
  expect(String(thrown)).toContain(told)
})
