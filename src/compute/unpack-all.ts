/** Packed studies among the files give way to what they hold. */
import type { Problem } from '../problem'
import { isArchive, unpackArchive } from '../sources/archive'
import type { SourceFile } from '../sources/raw-table'

/** Workbooks are archives too; only these endings mean a packed study. */
const packed = /\.(?:zip|yikequan)$/i

export function unpackAll(files: readonly SourceFile[]): { readonly files: readonly SourceFile[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const all = files.flatMap((file): readonly SourceFile[] => {
    if (!packed.test(file.name) || !isArchive(file.bytes)) return [file]
    const read = unpackArchive(file)
    problems.push(...read.problems)
    return read.entries.length > 0 ? read.entries : [file]
  })
  return { files: all, problems }
}
