import { IndexEvent, JSX, KindRouter } from 'typedoc'
import { fold } from './fold.mjs'

/** Addresses of pages in plain letters. */
class PlainRouter extends KindRouter {
  getIdealBaseName(target) {
    // A page has the same address in both languages, so that a reader can change between them.
    if (target.isDocument?.() && target.frontmatter.page) return `documents/${target.frontmatter.page}`
    return fold(super.getIdealBaseName(target)).replace(/[^\w./-]+/g, '-')
  }
}

const plainWords = (parts) => fold(parts.map(({ text }) => text).join('')).replace(/[^\w]+/g, ' ')

/** A link to the live page, which is one for both languages and stands in the Vietnamese site. */
function linkToLivePage(context, text) {
  const isEnglish = context.options.getValue('lang') === 'en'
  const href = `${context.relativeURL('./')}${isEnglish ? '../thu/index.html?lang=en' : 'thu/index.html'}`
  const words = isEnglish ? text.en : text.vi
  return JSX.createElement('nav', { class: 'live-link', 'aria-label': words }, JSX.createElement('a', { href }, words))
}

/** TypeDoc plugin: Vietnamese pages are found with and without marks, and have plain addresses; every page leads to the live page. */
export function load(app) {
  app.renderer.defineRouter('khong-dau', PlainRouter)
  app.renderer.hooks.on('sidebar.begin', (context) => linkToLivePage(context, { vi: 'Thử ngay', en: 'Try it' }))
  app.renderer.hooks.on('content.begin', (context) =>
    context.page.model.isProject()
      ? linkToLivePage(context, {
          vi: 'Thử ngay: trả lời vài câu hỏi và xem kết quả, ngay trong trình duyệt',
          en: 'Try it: answer a few questions and see the result, in your browser',
        })
      : JSX.createElement(JSX.Fragment, null),
  )
  // The search keeps only plain letters of what it is given; without this it finds no Vietnamese word at all.
  app.renderer.on(IndexEvent.PREPARE_INDEX, ({ searchResults, searchFields }) => {
    searchResults.forEach((result, i) => {
      const fields = (searchFields[i] ??= {})
      fields.name = fold(result.getFullName())
      if (result.isDocument()) fields.document = plainWords(result.content)
      const comment = result.comment ?? result.signatures?.[0]?.comment
      if (comment) fields.comment = plainWords(comment.summary)
    })
  })
}
