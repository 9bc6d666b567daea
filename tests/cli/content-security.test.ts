import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentSecurity, contentSecurityInPage, withoutPolicy } from '../../src/cli/content-security'
import { repository } from '../helpers/shared'

const pages = readdirSync(repository).filter((name) => name.endsWith('.html'))

test.each(pages)('%s brings the same policy that the server sends, for servers that send none', (page) => {
  const html = readFileSync(join(repository, page), 'utf8')
  expect(/<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html)?.[1]).toBe(
    contentSecurityInPage(),
  )
  // What the policy would refuse does not stand in the page.
  expect(html).not.toMatch(/<script(?![^>]*src=)|\sstyle=|\son\w+=/)
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
