/** Files of a drop, those inside dropped folders too; the name is the last part of the path. */
import { fileSource, type FileSource } from '../../state/file-source'

/** Must be called while the drop event runs: the list is emptied afterwards. */
export function droppedFiles(transfer: DataTransfer): Promise<FileSource[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file')
  const entries = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return Promise.resolve([...transfer.files].map(fileSource))
  return Promise.all(entries.map(filesIn)).then((files) => files.flat())
}

async function filesIn(entry: FileSystemEntry): Promise<FileSource[]> {
  if (isFile(entry)) return [fileSource(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)))]
  if (!isDirectory(entry)) return []
  const children = await childrenOf(entry.createReader())
  return (await Promise.all(children.map(filesIn))).flat()
}

/** A reader gives at most a hundred entries at a time, and none when it is done. */
async function childrenOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...some)
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
