import { describe, expect, test } from 'vitest'
import { evaluate, explainTree, loadSet, sets, type CitizenRecord, type CriteriaSet } from '../../src/index.js'
import { escapeHtml, html } from '../../src/output/markup.js'
import { htmlReport } from '../../src/output/html-report.js'
import type { ExplainedPerson, PageOptions } from '../../src/output/person-page.js'
import { markWords } from '../../src/output/person-page-words.js'
import type { Basis } from '../../src/model/basis.js'
import { level, province } from '../support/criteria-files.js'
import { readTags, shownIn, type Tag } from '../support/html-tags.js'
import { hostile, pagePeople } from '../support/page-people.js'

const on = '2025-12-31'
async function documentOf(people: readonly ExplainedPerson[], options: PageOptions): Promise<string> {
  let text = ''
  for await (const part of htmlReport(people, options)) text += part
  return text
}
const explained = (record: CitizenRecord, set: CriteriaSet = sets.farmer): ExplainedPerson => {
  const assessment = evaluate(record, { on, set })
  return { assessment, tree: explainTree(assessment, set, record), set }
}

const tags = ['html', 'head', 'meta', 'title', 'style', 'body', 'article', 'header', 'h1', 'h2', 'dl', 'div', 'dt', 'dd', 'bdi']
  .concat(['section', 'p', 'span', 'ul', 'ol', 'li', 'small', 'sup', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'])
  .concat(['b', 'strong', 'details', 'summary', 'footer', 'code', 'a'])
const attributes = [
  'lang',
  'charset',
  'http-equiv',
  'content',
  'name',
  'class',
  'title',
  'colspan',
  'scope',
  'value',
  'href',
  'rel',
]

const tagsOf = (text: string): Tag[] =>
  readTags(text, (tag, attribute) => (attribute === '' ? tags : attributes).includes(attribute || tag))

describe('markup', () => {
  test('escapes what means something in HTML, in content and in attributes', () => {
    expect(escapeHtml(`<a href='x' title="y">&`)).toBe('&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;')
    expect(html`<p title="${'"'}">${'<b>'} ${html`<i>${'&'}</i>`} ${['<', 1]}</p>`.text).toBe(
      '<p title="&quot;">&lt;b&gt; <i>&amp;</i> &lt;1</p>',
    )
  })
  test('keeps the white space of values', () => {
    expect(html`<b>1</b> ${'a  b\n'}`.text).toBe('<b>1</b> a  b\n')
  })
})

describe.each(['vi', 'en'] as const)('the longest pages of every set, in %s', (lang) => {
  const people = pagePeople()
  test('one article a person, well formed, of known tags alone', async () => {
    const text = await documentOf(people, { lang, details: true })
    const found = tagsOf(text)
    expect(found.filter(({ tag }) => tag === 'article')).toHaveLength(people.length)
    expect(found[0]).toMatchObject({ tag: 'html', attributes: new Map([['lang', lang]]) })
    expect(text.startsWith('<!doctype html>')).toBe(true)
    // The templates’ own layout does not reach the file.
    expect(/\n {2}/.test(text.replace(/<style>.*?<\/style>/s, ''))).toBe(false)
  })
  test('nothing runs, and nothing is asked for from elsewhere', async () => {
    const text = await documentOf(people, { lang, details: true })
    expect(text).toContain(`content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;;`)
    const style = /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? ''
    expect(style).not.toMatch(/url\(|@import|expression/)
    for (const { attributes } of tagsOf(text)) expect(attributes.get('href') ?? 'https://').toMatch(/^https?:\/\//)
  })
  test('an id is shown as it is, its first part', async () => {
    const text = await documentOf(people.slice(0, 1), { lang, details: false })
    expect(shownIn(text)).toContain(`${hostile.repeat(3).slice(0, 80)}…`)
  })
  test('says result, total, day, set with its digest, who grants, how to object', async () => {
    for (const person of people) {
      const text = shownIn(await documentOf([person], { lang, details: false }))
      const { set, score } = person.assessment
      expect(text).toContain(person.tree.text[lang])
      expect(text).toContain(
        `${score.lower === score.upper ? '' : `${score.lower}–`}${score.upper}/100`.replaceAll('.', lang === 'vi' ? ',' : '.'),
      )
      expect(text).toContain(lang === 'vi' ? '31/12/2025' : '2025-12-31')
      for (const part of [set.id, set.version, set.digest]) expect(text).toContain(part)
      expect(text).toContain(lang === 'vi' ? 'do cấp có thẩm quyền xét, công nhận' : 'for people to decide')
      expect(text).toContain(lang === 'vi' ? 'Chưa tìm thấy văn bản nào nói cách khiếu nại' : 'No document was found')
      for (const { indicator, next } of person.assessment.missing) {
        expect(text).toContain(person.assessment.indicators.find(({ id }) => id === indicator)?.label[lang])
        for (const need of next.needs) if (!('any' in need)) expect(text).toContain(need.label[lang])
      }
    }
  })
  test('every mark of a basis has the words of that basis, and the result shows its own', async () => {
    for (const person of people) {
      const text = await documentOf([person], { lang, details: true })
      const marks = [...text.matchAll(/<span class="mark ([\w-]+)" title="[^"]*">([^<]*)<\/span>/g)]
      expect(marks.length).toBeGreaterThan(14)
      for (const [, basis, words] of marks) expect(words).toBe(escapeHtml(markWords[basis as Basis][lang]))
      const box = /<section class="result.*?<\/section>/s.exec(text)?.[0] ?? ''
      expect(/class="mark ([\w-]+)"/.exec(box)?.[1]).toBe(person.assessment.basis)
    }
  })
})

test('texts of a set that would be markup are text', async () => {
  const bad = { vi: hostile, en: hostile }
  const set = loadSet(
    province({
      label: bad,
      indicators: {
        reading: {
          label: bad,
          levels: [5, 8, 10].map((points) => level(points, { fact: 'trap', operator: 'equal', value: 'x' }, { label: bad })),
        },
      },
      facts: [
        {
          id: 'trap',
          label: bad,
          type: 'code',
          codes: [
            { code: 'x', label: bad },
            { code: 'y', label: bad },
          ],
          better: 'neither',
          window: 'ever',
          attestedBy: ['self'],
        },
      ],
    }),
  )
  const text = await documentOf([explained({ id: hostile, group: 'farmer' }, set)], { lang: 'vi', details: true })
  tagsOf(text)
  expect(shownIn(text).split(hostile).length).toBeGreaterThan(5)
})

test('in English, sources in Vietnamese say so', async () => {
  const text = await documentOf([explained({ id: 'p', group: 'farmer' })], { lang: 'en', details: false })
  expect(text).toMatch(/<span lang="vi">Quyết định 324\/QĐ-KHVN/)
})

test('late items are told by the label of the fact and counted from one, the first few', async () => {
  const learningActivities = Array.from({ length: 6 }, () => ({ from: '2026-01-05' }))
  const text = shownIn(
    await documentOf([explained({ id: 'p', group: 'farmer', evidence: { learningActivities } })], { lang: 'vi', details: false }),
  )
  expect(text).toContain('Các hoạt động học tập có ngày tháng, mục 1: bắt đầu sau ngày đánh giá')
  expect(text).toContain('+ 3 lưu ý khác')
})

test('a source cited only where a screen shows it is not printed', async () => {
  const record: CitizenRecord = { id: 'p', group: 'farmer', evidence: { certificates: [{ kind: 'it-basic' }] } }
  const text = await documentOf([explained(record)], { lang: 'vi', details: true })
  const items = [...text.matchAll(/<li value="\d+" class="([^"]*)">([^<]*)/g)].map(([, of, words]) => [of, words])
  const printed = items.filter(([of]) => of === '').map(([, words]) => words)
  expect(printed.some((words) => words?.includes('03/2014/TT-BTTTT'))).toBe(true)
  expect(printed.some((words) => words?.includes('757/QĐ-BKHCN'))).toBe(false)
  expect(items.some(([of, words]) => of === 'screen-only' && words?.includes('757/QĐ-BKHCN'))).toBe(true)
})
