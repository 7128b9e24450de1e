import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guideIn } from '../../scripts/site/guides.js'

const both =
  '# Một\n\n[English](#english)\n\nChữ.\n\n```sh\n# không phải tiêu đề\n```\n\n---\n\n<a id="english"></a>\n\n# One\n\nText.\n'

test('each language gets its half', () => {
  expect(guideIn(both, 'vi')).toEqual({ title: 'Một', text: 'Chữ.\n\n```sh\n# không phải tiêu đề\n```' })
  expect(guideIn(both, 'en')).toEqual({ title: 'One', text: 'Text.' })
})
test('a document of one heading is shown whole in both, under its name in the language', () => {
  expect(guideIn('# Hai · Two\n\nA', 'vi')).toEqual({ title: 'Hai', text: 'A' })
  expect(guideIn('# Hai · Two\n\nA', 'en')).toEqual({ title: 'Two', text: 'A' })
})
test('a guide without a title is refused', () => {
  expect(() => guideIn('text', 'vi')).toThrow('title')
})
test.each(readdirSync('docs').filter((name) => name.endsWith('.md')))('the halves of %s together are the whole', (name) => {
  const whole = readFileSync(`docs/${name}`, 'utf8')
  const kept = (['vi', 'en'] as const).flatMap((lang) => guideIn(whole, lang).text.split('\n')).filter((line) => line !== '')
  const lost = whole.split('\n').filter((line) => line !== '' && !kept.includes(line))
  expect(lost.filter((line) => !/^(# .*|-{3,}|<a id="english"><\/a>|\[(English|Tiếng Việt)\]\(#.*\))$/.test(line))).toEqual([])
})
