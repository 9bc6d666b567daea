import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentSecurity, contentSecurityInPage, withoutPolicy } from '../../src/cli/content-security'
import { repository } from '../helpers/shared'

const policyIn = (html: string): string | undefined => /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1]
/** What the policy would refuse does not stand in the page. */
const inline = /<script(?![^>]*src=)|\sstyle=|\son\w+=/

test('index.html brings the same policy that the server sends, for servers that send none', () => {
  const html = readFileSync(join(repository, 'index.html'), 'utf8')
  expect(policyIn(html)).toBe(contentSecurityInPage())
  expect(html).not.toMatch(inline)
})

test('the public page allows itself nothing that the app does not, no connection and no worker', () => {
  const html = readFileSync(join(repository, 'embed.html'), 'utf8')
  const partsOf = (policy: string) => new Map(policy.split('; ').map((part) => [part.split(' ')[0]!, part.split(' ').slice(1)]))
  const app = partsOf(contentSecurityInPage())
  const page = partsOf(policyIn(html)!)
  for (const [name, sources] of page) expect(app.get(name), name).toEqual(expect.arrayContaining(sources))
  expect(page.get('default-src')).toEqual(["'none'"])
  expect([...page.keys()]).not.toContain('connect-src')
  expect([...page.keys()]).not.toContain('worker-src')
  expect(page.get('script-src')).toEqual(["'self'"])
  expect(html).not.toMatch(inline)
})

test('a tile host opens pictures and data, and never scripts', () => {
  const policy = contentSecurity(['https://a.example', 'https://b.example:8443'])
  expect(policy.split('; ').filter((part) => part.includes('example'))).toEqual([
    "img-src 'self' data: blob: https://a.example https://b.example:8443",
    "connect-src 'self' https://a.example https://b.example:8443",
  ])
})

test("a page's own policy is taken out whole", () => {
  const html = readFileSync(join(repository, 'index.html'), 'utf8')
  const open = withoutPolicy(html)
  expect(open).not.toContain('Content-Security-Policy')
  expect(open).not.toContain('wasm-unsafe-eval')
  expect(open.length).toBeLessThan(html.length)
})
