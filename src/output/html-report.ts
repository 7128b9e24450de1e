import { pageEnd, pageStart } from './page.js'
import { pageStyle } from './page-style.js'
import { personPage, type ExplainedPerson, type PageOptions } from './person-page.js'
import { pageWords } from './person-page-words.js'

/**
 * One static HTML document with a page for each person, piece by piece, so that any number of people fits into memory. It holds
 * no script and asks for nothing from elsewhere; in print every person takes one side of A4.
 */
export async function* htmlReport(
  people: AsyncIterable<ExplainedPerson> | Iterable<ExplainedPerson>,
  options: PageOptions,
): AsyncGenerator<string> {
  const { lang } = options
  yield pageStart(lang, pageWords.title[lang], pageStyle)
  for await (const person of people) yield `${personPage(person, options).text}\n`
  yield pageEnd
}
