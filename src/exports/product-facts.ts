/** What each product is called by programs, apart from its maker, so that the screen can list them without loading any. */

export const productFacts = {
  xlsx: { extension: 'xlsx', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  docx: { extension: 'docx', mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  gpkg: { extension: 'gpkg', mime: 'application/geopackage+sqlite3' },
  geojson: { extension: 'geojson', mime: 'application/geo+json' },
  'csv-list': { extension: 'csv', mime: 'text/csv' },
  'csv-units': { extension: 'csv', mime: 'text/csv' },
  'csv-clauses': { extension: 'csv', mime: 'text/csv' },
} as const

export type ProductId = keyof typeof productFacts

/** In the order in which they are offered. */
export const productIds = Object.keys(productFacts) as readonly ProductId[]
