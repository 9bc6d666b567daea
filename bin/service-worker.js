/**
 * Keeps the program (never anybody's data) in the browser, so that it opens without a network from the second start.
 * The build puts in the list of files and its fingerprint. A new version is fetched whole, beside the old one, and takes
 * over only when the user says so.
 */
const fingerprint = '__FINGERPRINT__'
const files = '__FILES__'
const mine = 'yikequan-'
const cacheName = mine + fingerprint
const { caches, clients, registration, skipWaiting } = globalThis

const here = new URL('./', globalThis.location.href)
const known = new Set(files.map((file) => new URL(file, here).href))
const page = new URL('./', here).href
/** On this machine itself the server is as near as the cache, and its word (a newer program, another policy header) counts first. */
const atHome = ['127.0.0.1', 'localhost', '[::1]'].includes(here.hostname)

globalThis.addEventListener('install', (event) =>
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files.map((file) => new globalThis.Request(new URL(file, here), { cache: 'reload' }))))),
)

globalThis.addEventListener('activate', (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(mine) && name !== cacheName).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  ),
)

globalThis.addEventListener('message', ({ data }) => {
  if (data === 'take over') void skipWaiting.call(globalThis)
})

globalThis.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(registration.scope)) return
  const address = request.url.replace(/[?#].*$/, '')
  if (request.mode === 'navigate' && (address === page || known.has(address))) {
    event.respondWith(atHome ? fetch(request).catch(() => kept(address)) : kept(address).then((found) => found ?? fetch(request)))
    return
  }
  // A study, a tile, anything else: the network's own business.
  if (known.has(address)) event.respondWith(kept(address).then((found) => found ?? fetch(request)))
})

const kept = (address) => caches.open(cacheName).then((cache) => cache.match(address === page ? new URL('index.html', here).href : address))
