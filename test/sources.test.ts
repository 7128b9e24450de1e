import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, isFine, reportOf, sourcesIn, type Finding } from '../scripts/sources.js'

let server: Server
let origin = ''
beforeAll(async () => {
  server = createServer((request, response) => {
    const paths: Record<string, () => unknown> = {
      '/page': () => response.end('a page'),
      '/': () => response.end('first page'),
      '/old': () => response.writeHead(301, { location: '/page' }).end(),
      '/dropped': () => response.writeHead(302, { location: '/' }).end(),
      '/closed': () => response.writeHead(403).end(),
      '/gone': () => response.writeHead(404).end(),
      '/silent': () => undefined,
    }
    paths[request.url ?? '']?.()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const askFor = (path: string): Promise<Finding> => ask({ url: `${origin}${path}`, documents: ['QĐ 1'], files: ['a.json'] }, 300)

test('what became of a page', async () => {
  const state = async (path: string): Promise<string> => (await askFor(path)).state
  expect(await state('/page')).toBe('there')
  expect(await state('/old')).toBe('moved')
  expect(await state('/dropped')).toBe('gone')
  expect(await state('/gone')).toBe('gone')
  expect(await state('/closed')).toBe('refused')
  expect(await askFor('/silent')).toMatchObject({ state: 'not reached', detail: 'TimeoutError' })
  // Nothing listens on the port that is kept for nothing.
  expect(await ask({ url: 'http://127.0.0.1:1/', documents: [], files: [] })).toMatchObject({ state: 'not reached' })
})

test('the report names page, document and file, and counts', async () => {
  const findings = [await askFor('/page'), await askFor('/gone')]
  expect(findings.map(isFine)).toEqual([true, false])
  expect(reportOf(findings)).toBe(
    [
      `there       ${origin}/page`,
      '            200 · QĐ 1 · a.json',
      `gone        ${origin}/gone`,
      '            404 · QĐ 1 · a.json',
      '',
      '2 pages, 1 answered, 1 did not',
      '',
    ].join('\n'),
  )
})

test('every source of the criteria is asked for once', () => {
  const sources = sourcesIn('criteria')
  expect(new Set(sources.map(({ url }) => url)).size).toBe(sources.length)
  expect(sources.length).toBeGreaterThan(15)
  for (const { url, documents, files } of sources) {
    expect(url).toMatch(/^https?:\/\//)
    expect(documents.length, url).toBeGreaterThan(0)
    expect(files.length, url).toBeGreaterThan(0)
  }
  expect(sources.some(({ files }) => files.includes('targets/national-677.json'))).toBe(true)
})
