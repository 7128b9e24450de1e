import { html, Markup } from './markup.js'
import { pageStyle } from './page-style.js'
import { personPage, type ExplainedPerson, type PageOptions } from './person-page.js'
import { pageWords } from './person-page-words.js'

/** Nothing is loaded and nothing runs, whatever a text might hold. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * One static HTML document with a page for each person, piece by piece, so that any number of people fits into memory. It holds
 * no script and asks for nothing from elsewhere; in print every person takes one side of A4.
 */
export async function* htmlReport(
  people: AsyncIterable<ExplainedPerson> | Iterable<ExplainedPerson>,
  options: PageOptions,
): AsyncGenerator<string> {
  const { lang } = options
  const head = html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <meta name="robots" content="noindex" />
    <title>${pageWords.title[lang]}</title>
    <style>
      ${new Markup(pageStyle)}
    </style>
  </head>`
  yield `<!doctype html>\n<html lang="${lang}">${head.text}<body>\n`
  for await (const person of people) yield `${personPage(person, options).text}\n`
  yield '</body></html>\n'
}
