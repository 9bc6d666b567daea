/** What a product is: one file per product in this room, one line in products.ts. */
import type { Basis } from './basis'

export type ProductOptions = {
  /** Are the ledgers' own columns carried along? */
  readonly extra: boolean
  /** Steps done of all; awaited, so that a cancel can come between. */
  readonly onProgress?: (done: number, of: number) => Promise<void> | void
}

export type Product = {
  readonly id: ProductId
  readonly extension: string
  readonly mime: string
  /** Does it draw circles and walks, or list where they disagree? Then the streets are built first. */
  readonly walks: boolean
  readonly make: (basis: Basis, options: ProductOptions) => Promise<Uint8Array>
}

export const productIds = ['xlsx', 'csv-list', 'csv-units', 'csv-clauses', 'geojson', 'gpkg', 'json'] as const
export type ProductId = (typeof productIds)[number]
