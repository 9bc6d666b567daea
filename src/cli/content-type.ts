/** Content types by file extension. */

const APP_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
}

/**
 * A study's files are somebody's data and never become page or script: no html, js, svg here. Text types carry no charset,
 * because the app reads the bytes and finds the encoding (GBK) itself.
 */
const STUDY_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  geojson: 'application/geo+json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  zip: 'application/zip',
  pmtiles: 'application/vnd.pmtiles',
  gpkg: 'application/geopackage+sqlite3',
}

const UNKNOWN = 'application/octet-stream'

export const appContentType = (name: string): string => APP_TYPES[extensionOf(name)] ?? UNKNOWN
export const studyContentType = (name: string): string => STUDY_TYPES[extensionOf(name)] ?? UNKNOWN

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase()
}
