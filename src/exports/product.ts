/** What a product is: one file per product in this room, one line in products.ts. */
import type { Basis } from './basis'
import type { ExportTable } from './table'

export type ProductOptions = {
  /** Are the ledgers' own columns carried along? */
  readonly extra: boolean
  /** Steps done of all; awaited, so that a cancel can come between. */
  readonly onProgress?: (done: number, of: number) => Promise<void> | void
}

export type Product = {
  readonly id: string
  readonly extension: string
  readonly mime: string
  /** Does it draw walks, or list where circle and walk disagree? Then the streets are built first. */
  readonly walks: boolean
  /** The tables that it holds, named as in the file: what its stamp tells of and what verify compares. Absent: verify makes the file again and compares what stands in it. */
  readonly tables?: (basis: Basis, options: ProductOptions) => readonly ExportTable[]
  /** The same basis gives the same bytes. */
  readonly make: (basis: Basis, options: ProductOptions) => Promise<Uint8Array>
}
