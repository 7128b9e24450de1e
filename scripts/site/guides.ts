import type { Lang } from '../../src/model/text.js'

/**
 * The half of a bilingual document in one language: Vietnamese from its first top-level heading, English from its second. A
 * document of one heading is in one language, and is given as it is.
 *
 * @returns the title, which is the heading, and the text below it
 */
export function guideIn(markdown: string, lang: Lang): { title: string; text: string } {
  const lines = markdown.trim().split('\n')
  const [first, second] = headingLines(lines)
  if (first !== 0) throw new Error(`a guide begins with its title, not with: ${lines[0]}`)
  const start = lang === 'en' ? (second ?? first) : first
  const end = lang === 'vi' ? (second ?? lines.length) : lines.length
  const [vi = '', en = vi] = (lines[start] as string).replace(/^# /, '').split(' · ')
  const text = lines.slice(start + 1, end).join('\n')
  return { title: lang === 'vi' ? vi : en, text: withoutSwitch(text) }
}

function headingLines(lines: readonly string[]): number[] {
  const found: number[] = []
  let isCode = false
  lines.forEach((line, i) => {
    if (line.startsWith('```')) isCode = !isCode
    else if (!isCode && line.startsWith('# ')) found.push(i)
  })
  return found
}

/** Each language has a site of its own: what leads from one half to the other, or parts them, has no use there. */
const withoutSwitch = (text: string): string =>
  text
    .trim()
    .replace(/^\[(English|Tiếng Việt)\]\(#[^)]*\)\n/, '')
    .replace(/\n-{3,}(\n+<a id="english"><\/a>)?$/, '')
    .replace(/\n<a id="english"><\/a>$/, '')
    .trim()
