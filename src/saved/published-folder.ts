/** The published folder as files: the page, its scripts and style, and the one data file. The same for the command line and the app. */
import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate'
import { publishedName, publishedText, type Published } from './published'

export type PublishedFile = { readonly name: string; readonly bytes: Uint8Array }

/** What the build made of the public page (bin/build-embed.mjs). */
export const embedFiles = ['index.html', 'embed.css', 'embed.js', 'map.js'] as const

/** embed: those files by name. The page is named after the publication, for search engines and screen readers that come before any script. */
export function publishedFolder(published: Published, embed: ReadonlyMap<string, Uint8Array>): readonly PublishedFile[] {
  const parts = embedFiles.map((name): PublishedFile => {
    const bytes = embed.get(name)
    if (!bytes) throw new Error(`the public page lacks ${name}`)
    return { name, bytes: name === 'index.html' ? strToU8(titled(strFromU8(bytes), published.title)) : bytes }
  })
  return [...parts, { name: publishedName, bytes: strToU8(publishedText(published)) }]
}

/** The same bytes for the same files. */
export function zippedFolder(files: readonly PublishedFile[]): Uint8Array {
  const zip: Zippable = {}
  for (const { name, bytes } of files) zip[name] = [bytes, { mtime: '1980-01-01T00:00:00' }]
  return zipSync(zip)
}

const titled = (page: string, title: string): string => page.replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`)

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
