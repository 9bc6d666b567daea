/** A street file of OpenStreetMap, by what it is rather than by what it is called. */
import { problem } from '../problem'
import type { OsmRead, OsmReading } from './osm-data'
import { looksLikePbf, readOsmPbf } from './osm-pbf'
import { looksLikeOsmXml, readOsmXml } from './osm-xml'
import type { SourceFile } from './raw-table'

/** True for the names that street files have: roads.osm.pbf, roads.pbf, roads.osm. */
export const isOsmName = (name: string): boolean => /\.(?:osm|pbf)$/i.test(name)

export function readOsm(file: SourceFile, reading: OsmReading = {}): Promise<OsmRead> {
  if (looksLikePbf(file.bytes)) return readOsmPbf(file, reading)
  if (looksLikeOsmXml(file.bytes)) return readOsmXml(file, reading)
  const code = file.bytes.length === 0 ? 'file-empty' : 'file-unreadable'
  return Promise.resolve({ data: null, problems: [problem(code, 'error', { file: file.name }, file.bytes.length === 0 ? undefined : 'OSM')] })
}
