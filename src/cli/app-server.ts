/** The built app and one study over HTTP, for this machine only. Reads, never writes. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { contentSecurity, withoutPolicy } from './content-security'
import { appContentType, studyContentType } from './content-type'
import { findFile, readText, sendFile, sendText } from './static-file'

export type Served = {
  /** The folder of the built app. */
  readonly app: string
  /** A study folder or one packed study file; null: none, and the app's list of study files is empty. */
  readonly study: string | null
  /** Origins that base map tiles may come from. */
  readonly tileHosts: readonly string[]
}

/** 127.0.0.1, never 0.0.0.0: the ledger of a city is not for the corridor. */
export const LOOPBACK = '127.0.0.1'

export const createAppServer = (served: Served): Server => createServer(appListener(served))

/** Listens on the first free port from `port` on (0: any), within a hundred; null when all are taken. */
export async function listenFrom(server: Server, port: number): Promise<number | null> {
  for (let next = port; next < Math.min(port + 100, 65_536); next++) {
    if (await listens(server, next)) {
      const address = server.address()
      return typeof address === 'object' && address ? address.port : next
    }
  }
  return null
}

/** Only the study, with addresses below /study: what the development server adds to its own. */
export function studyListener(study: string | null): RequestListener {
  return (request, response) => {
    const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/'
    answerStudy(study, path.slice(1), request, response).catch(() => response.destroy())
  }
}

function appListener(served: Served): RequestListener {
  return (request, response) => {
    answer(served, request, response).catch(() => response.destroy())
  }
}

async function answer(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(safetyHeaders(served))) response.setHeader(name, value)
  if (!isOurHost(request.headers.host)) return sendText(request, response, 403, PLAIN, 'host not allowed\n')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return sendText(request, response, 405, PLAIN, 'read only\n')
  }
  const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/'
  // The preview of the public page stands in a frame without an origin; its code is no secret, and no data lies there.
  if (path.startsWith('/embed/')) response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  if (path.startsWith('/study/')) return answerStudy(served.study, path.slice('/study/'.length), request, response)
  const file = await findFile(served.app, path === '/' ? '/index.html' : path)
  if (!file) return sendText(request, response, 404, PLAIN, 'not found\n')
  const contentType = appContentType(file.path)
  if (served.tileHosts.length === 0 || !contentType.startsWith('text/html'))
    return sendFile(request, response, file, contentType)
  return sendText(request, response, 200, contentType, withoutPolicy(await readText(file)))
}

const PLAIN = 'text/plain; charset=utf-8'

const safetyHeaders = (served: Served): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': contentSecurity(served.tileHosts),
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
})

/** A page elsewhere may point its own name at 127.0.0.1 (DNS rebinding): only the two names we print are answered. */
const isOurHost = (host: string | undefined): boolean =>
  host !== undefined && /^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(host)

/** `index.json` is the list of names, whatever the folder holds. */
async function answerStudy(
  study: string | null,
  urlName: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const listed = await studyFiles(study)
  if (urlName === 'index.json') return sendText(request, response, 200, 'application/json', JSON.stringify(listed))
  const file = study === null ? null : await findFile((await isFolder(study)) ? study : dirname(study), urlName)
  // Only what the list names: no sub-folders, and beside a packed study none of its neighbours.
  if (!file || !listed.includes(nameOf(urlName))) return sendText(request, response, 404, PLAIN, 'not found\n')
  sendFile(request, response, file, studyContentType(nameOf(urlName)))
}

/** Names of the study's files, sorted by code point; hidden files, sub-folders and links that lead out are left out. */
async function studyFiles(study: string | null): Promise<readonly string[]> {
  if (study === null) return []
  if (!(await isFolder(study))) return [basename(study)]
  const names = (await readdir(study)).filter((name) => !name.startsWith('.'))
  const found = await Promise.all(names.map((name) => findFile(study, encodeURIComponent(name))))
  return names.filter((_, i) => found[i] !== null).sort()
}

/** Decodable, or findFile has refused it already. */
function nameOf(urlName: string): string {
  try {
    return decodeURIComponent(urlName)
  } catch {
    return ''
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException) => {
      server.off('listening', ready)
      // EACCES: a port that Windows or the kernel keeps for itself is as good as taken.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    }
    const ready = () => {
      server.off('error', refused)
      resolve(true)
    }
    server.once('error', refused).once('listening', ready).listen(port, LOOPBACK)
  })
}
