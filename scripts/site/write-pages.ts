import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lang } from '../../src/model/text.js'
import { anchorOf } from './catalogue/markdown.js'
import { fileOf, type Page } from './catalogue/page.js'
import { cataloguePages } from './catalogue/pages.js'
import { guideIn } from './guides.js'

const guideCategory: Record<Lang, string> = { vi: 'Hướng dẫn', en: 'Guides' }

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Guides in the order of reading; others follow. */
const firstGuides = [
  ...['start', 'understand-a-result', 'when-a-person-disagrees', 'questions', 'embed', 'integrate-hr-software'],
  ...['other-languages', 'engine', 'sql', 'report', 'targets-and-denominators', 'enter-the-official-annex', 'privacy'],
  ...['how-we-know', 'speed-and-sizing', 'site'],
]

/**
 * Writes the pages of one language for TypeDoc: the guides of `docs/`, the catalogue made from `criteria/`, and the first page.
 *
 * @returns paths of the pages but the first, in the order of the navigation
 */
export function writePages(lang: Lang, folder: string): string[] {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const guides = guidesIn(lang)
  const pages = [...guides.values(), ...cataloguePages(readJson, (path) => readdirSync(path), lang)]
  for (const page of pages) writeFileSync(join(folder, `${page.name}.md`), fileOf(page))
  const { text } = guideIn(readFileSync('README.md', 'utf8'), lang)
  writeFileSync(join(folder, 'README.md'), `${withLinks(text, '.', guides)}\n`)
  return pages.map(({ name }) => join(folder, `${name}.md`))
}

function placeOf(name: string): number {
  const place = firstGuides.indexOf(name.replace(/\.md$/, ''))
  return place < 0 ? firstGuides.length : place
}

type Guides = ReadonlyMap<string, Page>

/** Guides by their paths in the repository. */
function guidesIn(lang: Lang): Guides {
  const names = readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
  const guides = new Map(
    names.map((name): [string, Page] => {
      const { title, text } = guideIn(readFileSync(`docs/${name}`, 'utf8'), lang)
      return [`docs/${name}`, { name: name.replace(/\.md$/, ''), lang, title, category: guideCategory[lang], markdown: text }]
    }),
  )
  return new Map([...guides].map(([path, page]) => [path, { ...page, markdown: withLinks(page.markdown, 'docs', guides) }]))
}

/**
 * Links of a document as its page needs them: those to guides lead to their pages, and those to other files to the repository, two
 * folders above; TypeDoc takes such files along.
 */
function withLinks(markdown: string, folder: string, guides: Guides): string {
  return markdown.replace(/\]\((?![a-z]+:|#)([^)#\s]+)(?:#([^)\s]*))?\)/g, (_, link: string, anchor?: string) => {
    const path = join(folder, link)
    const guide = guides.get(path)
    // The half of a bilingual document is a page of its own here, and its heading the title.
    const place = anchor === undefined || (guide && [anchorOf(guide.title), 'english'].includes(anchor)) ? '' : `#${anchor}`
    return `](${guide ? `${guide.name}.md` : `../../${path}`}${place})`
  })
}
