import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAppServer, listenFrom } from '../../src/cli/app-server'

/** A built app of two files, a study of four, and a secret beside them that must not get out. */
const home = mkdtempSync(join(tmpdir(), 'yikequan-'))
const app = join(home, 'app')
const study = join(home, 'town')
const servers: ReturnType<typeof createAppServer>[] = []
let port = 0

beforeAll(async () => {
  mkdirSync(join(app, 'assets'), { recursive: true })
  mkdirSync(join(study, 'raw'), { recursive: true })
  writeFileSync(
    join(app, 'index.html'),
    '<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><title>一刻圈</title>',
  )
  writeFileSync(join(app, 'assets', 'a.js'), 'export {}')
  writeFileSync(join(study, 'study.json'), '{}')
  writeFileSync(join(study, '设施 台账.csv'), '0123456789')
  writeFileSync(join(study, 'evil.html'), '<script>alert(1)</script>')
  writeFileSync(join(study, 'empty.csv'), '')
  writeFileSync(join(study, '.hidden'), 'x')
  writeFileSync(join(study, 'raw', 'inner.csv'), 'x')
  writeFileSync(join(home, 'secret.txt'), 'secret')
  symlinkSync(join(home, 'secret.txt'), join(study, 'link.csv'))
  symlinkSync(home, join(app, 'up'))
  port = await start(study)
})
afterAll(() => {
  for (const server of servers) server.close()
  rmSync(home, { recursive: true })
})

describe('what is served', () => {
  test('the app at /, with its policy and nothing kept by the browser', async () => {
    const { status, headers, body } = await get('/')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
        "connect-src 'self'; font-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    )
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(body).toContain('一刻圈')
  })

  test('the public page to a frame without an origin, and nothing else to any other page', async () => {
    expect((await get('/embed/embed.js')).headers['cross-origin-resource-policy']).toBe('cross-origin')
    for (const path of ['/', '/assets/a.js', '/study/study.json', '/embedded.js']) expect((await get(path)).headers['cross-origin-resource-policy'], path).toBe('same-origin')
  })

  test('scripts as scripts', async () => {
    expect((await get('/assets/a.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  test('the list of the study: files by name, without hidden ones, folders and links that lead out', async () => {
    const { headers, body } = await get('/study/index.json')
    expect(headers['content-type']).toBe('application/json')
    expect(JSON.parse(body)).toEqual(['empty.csv', 'evil.html', 'study.json', '设施 台账.csv'])
  })

  test('a file of the study under its Chinese name, as bytes without a charset', async () => {
    const { headers, body } = await get(`/study/${encodeURIComponent('设施 台账.csv')}`)
    expect(headers['content-type']).toBe('text/csv')
    expect(body).toBe('0123456789')
  })

  test('an empty file', async () => {
    expect(await get('/study/empty.csv')).toMatchObject({ status: 200, body: '' })
  })

  test("a page among the study's files is never a page of ours", async () => {
    expect((await get('/study/evil.html')).headers['content-type']).toBe('application/octet-stream')
  })

  test('an empty list where no study was named', async () => {
    expect((await get('/study/index.json', {}, await start(null))).body).toBe('[]')
  })

  test('a packed study alone, without its neighbours', async () => {
    writeFileSync(join(home, 'town.yikequan'), 'zip')
    const packed = await start(join(home, 'town.yikequan'))
    expect((await get('/study/index.json', {}, packed)).body).toBe('["town.yikequan"]')
    expect((await get('/study/town.yikequan', {}, packed)).body).toBe('zip')
    expect((await get('/study/secret.txt', {}, packed)).status).toBe(404)
  })
})

describe('what is refused', () => {
  test.each([
    '/study/../secret.txt',
    '/study/..%2fsecret.txt',
    '/study/%2e%2e/secret.txt',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/study/..%5csecret.txt',
    '/study/link.csv',
    '/up/secret.txt',
    '/study/.hidden',
    '/study/raw/inner.csv',
    '/study/raw',
    '/study/',
    '/study',
    '/study/%00',
    '/study/%e4%b8',
    '//etc/passwd',
    '/nothing',
  ])('%s', async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(404)
    expect(body).toBe('not found\n')
  })

  test.each(['evil.example', 'evil.example:5180', '127.0.0.1.evil.example', 'localhost.evil.example', '10.0.0.1', ''])(
    'a page elsewhere that calls itself %j',
    async (host) => {
      expect((await get('/study/study.json', { host })).status).toBe(host === '' ? 403 : 403)
    },
  )

  test.each(['localhost', 'LOCALHOST:5180', '127.0.0.1'])('not the name %s', async (host) => {
    expect((await get('/', { host })).status).toBe(200)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s: it only reads', async (method) => {
    expect(await get('/study/study.json', {}, port, method)).toMatchObject({ status: 405 })
  })
})

describe('a part of a file', () => {
  const part = (range: string) => get(`/study/${encodeURIComponent('设施 台账.csv')}`, { range })

  test.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
    ['bytes=0-0', '0', 'bytes 0-0/10'],
  ])('%s is %s', async (range, body, contentRange) => {
    const answer = await part(range)
    expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([206, body, contentRange])
    expect(answer.headers['content-length']).toBe(String(body.length))
  })

  test.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('%s lies outside', async (range) => {
    const answer = await part(range)
    expect([answer.status, answer.headers['content-range'], answer.body]).toEqual([416, 'bytes */10', ''])
  })

  test.each(['bytes=0-1,4-5', 'bytes=4-2', 'bytes=-', 'lines=1-2', 'bytes=a-b'])(
    '%s is answered with the whole',
    async (range) => {
      expect(await part(range)).toMatchObject({ status: 200, body: '0123456789' })
    },
  )

  test('HEAD gives the length and no body', async () => {
    const answer = await get('/study/study.json', {}, port, 'HEAD')
    expect([answer.status, answer.headers['content-length'], answer.headers['accept-ranges'], answer.body]).toEqual([
      200,
      '2',
      'bytes',
      '',
    ])
  })
})

test('a taken port gives way to the next', async () => {
  const first = createAppServer({ app, study: null, tileHosts: [] })
  const second = createAppServer({ app, study: null, tileHosts: [] })
  servers.push(first, second)
  const taken = await listenFrom(first, 47_310)
  expect(taken).not.toBeNull()
  const next = await listenFrom(second, taken!)
  expect(next).toBeGreaterThan(taken!)
})

test("a tile host that the user names is let in for pictures and data, and the page's own policy steps aside", async () => {
  const open = await start(study, ['https://t0.example.test'])
  const { headers, body } = await get('/', {}, open)
  expect(headers['content-security-policy']).toContain("img-src 'self' data: blob: https://t0.example.test;")
  expect(headers['content-security-policy']).toContain("connect-src 'self' https://t0.example.test;")
  expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';")
  expect(body).not.toContain('Content-Security-Policy')
  expect(body).toContain('一刻圈')
})

async function start(of: string | null, tileHosts: readonly string[] = []): Promise<number> {
  const server = createAppServer({ app, study: of, tileHosts })
  servers.push(server)
  const found = await listenFrom(server, 47_210)
  if (found === null) throw new Error('no free port')
  return found
}

/** node:http, not fetch: fetch tidies '..' away and chooses the Host itself. */
function get(path: string, headers: Record<string, string> = {}, at = port, method = 'GET') {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((done, failed) => {
    const asked = request(
      { host: '127.0.0.1', port: at, path, method, headers, setHost: headers['host'] === undefined },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    asked.on('error', failed).end()
  })
}
