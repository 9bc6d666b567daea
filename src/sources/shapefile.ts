/** Shapefiles -> RawTable: .shp, .dbf, .prj and .cpg of one stem side by side, or all in one zip. */
import { normaliseCrs } from '../geo/crs'
import { problem, type Problem } from '../problem'
import { archiveNames, isArchive, unpackParts } from './archive'
import { decodeText } from './encoding'
import type { RawRow, RawTable, SourceFile, SourceFormat, SourceRead } from './raw-table'
import { readRecords } from './shapefile-records'
import { looksLikeShp, readShapes } from './shapefile-shapes'

export const shapefile: SourceFormat = {
  id: 'shapefile',
  extensions: ['shp', 'zip'],
  looksLike: (bytes) =>
    looksLikeShp(bytes) || (isArchive(bytes) && archiveNames(bytes).some((name) => /\.shp$/i.test(name))),
  read: (file, siblings = []) => Promise.resolve(isArchive(file.bytes) ? readZip(file) : readShapefile(file, siblings)),
}

/** Files that stand beside a .shp and mean nothing without it. */
const partNames =
  /\.(?:dbf|shx|prj|cpg|cst|sbn|sbx|qix|qpj|qmd|fix|fbn|fbx|ain|aih|atx|ixs|mxs|shp\.xml|shp\.ea\.iso\.xml)$/i

/** True for a file that another file of the list, a .shp, takes along. */
export const isPartOfShapefile = (name: string, all: readonly string[]): boolean =>
  partNames.test(name) && all.some((other) => /\.shp$/i.test(other) && stemOf(other) === stemOf(name))

/** Lower case: Windows programs write ROADS.SHP beside roads.dbf. */
const stemOf = (name: string): string =>
  name
    .replace(partNames, '')
    .replace(/\.shp$/i, '')
    .toLowerCase()

/** sheet: the name of a layer, where the zip may hold several. */
export function readShapefile(
  file: SourceFile,
  siblings: readonly SourceFile[],
  sheet: string | null = null,
  shown = file.name,
): SourceRead {
  const at = sheet === null ? { file: shown } : { file: shown, sheet }
  if (!looksLikeShp(file.bytes))
    return {
      tables: [],
      problems: [problem(file.bytes.length === 0 ? 'file-empty' : 'file-unreadable', 'error', at, 'SHP')],
    }
  const part = (extension: string): SourceFile | undefined =>
    siblings.find(({ name }) => name.toLowerCase().endsWith(extension) && stemOf(name) === stemOf(file.name))
  const text = (extension: string): string | null => {
    const found = part(extension)
    return found ? (decodeText(found.bytes)?.text.trim() ?? null) : null
  }
  const problems: Problem[] = []
  const { shapes, cut } = readShapes(file.bytes)
  if (cut) problems.push(problem('file-unreadable', 'error', at, `SHP, ${shapes.length} …`))
  const dbf = part('.dbf')
  const records = dbf ? readRecords(dbf.bytes, text('.cpg')) : null
  if (!dbf) problems.push(problem('file-missing', 'warning', at, `${lastName(file.name).replace(/\.shp$/i, '')}.dbf`))
  else if (!records) problems.push(problem('file-unreadable', 'error', at, 'DBF'))
  else {
    if (records.guessed) problems.push(problem('encoding-guessed', 'warning', at, records.encoding))
    if (records.missing > 0 || records.rows.length !== shapes.length)
      problems.push(problem('file-unreadable', 'warning', at, `DBF ${records.rows.length} ≠ SHP ${shapes.length}`))
  }
  const prj = text('.prj')
  const crs = prj === null || prj === '' ? null : normaliseCrs(prj)
  if (prj !== null && prj !== '' && crs === null)
    problems.push(problem('crs-unknown', 'warning', at, /"([^"]*)"/.exec(prj)?.[1] ?? prj.slice(0, 80)))

  const rows: RawRow[] = []
  const count = Math.max(shapes.length, records?.rows.length ?? 0)
  for (let index = 0; index < count; index++) {
    const cells = records ? records.rows[index] : []
    if (cells === null) continue
    const shape = shapes[index] ?? null
    if (shape === 'broken') problems.push(problem('geometry-unreadable', 'warning', { ...at, row: index + 1 }, 'SHP'))
    rows.push({
      row: index + 1,
      cells: cells ?? records!.header.map(() => null),
      geometry: shape === 'broken' ? null : shape,
    })
  }
  if (rows.length === 0)
    return { tables: [], problems: cut ? problems : [...problems, problem('table-empty', 'error', at)] }
  const table: RawTable = {
    file: shown,
    sheet,
    format: 'shapefile',
    encoding: records?.encoding ?? null,
    crs,
    header: records?.header ?? [],
    rows,
    merges: [],
  }
  return { tables: [table], problems }
}

/** Every layer of the zip is a table; with a single one the table bears the zip's name alone. */
function readZip(file: SourceFile): SourceRead {
  const { entries, problems } = unpackParts(file, (name) => /\.shp$/i.test(name) || partNames.test(name))
  const layers = entries.filter(({ name }) => /\.shp$/i.test(name) && !lastName(name).startsWith('._'))
  if (layers.length === 0 && problems.length === 0)
    return { tables: [], problems: [problem('file-unknown-format', 'error', { file: file.name }, 'zip')] }
  const reads = layers.map((layer) =>
    readShapefile(layer, entries, layers.length === 1 ? null : lastName(layer.name).replace(/\.shp$/i, ''), file.name),
  )
  return {
    tables: reads.flatMap(({ tables }) => tables),
    problems: [...problems, ...reads.flatMap((read) => read.problems)],
  }
}

const lastName = (name: string): string => name.slice(name.lastIndexOf('/') + 1)
