import { dayWords } from '../assessment/explain-words.js'
import type { SourceRef } from '../model/basis.js'
import type { Lang } from '../model/text.js'
import { pageWords } from './person-page-words.js'

/** A source in one line of plain text; what was looked for and not found is said. */
export function sourceLine({ document, number, date, article, url, via }: SourceRef, lang: Lang): string {
  const parts = [document]
  if (number !== null && !document.includes(number)) parts.push(number)
  if (date !== null) parts.push(`${pageWords.dated[lang]} ${dayWords(date, lang)}`)
  parts.push(article ?? pageWords.noArticle[lang])
  if (via !== undefined) parts.push(`${pageWords.via[lang]} ${via}`)
  if (url !== null) parts.push(url)
  return parts.join('; ')
}
