/** Streets as columns, before anything is contracted or ordered: every vertex of every walkable line and every piece between two. */

/** Bits of StreetGraph.flags. */
export const streetFlags = { steps: 1, bridge: 2, tunnel: 4, crossing: 8, gate: 16, lift: 32 } as const

export type StreetGraph = {
  /** Degrees; vertices that are one place in the source (shared OSM node, equal end of two lines) are one vertex. */
  readonly lng: Float64Array
  readonly lat: Float64Array
  /** Pieces: vertex indices and length in whole millimetres (at least 1; ellipsoidal, or the line's true length shared out in proportion). */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly mm: Int32Array
  /** Which line of `lines` the piece belongs to. */
  readonly line: Int32Array
  /** streetFlags of each piece. */
  readonly flags: Uint8Array
  /** Source lines: OSM way id or feature id, its kind (highway value) and name. */
  readonly lines: readonly { readonly id: string; readonly kind: string; readonly name: string | null }[]
}
