/** A tile archive (PMTiles version 3) of one tile of the whole world, as its specification has it. */
export function tinyPmtiles(tile: Uint8Array): Uint8Array {
  // One entry: tile 0, once, so long, at the beginning.
  const root = Uint8Array.from([1, ...varint(0), ...varint(1), ...varint(tile.length), ...varint(1)])
  const metadata = new TextEncoder().encode('{}')
  const header = new DataView(new ArrayBuffer(127))
  new TextEncoder().encode('PMTiles').forEach((byte, at) => header.setUint8(at, byte))
  header.setUint8(7, 3)
  const parts = [root.length, metadata.length, 0, tile.length]
  let offset = 127
  parts.forEach((length, at) => {
    header.setBigUint64(8 + at * 16, BigInt(offset), true)
    header.setBigUint64(16 + at * 16, BigInt(length), true)
    offset += length
  })
  for (const at of [72, 80, 88]) header.setBigUint64(at, 1n, true)
  // Clustered, nothing compressed, PNG, zoom 0 to 0.
  for (const [at, value] of [[96, 1], [97, 1], [98, 1], [99, 2]] as const) header.setUint8(at, value)
  for (const [at, degrees] of [[102, -180], [106, -85], [110, 180], [114, 85]] as const) header.setInt32(at, degrees * 1e7, true)
  return Uint8Array.from([...new Uint8Array(header.buffer), ...root, ...metadata, ...tile])
}

function varint(value: number): number[] {
  const bytes: number[] = []
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left]
    bytes.push((left % 128) + 128)
  }
}
