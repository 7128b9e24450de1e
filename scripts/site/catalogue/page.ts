import type { Lang } from '../../../src/model/text.js'

/** One page of the site, in one language. */
export interface Page {
  /** Name of its file, without the ending; the same in both languages. */
  name: string
  lang: Lang
  title: string
  /** Under which heading of the navigation it stands. */
  category: string
  markdown: string
}

export const criteriaCategory: Record<Lang, string> = { vi: 'Tiêu chí', en: 'Criteria' }

/** A page as TypeDoc reads it. */
export const fileOf = ({ name, title, category, markdown }: Page): string =>
  `---\npage: ${name}\ntitle: ${JSON.stringify(title)}\ncategory: ${category}\n---\n\n# ${title}\n\n${markdown.trim()}\n`
