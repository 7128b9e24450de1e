/** The files of the page and a digest of them all, filled in when the site is built. */
declare const PAGE_FILES: readonly string[]
declare const PAGE_DIGEST: string

interface Lasting extends Event {
  waitUntil(promise: Promise<unknown>): void
}
interface Asked extends Event {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}
interface ServiceScope {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  readonly registration: { readonly scope: string }
}
const scope = globalThis as unknown as ServiceScope
const prefix = 'thu-'
const name = prefix + PAGE_DIGEST

const on = <E extends Event>(type: string, listener: (event: E) => void): void =>
  addEventListener(type, listener as (event: Event) => void)

on<Lasting>('install', (event) => {
  const keep = async (): Promise<void> => {
    const cache = await caches.open(name)
    // What the browser itself kept of an older page must not get into the new one.
    await cache.addAll(PAGE_FILES.map((file) => new Request(file, { cache: 'reload' })))
    await scope.skipWaiting()
  }
  event.waitUntil(keep())
})

on<Lasting>('activate', (event) => {
  const clean = async (): Promise<void> => {
    const old = (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== name)
    await Promise.all(old.map((one) => caches.delete(one)))
    await scope.clients.claim()
  }
  event.waitUntil(clean())
})

on<Asked>('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(scope.registration.scope)) return
  const answer = async (): Promise<Response> => {
    const cache = await caches.open(name)
    return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request)
  }
  event.respondWith(answer())
})
