/** A file on the disk that follows the study, where the browser can write one (the File System Access API; not on plain http). */

/** changed: somebody else wrote the file since, it is left alone. asks: the browser wants the user's word again. */
export type LinkedWrite = 'written' | 'changed' | 'asks' | 'failed'

export type LinkedFile = {
  readonly name: string
  /** The browser's own handle, which the database can keep. */
  readonly handle: unknown
  /** anyway: over whatever lies there. */
  readonly write: (bytes: Uint8Array, anyway?: boolean) => Promise<LinkedWrite>
  /** To be called from a click. */
  readonly askAgain: () => Promise<boolean>
}

type Permission = { queryPermission?: (what: { mode: 'readwrite' }) => Promise<PermissionState>; requestPermission?: (what: { mode: 'readwrite' }) => Promise<PermissionState> }
type Handle = FileSystemFileHandle & Permission
type Picker = (options: { suggestedName: string; types: { description: string; accept: Record<string, string[]> }[] }) => Promise<Handle>

export const canLink = (page: object): boolean => 'showSaveFilePicker' in page && typeof page.showSaveFilePicker === 'function'

/** null: the user picked none, or this browser cannot. */
export async function pickLinked(page: object, suggestedName: string, description: string): Promise<LinkedFile | null> {
  if (!canLink(page)) return null
  try {
    const handle = await (page as { showSaveFilePicker: Picker }).showSaveFilePicker({ suggestedName, types: [{ description, accept: { 'application/zip': ['.yikequan'] } }] })
    return linked(handle)
  } catch {
    return null
  }
}

/** A handle that the database kept; null: it is none. The first write after a reload overwrites nothing that changed meanwhile. */
export const linkedFrom = (handle: unknown): LinkedFile | null => (typeof FileSystemFileHandle !== 'undefined' && handle instanceof FileSystemFileHandle ? linked(handle) : null)

function linked(handle: Handle): LinkedFile {
  /** Of our own last write; null: none in this tab. */
  let last: { readonly size: number; readonly modified: number } | null = null
  const mine = async (bytes: Uint8Array): Promise<boolean> => {
    const file = await handle.getFile()
    if (last) return file.size === last.size && file.lastModified === last.modified
    // Nothing yet, a new file, or one that holds what would be written.
    return file.size === 0 || (file.size === bytes.length && same(new Uint8Array(await file.arrayBuffer()), bytes))
  }
  return {
    name: handle.name,
    handle,
    write: async (bytes, anyway = false) => {
      try {
        if ((await handle.queryPermission?.({ mode: 'readwrite' })) === 'prompt') return 'asks'
        if (!anyway && !(await mine(bytes))) return 'changed'
        // The browser writes beside and puts it in place when it is closed: a torn file cannot be left.
        const writer = await handle.createWritable()
        await writer.write(new Uint8Array(bytes))
        await writer.close()
        const { size, lastModified } = await handle.getFile()
        last = { size, modified: lastModified }
        return 'written'
      } catch (error) {
        return error instanceof DOMException && error.name === 'NotAllowedError' ? 'asks' : 'failed'
      }
    },
    askAgain: async () => (await handle.requestPermission?.({ mode: 'readwrite' }).catch(() => 'denied')) === 'granted',
  }
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])
