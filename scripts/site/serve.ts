import { createServer, type OutgoingHttpHeaders } from 'node:http'
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

export interface ServedSite {
  origin: string
  browser: Browser
  /** Whether it answers; a server that is down breaks every connection off. */
  isUp: boolean
  close: () => Promise<void>
}

/** The built site behind a small server, and a browser. @param headers - sent with everything */
export async function serveSite(headers: OutgoingHttpHeaders = {}): Promise<ServedSite> {
  if (!existsSync('site/en/index.html') || !existsSync('site/thu/live.js')) throw new Error('the site is not built: npm run docs')
  const server = createServer((request, response) => {
    if (!site.isUp) return void request.socket.destroy()
    const path = normalize(join('site', decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)))
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path
    if (!file.startsWith('site') || !existsSync(file)) return void response.writeHead(404).end()
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { ...headers, 'content-type': type }).end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  })
  const site: ServedSite = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    browser,
    isUp: true,
    close: async () => {
      await browser.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return site
}
