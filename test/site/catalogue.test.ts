import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plain } from '../../scripts/site/catalogue/markdown.js'
import type { Page } from '../../scripts/site/catalogue/page.js'
import { cataloguePages } from '../../scripts/site/catalogue/pages.js'
import { fillText } from '../../src/assessment/fill-text.js'
import { sets, targets } from '../../src/index.js'
import type { Basis } from '../../src/model/basis.js'
import { basisWords } from '../../src/output/words.js'
import { stepOn } from '../../src/rules/parameter.js'

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const pages = (['vi', 'en'] as const).flatMap((lang) => cataloguePages(readJson, (folder) => readdirSync(folder), lang))
const page = (name: string, lang: 'vi' | 'en'): Page => {
  const found = pages.find((one) => one.name === name && one.lang === lang)
  if (!found) throw new Error(`no page ${name}`)
  return found
}
const lines = (text: string): string[] => text.split('\n')

test('there is the same list of pages in both languages, no name twice', () => {
  const names = (lang: string) => pages.filter((one) => one.lang === lang).map(({ name }) => name)
  expect(names('vi')).toEqual(names('en'))
  expect(new Set(names('vi')).size).toBe(names('vi').length)
})

describe.each(['vi', 'en'] as const)('in %s', (lang) => {
  test.each(Object.values(sets).map((set) => [set.group, set] as const))(
    'the page of %s shows every level with its points, its words and what it rests on',
    (group, set) => {
      const shown = lines(page(`group-${group}`, lang).markdown)
      for (const { label, levels } of set.indicators) {
        const start = shown.indexOf(`### ${plain(label[lang])}`)
        expect(start, label[lang]).toBeGreaterThan(0)
        for (const level of levels) {
          const words = plain(fillText(level.label, (id) => stepOn(set.parameters[id]!, '2026-11-24')!.value)[lang])
          const row = shown.slice(start).find((line) => line.startsWith(`| ${level.points} | ${words} |`))
          expect(row, words).toBeDefined()
          expect(row).toContain(basisWords[level.basis][lang])
        }
      }
    },
  )

  test('nothing proposed stands under the badge of an official text', () => {
    const bases: readonly Basis[] = ['proposed', 'single-source', 'standard', 'official']
    for (const { markdown, name } of pages)
      for (const [, basis, words] of markdown.matchAll(/<span class="basis basis-([a-z-]+)">([^<]*)<\/span>/g)) {
        expect(bases, name).toContain(basis)
        expect(Object.values(basisWords[basis as Basis])).toContain(words)
      }
    for (const { levels } of sets.farmer.indicators) expect(levels.map(({ basis }) => basis)).not.toContain('official')
    expect(page('group-farmer', lang).markdown.match(/basis-official/g)).toHaveLength(3)
  })

  test('the overview counts every level of every group under its basis', () => {
    const shown = lines(page('criteria', lang).markdown)
    for (const { label, indicators, group } of Object.values(sets)) {
      const row = shown.find((line) => line.startsWith(`| [${label[lang]}](group-${group}.md) |`))
      const levels = indicators.flatMap((indicator) => indicator.levels)
      expect(new Set(levels.map(({ basis }) => basis))).toEqual(new Set(['proposed']))
      expect(row, group).toContain(`| ${levels.length} <span class="basis basis-proposed">${basisWords.proposed[lang]}</span> |`)
    }
  })

  test('the vocabulary has every fact with every code', () => {
    const { markdown } = page('vocabulary', lang)
    for (const fact of sets.general.facts) {
      expect(markdown).toContain(`\`${fact.id}\``)
      if ('codes' in fact) for (const { code } of fact.codes) expect(markdown).toContain(`| \`${code}\` |`)
    }
  })

  test('each number has every step of its history with its day', () => {
    const { markdown } = page('numbers', lang)
    for (const [id, { values }] of Object.entries(sets.general.parameters)) {
      expect(markdown).toContain(`\`${id}\``)
      for (const { from } of values) expect(markdown).toContain(lang === 'vi' ? from.split('-').reverse().join('/') : from)
    }
  })

  test('each target has its percentage and its denominator', () => {
    const shown = lines(page('targets', lang).markdown)
    for (const { targets: list } of Object.values(targets))
      for (const { denominator, milestones } of list)
        for (const { year, percent } of milestones)
          expect(
            shown.filter((line) =>
              line.includes(
                `| ${plain(denominator[lang])} | ${year} | ${String(percent).replace('.', lang === 'vi' ? ',' : '.')}% |`,
              ),
            ),
          ).not.toEqual([])
  })
})

test('a text of the criteria cannot become markup', () => {
  expect(plain('a | b <script> [x](y) *z* `q`\nnext')).toBe('a \\| b \\<script\\> \\[x\\](y) \\*z\\* \\`q\\` next')
})
