/** Finds a file under a folder and sends it: no way out by '..' or a link, one Range at a time, nothing cached. */
import { createReadStream } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, sep } from 'node:path'

export type FoundFile = { readonly path: string; readonly size: number }

/** The regular file that `urlPath` (still percent-encoded, without query) names under `folder`, or null. */
export async function findFile(folder: string, urlPath: string): Promise<FoundFile | null> {
  const parts = decodedParts(urlPath)
  if (!parts) return null
  try {
    const root = await realpath(folder)
    const path = await realpath(join(root, ...parts))
    // realpath has followed every link: what it answers must still lie inside.
    if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) return null
    const found = await stat(path)
    return found.isFile() ? { path, size: found.size } : null
  } catch {
    return null // absent, or not ours to read
  }
}

/** Sends the file, or the part that a Range header asks for (PMTiles reads its archive so). */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: FoundFile,
  contentType: string,
): void {
  const range = readRange(request.headers.range, file.size)
  response.setHeader('Content-Type', contentType)
  response.setHeader('Accept-Ranges', 'bytes')
  if (range === 'outside') {
    response.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end()
    return
  }
  const { first, last } = range ?? { first: 0, last: file.size - 1 }
  response.setHeader('Content-Length', last - first + 1)
  if (range) response.setHeader('Content-Range', `bytes ${first}-${last}/${file.size}`)
  response.writeHead(range ? 206 : 200)
  if (request.method === 'HEAD' || last < first) {
    response.end()
    return
  }
  // A file that vanishes under us ends the connection, not the server.
  createReadStream(file.path, { start: first, end: last })
    .on('error', () => response.destroy())
    .pipe(response)
}

export async function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  contentType: string,
  text: string,
): Promise<void> {
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(text) })
  response.end(request.method === 'HEAD' ? undefined : text)
}

export const readText = (file: FoundFile): Promise<string> => readFile(file.path, 'utf8')

/** The path's parts, or null when it is not a plain way down: '..', hidden names, other separators, broken encoding. */
function decodedParts(urlPath: string): readonly string[] | null {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (/[\0\\:]/.test(path)) return null
  const parts = path.split('/').filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => !part.startsWith('.')) ? parts : null
}

/** null: send all (no Range, several, or one we do not understand, as RFC 9110 allows). Ends are included. */
function readRange(header: string | undefined, size: number): { first: number; last: number } | 'outside' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [from, to] = [match[1] ?? '', match[2] ?? '']
  if (from === '')
    return Number(to) === 0 || size === 0 ? 'outside' : { first: Math.max(0, size - Number(to)), last: size - 1 }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return null
  return first >= size ? 'outside' : { first, last }
}
