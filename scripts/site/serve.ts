import { createServer, type OutgoingHttpHeaders } from 'node:http'
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

export interface FileServer {
  origin: string
  /** Whether it answers; a server that is down breaks every connection off. */
  isUp: boolean
  close: () => Promise<void>
}

/**
 * A small server for the built site, on this machine alone.
 *
 * @param headers - sent with everything
 * @param port - 0: one that is free
 */
export async function serveFiles(headers: OutgoingHttpHeaders = {}, port = 0): Promise<FileServer> {
  if (!existsSync('site/en/index.html') || !existsSync('site/thu/live.js')) throw new Error('the site is not built: npm run docs')
  const server = createServer((request, response) => {
    if (!files.isUp) return void request.socket.destroy()
    const path = normalize(join('site', decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)))
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path
    if (!file.startsWith(`site${sep}`) || !existsSync(file)) return void response.writeHead(404).end()
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { ...headers, 'content-type': type }).end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const files: FileServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isUp: true,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return files
}

export interface ServedSite {
  files: FileServer
  browser: Browser
  close: () => Promise<void>
}

/** The built site, and a browser to look at it. */
export async function serveSite(headers?: OutgoingHttpHeaders): Promise<ServedSite> {
  const files = await serveFiles(headers)
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
  const close = async (): Promise<void> => {
    await browser.close()
    await files.close()
  }
  return { files, browser, close }
}
