/** What the publisher pastes into another page, and the plain link: text only, made from an address that was checked. */

export type Placed = { /** Where the folder lies, as publicAddress gave it. */ readonly address: string; readonly title: string; readonly elder: boolean; /** Numbers to call are published. */ readonly calls: boolean; /** Exact origin of the page around; null: no messages. */ readonly origin: string | null }

/** The address of the page, always ending in index.html or '/', without anything after '#'; null: no full http(s) address. */
export function publicAddress(written: string): string | null {
  const url = urlOf(written.trim())
  if (!url) return null
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '') return null
  url.hash = ''
  url.search = ''
  if (!/\/$|\.html?$/i.test(url.pathname)) url.pathname += '/'
  return url.href
}

/** URL.canParse is younger than the browsers of many offices. */
function urlOf(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** 'https://www.example.cn' of any address there; null: none. */
export const originOf = (written: string): string | null => {
  const address = publicAddress(written)
  return address === null ? null : new URL(address).origin
}

export const linkTo = ({ address, elder }: Pick<Placed, 'address' | 'elder'>): string => `${address}${elder ? '#elder=1' : ''}`

/** A strict sandbox: scripts and, where there are numbers, calls; nothing of the page around. */
export function frameSnippet({ address, title, elder, calls, origin }: Placed): string {
  const hash = [...(elder ? ['elder=1'] : []), ...(origin ? [`origin=${encodeURIComponent(origin)}`] : [])].join('&')
  const attributes: readonly (readonly [string, string])[] = [
    ['src', `${address}${hash ? `#${hash}` : ''}`],
    ['title', title],
    ['loading', 'lazy'],
    ['referrerpolicy', 'no-referrer'],
    ['sandbox', calls ? 'allow-scripts allow-top-navigation-to-custom-protocols' : 'allow-scripts'],
    ['allow', 'geolocation'],
    ['width', '100%'],
    ['height', '720'],
  ]
  return `<iframe ${attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')}></iframe>`
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
