import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * `npm run check:sources`: asks for every page that the criteria name as a source, and prints what became of it. It needs the
 * network, so no test runs it; exit code 1 where a page is gone or is not reached.
 */
export interface Source {
  url: string
  /** Documents that are read there. */
  documents: string[]
  /** Files of `criteria/` that name it. */
  files: string[]
}
export interface Finding extends Source {
  state: 'there' | 'moved' | 'gone' | 'refused' | 'not reached'
  /** Status of HTTP, or the name of the trouble. */
  detail: string
}

/** Every page named as a source under a folder, by address. */
export function sourcesIn(folder: string): Source[] {
  const found = new Map<string, { documents: Set<string>; files: Set<string> }>()
  const visit = (value: unknown, file: string): void => {
    if (typeof value !== 'object' || value === null) return
    if ('url' in value && typeof value.url === 'string') {
      const { documents, files } = found.get(value.url) ?? { documents: new Set(), files: new Set() }
      if ('document' in value) documents.add(String(value.document))
      found.set(value.url, { documents, files: files.add(file) })
    }
    for (const inner of Object.values(value)) visit(inner, file)
  }
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((one) => one.endsWith('.json'))
    .sort())
    visit(JSON.parse(readFileSync(join(folder, name), 'utf8')), name.replaceAll('\\', '/'))
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([url, { documents, files }]) => ({ url, documents: [...documents], files: [...files] }))
}

/** @param timeout - milliseconds for one page */
export async function ask(source: Source, timeout = 20_000): Promise<Finding> {
  try {
    const answer = await fetch(source.url, {
      signal: AbortSignal.timeout(timeout),
      // Some sites answer only what says that it reads pages.
      headers: { accept: 'text/html,application/pdf,*/*', 'user-agent': 'Mozilla/5.0 (compatible; source check)' },
    })
    await answer.body?.cancel()
    return { ...source, ...stateOf(answer, source.url) }
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
    // Of a page that is not answered in time it is a number.
    const { code, name } = cause as { code?: unknown; name: string }
    return { ...source, state: 'not reached', detail: typeof code === 'string' ? code : name }
  }
}

function stateOf({ status, ok, redirected, url }: Response, asked: string): Pick<Finding, 'state' | 'detail'> {
  if (!ok) return { state: status === 404 || status === 410 ? 'gone' : 'refused', detail: String(status) }
  const { pathname } = new URL(url)
  // A page that is gone is often answered by the site's first page.
  if (redirected && pathname === '/' && new URL(asked).pathname !== '/') return { state: 'gone', detail: `${status} ${url}` }
  return { state: redirected ? 'moved' : 'there', detail: redirected ? `${status} ${url}` : String(status) }
}

export const isFine = ({ state }: Finding): boolean => state === 'there' || state === 'moved'

export function reportOf(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ state, detail, url, documents, files }) => [
    `${state.padEnd(12)}${url}`,
    `            ${detail} · ${documents.join(' · ')} · ${files.join(', ')}`,
  ])
  const bad = findings.filter((finding) => !isFine(finding)).length
  return [...lines, '', `${findings.length} pages, ${findings.length - bad} answered, ${bad} did not`, ''].join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const findings: Finding[] = []
  // One after another: no site is asked for many pages at a time.
  for (const source of sourcesIn('criteria')) findings.push(await ask(source))
  process.stdout.write(reportOf(findings))
  process.exitCode = findings.every(isFine) ? 0 : 1
}
