import type { Lang } from '../model/text.js'
import { html, Markup } from './markup.js'

/** Nothing is loaded and nothing runs, whatever a text might hold. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** What stands before the content of a static page. */
export function pageStart(lang: Lang, title: string, style: string): string {
  const head = html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <meta name="robots" content="noindex" />
    <title>${title}</title>
    <style>
      ${new Markup(style)}
    </style>
  </head>`
  return `<!doctype html>\n<html lang="${lang}">${head.text}<body>\n`
}

export const pageEnd = '</body></html>\n'
