/** A file that can be read when needed, and again: a picked or dropped one, or one that is fetched. */
import type { SourceFile } from '../sources/raw-table'

export type FileSource = { readonly name: string; readonly read: () => Promise<Uint8Array> }

/** The bytes of all, in their order. Fails as the browser fails when a file was moved meanwhile. */
export const readSources = (sources: readonly FileSource[]): Promise<SourceFile[]> => Promise.all(sources.map(async ({ name, read }) => ({ name, bytes: await read() })))

/** A picked File; the name is the last part of its path. */
export const fileSource = (file: { readonly name: string; arrayBuffer(): Promise<ArrayBuffer> }): FileSource => ({ name: file.name, read: async () => new Uint8Array(await file.arrayBuffer()) })

/** A file of this page's own server. */
export const fetchedSource = (name: string, url: string, get: typeof fetch): FileSource => ({
  name,
  read: async () => {
    const answer = await get(url)
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  },
})
