import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export interface BrokenLink {
  /** Path within the site. */
  page: string
  link: string
}

/** Links of the pages of a folder that lead to no file of it, or to no place within that file. Links to other sites are not followed. */
export function brokenLinks(site: string): BrokenLink[] {
  const pages = (readdirSync(site, { recursive: true }) as string[]).filter((path) => path.endsWith('.html')).sort()
  const anchors = new Map<string, Set<string>>()
  const anchorsOf = (path: string): Set<string> => {
    const known = anchors.get(path)
    if (known) return known
    const found = new Set(
      [...readFileSync(path, 'utf8').matchAll(/\s(?:id|name)="([^"]*)"/g)].map(([, id]) => decode(id as string)),
    )
    anchors.set(path, found)
    return found
  }
  const leads = (page: string, link: string): boolean => {
    const [path = '', anchor] = link.split('#')
    const [plain = ''] = path.split('?')
    const target = plain === '' ? resolve(site, page) : resolve(dirname(join(site, page)), decodeURIComponent(plain))
    const file = existsSync(target) && statSync(target).isDirectory() ? join(target, 'index.html') : target
    if (!existsSync(file)) return false
    return anchor === undefined || anchor === '' || !file.endsWith('.html') || anchorsOf(file).has(decodeURIComponent(anchor))
  }
  return pages.flatMap((page) =>
    [...readFileSync(join(site, page), 'utf8').matchAll(/<(?:a|link|img|script)\b[^>]*?\s(?:href|src)="([^"]*)"/g)]
      .map(([, link]) => decode(link as string))
      .filter((link) => !/^([a-z]+:|\/\/)/i.test(link) && !leads(page, link))
      .map((link) => ({ page, link })),
  )
}

const decode = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] as string,
  )
