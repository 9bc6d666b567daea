/** The files that are read: packed studies give way to what they hold, and of two files of one name the later stays. */
import type { Problem } from '../problem'
import { isArchive, unpackArchive } from '../sources/archive'
import type { SourceFile } from '../sources/raw-table'

/** Workbooks are archives too; only these endings mean a packed study. */
const packed = /\.(?:zip|yikequan)$/i

/** without: names that gave way to newer files; they may lie inside a packed study. */
export function gatherFiles(files: readonly SourceFile[], without: readonly string[]): { readonly files: readonly SourceFile[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const byName = new Map<string, SourceFile>()
  for (const file of files) {
    for (const found of unpacked(file, problems)) {
      byName.delete(found.name)
      byName.set(found.name, found)
    }
  }
  for (const name of without) byName.delete(name)
  return { files: [...byName.values()], problems }
}

function unpacked(file: SourceFile, problems: Problem[]): readonly SourceFile[] {
  if (!packed.test(file.name) || !isArchive(file.bytes)) return [file]
  const read = unpackArchive(file)
  problems.push(...read.problems)
  return read.entries.length > 0 ? read.entries : [file]
}
