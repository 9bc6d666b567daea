/** Zip files in memory, with limits. The only door to fflate. */
import { inflateSync, unzlibSync, zipSync, type Zippable } from 'fflate'
import { problem, type Problem } from '../problem'
import type { SourceFile } from './raw-table'
import { readDirectory, type ZipEntry } from './zip-directory'

export type ArchiveRead = { readonly entries: readonly SourceFile[]; readonly problems: readonly Problem[] }

export type ArchiveLimits = {
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
  /** Unpacked bytes per packed byte; looked at only above ratioFromBytes, small files may be all blanks. */
  readonly ratio: number
  readonly ratioFromBytes: number
}

export const archiveLimits: ArchiveLimits = {
  entries: 2000,
  entryBytes: 500_000_000,
  totalBytes: 1_000_000_000,
  ratio: 200,
  ratioFromBytes: 10_000_000,
}

export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

/** The names inside, as stored; [] when the directory cannot be read. */
export const archiveNames = (bytes: Uint8Array): readonly string[] =>
  readDirectory(bytes)?.map((entry) => entry.name) ?? []

/**
 * A study as one zip: system litter left out, a single top folder taken off, entries sorted by name.
 * An archive that breaks a limit is refused as a whole; an entry with a dangerous name or damaged bytes is left out and named.
 */
export function unpackArchive(file: SourceFile, limits = archiveLimits): ArchiveRead {
  const { entries, problems } = unpackParts(file, (name) => !litter(name), limits)
  const top = commonFolder(entries.map((entry) => entry.name))
  return { entries: entries.map((entry) => ({ ...entry, name: entry.name.slice(top.length) })), problems }
}

/** The entries that are wanted, under their own names; the limits hold for these. */
export function unpackParts(file: SourceFile, wanted: (name: string) => boolean, limits = archiveLimits): ArchiveRead {
  const at = { file: file.name }
  const directory = readDirectory(file.bytes)
  if (!directory) return { entries: [], problems: [problem('file-unreadable', 'error', at, 'zip')] }
  const listed = directory.filter((entry) => !entry.name.endsWith('/') && wanted(entry.name))
  const over = overLimit(listed, limits)
  if (over !== null) return { entries: [], problems: [problem('archive-too-large', 'error', at, over)] }

  const entries: SourceFile[] = []
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (const entry of listed) {
    const unpacked = unsafeName(entry.name) || seen.has(entry.name) ? 'archive-unsafe' : unpackEntry(file.bytes, entry)
    if (typeof unpacked === 'string') problems.push(problem(unpacked, 'error', at, entry.name))
    else entries.push({ name: entry.name, bytes: unpacked })
    seen.add(entry.name)
  }
  return { entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1)), problems }
}

/** The same entries give the same bytes: sorted, and dated 1980-01-01 because the core knows no clock. */
export function packArchive(entries: readonly SourceFile[]): Uint8Array {
  const tree: Zippable = {}
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) tree[entry.name] = entry.bytes
  return zipSync(tree, { level: 6, mtime: new Date(1980, 0, 1) })
}

/** The bytes of one zlib stream of a stated size; null when it is damaged or of another size. */
export function unzlib(packed: Uint8Array, size: number): Uint8Array | null {
  if (size === 0) return new Uint8Array()
  try {
    const bytes = unzlibSync(packed, { out: new Uint8Array(size) })
    const sum = new DataView(packed.buffer, packed.byteOffset + packed.length - 4).getUint32(0)
    return bytes.length === size && adler32(bytes) === sum ? bytes : null
  } catch {
    return null
  }
}

/** What is over the limit, or null. The stated sizes may be believed: no entry is unpacked beyond its own. */
function overLimit(listed: readonly ZipEntry[], limits: ArchiveLimits): string | null {
  if (listed.length > limits.entries) return `${listed.length} > ${limits.entries}`
  let total = 0
  for (const entry of listed) {
    total += entry.size
    if (entry.size > limits.entryBytes || total > limits.totalBytes) return entry.name
    if (entry.size > limits.ratioFromBytes && entry.size > entry.packedSize * limits.ratio) return entry.name
  }
  return null
}

function unpackEntry(archive: Uint8Array, entry: ZipEntry): Uint8Array | 'file-locked' | 'file-unreadable' {
  if (entry.locked) return 'file-locked'
  const packed = archive.subarray(entry.start, entry.start + entry.packedSize)
  if (packed.length !== entry.packedSize) return 'file-unreadable'
  if (entry.method === 0)
    return packed.length === entry.size && crc32(packed) === entry.crc ? packed.slice() : 'file-unreadable'
  if (entry.method !== 8) return 'file-unreadable'
  if (entry.size === 0) return entry.crc === 0 ? new Uint8Array() : 'file-unreadable'
  try {
    // With an array of the stated size the unpacker cannot write more than that; a lie shows in the checksum.
    const bytes = inflateSync(packed, { out: new Uint8Array(entry.size) })
    return bytes.length === entry.size && crc32(bytes) === entry.crc ? bytes : 'file-unreadable'
  } catch {
    return 'file-unreadable'
  }
}

const unsafeName = (name: string): boolean =>
  name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..') || hasControl(name)

const hasControl = (name: string): boolean => [...name].some((character) => character < ' ')

/** Files that systems and office programs leave behind; "~$" is the lock of an open workbook. */
function litter(name: string): boolean {
  const last = name.slice(name.lastIndexOf('/') + 1)
  return (
    name.startsWith('__MACOSX/') ||
    last.startsWith('~$') ||
    last.startsWith('._') ||
    ['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(last)
  )
}

/** 'top/' when every name begins with it, else ''. */
function commonFolder(names: readonly string[]): string {
  const first = names[0] ?? ''
  const top = first.slice(0, first.indexOf('/') + 1)
  return top !== '' && names.every((name) => name.startsWith(top)) ? top : ''
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}

/** The checksum at the end of a zlib stream, which the library does not look at. */
function adler32(bytes: Uint8Array): number {
  let a = 1
  let b = 0
  for (let from = 0; from < bytes.length; from += 3800) {
    // So many bytes fit into 32 bits before a remainder has to be taken.
    const to = Math.min(from + 3800, bytes.length)
    for (let i = from; i < to; i++) b += a += bytes[i]!
    a %= 65521
    b %= 65521
  }
  return ((b << 16) | a) >>> 0
}
