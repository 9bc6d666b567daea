/** Opens a picked file as a base map: a tile archive (PMTiles) or a picture with its place. Bytes go to MapLibre through a protocol of our own, never through an address that a policy would have to allow. */
import { FileSource, PMTiles, Protocol, TileType } from 'pmtiles'
import { cornersOfWorldFile, cornersTyped, type Corners } from '../geo/world-file'
import type { LocalBase } from '../state/local-base'

export type BaseFileFault = 'unreadable' | 'no-place'
type Opened = LocalBase | BaseFileFault

const archives = new Protocol()
const pictures = new Map<string, ArrayBuffer>()
let begun = false
let count = 0

/** The map's library is at hand once a map is shown. */
async function begin(): Promise<void> {
  const { addProtocol } = await import('./maplibre')
  if (begun) return
  begun = true
  addProtocol('pmtiles', archives.tile)
  addProtocol('yikequan-picture', async ({ url }) => {
    const data = pictures.get(url)
    if (!data) throw new Error(url)
    return { data }
  })
}

/** Read piece by piece as the map needs it: an archive may be larger than the memory. */
export async function openArchive(file: File): Promise<Opened> {
  try {
    await begin()
    const archive = new PMTiles(new FileSource(file))
    const { tileType } = await archive.getHeader()
    const vector = tileType === TileType.Mvt
    const layers = vector ? layersIn(await archive.getMetadata()) : null
    archives.add(archive)
    return { kind: 'archive', name: file.name, url: `pmtiles://${archive.source.getKey()}`, layers }
  } catch {
    return 'unreadable'
  }
}

export type Place = { /** The text of a world file, or corners as typed. */ readonly world: string | null; readonly typed: string; readonly crs: string | null; readonly near: readonly [number, number] | null }

export async function openPicture(file: File, { world, typed, crs, near }: Place): Promise<Opened> {
  try {
    await begin()
    const data = await file.arrayBuffer()
    const { width, height } = await createImageBitmap(new Blob([data], { type: file.type }))
    const corners: Corners | null = typed.trim() === '' ? (world === null ? null : cornersOfWorldFile(world, width, height, crs, near)) : cornersTyped(typed, crs, near)
    if (!corners) return 'no-place'
    const url = `yikequan-picture://${++count}`
    pictures.clear()
    pictures.set(url, data)
    return { kind: 'picture', name: file.name, url, corners }
  } catch {
    return 'unreadable'
  }
}

function layersIn(metadata: unknown): readonly string[] {
  const listed: unknown = typeof metadata === 'object' && metadata !== null && 'vector_layers' in metadata ? metadata.vector_layers : []
  return Array.isArray(listed) ? listed.map((layer: unknown) => (typeof layer === 'object' && layer !== null && 'id' in layer ? String(layer.id) : '')).filter(Boolean) : []
}
