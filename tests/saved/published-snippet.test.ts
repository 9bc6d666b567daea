import { expect, test } from 'vitest'
import { frameSnippet, linkTo, originOf, publicAddress } from '../../src/saved/published-snippet'

test('an address is completed to the folder, and loses what follows it', () => {
  expect(publicAddress(' https://www.example.cn/care ')).toBe('https://www.example.cn/care/')
  expect(publicAddress('http://10.0.0.8/care/index.html?x=1#y')).toBe('http://10.0.0.8/care/index.html')
})

test.each(['', 'www.example.cn', 'javascript:alert(1)', 'ftp://example.cn/', 'https://a:b@example.cn/'])('%s is no address', (written) => {
  expect(publicAddress(written)).toBeNull()
})

test('the snippet has a title, loads late, tells nobody where it stands, and allows scripts alone', () => {
  const snippet = frameSnippet({ address: 'https://www.example.cn/care/', title: '附近的"养老"<服务>', elder: true, calls: false, origin: originOf('https://portal.example.cn/a/b') })
  expect(snippet).toBe(
    '<iframe src="https://www.example.cn/care/#elder=1&#38;origin=https%3A%2F%2Fportal.example.cn" title="附近的&#34;养老&#34;&#60;服务&#62;" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts" allow="geolocation" width="100%" height="720"></iframe>',
  )
})

test('where numbers are published the frame may start a call, and nothing else more', () => {
  const snippet = frameSnippet({ address: 'https://www.example.cn/care/', title: 't', elder: false, calls: true, origin: null })
  expect(snippet).toContain(' sandbox="allow-scripts allow-top-navigation-to-custom-protocols" ')
})

test('the link opens the page in the type that was chosen', () => {
  expect(linkTo({ address: 'https://www.example.cn/care/', elder: false })).toBe('https://www.example.cn/care/')
  expect(linkTo({ address: 'https://www.example.cn/care/', elder: true })).toBe('https://www.example.cn/care/#elder=1')
})
