import { IndexEvent, KindRouter } from 'typedoc'
import { fold } from './fold.mjs'

/** Addresses of pages in plain letters. */
class PlainRouter extends KindRouter {
  getIdealBaseName(target) {
    // A page has the same address in both languages, so that a reader can change between them.
    if (target.isDocument?.() && target.frontmatter.page) return `documents/${target.frontmatter.page}`
    return fold(super.getIdealBaseName(target)).replace(/[^\w./-]+/g, '-')
  }
}

const words = (parts) => fold(parts.map(({ text }) => text).join('')).replace(/[^\w]+/g, ' ')

/** TypeDoc plugin: Vietnamese pages are found with and without marks, and have plain addresses. */
export function load(app) {
  app.renderer.defineRouter('khong-dau', PlainRouter)
  // The search keeps only plain letters of what it is given; without this it finds no Vietnamese word at all.
  app.renderer.on(IndexEvent.PREPARE_INDEX, ({ searchResults, searchFields }) => {
    searchResults.forEach((result, i) => {
      const fields = (searchFields[i] ??= {})
      fields.name = fold(result.getFullName())
      if (result.isDocument()) fields.document = words(result.content)
      const comment = result.comment ?? result.signatures?.[0]?.comment
      if (comment) fields.comment = words(comment.summary)
    })
  })
}
