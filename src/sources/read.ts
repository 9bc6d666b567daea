/** Any file -> its tables, by what it is rather than by what it is called. */
import { problem } from '../problem'
import { csv } from './csv'
import { formats } from './formats'
import type { SourceFile, SourceFormat, SourceRead } from './raw-table'

/** siblings: the files that lie beside it; only a format that keeps its parts in several files looks at them. */
export async function readSource(file: SourceFile, siblings: readonly SourceFile[] = []): Promise<SourceRead> {
  const at = { file: file.name }
  if (file.bytes.length === 0) return { tables: [], problems: [problem('file-empty', 'error', at)] }
  const named = formatByName(file.name)
  if (named?.looksLike(file.bytes)) return named.read(file, siblings)
  // Any readme is text: text under a foreign extension is taken for a table only where the name says nothing else.
  const believable = formats.filter((format) => format !== csv || named || extensionOf(file.name) === '')
  const found = believable.find((format) => format.looksLike(file.bytes))
  // Nothing fits: the reader that the name asks for says best what is wrong.
  if (!found)
    return named
      ? named.read(file, siblings)
      : { tables: [], problems: [problem('file-unknown-format', 'error', at, extensionOf(file.name))] }
  const read = await found.read(file, siblings)
  return { ...read, problems: [problem('file-misnamed', 'info', at, found.id), ...read.problems] }
}

/** undefined: no format has this extension. */
export const formatByName = (name: string): SourceFormat | undefined =>
  formats.find((format) => format.extensions.includes(extensionOf(name)))

/** 'csv' of 'data/台账.CSV'; '' without one. */
export function extensionOf(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const dot = last.lastIndexOf('.')
  return dot > 0 ? last.slice(dot + 1).toLowerCase() : ''
}
