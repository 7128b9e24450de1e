export interface Fence {
  lang: string
  text: string
  /** Line of the file on which the block's text begins, from 1. */
  line: number
}

/** The fenced blocks of a document, in order. */
export function fencesOf(markdown: string): Fence[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(({ 1: lang, 2: text, index }) => ({
    lang: lang as string,
    text: text as string,
    line: markdown.slice(0, index).split('\n').length + 1,
  }))
}

const withoutFences = (markdown: string): string => markdown.replace(/^```\w+\n[\s\S]*?^```$/gm, '')

/** Paths of the repository that a document names in backticks; places to fill in (`<group>`, `*`) are left out. */
export function pathsNamedIn(markdown: string): string[] {
  return [...withoutFences(markdown).matchAll(/`((?:src|test|criteria|schemas|scripts|bench|docs)\/[^`<*\s]*)`/g)].map(
    ([, path]) => path as string,
  )
}

/** What a link within a document may point to: its headings as GitHub names them, and its own anchors. */
export function anchorsOf(markdown: string): string[] {
  const headings = [...withoutFences(markdown).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    (heading as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
  return [...headings, ...[...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id as string)]
}
