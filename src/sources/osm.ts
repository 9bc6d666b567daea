/** A street file of OpenStreetMap, by what it is rather than by what it is called. */
import { problem } from '../problem'
import { osmKeys, type OsmData, type OsmRead, type OsmReading } from './osm-data'
import { looksLikePbf, readOsmPbf } from './osm-pbf'
import { looksLikeOsmXml, readOsmXml } from './osm-xml'
import type { RawRow, SourceFile, SourceFormat, SourceRead } from './raw-table'

/** True for the names that street files have: roads.osm.pbf, roads.pbf, roads.osm, roads.osm.xml. */
export const isOsmName = (name: string): boolean => /\.(?:osm|osm\.xml|pbf)$/i.test(name)

export function readOsm(file: SourceFile, reading: OsmReading = {}): Promise<OsmRead> {
  if (looksLikePbf(file.bytes)) return readOsmPbf(file, reading)
  if (looksLikeOsmXml(file.bytes)) return readOsmXml(file, reading)
  const code = file.bytes.length === 0 ? 'file-empty' : 'file-unreadable'
  return Promise.resolve({
    data: null,
    problems: [problem(code, 'error', { file: file.name }, file.bytes.length === 0 ? undefined : 'OSM')],
  })
}

/** The same file as a table, a row per street, for who wants to look into it. A walk is not built from this: it would forget which nodes are shared. */
export const osm: SourceFormat = {
  id: 'osm',
  extensions: ['pbf', 'osm'],
  looksLike: (bytes) => looksLikePbf(bytes) || looksLikeOsmXml(bytes),
  read: readOsmTable,
}

async function readOsmTable(file: SourceFile): Promise<SourceRead> {
  const { data, problems } = await readOsm(file)
  if (!data) return { tables: [], problems }
  const rows = rowsOf(data)
  if (rows.length === 0)
    return { tables: [], problems: [...problems, problem('table-empty', 'error', { file: file.name })] }
  return {
    tables: [
      {
        file: file.name,
        sheet: null,
        format: 'osm',
        encoding: null,
        crs: 'EPSG:4326',
        header: ['id', ...osmKeys],
        rows,
        merges: [],
      },
    ],
    problems,
  }
}

const rowsOf = ({ node, ways }: OsmData): RawRow[] =>
  Array.from(ways.id, (id, way) => {
    const nodes = ways.refs
      .subarray(ways.first[way]!, ways.first[way + 1]!)
      .filter((at) => !Number.isNaN(node.lng[at]!))
    const coordinates = Array.from(nodes, (at) => [node.lng[at]!, node.lat[at]!])
    return {
      row: way + 1,
      cells: [String(id), ...osmKeys.map((key) => ways.tags[way]![key] ?? null)],
      geometry: coordinates.length > 1 ? { type: 'LineString', coordinates } : null,
    }
  })
