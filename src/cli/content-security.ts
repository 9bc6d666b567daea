/** The Content-Security-Policy of every page: nothing but our own files, unless the user names a tile host. */

const OWN_FILES_ONLY: readonly (readonly [string, string])[] = [
  ['default-src', "'none'"],
  // WebAssembly has no other switch; eval stays forbidden.
  ['script-src', "'self' 'wasm-unsafe-eval'"],
  ['worker-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self' data: blob:"],
  ['connect-src', "'self'"],
  ['font-src', "'self'"],
  // The preview of the public page.
  ['frame-src', "'self'"],
  ['manifest-src', "'self'"],
  ['base-uri', "'none'"],
  ['form-action', "'none'"],
]

/** For the HTTP header. tileHosts: origins ('https://t0.example.cn') that base map tiles may come from. */
export function contentSecurity(tileHosts: readonly string[] = []): string {
  const open = tileHosts.map((host) => ` ${host}`).join('')
  return [...OWN_FILES_ONLY, ['frame-ancestors', "'self'"] as const]
    .map(([name, value]) => `${name} ${value}${name === 'img-src' || name === 'connect-src' ? open : ''}`)
    .join('; ')
}

/** For a <meta> in the page, where any other server lacks the header; browsers refuse frame-ancestors there. */
export function contentSecurityInPage(): string {
  return OWN_FILES_ONLY.map(([name, value]) => `${name} ${value}`).join('; ')
}

/** Takes the page's own policy out, so that a header with tile hosts is not narrowed by it. */
export function withoutPolicy(html: string): string {
  return html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>\s*/i, '')
}
