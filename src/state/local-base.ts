/** A base map out of a file that the user picked: it is read from the disk and stays in this tab, no study and no export holds it. */
import type { Corners } from '../geo/world-file'

export type LocalBase =
  | { readonly kind: 'picture'; readonly name: string; readonly url: string; readonly corners: Corners }
  /** layers: those of vector tiles; null: pictures. */
  | { readonly kind: 'archive'; readonly name: string; readonly url: string; readonly layers: readonly string[] | null }
