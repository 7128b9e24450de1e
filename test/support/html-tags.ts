import { expect } from 'vitest'

export interface Tag {
  tag: string
  attributes: Map<string, string>
}

/**
 * Every tag of a page as a browser would take it; checks that all are known, quoted and closed.
 *
 * @param isOurs - whether a tag may have an attribute, or with '' whether there may be such a tag
 */
export function readTags(text: string, isOurs: (tag: string, attribute: string) => boolean): Tag[] {
  const open: string[] = []
  const found: Tag[] = []
  const withoutStyle = text.replace(/<style>.*?<\/style>/s, '<style></style>').replace(/^<!doctype html>/, '')
  for (const [whole, closing, tag = '', rest = '', closed] of withoutStyle.matchAll(
    /<(\/?)([a-zA-Z0-9]+)((?:\s+[\w-]+="[^"<>]*")*)\s*(\/?)>|[<>]/g,
  )) {
    if (!isOurs(tag, '')) throw new Error(`no tag of ours: ${whole}`)
    const attributes = new Map([...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
    for (const name of attributes.keys()) if (!isOurs(tag, name)) throw new Error(`no attribute of ours: ${whole}`)
    if (closing && open.pop() !== tag) throw new Error(`closes what is not open: ${whole}`)
    if (!closing) {
      if (tag !== 'meta' && !closed) open.push(tag)
      found.push({ tag, attributes })
    }
  }
  expect(open).toEqual([])
  return found
}

/** The text that a reader sees. */
export const shownIn = (text: string): string =>
  text
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
