/** A study folder or its zip on disk -> Study; says on stderr what was found wrong. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readStudy } from '../model/read-study'
import type { Study } from '../model/study'
import { problem, type Problem } from '../problem'
import { isArchive, unpackArchive } from '../sources/archive'
import type { SourceFile } from '../sources/raw-table'

export type OpenedStudy = { readonly study: Study | null; readonly problems: readonly Problem[] }

/** Never throws for what a user may point at: a missing folder, an empty one, a broken zip. */
export async function openStudy(path: string): Promise<OpenedStudy> {
  const { files, problems } = filesOf(path)
  if (files === null) return { study: null, problems }
  const read = await readStudy(files)
  return { study: read.study, problems: [...problems, ...(read.study?.problems ?? read.problems)] }
}

function filesOf(path: string): { files: SourceFile[] | null; problems: Problem[] } {
  let isFolder: boolean
  try {
    isFolder = statSync(path).isDirectory()
  } catch {
    return { files: null, problems: [problem('file-unreadable', 'error', { file: path })] }
  }
  if (!isFolder) {
    const file = { name: basename(path), bytes: new Uint8Array(readFileSync(path)) }
    if (!isArchive(file.bytes)) return { files: null, problems: [problem(file.bytes.length === 0 ? 'file-empty' : 'study-missing', 'error', { file: file.name }, 'study.json')] }
    const { entries, problems } = unpackArchive(file)
    // Files in folders of the archive are no ledgers of the study, as in a folder on disk.
    return { files: entries.filter(({ name }) => !name.includes('/')), problems: [...problems] }
  }
  const problems: Problem[] = []
  const files: SourceFile[] = []
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    try {
      files.push({ name: entry.name, bytes: new Uint8Array(readFileSync(join(path, entry.name))) })
    } catch {
      problems.push(problem('file-unreadable', 'warning', { file: entry.name }))
    }
  }
  return { files, problems }
}
